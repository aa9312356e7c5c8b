package io.github.camelajo;

import org.apache.camel.spi.Metadata;

/** Headers of messages to and from {@code ajo:}. */
public final class AjoConstants {

    @Metadata(
            label = "producer",
            description = "The operation to call instead of the one in the URI, for example deploy. It is used only if "
                    + "the option allowOperationHeader is true.",
            javaType = "String")
    public static final String OPERATION = "CamelAjoOperation";

    @Metadata(
            label = "producer",
            description = "The sandbox to call instead of the component's sandbox: its name in lower case, neither its "
                    + "title nor its UUID. It replaces the sandbox in the URI only with the option "
                    + "allowHeaderOverride.",
            javaType = "String",
            important = true)
    public static final String SANDBOX = "CamelAjoSandbox";

    @Metadata(
            description = "ID of the object that the operation uses, for example the uid of a capping "
                    + "configuration or the id of a journey version. It replaces an ID in the URI only with "
                    + "the option allowHeaderOverride. In a route that starts from a list, it is the ID of "
                    + "the item.",
            javaType = "String",
            important = true)
    public static final String ID = "CamelAjoId";

    @Metadata(
            label = "producer",
            description = "A Map of path and query parameters by Adobe's names. They override those of the URI by the "
                    + "same rules as a parameter's own header.",
            javaType = "java.util.Map")
    public static final String PARAMETERS = "CamelAjoParameters";

    @Metadata(
            label = "producer",
            description = "Version that the template or fragment must still have for a change: the value of "
                    + "CamelAjoETag, with its quotes. It overrides the option ifMatch.",
            javaType = "String")
    public static final String IF_MATCH = "CamelAjoIfMatch";

    @Metadata(
            label = "producer",
            description = "Condition on the journeys of a list, for example status=live. It overrides the option "
                    + "filter, which explains the format.",
            javaType = "String")
    public static final String FILTER = "CamelAjoFilter";

    @Metadata(
            label = "producer",
            description = "Sort order of a list of journeys, for example name=asc. It overrides the option sort, "
                    + "which explains the format.",
            javaType = "String")
    public static final String SORT = "CamelAjoSort";

    @Metadata(
            label = "producer",
            description = "The fields to return for each journey of a list, separated by commas. It overrides the "
                    + "option fields.",
            javaType = "String")
    public static final String FIELDS = "CamelAjoFields";

    @Metadata(
            label = "producer",
            description = "Number or cursor of the page to read. To page manually, set it to the value of "
                    + "CamelAjoNextPage.",
            javaType = "Object")
    public static final String PAGE = "CamelAjoPage";

    @Metadata(
            label = "producer",
            description = "Number of items in one page of a list. It overrides the option pageSize, which explains the "
                    + "limits.",
            javaType = "Integer")
    public static final String PAGE_SIZE = "CamelAjoPageSize";

    @Metadata(
            label = "producer",
            description = "Sort order of a list, for example -modifiedAt. It overrides the option orderBy, which "
                    + "explains the format.",
            javaType = "String")
    public static final String ORDER_BY = "CamelAjoOrderBy";

    @Metadata(
            label = "producer",
            description = "Conditions on the items of a list: one condition, or a List of several. It overrides "
                    + "the option property, which explains the format.",
            javaType = "Object")
    public static final String PROPERTY = "CamelAjoProperty";

    @Metadata(
            label = "producer",
            description = "The list of suppressions to use: client for the suppression list, allowed for the allow "
                    + "list. It overrides the option type.",
            javaType = "String")
    public static final String TYPE = "CamelAjoType";

    @Metadata(
            label = "producer",
            description = "Whether to return complete campaigns instead of summaries. It overrides the option full.",
            javaType = "Boolean")
    public static final String FULL = "CamelAjoFull";

    @Metadata(
            label = "producer",
            description = "The channel of the surfaces to list, for example email. It overrides the option channel.",
            javaType = "String")
    public static final String CHANNEL = "CamelAjoChannel";

