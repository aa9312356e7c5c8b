package io.github.camelajo.springboot;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.http.OutputType;
import io.github.camelajo.workflow.PagingMode;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/**
 * Call Adobe Journey Optimizer (AJO): manage capping and throttling configurations, read journeys, or send any request
 * with login and headers added.
 *
 * <p>What an application leaves out is null here, so that the component or its configuration bean decides. The defaults
 * are in the metadata.
 *
 * <p>Generated from the component's descriptor: do not edit.
 */
@ConfigurationProperties(prefix = "camel.component.ajo")
public class AjoComponentConfiguration extends ComponentConfigurationPropertiesCommon {

    /**
     * Where Journey Optimizer is. Must be https, except for a simulator on this machine.
     */
    private String baseUrl;

    /**
     * Name of the sandbox, in lower case, not its UUID. It is always sent: without it Adobe would use the production
     * sandbox.
     */
    private String sandbox;

    /**
     * Whether the answer of sending a message is a List with a Map for each recipient: recipient, executionId and
     * requestId. It can be split, and says which recipient went with which execution.
     */
    private Boolean answerPerRecipient;

    /**
     * Channel of the surfaces that are listed, for example email or push.
     */
    private String channel;

    /**
     * Options that endpoints start from.
     */
    private AjoConfiguration configuration;

    /**
     * Whether a deployed capping or throttling configuration is undeployed and deleted in one call. Without it Adobe
     * refuses to delete a deployed one.
     */
    private Boolean forceDelete;

    /**
     * Identifier of the resource, for example the uid of a capping configuration or the id of a journey version.
     */
    private String id;

    /**
     * What is looked up together with a journey, separated by commas: campaigns, surfaces, rulesets.
     */
    private String include;

    /**
     * Whether the producer should be started lazy (on the first message). By starting lazy you can use this to allow
     * CamelContext and routes to startup in situations where a producer may otherwise fail during starting and cause
     * the route to fail being started. By deferring this startup to be lazy then the startup failure can be handled
     * during routing messages via Camel's routing error handlers. Beware that when the first message is processed then
     * creating and starting the producer may take a little time and prolong the total processing time of the
     * processing.
     */
    private Boolean lazyStartProducer;

    /**
     * What to do. Which operations there are depends on the API; connection and raw have one each and need none here.
     */
    private String operation;

    /**
     * What the answer becomes in the message body: Map or List, JSON text as Adobe sent it, an unread stream, or a
     * typed record where there is one.
     */
    private OutputType outputType;

    /**
     * Which list of suppressions: client (addresses that are not written to) or allowed (the only ones that are). For
     * surfaces of campaigns: what the id is the id of, for example surfaceId.
     */
    private String type;

    /**
     * ETag that a resource must still have when it is changed, with its quotes. With auto the component reads the ETag
     * right before the change.
     */
    private String ifMatch;

    /**
     * Path and query parameters that have no option of their own, by Adobe's names. Example: param.pageSize=10. This is
     * a multi-value option with prefix: param.
     */
    private Map<String, Object> parameters;

    /**
     * Whether the call is made on the thread of the route, which then waits for the answer. Cheaper for a single route;
     * without it the thread is free while Adobe works.
     */
    private Boolean synchronous;

    /**
     * Whether autowiring is enabled. This is used for automatic autowiring options (the option must be marked as
     * autowired) by looking up in the registry to find if there is a single instance of matching type, which then gets
     * configured on the component. This can be used for automatic configuring JDBC data sources, JMS connection
     * factories, AWS Clients, etc.
     */
    private Boolean autowiredEnabled;

    /**
     * How long to wait for a connection, TLS included, in milliseconds.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration connectTimeout;

    /**
     * A Camel HTTP component whose TLS, proxy and listener settings are taken over. Its retries, redirects, cookies and
     * pool sizes are not.
     */
    private HttpComponent httpComponent;

    /**
     * How many calls the component makes at a time. Further ones wait without holding a thread.
     */
    private Integer maxConcurrentRequests;

    /**
     * How many calls may wait for their turn. Further ones are rejected, and nothing of them is sent.
     */
    private Integer maxQueuedRequests;

    /**
     * The most bytes read of an answer, after unpacking, unless it is taken as a stream.
     */
    private Long maxResponseSize;

    /**
     * How often a failed call is made again by the component itself, when the operation is safe to repeat and the
     * failure can pass. Off by default: Camel's error handler does the same for whole routes.
     */
    private Integer maxRetries;

    /**
     * The longest wait that Adobe may ask for with Retry-After, in milliseconds. A longer one is not waited for by the
     * component, and is shortened to this for Camel's redelivery.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration maxRetryAfter;

    /**
     * Reads and writes JSON in place of Camel Jackson's mapper.
     */
    private ObjectMapper objectMapper;

