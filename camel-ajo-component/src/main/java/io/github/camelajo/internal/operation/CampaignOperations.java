package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.get;

/** Campaign API: reads action campaigns, their parts and the channel surfaces they use. */
final class CampaignOperations {

    private static final String SERVICE = "/journey/campaigns/service";
    private static final String CAMPAIGN = SERVICE + "/campaigns/{campaignId}";
    private static final String MESSAGE = CAMPAIGN + "/messages/{messageId}";
    private static final String SURFACES = SERVICE + "/metadata/surfaces";

    private static final String CAMPAIGN_ID = "ID of the campaign: campaignId in the answer of list";
    private static final String MESSAGE_ID = "ID of the message: messageId in a package of the campaign";
    private static final Permission READ = Permission.presumably("View campaigns");
    private static final String UNTYPED = "Adobe documents no fields of the answer, so it is returned unchanged.";

    private static final String CONDITIONS =
            "Conditions joined by ;, each with a field, an operator (== != > < =like=) and a value";
    private static final Parameter PROPERTY =
            Parameter.string("property", CONDITIONS).joinedBy(";");
    private static final Parameter COUNT =
            Parameter.integer("count", "Items per page").atLeast(1).defaultsTo("50");
    private static final Parameter PAGE =
            Parameter.integer("page", "Page number, starting at 0").atLeast(0);
    private static final Parameter FULL = Parameter.bool(
                    "full", "Whether to return complete campaigns instead of summaries")
            .defaultsTo("false");
    private static final Parameter ACTIONS = Parameter.bool(
                    "actions", "Whether to return the currently available actions with each campaign")
            .defaultsTo("true");
    private static final Paging PAGES = Paging.pageNumber("data", "page", "count", 50, 0, "_page.totalPages")
            .withCurrentPage("_page.page")
            .withTotalItems("_page.totalCount");
    private static final String FIRST_PAGE = "Pages are assumed to start at 0; Adobe's reference does not say.";

    static final Api API = new Api(
            "campaign",
            "Campaign",
            "Reads the action campaigns of a sandbox: their versions, messages, publishing checks and channel surfaces.",
            List.of(
                    get("campaign", "list", SERVICE + "/campaigns")
                            .summary("Campaigns of the sandbox")
                            .query(COUNT, PAGE, orderBy("name"), property("campaignClass!=inline;name=like=\"spring\""))
                            .query(FULL, ACTIONS)
                            .paging(PAGES)
                            .permission(READ)
                            .note(FIRST_PAGE)
                            .build(),
                    get("campaign", "get", CAMPAIGN)
                            .summary("One campaign")
                            .path("campaignId", CAMPAIGN_ID)
                            .permission(READ)
                            .build(),
                    get("campaign", "listVersions", CAMPAIGN + "/versions")
                            .summary("Versions of a campaign")
                            .path("campaignId", CAMPAIGN_ID)
                            .query(COUNT, PAGE, orderBy("name"), property("campaignClass!=inline"), FULL, ACTIONS)
                            .paging(PAGES)
                            .permission(READ)
                            .note(FIRST_PAGE)
                            .build(),
                    get("campaign", "getPackage", CAMPAIGN + "/packages/{packageId}")
                            .summary("One package of a campaign: a channel with its messages")
                            .path("campaignId", CAMPAIGN_ID)
                            .path("packageId", "ID of the package: packages[].packageId of the campaign")
                            .permission(READ)
                            .build(),
                    get("campaign", "getMessage", MESSAGE)
                            .summary("One message of a campaign")
                            .path("campaignId", CAMPAIGN_ID)
                            .path("messageId", MESSAGE_ID)
                            .permission(READ)
                            .note(UNTYPED)
                            .build(),
                    get("campaign", "getMessageVariant", MESSAGE + "/{channel}/variants/{variantId}")
                            .summary("One variant of a message of a campaign")
                            .path("campaignId", CAMPAIGN_ID)
                            .path("messageId", MESSAGE_ID)
                            .path(
                                    "channel",
                                    "Channel of the message, for example email; Adobe does not document upper or "
                                            + "lower case")
                            .path("variantId", "ID of the variant")
                            .permission(READ)
                            .note(UNTYPED)
                            .build(),
                    get("campaign", "listPublishNotifications", CAMPAIGN + "/publish/validation")
                            .summary("Findings that prevent the publication of a campaign")
                            .path("campaignId", CAMPAIGN_ID)
                            .query(COUNT, PAGE, orderBy("type"), PROPERTY)
                            .paging(PAGES)
                            .permission(READ)
                            .note(FIRST_PAGE)
                            .build(),
                    get("campaign", "getWorkflow", SERVICE + "/workflows/{workflowId}")
                            .summary("State of a background workflow of a campaign")
                            .path("workflowId", "ID of the workflow")
                            .job(Job.reports(JobStatus.of(
                                    "workflowId",
                                    "state",
                                    List.of("CREATED", "PROCESSING"),
                                    List.of("PROCESSED"),
                                    List.of("FAILED"))))
                            .permission(READ)
                            .note("No public operation starts a workflow.")
                            .note("`state` is the progress; `status` is the result, in other words.")
                            .build(),
                    get("campaign", "listSurfaces", SURFACES)
                            .summary("Channel surfaces: the settings for sending messages")
                            .query(COUNT, PAGE, orderBy("surfaceName"))
                            .query(
                                    Parameter.string(
                                                    "channel",
                                                    "Channel of the surfaces, for example email. The default is inapp only")
                                            .defaultsTo("inapp"),
                                    property("surfaceName==news;created_at>2026-01-01"),
                                    Parameter.string("type", "Type of the surface IDs")
                                            .oneOf(
                                                    "appConfigurationId",
                                                    "channelConfigurationId",
                                                    "surfaceId",
                                                    "brandingPresetId"))
                            .paging(PAGES)
                            .permission(READ)
                            .note(FIRST_PAGE)
                            .note("Set `channel` for any channel other than inapp.")
                            .build(),
                    get("campaign", "getSurface", SURFACES + "/{channel}/{surfaceId}")
                            .summary("One channel surface")
                            .path("channel", "Channel of the surface: surfaceChannel in the answer of listSurfaces")
                            .path("surfaceId", "ID of the surface: id in the answer of listSurfaces")
                            .query(Parameter.string("type", "Type of the ID; the values are those of listSurfaces"))
                            .permission(READ)
                            .build()));

    private CampaignOperations() {}

    private static Parameter orderBy(String otherwise) {
        return Parameter.string("orderby", "Sort field; a leading minus reverses the order")
                .defaultsTo(otherwise);
    }

    private static Parameter property(String example) {
        return Parameter.string("property", CONDITIONS + ". Example: " + example)
                .joinedBy(";");
    }
}
