package io.github.camelajo;

import org.apache.camel.spi.Metadata;

/** Headers of messages to and from {@code ajo:}. */
public final class AjoConstants {

    @Metadata(
            label = "producer",
            description =
                    "The operation to call in place of the one in the URI, for example deploy. Taken only when the "
                            + "option allowOperationHeader is true.",
            javaType = "String")
    public static final String OPERATION = "CamelAjoOperation";

    @Metadata(
            label = "producer",
            description =
                    "The sandbox to call in place of that of the component: its name in lower case, not its title and "
                            + "not its UUID. Replaces one in the URI only with the option allowHeaderOverride.",
            javaType = "String",
            important = true)
    public static final String SANDBOX = "CamelAjoSandbox";

    @Metadata(
            description = "Identifier of the one thing the operation is about, for example the uid of a capping "
                    + "configuration or the id of a journey version. Replaces an id in the URI only with the option "
                    + "allowHeaderOverride. A route that begins with a list finds the identifier of the item here.",
            javaType = "String",
            important = true)
    public static final String ID = "CamelAjoId";

    @Metadata(
            label = "producer",
            description =
                    "A Map of path and query parameters by Adobe's names. They win over those of the URI as headers of "
                            + "their own do.",
            javaType = "java.util.Map")
    public static final String PARAMETERS = "CamelAjoParameters";

    @Metadata(
            label = "producer",
            description = "Version that the template or fragment must still have when it is changed: the value of "
                    + "CamelAjoETag, with its quotes. Wins over the option ifMatch.",
            javaType = "String")
    public static final String IF_MATCH = "CamelAjoIfMatch";

    @Metadata(
            label = "producer",
            description =
                    "Which journeys a list has, for example status=live. Wins over the option filter, which explains "
                            + "it.",
            javaType = "String")
    public static final String FILTER = "CamelAjoFilter";

    @Metadata(
            label = "producer",
            description = "The order of the journeys of a list, for example name=asc. Wins over the option sort, which "
                    + "explains it.",
            javaType = "String")
    public static final String SORT = "CamelAjoSort";

    @Metadata(
            label = "producer",
            description =
                    "Only these fields of each journey of a list, separated by commas. Wins over the option fields.",
            javaType = "String")
    public static final String FIELDS = "CamelAjoFields";

    @Metadata(
            label = "producer",
            description = "Number or cursor of the page to read. To walk pages by hand, set it to the value of "
                    + "CamelAjoNextPage.",
            javaType = "Object")
    public static final String PAGE = "CamelAjoPage";

    @Metadata(
            label = "producer",
            description =
                    "How many items Adobe puts into one page of a list. Wins over the option pageSize, which tells "
                            + "the limits.",
            javaType = "Integer")
    public static final String PAGE_SIZE = "CamelAjoPageSize";

    @Metadata(
            label = "producer",
            description =
                    "The order of a list, for example -modifiedAt. Wins over the option orderBy, which explains it.",
            javaType = "String")
    public static final String ORDER_BY = "CamelAjoOrderBy";

    @Metadata(
            label = "producer",
            description = "Which items a list has: one condition, or a List of several. Wins over the option property, "
                    + "which explains it.",
            javaType = "Object")
    public static final String PROPERTY = "CamelAjoProperty";

    @Metadata(
            label = "producer",
            description =
                    "Which list of suppressions is meant: client for what gets no messages, allowed for the allow "
                            + "list. Wins over the option type.",
            javaType = "String")
    public static final String TYPE = "CamelAjoType";

    @Metadata(
            label = "producer",
            description =
                    "Whether campaigns come with all their parts in place of a summary. Wins over the option full.",
            javaType = "Boolean")
    public static final String FULL = "CamelAjoFull";

    @Metadata(
            label = "producer",
            description =
                    "The channel of the surfaces that are listed, for example email. Wins over the option channel.",
            javaType = "String")
    public static final String CHANNEL = "CamelAjoChannel";