    @Metadata(
            label = "producer",
            description = "Related objects to read with a journey, for example campaigns,surfaces. It overrides the "
                    + "option include.",
            javaType = "String")
    public static final String INCLUDE = "CamelAjoInclude";

    @Metadata(
            label = "producer",
            description = "Whether to undeploy and delete a deployed capping or throttling configuration in one call. "
                    + "It replaces a value in the URI only with the option allowHeaderOverride.",
            javaType = "Boolean")
    public static final String FORCE_DELETE = "CamelAjoForceDelete";

    @Metadata(
            label = "producer raw",
            description = "HTTP method of a raw request, for example POST. It is used only if the option "
                    + "allowOperationHeader is true.",
            javaType = "String")
    public static final String HTTP_METHOD = "CamelAjoHttpMethod";

    @Metadata(
            label = "producer raw",
            description = "Path of a raw request, or a complete URL on an allowed host. It is used only if the "
                    + "option allowOperationHeader is true.",
            javaType = "String")
    public static final String PATH = "CamelAjoPath";

    @Metadata(
            label = "producer raw",
            description = "Query of a raw request, percent-encoded, without the question mark. It overrides the "
                    + "option query.",
            javaType = "String")
    public static final String QUERY = "CamelAjoQuery";

    @Metadata(
            label = "producer raw",
            description = "Media type of the body of a raw request, for example application/json. It overrides "
                    + "the option contentType.",
            javaType = "String")
    public static final String CONTENT_TYPE = "CamelAjoContentType";

    @Metadata(
            label = "producer raw",
            description = "Media type that a raw request accepts, for example application/json. It overrides the "
                    + "option accept.",
            javaType = "String")
    public static final String ACCEPT = "CamelAjoAccept";

    @Metadata(
            label = "producer",
            description = "HTTP status of Adobe's answer, for example 200. It is also set if the call failed with an "
                    + "answer.",
            javaType = "Integer",
            important = true)
    public static final String STATUS_CODE = "CamelAjoStatusCode";

    @Metadata(
            label = "producer",
            description = "ID that Adobe gave to the request. Quote it when you contact Adobe's support.",
            javaType = "String")
    public static final String REQUEST_ID = "CamelAjoRequestId";

    @Metadata(
            label = "producer",
            description = "Version of the template or fragment that was read or changed, with its quotes, if Adobe "
                    + "sent one.",
            javaType = "String")
    public static final String ETAG = "CamelAjoETag";

    @Metadata(label = "producer", description = "Address of the new object, if Adobe sent one.", javaType = "String")
    public static final String LOCATION = "CamelAjoLocation";

    @Metadata(
            label = "producer",
            description = "ID of the new object, if Adobe sent it in a header and not in the body.",
            javaType = "String")
    public static final String RESOURCE_ID = "CamelAjoResourceId";

    @Metadata(
            label = "producer",
            description = "Number or cursor of the next page of a list. It is absent after the last page.",
            javaType = "Object")
    public static final String NEXT_PAGE = "CamelAjoNextPage";

    @Metadata(
            label = "producer",
            description = "Number of pages of the list. It is absent if Adobe does not report it.",
            javaType = "Integer")
    public static final String TOTAL_PAGES = "CamelAjoTotalPages";

    @Metadata(
            label = "producer",
            description = "ID of the job that the option awaitCompletion has waited for.",
            javaType = "String")
    public static final String JOB_ID = "CamelAjoJobId";

    @Metadata(
            label = "producer",
            description = "Final state of the job that the call has waited for, in Adobe's words.",
            javaType = "String")
    public static final String JOB_STATE = "CamelAjoJobState";

    @Metadata(
            label = "producer",
            description = "Whether the job that the call has waited for succeeded for only some of its items.",
            javaType = "Boolean")
    public static final String JOB_PARTIAL = "CamelAjoJobPartial";

    @Metadata(
            label = "consumer",
            description = "The change of the item: created, updated or removed, or present with changes=all.",
            javaType = "String",
            enums = "created,updated,removed,present",
            important = true)
    public static final String CHANGE = "CamelAjoChange";