    /**
     * How long one call may take in all, until its answer is read, in milliseconds. 0 for no limit.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration requestTimeout;

    /**
     * How long to wait for an answer, in milliseconds. Adobe itself gives up after 60 seconds on some calls, so keep it
     * above that.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration responseTimeout;

    /**
     * Whether Camel's redelivery waits as long as Adobe asked for with Retry-After, instead of its own delay.
     */
    private Boolean retryAfterRedelivery;

    /**
     * Used for enabling or disabling all consumer based health checks from this component
     */
    private Boolean healthCheckConsumerEnabled;

    /**
     * Whether the health check makes a call of its own, at most every 30 seconds, in place of judging by the calls of
     * the routes. It reads one journey, so the credential needs the permission to view journeys.
     */
    private Boolean healthCheckProbe;

    /**
     * Used for enabling or disabling all producer based health checks from this component. Notice: Camel has by default
     * disabled all producer based health-checks. You can turn on producer checks globally by setting
     * camel.health.producersEnabled=true.
     */
    private Boolean healthCheckProducerEnabled;

    /**
     * By how much the time between two questions about a job grows each time, at least 1.
     */
    private Double awaitBackOffMultiplier;

    /**
     * Whether an operation that starts a job waits until the job has ended, and an operation that tells about a job
     * waits until it has ended. No thread is held meanwhile.
     */
    private Boolean awaitCompletion;

    /**
     * The time before the first question about a job, in milliseconds. It grows with every further question.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration awaitDelay;

    /**
     * The longest time between two questions about a job, in milliseconds.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration awaitMaxDelay;

    /**
     * How long a job is waited for, in milliseconds. The call fails then, and the job goes on at Adobe.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration awaitTimeout;

    /**
     * Fields that each item of a list shall have, separated by commas. Example: id,name,status.
     */
    private String fields;

    /**
     * Conditions of a list joined by an ampersand, each a field, an operator (equal, greater, less, greater or equal,
     * less or equal) and a value. A comma separates alternatives. Example: status=live, or in a URI RAW(...) around
     * several conditions.
     */
    private String filter;

    /**
     * Whether a list of campaigns has them with all their parts.
     */
    private Boolean full;

    /**
     * Order of a list: the name of a field, with a minus sign before it for descending. Example: -modifiedAt. Journeys
     * have the option sort in place of it.
     */
    private String orderBy;

    /**
     * The page of a list to begin with: its number, counted from 0, for journeys and campaigns, and the cursor that
     * CamelAjoNextPage gave for all others.
     */
    private String page;

    /**
     * How many items Adobe puts into a page of a list. Journeys: 1 to 100, by default 100. Campaigns: by default 50.
     * Templates and fragments: 1 to 1000, by default 20. All others: by default 20 or 25.
     */
    private Integer pageSize;

    /**
     * How much of a list a call brings: one page (headers tell where the next one starts), all items of all pages in
     * one List, or an iterator that gets page after page while it is split or read in the route, in constant memory.
     */
    private PagingMode paging;

    /**
     * Condition of a list of campaigns, suppressions, templates, fragments or loyalty objects, as Adobe's reference of
     * the API writes it. Example: nameWelcome. Several are given as a list in the header CamelAjoProperty.
     */
    private String property;

    /**
     * Order of a list: field=asc or field=desc, several separated by commas. Example: name=asc.
     */
    private String sort;

    /**
     * Media type that a raw request asks for.
     */
    private String accept;

    /**
     * Media type of the body of a raw request.
     */
    private String contentType;

    /**
     * HTTP method of a raw request.
     */
    private String httpMethod;

    /**
     * Path of a raw request, below the base URL, or a whole URL on a host of the option allowedHosts. Example:
     * /ajo/im/health.
     */
    private String path;

    /**
     * Query of a raw request, percent-encoded, without question mark. Example: orderBy=-modifiedAt, or in a URI
     * RAW(...) around several.
     */
    private String query;

    /**
     * Further hosts that raw requests may go to, separated by commas: the token is sent to them. Example:
     * https://cjm.adobe.io.
     */
    private String allowedHosts;

    /**
     * Whether http is allowed for hosts other than this machine. Token and data travel in the clear then; only for a
     * gateway inside a protected network.
     */
    private Boolean allowInsecureHttp;

    /**
     * Whether a message may choose the operation, and the method and path of a raw request, by header. Leave it off
     * where headers can come from outside.
     */
    private Boolean allowOperationHeader;

    /**
     * Client ID of the OAuth Server-to-Server credential, from the Adobe Developer Console. It is also sent as API key.
     */
    private String clientId;

    /**
     * Client secret of the OAuth Server-to-Server credential. Sent to the token endpoint only.
     */
    private String clientSecret;

