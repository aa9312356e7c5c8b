package io.github.camelajo.springboot;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.BodyCheck;
import io.github.camelajo.result.OutputType;
import io.github.camelajo.result.PagingMode;
import io.github.camelajo.result.StateConflict;
import io.github.camelajo.result.StateFormat;
import io.github.camelajo.result.StateMode;
import io.github.camelajo.result.StatePrune;
import io.github.camelajo.spi.OutboxStore;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/**
 * Call Adobe Journey Optimizer (AJO): send messages, read journeys and campaigns, manage templates, fragments,
 * suppression lists, capping, throttling and loyalty challenges, try campaigns out, trigger orchestrated campaigns, or
 * send any request with login and headers added.
 *
 * <p>What an application leaves out is null here, so that the component or its configuration bean decides. The defaults
 * are in the metadata.
 *
 * <p>Generated from the component's descriptor: do not edit.
 */
@ConfigurationProperties(prefix = "camel.component.ajo")
public class AjoComponentConfiguration extends ComponentConfigurationPropertiesCommon {

    /**
     * Name of the Adobe sandbox to work in: a partition with its own data, such as prod or dev. Use the name in lower
     * case, not the title and not the UUID. Set it here or on the component, because Adobe would use the production
     * sandbox without it.
     */
    private String sandbox;

    /**
     * Allows for bridging the consumer to the Camel routing Error Handler, which mean any exceptions (if possible)
     * occurred while the Camel consumer is trying to pickup incoming messages, or the likes, will now be processed as a
     * message and handled by the routing Error Handler. Important: This is only possible if the 3rd party component
     * allows Camel to be alerted if an exception was thrown. Some components handle this internally only, and therefore
     * bridgeErrorHandler is not possible. In other situations we may improve the Camel component to hook into the 3rd
     * party component and make this possible for future releases. By default the consumer will use the
     * org.apache.camel.spi.ExceptionHandler to deal with exceptions, that will be logged at WARN or ERROR level and
     * ignored.
     */
    private Boolean bridgeErrorHandler;

    /**
     * Whether the answer of sending a message (message: triggerUnitary, triggerHighThroughput) is a List with one Map
     * for each recipient: recipient, executionId and requestId. The list can be split, and shows which execution
     * belongs to which recipient. Otherwise the body is the answer as Adobe sent it.
     */
    private Boolean answerPerRecipient;

    /**
     * Channel whose surfaces are listed (campaign: listSurfaces). A surface is the technical setup of a channel, such
     * as sender and subdomain. Example: email.
     */
    private String channel;

    /**
     * Whether to undeploy and delete a deployed configuration in one call (capping: delete, throttling: delete).
     * Without it Adobe refuses to delete a deployed configuration.
     */
    private Boolean forceDelete;

    /**
     * Identifier of the object that the operation is about, for example the uid of a capping configuration, the id of a
     * journey version or an email address of the suppression list. Most operations that list or create need none. The
     * header CamelAjoId can give it for each message; the value in the URI wins, unless allowHeaderOverride is set.
     */
    private String id;

    /**
     * Related objects to return together with a journey (journey: get), separated by commas: campaigns, surfaces,
     * rulesets. Each one costs Adobe extra calls, so the answer takes longer. Example: campaigns,surfaces.
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
     * What to do with the API. capping, throttling: list, create, get, update, delete, canDeploy, deploy, undeploy,
     * apply, export. journey: list, get. campaign: list, get, listVersions, getPackage, getMessage, getMessageVariant,
     * listPublishNotifications, getWorkflow, listSurfaces, getSurface. message: triggerUnitary, triggerHighThroughput,
     * triggerAudience, getExecution, getSchedule, deleteSchedule, health. suppression-address, suppression-domain:
     * list, add, get, delete, apply, export. suppression-upload: create, list, get, delete. suppression: deleteAll.
     * template: create, list, get, update, patch, delete, apply, export. fragment: create, list, get, update, patch,
     * publish, getLive, getPublicationStatus, apply, export. simulation: createProof, getProof, createPreview. dataset:
     * validate, enable, getJob. orchestrated-campaign: trigger. loyalty-task: list, create, get, update, patch, delete.
     * loyalty-challenge: list, create, get, update, patch, delete, publish, unpublish, duplicate, archive, initialize.
     * loyalty-journey: create, updateFromChallenge, health. loyalty-config: get, create, update, delete, getById,
     * patch. loyalty-reward-provider, loyalty-reward-definition, loyalty-reward-proxy, loyalty-reward-auth,
     * loyalty-event: list, create, get, update, delete. loyalty-product: list, lookup, upload, get, searchLabels,
     * listJobs, getJob. event: send, sendBatch. sandbox: list, listAll, get, listTypes. package: promote, list, get,
     * create, addArtifacts, removeArtifacts, update, delete, publish, listConflicts, checkPermissions, submitImport,
     * listDependencies, getPayload, makePublic, listJobs, getJob. mtls-certificate: list. query-connection: get. state:
     * apply, export. connection: verify, and raw: request, need no operation in the URI.
     */
    private String operation;