    @Metadata(
            label = "consumer",
            description = "When the item was changed at Adobe, in milliseconds since 1970. It is absent if Adobe does "
                    + "not report it.",
            javaType = "Long")
    public static final String CHANGED_AT = "CamelAjoChangedAt";

    @Metadata(
            label = "producer",
            description = "Delay before the next call, in milliseconds. It is set if a call fails and Adobe "
                    + "asked for a delay.",
            javaType = "Long")
    public static final String RETRY_AFTER = "CamelAjoRetryAfter";

    @Metadata(
            label = "producer",
            description = "Whether Adobe checks an event against its schema before it answers, for tests only. It "
                    + "overrides the option syncValidation, which explains the limits.",
            javaType = "Boolean")
    public static final String SYNC_VALIDATION = "CamelAjoSyncValidation";

    @Metadata(
            label = "producer",
            description = "Number of calls of the operation apply that changed something. 0 for a plan.",
            javaType = "Integer")
    public static final String CHANGES = "CamelAjoChanges";

    @Metadata(
            label = "producer",
            description = "Fingerprint of the plan of the operation apply. Equal plans have equal fingerprints.",
            javaType = "String")
    public static final String PLAN_FINGERPRINT = "CamelAjoPlanFingerprint";

    @Metadata(
            label = "producer",
            description = "Number of objects that the operation export left out, because a document could not "
                    + "tell them apart.",
            javaType = "Integer")
    public static final String SKIPPED = "CamelAjoSkipped";

    @Metadata(
            label = "outbox",
            description = "Key that identifies an item of the outbox. Set it to add an item, unless the option key is "
                    + "set; a delivering route receives it with each item.",
            javaType = "String",
            important = true)
    public static final String OUTBOX_KEY = "CamelAjoOutboxKey";

    @Metadata(
            label = "outbox,producer",
            description = "Items with the same order key are delivered in the order of adding, if the delivering route "
                    + "has ordered=true. The option orderKey overrides it.",
            javaType = "String")
    public static final String OUTBOX_ORDER_KEY = "CamelAjoOutboxOrderKey";

    @Metadata(
            label = "outbox,producer",
            description = "Result of an add: added; known, if the same item was added before; different, if the key is "
                    + "known with different content and onDifferent=ignore.",
            javaType = "String",
            enums = "added,known,different")
    public static final String OUTBOX_RESULT = "CamelAjoOutboxResult";

    @Metadata(
            label = "outbox,consumer",
            description = "Outcome of the item: sent, refused, or unknown, if Adobe may have accepted it.",
            javaType = "String",
            enums = "sent,refused,unknown",
            important = true)
    public static final String OUTBOX_STATE = "CamelAjoOutboxState";

    @Metadata(
            label = "outbox,consumer",
            description = "Adobe's ID of what was sent: the execution of a message, the transaction of an event, or "
                    + "the call.",
            javaType = "String")
    public static final String OUTBOX_OUTCOME = "CamelAjoOutboxOutcome";

    @Metadata(
            label = "outbox,consumer",
            description = "The reason why the item was refused, or why its outcome is unknown.",
            javaType = "String")
    public static final String OUTBOX_REASON = "CamelAjoOutboxReason";

    @Metadata(
            label = "outbox,consumer",
            description = "Number of attempts to send the item, including the current one. It is above 1 if Adobe did "
                    + "not accept anything before.",
            javaType = "Integer")
    public static final String OUTBOX_ATTEMPTS = "CamelAjoOutboxAttempts";

    @Metadata(
            label = "outbox,consumer",
            description = "The request ID of the call that contained the item, as in the body of a message.",
            javaType = "String")
    public static final String OUTBOX_REQUEST_ID = "CamelAjoOutboxRequestId";

    @Metadata(
            label = "outbox,consumer",
            description = "The name of the item's lane in the storage: message, or message/orders with lane=orders.",
            javaType = "String")
    public static final String OUTBOX_LANE = "CamelAjoOutboxLane";

    private AjoConstants() {}
}