    /**
     * Organization ID, from the Adobe Developer Console: 24 characters, an at sign, and AdobeOrg.
     */
    private String organizationId;

    /**
     * OAuth scopes of the credential, separated by commas. The page of the credential in the Adobe Developer Console
     * lists the right ones.
     */
    private String scopes;

    /**
     * TLS settings, for example a trust store for a proxy that opens TLS.
     */
    private SSLContextParameters sslContextParameters;

    /**
     * Where access tokens come from. Must be https, except for a simulator on this machine.
     */
    private String tokenEndpoint;

    /**
     * Whether the TLS settings of the CamelContext are used.
     */
    private Boolean useGlobalSslContextParameters;

    /**
     * Gives the client secret in place of the option clientSecret. It is asked for every token, so that a secret can be
     * changed in a vault without a restart.
     */
    private Supplier<String> clientSecretSupplier;

    /**
     * Second client secret, tried once when the first is refused. For changing secrets without a gap: Adobe lets a
     * credential have two.
     */
    private String secondaryClientSecret;

    /**
     * Whether a token is asked for when a route starts, so that wrong credentials show before the first message.
     */
    private Boolean tokenOnStart;

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public String getSandbox() {
        return sandbox;
    }

    public void setSandbox(String sandbox) {
        this.sandbox = sandbox;
    }

    public Boolean getAnswerPerRecipient() {
        return answerPerRecipient;
    }