    /**
     * What the message body becomes: map for a Map or List, json for the JSON text as Adobe sent it, stream for an
     * unread InputStream, pojo for a typed record if there is one, otherwise as map.
     */
    private OutputType outputType;

    /**
     * Selects the list for suppression-address and suppression-domain: client for the suppression list (Adobe's
     * default), allowed for the allow list. For campaign: listSurfaces and getSurface, it is the kind of surface or of
     * identifier, for example surfaceId.
     */
    private String type;

    /**
     * Which bodies are checked before they are sent: whether required fields are present, values are valid, and no
     * field name is misspelled. With auto, Maps, Lists and records are checked for every operation, JSON text only
     * where the component parses it anyway. With always, JSON text, streams and files are parsed and checked too. With
     * never, nothing is checked, for example to send a field that Adobe accepts and this version does not know.
     */
    private BodyCheck checkBody;

    /**
     * Version that a template or fragment must still have when it is changed, so that nobody else's change is
     * overwritten: the value of CamelAjoETag, with its quotes. With auto the component reads the version right before
     * the change. Only for operations that change templates and fragments and, without auto, for raw.
     */
    private String ifMatch;

    /**
     * Path and query parameters that have no option of their own, by Adobe's names. The page of the operation lists
     * them. Example: param.actions=false. This is a multi-value option with prefix: param.
     */
    private Map<String, Object> parameters;

    /**
     * Whether to refuse a message with a header that begins with CamelAjo and does not belong to this component, for
     * example CamelAjoFilters. Without it the log warns once for each such name, and the header has no effect.
     */
    private Boolean strictHeaders;

    /**
     * Whether the call is made on the thread of the route, which then waits for the answer. This is cheaper for a
     * single route; without it the thread is free while Adobe works.
     */
    private Boolean synchronous;

    /**
     * Whether to use the ObjectMapper of the registry if there is exactly one and the option objectMapper is not set.
     */
    private Boolean autoDiscoverObjectMapper;

    /**
     * Whether autowiring is enabled. This is used for automatic autowiring options (the option must be marked as
     * autowired) by looking up in the registry to find if there is a single instance of matching type, which then gets
     * configured on the component. This can be used for automatic configuring JDBC data sources, JMS connection
     * factories, AWS Clients, etc.
     */
    private Boolean autowiredEnabled;

    /**
     * Address of Journey Optimizer. Change it only for your own gateway or a simulator. It must use https, except for a
     * simulator on this machine.
     */
    private String baseUrl;

    /**
     * The options that endpoints start from, as one object. Each of them can also be set on the component by its own
     * name.
     */
    private AjoConfiguration configuration;

    /**
     * Longest time to wait for a connection, including TLS. In milliseconds, or with a unit as in 5s. The default is 10
     * seconds.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration connectTimeout;

    /**
     * Camel HTTP component whose TLS, proxy and listener settings are used. Its retries, redirects, cookies and pool
     * sizes are not.
     */
    private HttpComponent httpComponent;