    @Metadata(
            label = "producer",
            description =
                    "What is looked up together with a journey, for example campaigns,surfaces. Wins over the option "
                            + "include.",
            javaType = "String")
    public static final String INCLUDE = "CamelAjoInclude";

    @Metadata(
            label = "producer",
            description =
                    "Whether a deployed capping or throttling configuration is undeployed and deleted in one call. "
                            + "Replaces a value in the URI only with the option allowHeaderOverride.",
            javaType = "Boolean")
    public static final String FORCE_DELETE = "CamelAjoForceDelete";

    @Metadata(
            label = "producer raw",
            description =
                    "HTTP method of a raw request, for example POST. Taken only when the option allowOperationHeader "
                            + "is true.",
            javaType = "String")
    public static final String HTTP_METHOD = "CamelAjoHttpMethod";

    @Metadata(
            label = "producer raw",
            description = "Path of a raw request, or a whole URL on an allowed host. Taken only when the option "
                    + "allowOperationHeader is true.",
            javaType = "String")
    public static final String PATH = "CamelAjoPath";

    @Metadata(
            label = "producer raw",
            description = "Query of a raw request, percent-encoded, without question mark. Wins over the option query.",
            javaType = "String")
    public static final String QUERY = "CamelAjoQuery";

    @Metadata(
            label = "producer raw",
            description = "Media type of the body of a raw request, for example application/json. Wins over the option "
                    + "contentType.",
            javaType = "String")
    public static final String CONTENT_TYPE = "CamelAjoContentType";

    @Metadata(
            label = "producer raw",
            description = "Media type that a raw request asks for, for example application/json. Wins over the option "
                    + "accept.",
            javaType = "String")
    public static final String ACCEPT = "CamelAjoAccept";

    @Metadata(
            label = "producer",
            description =
                    "HTTP status of Adobe's answer, for example 200. It is also there when the call failed with an "
                            + "answer.",
            javaType = "Integer",
            important = true)
    public static final String STATUS_CODE = "CamelAjoStatusCode";

    @Metadata(
            label = "producer",
            description = "Identifier of the call at Adobe, for questions to Adobe's support.",
            javaType = "String")
    public static final String REQUEST_ID = "CamelAjoRequestId";

    @Metadata(
            label = "producer",
            description =
                    "Version of the template or fragment that was read or changed, with its quotes, when Adobe sent "
                            + "one.",
            javaType = "String")
    public static final String ETAG = "CamelAjoETag";

    @Metadata(
            label = "producer",
            description = "Address of what was created, when Adobe sent one.",
            javaType = "String")
    public static final String LOCATION = "CamelAjoLocation";

    @Metadata(
            label = "producer",
            description = "Identifier of what was created, when Adobe sent it in a header and not in the body.",
            javaType = "String")
    public static final String RESOURCE_ID = "CamelAjoResourceId";

    @Metadata(
            label = "producer",
            description = "Number or cursor of the next page of a list. It is missing when the page was the last one.",
            javaType = "Object")
    public static final String NEXT_PAGE = "CamelAjoNextPage";

    @Metadata(
            label = "producer",
            description = "How many pages the list has. It is missing where Adobe does not tell.",
            javaType = "Integer")
    public static final String TOTAL_PAGES = "CamelAjoTotalPages";

    @Metadata(
            label = "producer",
            description = "Identifier of the job that was waited for, with the option awaitCompletion.",
            javaType = "String")
    public static final String JOB_ID = "CamelAjoJobId";

    @Metadata(
            label = "producer",
            description = "State of the job that was waited for when it ended, in Adobe's word.",
            javaType = "String")
    public static final String JOB_STATE = "CamelAjoJobState";

    @Metadata(
            label = "producer",
            description = "Whether the job that was waited for has ended well for a part of its items only.",
            javaType = "Boolean")
    public static final String JOB_PARTIAL = "CamelAjoJobPartial";

    @Metadata(
            label = "consumer",
            description = "What has happened to the item: created, updated or removed, or present where changes=all.",
            javaType = "String",
            enums = "created,updated,removed,present",
            important = true)
    public static final String CHANGE = "CamelAjoChange";

