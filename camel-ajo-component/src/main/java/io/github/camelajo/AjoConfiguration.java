package io.github.camelajo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.camelajo.http.OutputType;
import io.github.camelajo.workflow.PagingMode;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** Options of {@code ajo:} endpoints. Set on the component they are what endpoints start from. */
@UriParams
public class AjoConfiguration implements Cloneable {

    static final String DEFAULT_BASE_URL = "https://platform.adobe.io";
    static final String DEFAULT_TOKEN_ENDPOINT = "https://ims-na1.adobelogin.com/ims/token/v3";
    static final String DEFAULT_SCOPES =
            "openid,AdobeID,read_organizations,additional_info.projectedProductContext,session";

    @UriPath(
            enums = "capping,throttling,journey,connection,raw,campaign,message,suppression-address,"
                    + "suppression-domain,suppression-upload,suppression,template,fragment,simulation,"
                    + "dataset,orchestrated-campaign,loyalty-task,loyalty-challenge,loyalty-journey,"
                    + "loyalty-config,loyalty-reward-provider,loyalty-reward-definition,loyalty-reward-proxy,"
                    + "loyalty-reward-auth,loyalty-event,loyalty-product")
    @Metadata(required = true)
    private String api;

    @UriParam(
            label = "producer",
            enums = "list,create,get,update,delete,canDeploy,deploy,undeploy,verify,request,listVersions,"
                    + "getPackage,getMessage,getMessageVariant,listPublishNotifications,getWorkflow,"
                    + "listSurfaces,getSurface,triggerUnitary,triggerHighThroughput,triggerAudience,"
                    + "getExecution,getSchedule,deleteSchedule,health,add,deleteAll,patch,publish,getLive,"
                    + "getPublicationStatus,createProof,getProof,createPreview,validate,enable,getJob,"
                    + "trigger,unpublish,duplicate,archive,initialize,updateFromChallenge,getById,lookup,"
                    + "upload,searchLabels,listJobs")
    @Metadata(important = true)
    private String operation;

    @UriParam(label = "common")
    @Metadata(important = true)
    private String sandbox;

    @UriParam(label = "producer")
    @Metadata(important = true)
    private String id;

    @UriParam(label = "list")
    private String filter;

    @UriParam(label = "list")
    private String sort;

    @UriParam(label = "list")
    private String fields;

    @UriParam(label = "list")
    private String page;

    @UriParam(label = "list")
    private Integer pageSize;

    @UriParam(label = "list")
    private String orderBy;

    @UriParam(label = "list")
    private String property;

    @UriParam(label = "producer")
    private String type;

    @UriParam(label = "list")
    private Boolean full;

    @UriParam(label = "producer")
    private String channel;

    @UriParam(label = "list", enums = "page,all,iterator", defaultValue = "page")
    private PagingMode paging = PagingMode.PAGE;

    @UriParam(label = "producer")
    private String include;

    @UriParam(label = "producer")
    private Boolean forceDelete;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean answerPerRecipient;

    @UriParam(label = "producer,advanced")
    private String ifMatch;

    @UriParam(label = "producer,advanced", prefix = "param.", multiValue = true)
    private Map<String, Object> parameters = new LinkedHashMap<>();

    @UriParam(label = "producer", enums = "map,json,stream,pojo", defaultValue = "map")
    @Metadata(important = true)
    private OutputType outputType = OutputType.MAP;

    @UriParam(label = "job", defaultValue = "false")
    private boolean awaitCompletion;

    @UriParam(label = "job", javaType = "java.time.Duration", defaultValue = "2000")
    private long awaitDelay = 2_000;

    @UriParam(label = "job", javaType = "java.time.Duration", defaultValue = "30000")
    private long awaitMaxDelay = 30_000;

    @UriParam(label = "job", defaultValue = "1.5")
    private double awaitBackOffMultiplier = 1.5;

    @UriParam(label = "job", javaType = "java.time.Duration", defaultValue = "600000")
    private long awaitTimeout = 600_000;

    @UriParam(label = "producer,security", defaultValue = "false")
    private boolean allowOperationHeader;

    @UriParam(label = "raw", enums = "GET,POST,PUT,PATCH,DELETE", defaultValue = "GET")
    private String httpMethod = "GET";

    @UriParam(label = "raw")
    private String path;

    @UriParam(label = "raw")
    private String query;

    @UriParam(label = "raw", defaultValue = "application/json")
    private String contentType = "application/json";

    @UriParam(label = "raw", defaultValue = "application/json")
    private String accept = "application/json";

    @UriParam(label = "producer,advanced", defaultValue = "false")
    private boolean synchronous;