    /**
     * Whether to measure single requests too, in addition to ajo.calls, as histograms with common names: micrometer
     * (http.client.requests, as Spring's clients) or opentelemetry (http.client.request.duration). Both also measure
     * the connection pool as Micrometer measures those of Apache clients. Needs Micrometer.
     */
    private String httpMeters;

    /**
     * Name of another ajo component to take missing credentials, organization, scopes, addresses and sandbox from. A
     * component with its own clientId takes none of these. TLS and proxy settings and productionGuard are taken as
     * well. Kamelets inherit from the component ajo.
     */
    private String inheritFrom;

    /**
     * Maximum number of calls that the component makes at the same time, over all routes. Further calls wait in a queue
     * without holding a thread.
     */
    private Integer maxConcurrentRequests;

    /**
     * Maximum number of calls that wait in the queue. Further calls are rejected, and nothing of them is sent.
     */
    private Integer maxQueuedRequests;

    /**
     * Largest answer to read into memory, in bytes after decompression, without a unit. A larger answer ends in an
     * exception; with outputType=stream there is no limit. The default is 64 megabytes.
     */
    private Long maxResponseSize;

    /**
     * How often the component itself retries a failed call, if the operation is safe to repeat and the failure is
     * temporary. Off by default, because Camel's error handler can retry for whole routes.
     */
    private Integer maxRetries;

    /**
     * Longest wait to accept from the header Retry-After of Adobe. The component does not wait for a longer one, and
     * Camel's redelivery waits this long instead. In milliseconds, or with a unit as in 2m. The default is 1 minute.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration maxRetryAfter;

    /**
     * Jackson ObjectMapper that reads and writes JSON, in place of the one of Camel Jackson.
     */
    private ObjectMapper objectMapper;

    /**
     * Longest time for one request, until its answer is read. Retries of the component, and the waits before them, are
     * not included. In milliseconds, or with a unit as in 5m; 0 for no limit. The default is 3 minutes.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration requestTimeout;

    /**
     * Longest time to wait for an answer after the request is sent. In milliseconds, or with a unit as in 90s. The
     * default is 70 seconds; keep it above 60 seconds, after which Adobe itself gives up on some calls.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration responseTimeout;

    /**
     * Whether Camel's redelivery waits as long as Adobe asked for with Retry-After, in place of its own delay.
     */
    private Boolean retryAfterRedelivery;

    /**
     * Longest time that the stream of an answer, with outputType=stream, may go unread before its connection is taken
     * back. A stream is closed when its exchange is done; this option is for streams that no exchange closes. In
     * milliseconds, or with a unit as in 10m; 0 for no limit. The default is 5 minutes.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration streamIdleTimeout;

    /**
     * Whether calls to Adobe carry the trace context of the application, in the header traceparent or in whatever its
     * propagator writes. Each request has its own span. Needs camel-opentelemetry2; token requests carry no trace
     * context.
     */
    private Boolean traceContext;

    /**
     * Whether the answer of sending many events (event: sendBatch) is a List with the outcome of each event: index,
     * eventId, kind (TAKEN, REFUSED, UNKNOWN), status and message. Events that were not taken are then no failure.
     * Otherwise the answer counts them, and events that were not taken end in an AjoPartialFailureException.
     */
    private Boolean answerPerMessage;

    /**
     * Inlet of the streaming connection that events are sent to: the last part of the address that the connection
     * shows, 64 characters. It is not the id of the connection. For events the option id and the header CamelAjoId mean
     * the same.
     */
    private String connectionId;

    /**
     * Dataflow of the streaming connection, needed when a connection has several.
     */
    private String dataflowId;

    /**
     * Dataset that stores the events. Without it the streaming connection decides.
     */
    private String datasetId;

    /**
     * Event that starts a journey, as shown in the payload preview of the event in Journey Optimizer
     * (_experience.campaign.orchestration.eventID). It is added to events that have none. Leave it out for events that
     * a rule recognises.
     */
    private String eventId;

    /**
     * Maximum number of bytes in a request with events (event: sendBatch), without a unit. Adobe takes 1 MB. An event
     * that is larger than this option is sent alone.
     */
    private Integer maxBatchBytes;