    @Metadata(
            label = "consumer",
            description =
                    "When the item was changed at Adobe, in milliseconds since 1970. Absent where Adobe does not say.",
            javaType = "Long")
    public static final String CHANGED_AT = "CamelAjoChangedAt";

    @Metadata(
            label = "producer",
            description = "How long Adobe asked to wait before a further call, in milliseconds. It is set when a call "
                    + "fails and Adobe asked for it.",
            javaType = "Long")
    public static final String RETRY_AFTER = "CamelAjoRetryAfter";

    @Metadata(
            label = "producer",
            description =
                    "Whether an event is checked against its schema before the answer, for tests only. Wins over the option "
                            + "syncValidation, which explains it.",
            javaType = "Boolean")
    public static final String SYNC_VALIDATION = "CamelAjoSyncValidation";

    @Metadata(
            label = "producer",
            description = "How many calls changed something, with the operation apply. 0 for a plan.",
            javaType = "Integer")
    public static final String CHANGES = "CamelAjoChanges";

    @Metadata(
            label = "producer",
            description = "What stands for the plan, with the operation apply: the same plan has the same fingerprint.",
            javaType = "String")
    public static final String PLAN_FINGERPRINT = "CamelAjoPlanFingerprint";

    @Metadata(
            label = "producer",
            description = "How many objects the operation export left out, as a document could not tell them apart.",
            javaType = "Integer")
    public static final String SKIPPED = "CamelAjoSkipped";

    @Metadata(
            label = "outbox",
            description =
                    "Identifies an item of the outbox. Set it to add one, where the option key does not; a delivering route "
                            + "has it with each item.",
            javaType = "String",
            important = true)
    public static final String OUTBOX_KEY = "CamelAjoOutboxKey";

    @Metadata(
            label = "outbox,producer",
            description =
                    "Items with the same one are delivered in the order of adding, where the delivering route has "
                            + "ordered=true. The option orderKey wins.",
            javaType = "String")
    public static final String OUTBOX_ORDER_KEY = "CamelAjoOutboxOrderKey";

    @Metadata(
            label = "outbox,producer",
            description =
                    "What an add has done: added; known, when the same item was added before; different, when the key is "
                            + "known with another content and onDifferent=ignore.",
            javaType = "String",
            enums = "added,known,different")
    public static final String OUTBOX_RESULT = "CamelAjoOutboxResult";

    @Metadata(
            label = "outbox,consumer",
            description =
                    "What became of the item: sent, refused, or unknown, when nobody knows whether Adobe has taken it.",
            javaType = "String",
            enums = "sent,refused,unknown",
            important = true)
    public static final String OUTBOX_STATE = "CamelAjoOutboxState";

    @Metadata(
            label = "outbox,consumer",
            description =
                    "Adobe's identifier of what was sent: the execution of a message, the transaction of an event, or the "
                            + "call.",
            javaType = "String")
    public static final String OUTBOX_OUTCOME = "CamelAjoOutboxOutcome";

    @Metadata(
            label = "outbox,consumer",
            description = "Why the item was refused, or why nobody knows.",
            javaType = "String")
    public static final String OUTBOX_REASON = "CamelAjoOutboxReason";

    @Metadata(
            label = "outbox,consumer",
            description =
                    "How often the item was sent, this time included; more than once where nothing was taken before.",
            javaType = "Integer")
    public static final String OUTBOX_ATTEMPTS = "CamelAjoOutboxAttempts";

    @Metadata(
            label = "outbox,consumer",
            description = "The request id of the call that the item was in, as a message has it in its body.",
            javaType = "String")
    public static final String OUTBOX_REQUEST_ID = "CamelAjoOutboxRequestId";

    @Metadata(
            label = "outbox,consumer",
            description =
                    "Where the item has waited, as the storage names it: message, or message/orders with lane=orders.",
            javaType = "String")
    public static final String OUTBOX_LANE = "CamelAjoOutboxLane";

    private AjoConstants() {}
}