    public void setAnswerPerRecipient(Boolean answerPerRecipient) {
        this.answerPerRecipient = answerPerRecipient;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public AjoConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(AjoConfiguration configuration) {
        this.configuration = configuration;
    }

    public Boolean getForceDelete() {
        return forceDelete;
    }

    public void setForceDelete(Boolean forceDelete) {
        this.forceDelete = forceDelete;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getInclude() {
        return include;
    }

    public void setInclude(String include) {
        this.include = include;
    }

    public Boolean getLazyStartProducer() {
        return lazyStartProducer;
    }

    public void setLazyStartProducer(Boolean lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
    }

    public String getOperation() {
        return operation;
    }

    public void setOperation(String operation) {
        this.operation = operation;
    }

    public OutputType getOutputType() {
        return outputType;
    }

    public void setOutputType(OutputType outputType) {
        this.outputType = outputType;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getIfMatch() {
        return ifMatch;
    }

    public void setIfMatch(String ifMatch) {
        this.ifMatch = ifMatch;
    }

    public Map<String, Object> getParameters() {
        return parameters;
    }

    public void setParameters(Map<String, Object> parameters) {
        this.parameters = parameters;
    }

    public Boolean getSynchronous() {
        return synchronous;
    }

    public void setSynchronous(Boolean synchronous) {
        this.synchronous = synchronous;
    }

    public Boolean getAutowiredEnabled() {
        return autowiredEnabled;
    }

    public void setAutowiredEnabled(Boolean autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public HttpComponent getHttpComponent() {
        return httpComponent;
    }

    public void setHttpComponent(HttpComponent httpComponent) {
        this.httpComponent = httpComponent;
    }

    public Integer getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    public void setMaxConcurrentRequests(Integer maxConcurrentRequests) {
        this.maxConcurrentRequests = maxConcurrentRequests;
    }

    public Integer getMaxQueuedRequests() {
        return maxQueuedRequests;
    }

    public void setMaxQueuedRequests(Integer maxQueuedRequests) {
        this.maxQueuedRequests = maxQueuedRequests;
    }

    public Long getMaxResponseSize() {
        return maxResponseSize;
    }

    public void setMaxResponseSize(Long maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public Integer getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(Integer maxRetries) {
        this.maxRetries = maxRetries;
    }

    public Duration getMaxRetryAfter() {
        return maxRetryAfter;
    }

    public void setMaxRetryAfter(Duration maxRetryAfter) {
        this.maxRetryAfter = maxRetryAfter;
    }

    public ObjectMapper getObjectMapper() {
        return objectMapper;
    }

    public void setObjectMapper(ObjectMapper objectMapper) {
        this.objectMapper = objectMapper;
    }

    public Duration getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(Duration requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public Duration getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(Duration responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public Boolean getRetryAfterRedelivery() {
        return retryAfterRedelivery;
    }

    public void setRetryAfterRedelivery(Boolean retryAfterRedelivery) {
        this.retryAfterRedelivery = retryAfterRedelivery;
    }

    public Boolean getHealthCheckConsumerEnabled() {
        return healthCheckConsumerEnabled;
    }

    public void setHealthCheckConsumerEnabled(Boolean healthCheckConsumerEnabled) {
        this.healthCheckConsumerEnabled = healthCheckConsumerEnabled;
    }

    public Boolean getHealthCheckProbe() {
        return healthCheckProbe;
    }

    public void setHealthCheckProbe(Boolean healthCheckProbe) {
        this.healthCheckProbe = healthCheckProbe;
    }

    public Boolean getHealthCheckProducerEnabled() {
        return healthCheckProducerEnabled;
    }

    public void setHealthCheckProducerEnabled(Boolean healthCheckProducerEnabled) {
        this.healthCheckProducerEnabled = healthCheckProducerEnabled;
    }

    public Double getAwaitBackOffMultiplier() {
        return awaitBackOffMultiplier;
    }

    public void setAwaitBackOffMultiplier(Double awaitBackOffMultiplier) {
        this.awaitBackOffMultiplier = awaitBackOffMultiplier;
    }

    public Boolean getAwaitCompletion() {
        return awaitCompletion;
    }

    public void setAwaitCompletion(Boolean awaitCompletion) {
        this.awaitCompletion = awaitCompletion;
    }

    public Duration getAwaitDelay() {
        return awaitDelay;
    }

    public void setAwaitDelay(Duration awaitDelay) {
        this.awaitDelay = awaitDelay;
    }

    public Duration getAwaitMaxDelay() {
        return awaitMaxDelay;
    }

    public void setAwaitMaxDelay(Duration awaitMaxDelay) {
        this.awaitMaxDelay = awaitMaxDelay;
    }

    public Duration getAwaitTimeout() {
        return awaitTimeout;
    }

    public void setAwaitTimeout(Duration awaitTimeout) {
        this.awaitTimeout = awaitTimeout;
    }

    public String getFields() {
        return fields;
    }

    public void setFields(String fields) {
        this.fields = fields;
    }

    public String getFilter() {
        return filter;
    }

    public void setFilter(String filter) {
        this.filter = filter;
    }

    public Boolean getFull() {
        return full;
    }

    public void setFull(Boolean full) {
        this.full = full;
    }

    public String getOrderBy() {
        return orderBy;
    }

    public void setOrderBy(String orderBy) {
        this.orderBy = orderBy;
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }

    public Integer getPageSize() {
        return pageSize;
    }

    public void setPageSize(Integer pageSize) {
        this.pageSize = pageSize;
    }

    public PagingMode getPaging() {
        return paging;
    }

    public void setPaging(PagingMode paging) {
        this.paging = paging;
    }

    public String getProperty() {
        return property;
    }

    public void setProperty(String property) {
        this.property = property;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getAccept() {
        return accept;
    }

    public void setAccept(String accept) {
        this.accept = accept;
    }

    public String getContentType() {
        return contentType;
    }

    public void setContentType(String contentType) {
        this.contentType = contentType;
    }

    public String getHttpMethod() {
        return httpMethod;
    }

    public void setHttpMethod(String httpMethod) {
        this.httpMethod = httpMethod;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = query;
    }

    public String getAllowedHosts() {
        return allowedHosts;
    }

    public void setAllowedHosts(String allowedHosts) {
        this.allowedHosts = allowedHosts;
    }

    public Boolean getAllowInsecureHttp() {
        return allowInsecureHttp;
    }

    public void setAllowInsecureHttp(Boolean allowInsecureHttp) {
        this.allowInsecureHttp = allowInsecureHttp;
    }

    public Boolean getAllowOperationHeader() {
        return allowOperationHeader;
    }

    public void setAllowOperationHeader(Boolean allowOperationHeader) {
        this.allowOperationHeader = allowOperationHeader;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public String getOrganizationId() {
        return organizationId;
    }

    public void setOrganizationId(String organizationId) {
        this.organizationId = organizationId;
    }

    public String getScopes() {
        return scopes;
    }

    public void setScopes(String scopes) {
        this.scopes = scopes;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public String getTokenEndpoint() {
        return tokenEndpoint;
    }

    public void setTokenEndpoint(String tokenEndpoint) {
        this.tokenEndpoint = tokenEndpoint;
    }

    public Boolean getUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    public void setUseGlobalSslContextParameters(Boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public Supplier<String> getClientSecretSupplier() {
        return clientSecretSupplier;
    }

    public void setClientSecretSupplier(Supplier<String> clientSecretSupplier) {
        this.clientSecretSupplier = clientSecretSupplier;
    }

    public String getSecondaryClientSecret() {
        return secondaryClientSecret;
    }

    public void setSecondaryClientSecret(String secondaryClientSecret) {
        this.secondaryClientSecret = secondaryClientSecret;
    }

    public Boolean getTokenOnStart() {
        return tokenOnStart;
    }

    public void setTokenOnStart(Boolean tokenOnStart) {
        this.tokenOnStart = tokenOnStart;
    }

}