    /**
     * Maximum number of events in one request (event: sendBatch).
     */
    private Integer maxBatchMessages;

    /**
     * Maximum number of requests with events that the component makes at the same time, over all routes. They have
     * their own connections, in addition to those of maxConcurrentRequests. Further requests wait in their own queue,
     * whose length is maxQueuedRequests.
     */
    private Integer maxConcurrentEventRequests;

    /**
     * URI of the schema of the events, as shown on the schema. Without it only complete envelopes, with header and
     * body, can be sent. Example: https://ns.adobe.com/TENANT/schemas/SCHEMA.
     */
    private String schemaId;

    /**
     * Version of the schema that events are written for, as Adobe shows it: a major number, or major and minor.
     */
    private String schemaVersion;

    /**
     * Whether Adobe checks an event against its schema before it answers (event: send). For tests only: Adobe takes 60
     * such calls a minute for each connection, further ones are refused by the component, and not every data centre
     * supports it.
     */
    private Boolean syncValidation;

    /**
     * Address that events are sent to: a host, or the full address of an inlet. It must use https, except for a
     * simulator on this machine.
     */
    private String eventUrl;

    /**
     * Whether the component, with maxRetries, sends events again when it is not known whether Adobe took them. Such an
     * event can arrive twice, with the same _id.
     */
    private Boolean repeatUnknown;

    /**
     * Used for enabling or disabling all consumer based health checks from this component
     */
    private Boolean healthCheckConsumerEnabled;

    /**
     * Whether the health check makes its own call, at most every 30 seconds, in place of judging by the calls of the
     * routes. It reads one journey, so the credential needs the permission to view journeys.
     */
    private Boolean healthCheckProbe;

    /**
     * Used for enabling or disabling all producer based health checks from this component. Notice: Camel has by default
     * disabled all producer based health-checks. You can turn on producer checks globally by setting
     * camel.health.producersEnabled=true.
     */
    private Boolean healthCheckProducerEnabled;

    /**
     * Factor by which the time between two status requests grows each time, with awaitCompletion. At least 1, which
     * keeps the time constant.
     */
    private Double awaitBackOffMultiplier;

    /**
     * Whether an operation that starts a job at Adobe, or reports on one, waits until the job has ended. The wait holds
     * no thread. Otherwise the answer comes at once, and the job goes on.
     */
    private Boolean awaitCompletion;

    /**
     * Time before the first status request for a job, with awaitCompletion. It grows with every further request. In
     * milliseconds, or with a unit as in 5s. The default is 2 seconds.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration awaitDelay;

    /**
     * Longest time between two status requests for a job, with awaitCompletion. In milliseconds, or with a unit as in
     * 1m. The default is 30 seconds.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration awaitMaxDelay;

    /**
     * Longest time to wait for a job, with awaitCompletion. After that the call fails, and the job goes on at Adobe. In
     * milliseconds, or with a unit as in 30m. The default is 10 minutes.
     */
    @DurationUnit(ChronoUnit.MILLIS)
    private Duration awaitTimeout;

    /**
     * Fields to return for each journey of a list (journey: list), separated by commas. Without it Adobe sends all
     * fields. Example: id,name,status.
     */
    private String fields;

    /**
     * Selects the journeys of a list (journey: list). Conditions are joined by an ampersand; each is a field, an
     * operator (equal, greater, less, greater or equal, less or equal) and a value. A comma separates alternatives.
     * Example: status=live, or in a URI RAW(...) around several conditions.
     */
    private String filter;

    /**
     * Whether campaigns are returned with all their parts in place of a summary (campaign: list, listVersions). Full
     * campaigns are much larger. Adobe's default is false.
     */
    private Boolean full;

    /**
     * Order of a list: the name of a field, with a minus sign before it for descending. For lists of campaign,
     * template, fragment, suppression-address, suppression-domain, suppression-upload, loyalty-task, loyalty-challenge,
     * loyalty-product and package; journeys have the option sort, and sandbox: listAll takes asc or desc, a colon and
     * fields. Example: -modifiedAt.
     */
    private String orderBy;

