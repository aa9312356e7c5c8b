package io.github.camelajo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.camelajo.result.OutputType;
import io.github.camelajo.result.PagingMode;
import io.github.camelajo.result.StateConflict;
import io.github.camelajo.result.StateFormat;
import io.github.camelajo.result.StateMode;
import io.github.camelajo.result.StatePrune;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** Options of {@code ajo:} endpoints. Set on the component they are what endpoints start from. */
@UriParams
public class AjoConfiguration implements Cloneable {

    static final String DEFAULT_BASE_URL = "https://platform.adobe.io";
    static final String DEFAULT_EVENT_URL = "https://dcs.adobedc.net";
    static final String DEFAULT_TOKEN_ENDPOINT = "https://ims-na1.adobelogin.com/ims/token/v3";
    static final String DEFAULT_SCOPES =
            "openid,AdobeID,read_organizations,additional_info.projectedProductContext,session";

    @UriPath(
            enums = "capping,throttling,journey,connection,raw,campaign,message,suppression-address,"
                    + "suppression-domain,suppression-upload,suppression,template,fragment,simulation,"
                    + "dataset,orchestrated-campaign,loyalty-task,loyalty-challenge,loyalty-journey,"
                    + "loyalty-config,loyalty-reward-provider,loyalty-reward-definition,loyalty-reward-proxy,"
                    + "loyalty-reward-auth,loyalty-event,loyalty-product,event,sandbox,package,mtls-certificate,"
                    + "query-connection,state,outbox")
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
                    + "upload,searchLabels,listJobs,send,sendBatch,listAll,listTypes,promote,addArtifacts,"
                    + "removeArtifacts,listConflicts,checkPermissions,submitImport,listDependencies,"
                    + "getPayload,makePublic,apply,export")
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

    @UriParam(label = "list,advanced", defaultValue = "50000")
    private int maxItems = 50_000;

    @UriParam(label = "list,advanced", defaultValue = "10000")
    private int maxPages = 10_000;

    @UriParam(label = "producer")
    private String include;

    @UriParam(label = "producer")
    private Boolean forceDelete;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean answerPerRecipient;

    @UriParam(label = "event")
    private String connectionId;

    @UriParam(label = "event")
    private String schemaId;

    @UriParam(label = "event", defaultValue = "1")
    private String schemaVersion = "1";

    @UriParam(label = "event")
    private String datasetId;

    @UriParam(label = "event")
    private String dataflowId;

    @UriParam(label = "event")
    private String eventId;

    @UriParam(label = "event,advanced", defaultValue = AjoConfiguration.DEFAULT_EVENT_URL)
    private String eventUrl;

    @UriParam(label = "event,security", defaultValue = "false")
    private boolean eventToken;

    @UriParam(label = "event")
    private Boolean syncValidation;

    @UriParam(label = "event", defaultValue = "false")
    private boolean answerPerMessage;

    @UriParam(label = "event", defaultValue = "200")
    private int maxBatchMessages = 200;

    @UriParam(label = "event", defaultValue = "500000")
    private int maxBatchBytes = 500_000;

    @UriParam(label = "event,advanced", defaultValue = "false")
    private boolean repeatUnknown;

    @UriParam(label = "producer,advanced")
    private String ifMatch;

    @UriParam(label = "producer,advanced", prefix = "param.", multiValue = true)
    private Map<String, Object> parameters = new LinkedHashMap<>();

    @UriParam(label = "producer", enums = "map,json,stream,pojo", defaultValue = "map")
    @Metadata(important = true)
    private OutputType outputType = OutputType.MAP;

    @UriParam(label = "producer,advanced", enums = "auto,always,never", defaultValue = "auto")
    private BodyCheck checkBody = BodyCheck.AUTO;

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

    @UriParam(label = "state", defaultValue = "APPLY")
    private StateMode mode = StateMode.APPLY;

    @UriParam(label = "state", defaultValue = "true")
    private boolean deploy = true;

    @UriParam(label = "state", defaultValue = "true")
    private boolean publish = true;

    @UriParam(label = "state", defaultValue = "NONE")
    private StatePrune prune = StatePrune.NONE;

    @UriParam(label = "state", defaultValue = "FAIL")
    private StateConflict onConflict = StateConflict.FAIL;

    @UriParam(label = "state")
    private boolean reportFailures;

    @UriParam(label = "state")
    private String planFingerprint;

    @UriParam(label = "state", defaultValue = "false")
    private boolean allowEmpty;

    @UriParam(label = "state", defaultValue = "10")
    private int maxRemovals = 10;

    @UriParam(label = "state")
    private String kinds;

    @UriParam(label = "state")
    private StateFormat format;

    @UriParam(label = "producer,security", defaultValue = "false")
    private boolean allowOperationHeader;

    @UriParam(label = "producer,security", defaultValue = "false")
    private boolean allowHeaderOverride;

    @UriParam(label = "producer,advanced", defaultValue = "false")
    private boolean strictHeaders;

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
    private String scopes;

    @UriParam(label = "advanced", defaultValue = AjoConfiguration.DEFAULT_BASE_URL)
    private String baseUrl;

    @UriParam(label = "security,advanced", defaultValue = AjoConfiguration.DEFAULT_TOKEN_ENDPOINT)
    private String tokenEndpoint;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "70000")
    private long responseTimeout = 70_000;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "180000")
    private long requestTimeout = 180_000;

    @UriParam(label = "advanced", defaultValue = "67108864")
    private long maxResponseSize = 64L * 1024 * 1024;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "300000")
    private long streamIdleTimeout = 300_000;

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

    /**
     * A copy in which this one's values stand before those of another one. With a client ID of its own it takes nothing.
     * Blank counts as not given.
     */
    AjoConfiguration over(AjoConfiguration base) {
        AjoConfiguration copy = copy();
        // Not the accessors: a default is no value of its own.
        boolean takesOver = given(clientId, null) == null;
        AjoConfiguration theirs = takesOver ? base : new AjoConfiguration();
        copy.clientId = given(clientId, theirs.clientId);
        if (given(clientSecret, null) == null && clientSecretSupplier == null) {
            copy.clientSecret = theirs.clientSecret;
            copy.clientSecretSupplier = theirs.clientSecretSupplier;
        }
        copy.secondaryClientSecret = given(secondaryClientSecret, theirs.secondaryClientSecret);
        copy.organizationId = given(organizationId, theirs.organizationId);
        copy.scopes = given(scopes, theirs.scopes);
        copy.baseUrl = given(baseUrl, theirs.baseUrl);
        copy.eventUrl = given(eventUrl, theirs.eventUrl);
        copy.tokenEndpoint = given(tokenEndpoint, theirs.tokenEndpoint);
        copy.sandbox = given(sandbox, theirs.sandbox);
        return copy;
    }

    private static String given(String own, String otherwise) {
        return own == null || own.isBlank() ? otherwise : own;
    }

    public String getApi() {
        return api;
    }

    /**
     * The Journey Optimizer API to call: what the call is about. The most used ones: capping and throttling limit the
     * calls that Journey Optimizer makes to your systems, journey and campaign read what has been built, message sends
     * campaigns, suppression-address keeps addresses from getting messages, connection checks the credentials, and raw
     * makes any other call. Each API has its own operations, see the option operation.
     */
    public void setApi(String api) {
        this.api = api;
    }

    public String getOperation() {
        return operation;
    }

    /**
     * What to do with the API. capping, throttling: list, create, get, update, delete, canDeploy, deploy, undeploy,
     * apply, export. journey: list, get. campaign: list, get, listVersions, getPackage, getMessage, getMessageVariant,
     * listPublishNotifications, getWorkflow, listSurfaces, getSurface. message: triggerUnitary, triggerHighThroughput,
     * triggerAudience, getExecution, getSchedule, deleteSchedule, health. suppression-address, suppression-domain:
     * list, add, get, delete, apply, export. suppression-upload: create, list, get, delete. suppression: deleteAll. template: create,
     * list, get, update, patch, delete, apply, export. fragment: create, list, get, update, patch, publish, getLive,
     * getPublicationStatus, apply, export. simulation: createProof, getProof, createPreview. dataset: validate, enable, getJob.
     * orchestrated-campaign: trigger. loyalty-task: list, create, get, update, patch, delete. loyalty-challenge: list,
     * create, get, update, patch, delete, publish, unpublish, duplicate, archive, initialize. loyalty-journey: create,
     * updateFromChallenge, health. loyalty-config: get, create, update, delete, getById, patch.
     * loyalty-reward-provider, loyalty-reward-definition, loyalty-reward-proxy, loyalty-reward-auth, loyalty-event:
     * list, create, get, update, delete. loyalty-product: list, lookup, upload, get, searchLabels, listJobs, getJob.
     * event: send, sendBatch. sandbox: list, listAll, get, listTypes. package: promote, list, get, create,
     * addArtifacts, removeArtifacts, update, delete, publish, listConflicts, checkPermissions, submitImport,
     * listDependencies, getPayload, makePublic, listJobs, getJob. mtls-certificate: list. query-connection: get.
     * state: apply, export. connection: verify, and raw: request, need no operation in the URI.
     */
    public void setOperation(String operation) {
        this.operation = operation;
    }

    public String getSandbox() {
        return sandbox;
    }

    /**
     * Name of the Adobe sandbox that is worked in: a partition with data of its own, such as prod or dev. It is the
     * name in lower case, not the title and not the UUID. It has to be given here or on the component, because Adobe
     * would use the production sandbox without it.
     */
    public void setSandbox(String sandbox) {
        this.sandbox = sandbox;
    }

    public String getId() {
        return id;
    }

    /**
     * Identifier of the one thing the operation is about, for example the uid of a capping configuration, the id of a
     * journey version or an email address of the suppression list. Operations that list or create mostly need none. It
     * can come with each message in the header CamelAjoId; what stands in the URI wins, unless allowHeaderOverride is
     * set.
     */
    public void setId(String id) {
        this.id = id;
    }

    public String getFilter() {
        return filter;
    }

    /**
     * Which journeys a list has (journey: list). Conditions joined by an ampersand, each a field, an operator (equal,
     * greater, less, greater or equal, less or equal) and a value. A comma separates alternatives. Example:
     * status=live, or in a URI RAW(...) around several conditions.
     */
    public void setFilter(String filter) {
        this.filter = filter;
    }

    public String getSort() {
        return sort;
    }

    /**
     * The order of the journeys of a list (journey: list): field=asc or field=desc, several separated by commas.
     * Example: name=asc. The lists of other APIs have the option orderBy.
     */
    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getFields() {
        return fields;
    }

    /**
     * Only these fields of each journey of a list (journey: list), separated by commas. Without it Adobe sends all
     * fields. Example: id,name,status.
     */
    public void setFields(String fields) {
        this.fields = fields;
    }

    public String getPage() {
        return page;
    }

    /**
     * The page of a list to begin with. Journeys and campaigns have page numbers, counted from 0; all other lists have
     * a cursor, which CamelAjoNextPage gave. Without it a list begins at its first page.
     */
    public void setPage(String page) {
        this.page = page;
    }

    public Integer getPageSize() {
        return pageSize;
    }

    /**
     * How many items Adobe puts into one page of a list. Journeys: 1 to 100, by default 100. Campaigns: by default 50.
     * Templates and fragments: 1 to 1000, by default 20. All others: by default 20 or 25. A larger page means fewer
     * calls for the same list.
     */
    public void setPageSize(Integer pageSize) {
        this.pageSize = pageSize;
    }

    public String getOrderBy() {
        return orderBy;
    }

    /**
     * The order of a list: the name of a field, with a minus sign before it for descending. For lists of campaign,
     * template, fragment, suppression-address, suppression-domain, suppression-upload, loyalty-task, loyalty-challenge,
     * loyalty-product and package; journeys have the option sort, and sandbox: listAll takes asc or desc, a colon and
     * fields. Example: -modifiedAt.
     */
    public void setOrderBy(String orderBy) {
        this.orderBy = orderBy;
    }

    public String getProperty() {
        return property;
    }

    /**
     * Which items a list has, for lists of campaign, template, fragment, suppression-address, suppression-domain,
     * suppression-upload, loyalty-task, loyalty-challenge, package and sandbox (listAll): a condition of a field, an
     * operator and a value, as Adobe's reference of that API writes it. Several conditions are given by the option several times, or as a List in
     * the header CamelAjoProperty. In one text they are joined by a semicolon for campaign and by a comma for
     * loyalty-task and loyalty-challenge; the others take one condition in a text. Example for campaigns:
     * campaignClass!=inline.
     */
    public void setProperty(String property) {
        this.property = property;
    }

    public String getType() {
        return type;
    }

    /**
     * Which list is meant, for suppression-address and suppression-domain: client for what gets no messages (Adobe's
     * default), allowed for the allow list. For campaign: listSurfaces and getSurface, it is the kind of surface or of
     * identifier, for example surfaceId.
     */
    public void setType(String type) {
        this.type = type;
    }

    public Boolean getFull() {
        return full;
    }

    /**
     * Whether campaigns come with all their parts in place of a summary (campaign: list, listVersions). Full campaigns
     * are much larger. Adobe's default is false.
     */
    public void setFull(Boolean full) {
        this.full = full;
    }

    public String getChannel() {
        return channel;
    }

    /**
     * The channel of the surfaces that are listed (campaign: listSurfaces). A surface is the technical setup of a
     * channel, such as sender and subdomain. Example: email.
     */
    public void setChannel(String channel) {
        this.channel = channel;
    }

    public PagingMode getPaging() {
        return paging;
    }

    /**
     * How much of a list one call brings: page for one page (CamelAjoNextPage tells where the next one starts), all
     * for the items of all pages in one List, iterator for an Iterator that gets page after page while it is split in
     * the route, in constant memory.
     */
    public void setPaging(PagingMode paging) {
        this.paging = paging;
    }

    public int getMaxItems() {
        return maxItems;
    }

    /**
     * The most items of a list with paging=all, which holds them all in memory. A longer list ends in an exception;
     * paging=iterator has no such limit. The default is 50000.
     */
    public void setMaxItems(int maxItems) {
        this.maxItems = maxItems;
    }

    public int getMaxPages() {
        return maxPages;
    }

    /**
     * The most pages that are read of one list with paging=all or iterator. A list with more ends in an exception, so that a
     * list that never ends is noticed. A larger pageSize means fewer pages. The default is 10000.
     */
    public void setMaxPages(int maxPages) {
        this.maxPages = maxPages;
    }

    public String getInclude() {
        return include;
    }

    /**
     * What is looked up together with a journey (journey: get), separated by commas: campaigns, surfaces, rulesets.
     * Each one costs Adobe extra calls, so the answer takes longer. Example: campaigns,surfaces.
     */
    public void setInclude(String include) {
        this.include = include;
    }

    public Boolean getForceDelete() {
        return forceDelete;
    }

    /**
     * Whether a deployed configuration is undeployed and deleted in one call (capping: delete, throttling: delete).
     * Without it Adobe refuses to delete a deployed one.
     */
    public void setForceDelete(Boolean forceDelete) {
        this.forceDelete = forceDelete;
    }

    public boolean isAnswerPerRecipient() {
        return answerPerRecipient;
    }

    /**
     * Whether the answer of sending a message (message: triggerUnitary, triggerHighThroughput) is a List with a Map
     * for each recipient: recipient, executionId and requestId. It can be split, and says which recipient went with
     * which execution. Otherwise it is the answer as Adobe sent it.
     */
    public void setAnswerPerRecipient(boolean answerPerRecipient) {
        this.answerPerRecipient = answerPerRecipient;
    }

    public String getConnectionId() {
        return connectionId;
    }

    /**
     * Inlet of the streaming connection that events go to: the end of the address that the connection shows, 64
     * characters. It is not the id of the connection. The option id and the header CamelAjoId mean the same for events.
     */
    public void setConnectionId(String connectionId) {
        this.connectionId = connectionId;
    }

    public String getSchemaId() {
        return schemaId;
    }

    /**
     * URI of the schema that events have, as the schema shows it. Without it only whole envelopes can be sent, with header
     * and body. Example: https://ns.adobe.com/TENANT/schemas/SCHEMA.
     */
    public void setSchemaId(String schemaId) {
        this.schemaId = schemaId;
    }

    public String getSchemaVersion() {
        return schemaVersion;
    }

    /**
     * Version of the schema that events are written for, as Adobe shows it: a major number, or major and minor.
     */
    public void setSchemaVersion(String schemaVersion) {
        this.schemaVersion = schemaVersion;
    }

    public String getDatasetId() {
        return datasetId;
    }

    /**
     * Dataset that events land in. Without it the streaming connection decides.
     */
    public void setDatasetId(String datasetId) {
        this.datasetId = datasetId;
    }

    public String getDataflowId() {
        return dataflowId;
    }

    /**
     * Dataflow of the streaming connection, needed when a connection has several.
     */
    public void setDataflowId(String dataflowId) {
        this.dataflowId = dataflowId;
    }

    public String getEventId() {
        return eventId;
    }

    /**
     * The event that starts a journey, as the payload preview of the event in Journey Optimizer shows it
     * (_experience.campaign.orchestration.eventID). It is put into events that have none. Leave it out for events that are
     * recognised by a rule.
     */
    public void setEventId(String eventId) {
        this.eventId = eventId;
    }

    public String getEventUrl() {
        return eventUrl == null ? DEFAULT_EVENT_URL : eventUrl;
    }

    /**
     * Address that events go to: that of a host, or the whole address of an inlet. Must be https, except for a simulator on
     * this machine.
     */
    public void setEventUrl(String eventUrl) {
        this.eventUrl = eventUrl;
    }

    public boolean isEventToken() {
        return eventToken;
    }

    /**
     * Whether events go out with an access token. Set it for streaming connections that were created with authentication;
     * others need none. The token is sent to the host of eventUrl and nowhere else.
     */
    public void setEventToken(boolean eventToken) {
        this.eventToken = eventToken;
    }

    public Boolean getSyncValidation() {
        return syncValidation;
    }

    /**
     * Whether an event is checked against its schema before the answer (event: send). For tests only: Adobe takes 60 such
     * calls a minute and connection, more are refused here, and not every data centre can do it.
     */
    public void setSyncValidation(Boolean syncValidation) {
        this.syncValidation = syncValidation;
    }

    public boolean isAnswerPerMessage() {
        return answerPerMessage;
    }

    /**
     * Whether the answer of sending many events (event: sendBatch) is a List with the outcome of each: index, eventId, kind
     * (TAKEN, REFUSED, UNKNOWN), status and message. Events that were not taken are then no failure. Otherwise the answer
     * counts them, and events that were not taken end in an AjoPartialFailureException.
     */
    public void setAnswerPerMessage(boolean answerPerMessage) {
        this.answerPerMessage = answerPerMessage;
    }

    public int getMaxBatchMessages() {
        return maxBatchMessages;
    }

    /**
     * How many events go into one request at most (event: sendBatch).
     */
    public void setMaxBatchMessages(int maxBatchMessages) {
        this.maxBatchMessages = maxBatchMessages;
    }

    public int getMaxBatchBytes() {
        return maxBatchBytes;
    }

    /**
     * How many bytes a request with events has at most (event: sendBatch), without a unit. Adobe takes 1 MB. An event that is
     * larger goes alone.
     */
    public void setMaxBatchBytes(int maxBatchBytes) {
        this.maxBatchBytes = maxBatchBytes;
    }

    public boolean isRepeatUnknown() {
        return repeatUnknown;
    }

    /**
     * Whether the component itself, with maxRetries, sends events again of which nobody knows whether they were taken. Such an
     * event can arrive twice, with the same _id.
     */
    public void setRepeatUnknown(boolean repeatUnknown) {
        this.repeatUnknown = repeatUnknown;
    }

    public String getIfMatch() {
        return ifMatch;
    }

    /**
     * Version that a template or fragment must still have when it is changed, so that a change of somebody else is not
     * overwritten: the value of CamelAjoETag, with its quotes. With auto the component reads the version right before
     * the change. Only for operations that change templates and fragments, and, without auto, for raw.
     */
    public void setIfMatch(String ifMatch) {
        this.ifMatch = ifMatch;
    }

    public Map<String, Object> getParameters() {
        return parameters;
    }

    /**
     * Path and query parameters that have no option of their own, by Adobe's names. The page of the operation lists
     * them. Example: param.actions=false.
     */
    public void setParameters(Map<String, Object> parameters) {
        this.parameters = parameters;
    }

    public OutputType getOutputType() {
        return outputType;
    }

    /**
     * What the answer becomes in the message body: map for a Map or List, json for the JSON text as Adobe sent it,
     * stream for an unread InputStream, pojo for a typed record where there is one, otherwise as map.
     */
    public void setOutputType(OutputType outputType) {
        this.outputType = outputType;
    }

    public BodyCheck getCheckBody() {
        return checkBody;
    }

    /**
     * Which bodies are checked before they are sent: whether required fields are there, values fit, and no name of a
     * field is mistyped. With auto, Maps, Lists and records are checked for every operation, JSON text only where the
     * component parses it anyway. With always, JSON text, streams and files are parsed and checked too. With never,
     * nothing is checked, for a field that Adobe takes and this version does not know.
     */
    public void setCheckBody(BodyCheck checkBody) {
        this.checkBody = checkBody;
    }

    public boolean isAwaitCompletion() {
        return awaitCompletion;
    }

    /**
     * Whether an operation that starts a job at Adobe waits until the job has ended, and an operation that tells about
     * a job waits until it has ended. No thread is held meanwhile. Otherwise the answer comes at once, and the job
     * goes on.
     */
    public void setAwaitCompletion(boolean awaitCompletion) {
        this.awaitCompletion = awaitCompletion;
    }

    public long getAwaitDelay() {
        return awaitDelay;
    }

    /**
     * How long to wait before the first question about a job, with awaitCompletion. It grows with every further
     * question. In milliseconds, or with a unit as in 5s. The default is 2 seconds.
     */
    public void setAwaitDelay(long awaitDelay) {
        this.awaitDelay = awaitDelay;
    }

    public long getAwaitMaxDelay() {
        return awaitMaxDelay;
    }

    /**
     * The longest time between two questions about a job, with awaitCompletion. In milliseconds, or with a unit as in
     * 1m. The default is 30 seconds.
     */
    public void setAwaitMaxDelay(long awaitMaxDelay) {
        this.awaitMaxDelay = awaitMaxDelay;
    }

    public double getAwaitBackOffMultiplier() {
        return awaitBackOffMultiplier;
    }

    /**
     * By how much the time between two questions about a job grows each time, with awaitCompletion. At least 1, which
     * means it stays the same.
     */
    public void setAwaitBackOffMultiplier(double awaitBackOffMultiplier) {
        this.awaitBackOffMultiplier = awaitBackOffMultiplier;
    }

    public long getAwaitTimeout() {
        return awaitTimeout;
    }

    /**
     * How long a job is waited for, with awaitCompletion. The call fails then, and the job goes on at Adobe. In
     * milliseconds, or with a unit as in 30m. The default is 10 minutes.
     */
    public void setAwaitTimeout(long awaitTimeout) {
        this.awaitTimeout = awaitTimeout;
    }

    public StateMode getMode() {
        return mode;
    }

    /**
     * What the operation apply does: apply brings objects to what the body says, plan writes nothing and answers what would
     * be done.
     */
    public void setMode(StateMode mode) {
        this.mode = mode;
    }

    public boolean isDeploy() {
        return deploy;
    }

    /**
     * Whether the operation apply deploys capping and throttling configurations. Otherwise they are stored only. The field
     * deploy of an object says the same of one.
     */
    public void setDeploy(boolean deploy) {
        this.deploy = deploy;
    }

    public boolean isPublish() {
        return publish;
    }

    /**
     * Whether the operation apply publishes fragments, and waits for it. Otherwise drafts are stored only. The field publish
     * of an object says the same of one.
     */
    public void setPublish(boolean publish) {
        this.publish = publish;
    }

    public StatePrune getPrune() {
        return prune;
    }

    /**
     * What the operation apply does with objects that the document does not want: none leaves them, managed removes those
     * that the state of the document's name has made. It knows them by a mark in their description or comment, so capping
     * configurations are never removed. Fragments cannot be.
     */
    public void setPrune(StatePrune prune) {
        this.prune = prune;
    }

    public StateConflict getOnConflict() {
        return onConflict;
    }

    /**
     * What the operation apply does in the end when an object is unclear (several match, or somebody else changed it) or
     * impossible: fail lets the exchange fail, skip leaves it alone. All other objects are brought about either way.
     */
    public void setOnConflict(StateConflict onConflict) {
        this.onConflict = onConflict;
    }

    public boolean isReportFailures() {
        return reportFailures;
    }

    /**
     * Whether the exchange goes on when the operation apply could not bring about all objects, with the outcome of each as its
     * body. Otherwise it fails. What stops a run before its first write, such as another plan than planFingerprint, fails in
     * any case.
     */
    public void setReportFailures(boolean reportFailures) {
        this.reportFailures = reportFailures;
    }

    public String getPlanFingerprint() {
        return planFingerprint;
    }

    /**
     * The only plan that the operation apply may carry out: the fingerprint that a call with mode=plan has put into the
     * header CamelAjoPlanFingerprint. With another plan nothing is written, and the exchange fails.
     */
    public void setPlanFingerprint(String planFingerprint) {
        this.planFingerprint = planFingerprint;
    }

    public boolean isAllowEmpty() {
        return allowEmpty;
    }

    /**
     * Whether the operation apply, with prune=managed, takes a document that wants nothing of a kind. Otherwise it refuses
     * one, as an empty file looks the same.
     */
    public void setAllowEmpty(boolean allowEmpty) {
        this.allowEmpty = allowEmpty;
    }

    public int getMaxRemovals() {
        return maxRemovals;
    }

    /**
     * The most objects that the operation apply removes, with prune=managed. With more to remove nothing is written.
     */
    public void setMaxRemovals(int maxRemovals) {
        this.maxRemovals = maxRemovals;
    }

    public String getKinds() {
        return kinds;
    }

    /**
     * What the operation export of ajo:state reads, separated by commas: fragment, template, capping, throttling,
     * suppressionAddress, suppressionDomain. The default is all. Addresses are personal data.
     */
    public void setKinds(String kinds) {
        this.kinds = kinds;
    }

    public StateFormat getFormat() {
        return format;
    }

    /**
     * What the operation export answers with: yaml or json for text that can live in a repository. Without it the answer is
     * what outputType says, a Map by default.
     */
    public void setFormat(StateFormat format) {
        this.format = format;
    }

    public boolean isAllowOperationHeader() {
        return allowOperationHeader;
    }

    /**
     * Whether a message may choose the operation by the header CamelAjoOperation, and the method and path of a raw
     * request by CamelAjoHttpMethod and CamelAjoPath. Leave it off where headers can come from outside: a message
     * could choose to delete.
     */
    public void setAllowOperationHeader(boolean allowOperationHeader) {
        this.allowOperationHeader = allowOperationHeader;
    }

    public boolean isAllowHeaderOverride() {
        return allowHeaderOverride;
    }

    /**
     * Whether a header replaces also what the URI says of sandbox, identifiers and, in a call that changes something,
     * flags such as forceDelete. Without it the URI decides, and a header replaces only what the component says. Leave
     * it off where headers can come from outside or from an earlier step.
     */
    public void setAllowHeaderOverride(boolean allowHeaderOverride) {
        this.allowHeaderOverride = allowHeaderOverride;
    }

    public boolean isStrictHeaders() {
        return strictHeaders;
    }

    /**
     * Whether a message is refused that has a header which begins with CamelAjo and is none of this component,
     * CamelAjoFilters for example. Without it the log warns once for each such name, and the header has no effect.
     */
    public void setStrictHeaders(boolean strictHeaders) {
        this.strictHeaders = strictHeaders;
    }

    public String getHttpMethod() {
        return httpMethod;
    }

    /**
     * HTTP method of a raw request. For the API raw only; all other APIs know theirs. Only GET is taken as safe to
     * repeat.
     */
    public void setHttpMethod(String httpMethod) {
        this.httpMethod = httpMethod;
    }

    public String getPath() {
        return path;
    }

    /**
     * Path of a raw request, below the base URL, or a whole URL on a host of the option allowedHosts. For the API raw
     * only. Example: /ajo/im/health.
     */
    public void setPath(String path) {
        this.path = path;
    }

    public String getQuery() {
        return query;
    }

    /**
     * Query of a raw request, percent-encoded, without question mark. For the API raw only. Example:
     * orderBy=-modifiedAt, or in a URI RAW(...) around several.
     */
    public void setQuery(String query) {
        this.query = query;
    }

    public String getContentType() {
        return contentType;
    }

    /**
     * Media type of the body of a raw request, sent as the HTTP header Content-Type. For the API raw only.
     */
    public void setContentType(String contentType) {
        this.contentType = contentType;
    }

    public String getAccept() {
        return accept;
    }

    /**
     * Media type that a raw request asks for, sent as the HTTP header Accept. For the API raw only.
     */
    public void setAccept(String accept) {
        this.accept = accept;
    }

    public boolean isSynchronous() {
        return synchronous;
    }

    /**
     * Whether the call is made on the thread of the route, which then waits for the answer. Cheaper for a single
     * route; without it the thread is free while Adobe works.
     */
    public void setSynchronous(boolean synchronous) {
        this.synchronous = synchronous;
    }

    public String getClientId() {
        return clientId;
    }

    /**
     * Client ID of the OAuth Server-to-Server credential, as the Adobe Developer Console shows it. It is also sent as
     * API key.
     */
    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    /**
     * Client secret of the OAuth Server-to-Server credential, as the Adobe Developer Console shows it. It is sent to
     * the token endpoint only, never to Journey Optimizer.
     */
    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public Supplier<String> getClientSecretSupplier() {
        return clientSecretSupplier;
    }

    /**
     * Gives the client secret in place of the option clientSecret. It is asked for every token, so that a secret can
     * be changed in a vault without a restart.
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
     * ID of your organization at Adobe, as the Adobe Developer Console shows it: 24 characters, an at sign, and
     * AdobeOrg.
     */
    public void setOrganizationId(String organizationId) {
        this.organizationId = organizationId;
    }

    public String getScopes() {
        return scopes == null ? DEFAULT_SCOPES : scopes;
    }

    /**
     * OAuth scopes of the credential, separated by commas. The page of the credential in the Adobe Developer Console
     * lists the right ones; the default fits most credentials.
     */
    public void setScopes(String scopes) {
        this.scopes = scopes;
    }

    public String getBaseUrl() {
        return baseUrl == null ? DEFAULT_BASE_URL : baseUrl;
    }

    /**
     * Address of Journey Optimizer. Change it only for a gateway of your own or a simulator. Must be https, except for
     * a simulator on this machine.
     */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public String getTokenEndpoint() {
        return tokenEndpoint == null ? DEFAULT_TOKEN_ENDPOINT : tokenEndpoint;
    }

    /**
     * Address that access tokens come from. Change it only for a gateway of your own or a simulator. Must be https,
     * except for a simulator on this machine.
     */
    public void setTokenEndpoint(String tokenEndpoint) {
        this.tokenEndpoint = tokenEndpoint;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    /**
     * How long to wait for an answer once the request is sent. In milliseconds, or with a unit as in 90s. The default
     * is 70 seconds; Adobe itself gives up after 60 seconds on some calls, so keep it above that.
     */
    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * How long one request may take in all, until its answer is read; repeats of the component, and the waits before them, come
     * on top. In milliseconds, or with a unit as in 5m; 0 for no limit. The default is 3 minutes.
     */
    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public long getMaxResponseSize() {
        return maxResponseSize;
    }

    /**
     * The largest answer that is read into memory, in bytes after unpacking, without a unit. A larger one ends in an exception; with
     * outputType=stream there is no limit. The default is 64 megabytes.
     */
    public void setMaxResponseSize(long maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public long getStreamIdleTimeout() {
        return streamIdleTimeout;
    }

    /**
     * How long the stream of an answer, with outputType=stream, may go unread before its connection is taken back. A stream is
     * closed when its exchange is done; this is for those that no exchange closes. In milliseconds, or with a unit as in 10m;
     * 0 means no limit. The default is 5 minutes.
     */
    public void setStreamIdleTimeout(long streamIdleTimeout) {
        this.streamIdleTimeout = streamIdleTimeout;
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
     * The longest wait that Adobe may ask for with Retry-After. A longer one is not waited for by the component, and
     * is shortened to this for Camel's redelivery. In milliseconds, or with a unit as in 2m. The default is 1 minute.
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