    @UriParam(label = "security")
    @Metadata(important = true)
    private String clientId;

    @UriParam(label = "security", secret = true)
    @Metadata(important = true)
    private String clientSecret;

    @UriParam(label = "security,advanced")
    private Supplier<String> clientSecretSupplier;

    @UriParam(label = "security,advanced", secret = true)
    private String secondaryClientSecret;

    @UriParam(label = "security")
    @Metadata(important = true)
    private String organizationId;

    @UriParam(label = "security", defaultValue = AjoConfiguration.DEFAULT_SCOPES)
    private String scopes = DEFAULT_SCOPES;

    @UriParam(label = "common", defaultValue = AjoConfiguration.DEFAULT_BASE_URL)
    private String baseUrl = DEFAULT_BASE_URL;

    @UriParam(label = "security", defaultValue = AjoConfiguration.DEFAULT_TOKEN_ENDPOINT)
    private String tokenEndpoint = DEFAULT_TOKEN_ENDPOINT;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "70000")
    private long responseTimeout = 70_000;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "180000")
    private long requestTimeout = 180_000;

    @UriParam(label = "advanced", defaultValue = "67108864")
    private long maxResponseSize = 64L * 1024 * 1024;

    @UriParam(label = "advanced", defaultValue = "0")
    private int maxRetries;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "60000")
    private long maxRetryAfter = 60_000;

    @UriParam(label = "advanced", defaultValue = "true")
    private boolean retryAfterRedelivery = true;

    /** A copy that can be changed without changing this one. */
    public AjoConfiguration copy() {
        try {
            AjoConfiguration copy = (AjoConfiguration) clone();
            copy.parameters = new LinkedHashMap<>(parameters);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getApi() {
        return api;
    }

    /**
     * The Journey Optimizer API to call.
     */
    public void setApi(String api) {
        this.api = api;
    }

    public String getOperation() {
        return operation;
    }

    /**
     * What to do. Which operations there are depends on the API; connection and raw have one each and need none here.
     */
    public void setOperation(String operation) {
        this.operation = operation;
    }

    public String getSandbox() {
        return sandbox;
    }

    /**
     * Name of the sandbox, in lower case, not its UUID. It is always sent: without it Adobe would use the production
     * sandbox.
     */
    public void setSandbox(String sandbox) {
        this.sandbox = sandbox;
    }

    public String getId() {
        return id;
    }

    /**
     * Identifier of the resource, for example the uid of a capping configuration or the id of a journey version.
     */
    public void setId(String id) {
        this.id = id;
    }

    public String getFilter() {
        return filter;
    }

    /**
     * Conditions of a list joined by an ampersand, each a field, an operator (equal, greater, less, greater or equal, less or equal) and a value. A comma
     * separates alternatives. Example: status=live, or in a URI RAW(...) around several conditions.
     */
    public void setFilter(String filter) {
        this.filter = filter;
    }

    public String getSort() {
        return sort;
    }

    /**
     * Order of a list: field=asc or field=desc, several separated by commas. Example: name=asc.
     */
    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getFields() {
        return fields;
    }

    /**
     * Fields that each item of a list shall have, separated by commas. Example: id,name,status.
     */
    public void setFields(String fields) {
        this.fields = fields;
    }

    public String getPage() {
        return page;
    }

    /**
     * The page of a list to begin with: its number, counted from 0, for journeys and campaigns, and the cursor that
     * CamelAjoNextPage gave for all others.
     */
    public void setPage(String page) {
        this.page = page;
    }

    public Integer getPageSize() {
        return pageSize;
    }

    /**
     * How many items Adobe puts into a page of a list. Journeys: 1 to 100, by default 100. Campaigns: by default 50.
     * Templates and fragments: 1 to 1000, by default 20. All others: by default 20 or 25.
     */
    public void setPageSize(Integer pageSize) {
        this.pageSize = pageSize;
    }

    public String getOrderBy() {
        return orderBy;
    }

    /**
     * Order of a list: the name of a field, with a minus sign before it for descending. Example: -modifiedAt. Journeys
     * have the option sort in place of it.
     */
    public void setOrderBy(String orderBy) {
        this.orderBy = orderBy;
    }

    public String getProperty() {
        return property;
    }

    /**
     * Condition of a list of campaigns, suppressions, templates, fragments or loyalty objects, as Adobe's reference of
     * the API writes it. Example: name~^Welcome. Several are given as a list in the header CamelAjoProperty.
     */
    public void setProperty(String property) {
        this.property = property;
    }

    public String getType() {
        return type;
    }

    /**
     * Which list of suppressions: client (addresses that are not written to) or allowed (the only ones that are). For
     * surfaces of campaigns: what the id is the id of, for example surfaceId.
     */
    public void setType(String type) {
        this.type = type;
    }

    public Boolean getFull() {
        return full;
    }

    /**
     * Whether a list of campaigns has them with all their parts.
     */
    public void setFull(Boolean full) {
        this.full = full;
    }

    public String getChannel() {
        return channel;
    }

    /**
     * Channel of the surfaces that are listed, for example email or push.
     */
    public void setChannel(String channel) {
        this.channel = channel;
    }

    public PagingMode getPaging() {
        return paging;
    }

    /**
     * How much of a list a call brings: one page (headers tell where the next one starts), all items of all pages in
     * one List, or an iterator that gets page after page while it is split or read in the route, in constant memory.
     */
    public void setPaging(PagingMode paging) {
        this.paging = paging;
    }

    public String getInclude() {
        return include;
    }

    /**
     * What is looked up together with a journey, separated by commas: campaigns, surfaces, rulesets.
     */
    public void setInclude(String include) {
        this.include = include;
    }

    public Boolean getForceDelete() {
        return forceDelete;
    }

    /**
     * Whether a deployed capping or throttling configuration is undeployed and deleted in one call. Without it Adobe
     * refuses to delete a deployed one.
     */
    public void setForceDelete(Boolean forceDelete) {
        this.forceDelete = forceDelete;
    }

    public boolean isAnswerPerRecipient() {
        return answerPerRecipient;
    }

    /**
     * Whether the answer of sending a message is a List with a Map for each recipient: recipient, executionId and requestId.
     * It can be split, and says which recipient went with which execution.
     */
    public void setAnswerPerRecipient(boolean answerPerRecipient) {
        this.answerPerRecipient = answerPerRecipient;
    }

    public String getIfMatch() {
        return ifMatch;
    }

    /**
     * ETag that a resource must still have when it is changed, with its quotes. With auto the component reads the
     * ETag right before the change.
     */
    public void setIfMatch(String ifMatch) {
        this.ifMatch = ifMatch;
    }

    public Map<String, Object> getParameters() {
        return parameters;
    }

    /**
     * Path and query parameters that have no option of their own, by Adobe's names. Example: param.pageSize=10.
     */
    public void setParameters(Map<String, Object> parameters) {
        this.parameters = parameters;
    }

    public OutputType getOutputType() {
        return outputType;
    }

    /**
     * What the answer becomes in the message body: Map or List, JSON text as Adobe sent it, an unread stream, or a
     * typed record where there is one.
     */
    public void setOutputType(OutputType outputType) {
        this.outputType = outputType;
    }

    public boolean isAwaitCompletion() {
        return awaitCompletion;
    }

    /**
     * Whether an operation that starts a job waits until the job has ended, and an operation that tells about a job
     * waits until it has ended. No thread is held meanwhile.
     */
    public void setAwaitCompletion(boolean awaitCompletion) {
        this.awaitCompletion = awaitCompletion;
    }

    public long getAwaitDelay() {
        return awaitDelay;
    }

    /**
     * The time before the first question about a job, in milliseconds. It grows with every further question.
     */
    public void setAwaitDelay(long awaitDelay) {
        this.awaitDelay = awaitDelay;
    }

    public long getAwaitMaxDelay() {
        return awaitMaxDelay;
    }

    /**
     * The longest time between two questions about a job, in milliseconds.
     */
    public void setAwaitMaxDelay(long awaitMaxDelay) {
        this.awaitMaxDelay = awaitMaxDelay;
    }

    public double getAwaitBackOffMultiplier() {
        return awaitBackOffMultiplier;
    }

    /**
     * By how much the time between two questions about a job grows each time, at least 1.
     */
    public void setAwaitBackOffMultiplier(double awaitBackOffMultiplier) {
        this.awaitBackOffMultiplier = awaitBackOffMultiplier;
    }

    public long getAwaitTimeout() {
        return awaitTimeout;
    }

    /**
     * How long a job is waited for, in milliseconds. The call fails then, and the job goes on at Adobe.
     */
    public void setAwaitTimeout(long awaitTimeout) {
        this.awaitTimeout = awaitTimeout;
    }

    public boolean isAllowOperationHeader() {
        return allowOperationHeader;
    }

    /**
     * Whether a message may choose the operation, and the method and path of a raw request, by header. Leave it off
     * where headers can come from outside.
     */
    public void setAllowOperationHeader(boolean allowOperationHeader) {
        this.allowOperationHeader = allowOperationHeader;
    }

    public String getHttpMethod() {
        return httpMethod;
    }

    /**
     * HTTP method of a raw request.
     */
    public void setHttpMethod(String httpMethod) {
        this.httpMethod = httpMethod;
    }

    public String getPath() {
        return path;
    }

    /**
     * Path of a raw request, below the base URL, or a whole URL on a host of the option allowedHosts. Example:
     * /ajo/im/health.
     */
    public void setPath(String path) {
        this.path = path;
    }

    public String getQuery() {
        return query;
    }

    /**
     * Query of a raw request, percent-encoded, without question mark. Example: orderBy=-modifiedAt, or in a URI RAW(...) around several.
     */
    public void setQuery(String query) {
        this.query = query;
    }

    public String getContentType() {
        return contentType;
    }

    /**
     * Media type of the body of a raw request.
     */
    public void setContentType(String contentType) {
        this.contentType = contentType;
    }

    public String getAccept() {
        return accept;
    }

    /**
     * Media type that a raw request asks for.
     */
    public void setAccept(String accept) {
        this.accept = accept;
    }

    public boolean isSynchronous() {
        return synchronous;
    }

    /**
     * Whether the call is made on the thread of the route, which then waits for the answer. Cheaper for a single route;
     * without it the thread is free while Adobe works.
     */
    public void setSynchronous(boolean synchronous) {
        this.synchronous = synchronous;
    }

    public String getClientId() {
        return clientId;
    }

    /**
     * Client ID of the OAuth Server-to-Server credential, from the Adobe Developer Console. It is also sent as API
     * key.
     */
    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    /**
     * Client secret of the OAuth Server-to-Server credential. Sent to the token endpoint only.
     */
    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public Supplier<String> getClientSecretSupplier() {
        return clientSecretSupplier;
    }

    /**
     * Gives the client secret in place of the option clientSecret. It is asked for every token, so that a secret can be
     * changed in a vault without a restart.
     */
    public void setClientSecretSupplier(Supplier<String> clientSecretSupplier) {
        this.clientSecretSupplier = clientSecretSupplier;
    }

    public String getSecondaryClientSecret() {
        return secondaryClientSecret;
    }

    /**
     * Second client secret, tried once when the first is refused. For changing secrets without a gap: Adobe lets a
     * credential have two.
     */
    public void setSecondaryClientSecret(String secondaryClientSecret) {
        this.secondaryClientSecret = secondaryClientSecret;
    }

    public String getOrganizationId() {
        return organizationId;
    }

    /**
     * Organization ID, from the Adobe Developer Console: 24 characters, an at sign, and AdobeOrg.
     */
    public void setOrganizationId(String organizationId) {
        this.organizationId = organizationId;
    }

    public String getScopes() {
        return scopes;
    }

    /**
     * OAuth scopes of the credential, separated by commas. The page of the credential in the Adobe Developer Console
     * lists the right ones.
     */
    public void setScopes(String scopes) {
        this.scopes = scopes;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    /**
     * Where Journey Optimizer is. Must be https, except for a simulator on this machine.
     */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public String getTokenEndpoint() {
        return tokenEndpoint;
    }

    /**
     * Where access tokens come from. Must be https, except for a simulator on this machine.
     */
    public void setTokenEndpoint(String tokenEndpoint) {
        this.tokenEndpoint = tokenEndpoint;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    /**
     * How long to wait for an answer, in milliseconds. Adobe itself gives up after 60 seconds on some calls, so keep
     * it above that.
     */
    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * How long one request may take in all, until its answer is read, in milliseconds; repeats of the component, and the waits
     * before them, come on top. 0 for no limit.
     */
    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public long getMaxResponseSize() {
        return maxResponseSize;
    }

    /**
     * The most bytes read of an answer, after unpacking, unless it is taken as a stream.
     */
    public void setMaxResponseSize(long maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    /**
     * How often a failed call is made again by the component itself, when the operation is safe to repeat and the
     * failure can pass. Off by default: Camel's error handler does the same for whole routes.
     */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getMaxRetryAfter() {
        return maxRetryAfter;
    }

    /**
     * The longest wait that Adobe may ask for with Retry-After, in milliseconds. A longer one is not waited for by the
     * component, and is shortened to this for Camel's redelivery.
     */
    public void setMaxRetryAfter(long maxRetryAfter) {
        this.maxRetryAfter = maxRetryAfter;
    }

    public boolean isRetryAfterRedelivery() {
        return retryAfterRedelivery;
    }

    /**
     * Whether Camel's redelivery waits as long as Adobe asked for with Retry-After, instead of its own delay.
     */
    public void setRetryAfterRedelivery(boolean retryAfterRedelivery) {
        this.retryAfterRedelivery = retryAfterRedelivery;
    }
}