    /**
     * Page of a list to start with. Journeys and campaigns have page numbers, counted from 0; all other lists have a
     * cursor, which the header CamelAjoNextPage returned. Without it a list starts with its first page.
     */
    private String page;

    /**
     * Number of items in one page of a list. Journeys: 1 to 100, by default 100. Campaigns: by default 50. Templates
     * and fragments: 1 to 1000, by default 20. All others: by default 20 or 25. Larger pages need fewer calls for the
     * same list.
     */
    private Integer pageSize;

    /**
     * How much of a list one call returns: page for one page (the header CamelAjoNextPage tells where the next one
     * starts), all for the items of all pages in one List, iterator for an Iterator that reads page after page while
     * the route splits it, in constant memory.
     */
    private PagingMode paging;

    /**
     * Selects the items of a list, for lists of campaign, template, fragment, suppression-address, suppression-domain,
     * suppression-upload, loyalty-task, loyalty-challenge, package and sandbox (listAll): a field, an operator and a
     * value, written as in Adobe's reference of that API. To give several conditions, repeat the option or use a List
     * in the header CamelAjoProperty. In one text they are joined by a semicolon for campaign and by a comma for
     * loyalty-task and loyalty-challenge; the others take one condition in a text. Example for campaigns:
     * campaignClass!=inline.
     */
    private String property;

    /**
     * Order of the journeys of a list (journey: list): field=asc or field=desc, several separated by commas. Example:
     * name=asc. The lists of other APIs have the option orderBy.
     */
    private String sort;

    /**
     * Maximum number of items with paging=all, which holds the whole list in memory. A longer list ends in an
     * exception; paging=iterator has no such limit. The default is 50000.
     */
    private Integer maxItems;

    /**
     * Maximum number of pages read for one list with paging=all or iterator. More pages end in an exception, so that an
     * endless list is noticed. A larger pageSize means fewer pages. The default is 10000.
     */
    private Integer maxPages;

    /**
     * Stores the items of all outboxes that have no store of their own. Without one, items are in memory and lost at a
     * restart. The module camel-ajo-store has an implementation for databases.
     */
    private OutboxStore outboxStore;

    /**
     * Media type that a raw request asks for, sent as the HTTP header Accept. For the API raw only.
     */
    private String accept;

    /**
     * Media type of the body of a raw request, sent as the HTTP header Content-Type. For the API raw only.
     */
    private String contentType;

    /**
     * HTTP method of a raw request. For the API raw only; the other APIs set it themselves. Only GET counts as safe to
     * repeat.
     */
    private String httpMethod;

    /**
     * Path of a raw request below the base URL, or a full URL on a host of the option allowedHosts. For the API raw
     * only. Example: /ajo/im/health.
     */
    private String path;

    /**
     * Query of a raw request, percent-encoded, without the question mark. For the API raw only. Example:
     * orderBy=-modifiedAt, or in a URI RAW(...) around several parameters.
     */
    private String query;

    /**
     * Further hosts that raw requests may go to, separated by commas. The access token is sent to them, so name only
     * hosts of Adobe or your own gateways. Example: https://cjm.adobe.io.
     */
    private String allowedHosts;

    /**
     * Whether headers also replace what the URI says about the sandbox, identifiers and, in a call that changes
     * something, flags such as forceDelete. Without it the URI decides, and headers replace only the component's
     * values. Leave it off where headers can come from outside or from an earlier step.
     */
    private Boolean allowHeaderOverride;

    /**
     * Whether http is allowed for hosts other than this machine. Tokens and data are then sent without encryption; use
     * it only for a gateway inside a protected network.
     */
    private Boolean allowInsecureHttp;

    /**
     * Whether a message may choose the operation with the header CamelAjoOperation, and the method and path of a raw
     * request with CamelAjoHttpMethod and CamelAjoPath. Leave it off where headers can come from outside: a message
     * could choose to delete.
     */
    private Boolean allowOperationHeader;

    /**
     * Client ID of the OAuth Server-to-Server credential, as shown in the Adobe Developer Console. It is also sent as
     * the API key.
     */
    private String clientId;

