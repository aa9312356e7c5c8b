package io.github.camelajo;

import org.apache.camel.spi.Metadata;

/** Headers of messages that go to and come from {@code ajo:}. */
public final class AjoConstants {

    @Metadata(
            label = "producer",
            description = "The operation to call in place of the one in the URI. Taken only when the option "
                    + "allowOperationHeader is true.",
            javaType = "String")
    public static final String OPERATION = "CamelAjoOperation";

    @Metadata(
            label = "producer",
            description = "The sandbox to call in place of the one in the URI: its name in lower case, not its UUID.",
            javaType = "String",
            important = true)
    public static final String SANDBOX = "CamelAjoSandbox";

    @Metadata(
            label = "producer",
            description =
                    "Identifier of the resource, for example the uid of a capping configuration or the id of a journey.",
            javaType = "String",
            important = true)
    public static final String ID = "CamelAjoId";

    @Metadata(
            label = "producer",
            description = "Path and query parameters by Adobe's names. They win over those of the URI.",
            javaType = "java.util.Map")
    public static final String PARAMETERS = "CamelAjoParameters";

    @Metadata(
            label = "producer",
            description =
                    "ETag that the resource must still have, with its quotes, as CamelAjoETag gave it. Sent as If-Match.",
            javaType = "String")
    public static final String IF_MATCH = "CamelAjoIfMatch";

    @Metadata(
            label = "producer",
            description = "Conditions of a list, for example status=live. See the option filter.",
            javaType = "String")
    public static final String FILTER = "CamelAjoFilter";

    @Metadata(
            label = "producer",
            description = "Order of a list, for example name=asc. See the option sort.",
            javaType = "String")
    public static final String SORT = "CamelAjoSort";

    @Metadata(
            label = "producer",
            description = "Fields of each item, separated by commas. See the option fields.",
            javaType = "String")
    public static final String FIELDS = "CamelAjoFields";

    @Metadata(
            label = "producer",
            description = "Number or cursor of the page to read. To walk pages by hand, set it to CamelAjoNextPage.",
            javaType = "Object")
    public static final String PAGE = "CamelAjoPage";

    @Metadata(label = "producer", description = "Items in a page. See the option pageSize.", javaType = "Integer")
    public static final String PAGE_SIZE = "CamelAjoPageSize";

    @Metadata(
            label = "producer",
            description = "Order of a list, for example -modifiedAt. See the option orderBy.",
            javaType = "String")
    public static final String ORDER_BY = "CamelAjoOrderBy";

    @Metadata(
            label = "producer",
            description = "Condition of a list, or a List of them. See the option property.",
            javaType = "Object")
    public static final String PROPERTY = "CamelAjoProperty";

    @Metadata(
            label = "producer",
            description = "Which list of suppressions: client or allowed. See the option type.",
            javaType = "String")
    public static final String TYPE = "CamelAjoType";

    @Metadata(
            label = "producer",
            description = "Whether a list of campaigns has them with all their parts.",
            javaType = "Boolean")
    public static final String FULL = "CamelAjoFull";

    @Metadata(
            label = "producer",
            description = "Channel of the surfaces that are listed, for example email.",
            javaType = "String")
    public static final String CHANNEL = "CamelAjoChannel";

    @Metadata(
            label = "producer",
            description = "What is looked up as well, for example campaigns,surfaces. See the option include.",
            javaType = "String")
    public static final String INCLUDE = "CamelAjoInclude";

    @Metadata(
            label = "producer",
            description = "Whether a deployed configuration is undeployed and deleted in one call.",
            javaType = "Boolean")
    public static final String FORCE_DELETE = "CamelAjoForceDelete";

    @Metadata(
            label = "producer raw",
            description = "HTTP method of a raw request. Taken only when the option allowOperationHeader is true.",
            javaType = "String")
    public static final String HTTP_METHOD = "CamelAjoHttpMethod";

    @Metadata(
            label = "producer raw",
            description = "Path of a raw request, or a whole URL on an allowed host. Taken only when the option "
                    + "allowOperationHeader is true.",
            javaType = "String")
    public static final String PATH = "CamelAjoPath";

    @Metadata(label = "producer raw", description = "Query of a raw request, percent-encoded.", javaType = "String")
    public static final String QUERY = "CamelAjoQuery";

    @Metadata(label = "producer raw", description = "Media type of the body of a raw request.", javaType = "String")
    public static final String CONTENT_TYPE = "CamelAjoContentType";

    @Metadata(label = "producer raw", description = "Media type that a raw request asks for.", javaType = "String")
    public static final String ACCEPT = "CamelAjoAccept";

    @Metadata(
            label = "producer",
            description = "HTTP status of the answer, also when the call failed with an answer.",
            javaType = "Integer",
            important = true)
    public static final String STATUS_CODE = "CamelAjoStatusCode";

    @Metadata(
            label = "producer",
            description = "Id of the call at Adobe, for questions to Adobe's support.",
            javaType = "String")
    public static final String REQUEST_ID = "CamelAjoRequestId";

    @Metadata(
            label = "producer",
            description = "Version of the resource, with quotes, when Adobe sent one.",
            javaType = "String")
    public static final String ETAG = "CamelAjoETag";

    @Metadata(
            label = "producer",
            description = "Address of what was created, when Adobe sent one.",
            javaType = "String")
    public static final String LOCATION = "CamelAjoLocation";

    @Metadata(
            label = "producer",
            description = "Id of what was created, when Adobe sent it in a header only.",
            javaType = "String")
    public static final String RESOURCE_ID = "CamelAjoResourceId";

    @Metadata(
            label = "producer",
            description = "Number or cursor of the next page. Missing when the page was the last.",
            javaType = "Object")
    public static final String NEXT_PAGE = "CamelAjoNextPage";

    @Metadata(label = "producer", description = "How many pages a list has, when Adobe tells.", javaType = "Integer")
    public static final String TOTAL_PAGES = "CamelAjoTotalPages";

    @Metadata(label = "producer", description = "Id of the job that was waited for.", javaType = "String")
    public static final String JOB_ID = "CamelAjoJobId";

    @Metadata(
            label = "producer",
            description = "State of the job that was waited for, in Adobe's word.",
            javaType = "String")
    public static final String JOB_STATE = "CamelAjoJobState";

    @Metadata(
            label = "producer",
            description = "Whether the job that was waited for has ended well for a part of its items only.",
            javaType = "Boolean")
    public static final String JOB_PARTIAL = "CamelAjoJobPartial";

    @Metadata(
            label = "producer",
            description = "How long Adobe asked to wait, in milliseconds, when it did. Set when a call fails.",
            javaType = "Long")
    public static final String RETRY_AFTER = "CamelAjoRetryAfter";

    private AjoConstants() {}
}