    /**
     * Client secret of the OAuth Server-to-Server credential, as shown in the Adobe Developer Console. It is sent only
     * to the token endpoint, never to Journey Optimizer.
     */
    private String clientSecret;

    /**
     * Whether to send events with an access token. Set it for streaming connections that were created with
     * authentication; others need none. The token is sent only to the host of eventUrl.
     */
    private Boolean eventToken;

    /**
     * ID of your organization at Adobe, as shown in the Adobe Developer Console: 24 characters, an at sign, and
     * AdobeOrg.
     */
    private String organizationId;

    /**
     * Whether to refuse operations that remove something on production sandboxes. The component asks Adobe once for
     * each sandbox whether it is a production sandbox; if it cannot find out, it refuses the operation as well.
     */
    private Boolean productionGuard;

    /**
     * OAuth scopes of the credential, separated by commas. The page of the credential in the Adobe Developer Console
     * lists them; the default fits most credentials.
     */
    private String scopes;

    /**
     * TLS settings of the connections to Adobe, for example a trust store for a proxy that inspects TLS. Without it the
     * settings of the JVM apply.
     */
    private SSLContextParameters sslContextParameters;

    /**
     * Whether to use the TLS settings of the CamelContext if the option sslContextParameters is not set.
     */
    private Boolean useGlobalSslContextParameters;

    /**
     * Supplies the client secret in place of the option clientSecret. It is called for every token request, so a secret
     * can be changed in a vault without a restart.
     */
    private Supplier<String> clientSecretSupplier;

    /**
     * Second client secret, tried once when the first one is refused. It lets you rotate secrets without downtime:
     * Adobe allows two secrets for each credential.
     */
    private String secondaryClientSecret;

    /**
     * Address that access tokens are requested from. Change it only for your own gateway or a simulator. It must use
     * https, except for a simulator on this machine.
     */
    private String tokenEndpoint;

    /**
     * Whether to request a token when a route starts, so that wrong credentials show before the first message.
     */
    private Boolean tokenOnStart;

    /**
     * Whether the operation apply, with prune=managed, accepts a document that has no object of a kind. Otherwise it
     * refuses such a document, because an empty file looks the same.
     */
    private Boolean allowEmpty;

    /**
     * Whether the operation apply deploys capping and throttling configurations. Otherwise it only stores them. The
     * field deploy of an object overrides this for that object.
     */
    private Boolean deploy;

    /**
     * Format of the answer of the operation export: yaml or json for text that can be kept in a repository. Without it
     * outputType decides, by default a Map.
     */
    private StateFormat format;

    /**
     * Kinds of objects that the operation export of ajo:state reads, separated by commas: fragment, template, capping,
     * throttling, suppressionAddress, suppressionDomain. The default is all. Addresses are personal data.
     */
    private String kinds;

    /**
     * Maximum number of objects that the operation apply removes, with prune=managed. If there are more to remove,
     * nothing is written.
     */
    private Integer maxRemovals;

    /**
     * What the operation apply does: apply makes the objects match the body, plan writes nothing and answers with the
     * changes that apply would make.
     */
    private StateMode mode;

    /**
     * What the operation apply does at the end when an object is ambiguous (several match, or somebody else changed it)
     * or impossible: fail ends the exchange with an exception, skip leaves the object alone. All other objects are
     * applied in both cases.
     */
    private StateConflict onConflict;

    /**
     * The only plan that the operation apply may carry out: the fingerprint that a call with mode=plan returned in the
     * header CamelAjoPlanFingerprint. If the plan is another one, nothing is written and the exchange fails.
     */
    private String planFingerprint;

    /**
     * What the operation apply does with objects that are not in the document: none leaves them alone, managed removes
     * those that an earlier document of the same name created. They are recognised by a mark in their description or
     * comment, so capping configurations are never removed. Fragments cannot be removed.
     */
    private StatePrune prune;

    /**
     * Whether the operation apply publishes fragments, and waits until they are published. Otherwise it only stores
     * drafts. The field publish of an object overrides this for that object.
     */
    private Boolean publish;

    /**
     * Whether the exchange goes on when the operation apply could not bring about all objects, with the outcome of each
     * as its body. Otherwise it fails. What stops a run before its first write, such as another plan than
     * planFingerprint, fails in any case.
     */
    private Boolean reportFailures;

    public String getSandbox() {
        return sandbox;
    }

    public void setSandbox(String sandbox) {
        this.sandbox = sandbox;
    }

    public Boolean getBridgeErrorHandler() {
        return bridgeErrorHandler;
    }

    public void setBridgeErrorHandler(Boolean bridgeErrorHandler) {
        this.bridgeErrorHandler = bridgeErrorHandler;
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

    public BodyCheck getCheckBody() {
        return checkBody;
    }

    public void setCheckBody(BodyCheck checkBody) {
        this.checkBody = checkBody;
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

    public Boolean getStrictHeaders() {
        return strictHeaders;
    }

    public void setStrictHeaders(Boolean strictHeaders) {
        this.strictHeaders = strictHeaders;
    }

    public Boolean getSynchronous() {
        return synchronous;
    }

    public void setSynchronous(Boolean synchronous) {
        this.synchronous = synchronous;
    }

    public Boolean getAutoDiscoverObjectMapper() {
        return autoDiscoverObjectMapper;
    }

    public void setAutoDiscoverObjectMapper(Boolean autoDiscoverObjectMapper) {
        this.autoDiscoverObjectMapper = autoDiscoverObjectMapper;
    }

    public Boolean getAutowiredEnabled() {
        return autowiredEnabled;
    }

    public void setAutowiredEnabled(Boolean autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public AjoConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(AjoConfiguration configuration) {
        this.configuration = configuration;
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

    public String getHttpMeters() {
        return httpMeters;
    }

    public void setHttpMeters(String httpMeters) {
        this.httpMeters = httpMeters;
    }

    public String getInheritFrom() {
        return inheritFrom;
    }

    public void setInheritFrom(String inheritFrom) {
        this.inheritFrom = inheritFrom;
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

    public Duration getStreamIdleTimeout() {
        return streamIdleTimeout;
    }

    public void setStreamIdleTimeout(Duration streamIdleTimeout) {
        this.streamIdleTimeout = streamIdleTimeout;
    }

    public Boolean getTraceContext() {
        return traceContext;
    }

    public void setTraceContext(Boolean traceContext) {
        this.traceContext = traceContext;
    }

    public Boolean getAnswerPerMessage() {
        return answerPerMessage;
    }

    public void setAnswerPerMessage(Boolean answerPerMessage) {
        this.answerPerMessage = answerPerMessage;
    }

    public String getConnectionId() {
        return connectionId;
    }

    public void setConnectionId(String connectionId) {
        this.connectionId = connectionId;
    }

    public String getDataflowId() {
        return dataflowId;
    }

    public void setDataflowId(String dataflowId) {
        this.dataflowId = dataflowId;
    }

    public String getDatasetId() {
        return datasetId;
    }

    public void setDatasetId(String datasetId) {
        this.datasetId = datasetId;
    }

    public String getEventId() {
        return eventId;
    }

    public void setEventId(String eventId) {
        this.eventId = eventId;
    }

    public Integer getMaxBatchBytes() {
        return maxBatchBytes;
    }

    public void setMaxBatchBytes(Integer maxBatchBytes) {
        this.maxBatchBytes = maxBatchBytes;
    }

    public Integer getMaxBatchMessages() {
        return maxBatchMessages;
    }

    public void setMaxBatchMessages(Integer maxBatchMessages) {
        this.maxBatchMessages = maxBatchMessages;
    }

    public Integer getMaxConcurrentEventRequests() {
        return maxConcurrentEventRequests;
    }

    public void setMaxConcurrentEventRequests(Integer maxConcurrentEventRequests) {
        this.maxConcurrentEventRequests = maxConcurrentEventRequests;
    }

    public String getSchemaId() {
        return schemaId;
    }

    public void setSchemaId(String schemaId) {
        this.schemaId = schemaId;
    }

    public String getSchemaVersion() {
        return schemaVersion;
    }

    public void setSchemaVersion(String schemaVersion) {
        this.schemaVersion = schemaVersion;
    }

    public Boolean getSyncValidation() {
        return syncValidation;
    }

    public void setSyncValidation(Boolean syncValidation) {
        this.syncValidation = syncValidation;
    }

    public String getEventUrl() {
        return eventUrl;
    }

    public void setEventUrl(String eventUrl) {
        this.eventUrl = eventUrl;
    }

    public Boolean getRepeatUnknown() {
        return repeatUnknown;
    }

    public void setRepeatUnknown(Boolean repeatUnknown) {
        this.repeatUnknown = repeatUnknown;
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

    public Integer getMaxItems() {
        return maxItems;
    }

    public void setMaxItems(Integer maxItems) {
        this.maxItems = maxItems;
    }

    public Integer getMaxPages() {
        return maxPages;
    }

    public void setMaxPages(Integer maxPages) {
        this.maxPages = maxPages;
    }

    public OutboxStore getOutboxStore() {
        return outboxStore;
    }

    public void setOutboxStore(OutboxStore outboxStore) {
        this.outboxStore = outboxStore;
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

    public Boolean getAllowHeaderOverride() {
        return allowHeaderOverride;
    }

    public void setAllowHeaderOverride(Boolean allowHeaderOverride) {
        this.allowHeaderOverride = allowHeaderOverride;
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

    public Boolean getEventToken() {
        return eventToken;
    }

    public void setEventToken(Boolean eventToken) {
        this.eventToken = eventToken;
    }

    public String getOrganizationId() {
        return organizationId;
    }

    public void setOrganizationId(String organizationId) {
        this.organizationId = organizationId;
    }

    public Boolean getProductionGuard() {
        return productionGuard;
    }

    public void setProductionGuard(Boolean productionGuard) {
        this.productionGuard = productionGuard;
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

    public String getTokenEndpoint() {
        return tokenEndpoint;
    }

    public void setTokenEndpoint(String tokenEndpoint) {
        this.tokenEndpoint = tokenEndpoint;
    }

    public Boolean getTokenOnStart() {
        return tokenOnStart;
    }

    public void setTokenOnStart(Boolean tokenOnStart) {
        this.tokenOnStart = tokenOnStart;
    }

    public Boolean getAllowEmpty() {
        return allowEmpty;
    }

    public void setAllowEmpty(Boolean allowEmpty) {
        this.allowEmpty = allowEmpty;
    }

    public Boolean getDeploy() {
        return deploy;
    }

    public void setDeploy(Boolean deploy) {
        this.deploy = deploy;
    }

    public StateFormat getFormat() {
        return format;
    }

    public void setFormat(StateFormat format) {
        this.format = format;
    }

    public String getKinds() {
        return kinds;
    }

    public void setKinds(String kinds) {
        this.kinds = kinds;
    }

    public Integer getMaxRemovals() {
        return maxRemovals;
    }

    public void setMaxRemovals(Integer maxRemovals) {
        this.maxRemovals = maxRemovals;
    }

    public StateMode getMode() {
        return mode;
    }

    public void setMode(StateMode mode) {
        this.mode = mode;
    }

    public StateConflict getOnConflict() {
        return onConflict;
    }

    public void setOnConflict(StateConflict onConflict) {
        this.onConflict = onConflict;
    }

    public String getPlanFingerprint() {
        return planFingerprint;
    }

    public void setPlanFingerprint(String planFingerprint) {
        this.planFingerprint = planFingerprint;
    }

    public StatePrune getPrune() {
        return prune;
    }

    public void setPrune(StatePrune prune) {
        this.prune = prune;
    }

    public Boolean getPublish() {
        return publish;
    }

    public void setPublish(Boolean publish) {
        this.publish = publish;
    }

    public Boolean getReportFailures() {
        return reportFailures;
    }

    public void setReportFailures(Boolean reportFailures) {
        this.reportFailures = reportFailures;
    }

}
