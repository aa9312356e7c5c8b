package io.github.camelajo.simulator.internal.family.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.DerivedIds;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.KnownFields;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;
import io.github.camelajo.simulator.internal.family.journey.JourneyService;

/**
 * Campaigns (read only): those of {@link Campaigns} with their packages, messages, versions, workflows and surfaces.
 *
 * <p>Assumptions: without {@code full} a campaign is listed without packages, attributes and the like; a live campaign has an
 * older version besides the present one; a draft has a finding and a failed one an error before publishing, the others none;
 * channels in paths and parameters compare without case; 404 also where it is not declared.</p>
 */
public final class CampaignService implements ApiService {

    private static final String BASE = "/journey/campaigns/service";
    private static final String ONE = BASE + "/campaigns/{campaignId}";
    private static final List<String> FIELDS = List.of(
            "name",
            "publishedAt",
            "completedAt",
            "draftVersionId",
            "liveVersionId",
            "metadata.sourceName",
            "audience.audienceId",
            "parentFolderId",
            "appId");
    private static final Set<String> SUMMARY_LACKS =
            Set.of("packages", "attributes", "decisionPolicies", "selectionStrategy");
    private static final Set<String> SURFACE_TYPES =
            Set.of("appConfigurationId", "channelConfigurationId", "surfaceId", "brandingPresetId");
    private static final List<String> STATES = List.of("CREATED", "PROCESSING", "PROCESSED");

    private final Campaigns campaigns;
    private final Jobs jobs;
    private final CampaignErrors errors;
    private final Map<Sandbox, List<ObjectNode>> invented;
    private final Table<ObjectNode> surfaces;
    private final Table<Workflow> workflows;

    public CampaignService(FamilyContext context, Campaigns campaigns, JourneyService journeys) {
        this.campaigns = campaigns;
        this.jobs = context.jobs();
        this.errors = new CampaignErrors(context.clock());
        this.invented = Sandbox.ALL.stream()
                .collect(Collectors.toMap(
                        Function.identity(), sandbox -> SurfaceSeed.surfaces(journeys.invented(sandbox))));
        this.surfaces = Table.inSandboxes(
                        "surface",
                        "Surfaces by id, as `GET /journey/campaigns/service/metadata/surfaces/{channel}/{surfaceId}` answers them.",
                        ObjectNode.class,
                        context.codec(),
                        this)
                .made(new KnownFields(
                        "id",
                        SurfaceSeed.FIELDS,
                        (sandbox, id) -> SurfaceSeed.surface(id, "Surface " + id, "email", "ACTIVE")));
        this.workflows = Table.inSandboxes(
                        "workflow",
                        "Workflows that publish a campaign (`campaignId`), and whether they `failed`. Without `progress` a workflow "
                                + "starts with the first look.",
                        Workflow.class,
                        context.codec(),
                        this)
                .made((sandbox, id) -> new Workflow(SampleIds.LIVE_CAMPAIGN, false, null));
        seed();
    }

    private void seed() {
        for (Sandbox sandbox : Sandbox.ALL) {
            invented.get(sandbox)
                    .forEach(surface -> surfaces.set(sandbox, surface.path("id").asText(), surface));
            workflows.set(sandbox, SampleIds.WORKFLOW, new Workflow(SampleIds.LIVE_CAMPAIGN, false, null));
            workflows.set(sandbox, SampleIds.FAILED_WORKFLOW, new Workflow(SampleIds.DRAFT_CAMPAIGN, true, null));
        }
    }

    /** A workflow, and its progress once somebody has looked at it. */
    private record Workflow(String campaignId, boolean failed, Jobs.Progress progress) {}

    @Override
    public String name() {
        return "campaign";
    }

    @Override
    public ErrorDialect errors() {
        return errors;
    }

    @Override
    public List<Route> routes() {
        return Route.needing(
                Requirement.allOf(Permissions.VIEW_CAMPAIGNS),
                Route.get(BASE + "/campaigns", this::list)
                        .query("count", "page", "orderby", "property", "full", "actions"),
                Route.get(ONE, call -> Reply.json(200, find(call))),
                Route.get(ONE + "/versions", this::versions)
                        .query("count", "page", "orderby", "property", "full", "actions"),
                Route.get(ONE + "/packages/{packageId}", this::packageOf),
                Route.get(
                        ONE + "/messages/{messageId}",
                        call -> Reply.json(200, message(call).toJson())),
                Route.get(ONE + "/messages/{messageId}/{channel}/variants/{variantId}", this::variant),
                Route.get(ONE + "/publish/validation", this::findings).query("count", "page", "orderby", "property"),
                Route.get(BASE + "/workflows/{workflowId}", this::workflow),
                Route.get(BASE + "/metadata/surfaces", this::surfaces)
                        .query("count", "page", "orderby", "property", "channel", "type"),
                Route.get(BASE + "/metadata/surfaces/{channel}/{surfaceId}", this::surface)
                        .query("type"));
    }

    private Reply list(Call call) {
        return PageOfCampaigns.of(call, campaigns.all(call.sandbox()), FIELDS, "name", "campaign", view(call));
    }

    private Reply versions(Call call) {
        ObjectNode present = find(call);
        List<ObjectNode> versions = new ArrayList<>(List.of(present));
        if ("LIVE".equals(present.path("status").asText())) {
            versions.add(present.deepCopy()
                    .put("status", "COMPLETED")
                    .put("versionId", DerivedIds.of(present.path("campaignId").asText(), "version 0")));
        }
        return PageOfCampaigns.of(call, versions, FIELDS, "name", "version", view(call));
    }

    private static UnaryOperator<JsonNode> view(Call call) {
        boolean full = call.flag("full");
        boolean actions = call.query().first("actions").isEmpty() || call.flag("actions");
        return campaign -> {
            ObjectNode copy = campaign.deepCopy();
            if (!full) {
                copy.remove(SUMMARY_LACKS);
            }
            if (!actions) {
                copy.remove("actions");
            }
            return copy;
        };
    }

    private Reply packageOf(Call call) {
        for (JsonNode one : find(call).path("packages")) {
            if (one.path("packageId").asText().equals(call.pathValue("packageId"))) {
                return Reply.json(200, one);
            }
        }
        throw errors.notFound(call, "package", call.pathValue("packageId"));
    }

    private CampaignContent message(Call call) {
        return CampaignContent.find(find(call), call.pathValue("messageId"))
                .orElseThrow(() -> errors.notFound(call, "message", call.pathValue("messageId")));
    }

    private Reply variant(Call call) {
        CampaignContent message = message(call);
        String id = call.pathValue("variantId");
        if (!message.channel().equalsIgnoreCase(call.pathValue("channel"))
                || !message.variantIds().contains(id)) {
            throw errors.notFound(call, call.pathValue("channel") + " variant", id);
        }
        return Reply.json(200, message.variant(id));
    }

    private Reply findings(Call call) {
        ObjectNode campaign = find(call);
        List<ObjectNode> findings =
                switch (campaign.path("status").asText()) {
                    case "DRAFT" -> List.of(finding(call, campaign, "WARNING", "The campaign has no end date"));
                    case "FAILED" -> List.of(finding(call, campaign, "ERROR", "The surface is not active"));
                    default -> List.of();
                };
        return PageOfCampaigns.of(
                call, findings, List.of("type", "id", "errorSource"), "type", "notification", UnaryOperator.identity());
    }

    private ObjectNode finding(Call call, ObjectNode campaign, String level, String message) {
        ObjectNode finding =
                Json.object().put("id", campaign.path("campaignId").asText()).put("errorSource", "CAMPAIGN");
        finding.putArray("notifications")
                .add(errors.notification(400, 2050, "Activation", message, call.requestId(), level));
        finding.putObject("_links")
                .putObject("self")
                .put("href", "/service/campaigns/" + campaign.path("campaignId").asText());
        return finding;
    }

    private synchronized Reply workflow(Call call) {
        String id = call.pathValue("workflowId");
        Workflow found = workflows.get(call.sandbox(), id).orElseThrow(() -> errors.notFound(call, "workflow", id));
        if (found.failed()) {
            ObjectNode failed =
                    workflow(id, "FAILED", found.campaignId()).put("errorMessage", "The surface is not active");
            failed.putObject("notifications")
                    .put("errorLevel", "ERROR")
                    .put("errorMessage", "The surface is not active")
                    .putArray("results");
            return Reply.json(200, failed);
        }
        if (found.progress() == null) {
            found = new Workflow(found.campaignId(), false, jobs.start(STATES.size()));
            workflows.set(call.sandbox(), id, found);
        }
        return Reply.json(200, workflow(id, STATES.get(found.progress().look()), found.campaignId()));
    }

    @Override
    public List<Jobs.Shown> jobs() {
        return workflows.pictures((sandbox, id, workflow) -> {
            Jobs.Progress progress = workflow.progress();
            return progress == null || workflow.failed()
                    ? null
                    : new Jobs.Shown(name(), sandbox, id, progress, () -> STATES.get(progress.peek()), null);
        });
    }

    private static ObjectNode workflow(String id, String state, String campaignId) {
        ObjectNode json = Json.object()
                .put("type", "publish")
                .put("workflowId", id)
                .put("runId", DerivedIds.of(id, "run"))
                .put("state", state)
                .put("domain", "campaign");
        boolean failed = "FAILED".equals(state);
        if (failed || "PROCESSED".equals(state)) {
            json.put("status", failed ? "FAILED" : "COMPLETED")
                    .put("closeTime", "2026-06-30T18:02:00.000000Z")
                    .put("duration", 60_000);
        }
        json.put("createdBy", "PERSON1@AdobeID")
                .put("createdAt", "2026-06-30T18:00:59.000000Z")
                .put("modifiedAt", "2026-06-30T18:02:00.000000Z")
                .put("startTime", "2026-06-30T18:01:00.000000Z")
                .put("executionTime", "2026-06-30T18:01:00.000000Z");
        json.putObject("_result")
                .put("type", "campaign")
                .put("id", campaignId)
                .put("ref", "/service/campaigns/" + campaignId);
        json.putArray("activities")
                .addObject()
                .put("id", "1")
                .put("klass", "CampaignActivities")
                .put("name", "publish")
                .put("outcome", failed ? "client_error" : "success")
                .put("duration", 1_200);
        json.put("sourceType", "campaign")
                .putObject("_links")
                .putObject("self")
                .put("href", "/service/workflows/" + id);
        return json;
    }

    private Reply surfaces(Call call) {
        String channel = call.query().first("channel").orElse("inapp").toLowerCase(Locale.ROOT);
        String type = surfaceType(call);
        List<ObjectNode> found = surfaces.values(call.sandbox()).stream()
                .filter(surface -> surface.path("surfaceChannel").asText().equals(channel))
                .filter(surface -> type == null || surface.path("type").asText().equals(type))
                .toList();
        return PageOfCampaigns.of(
                call,
                found,
                List.of("id", "surfaceName", "surfaceChannel", "surfaceStatus", "createdAt", "modifiedAt", "appId"),
                "surfaceName",
                "surface",
                UnaryOperator.identity());
    }

    private Reply surface(Call call) {
        String type = surfaceType(call);
        return surfaces.values(call.sandbox()).stream()
                .filter(surface -> surface.path("id").asText().equals(call.pathValue("surfaceId")))
                .filter(surface -> surface.path("surfaceChannel").asText().equalsIgnoreCase(call.pathValue("channel")))
                .filter(surface -> type == null || surface.path("type").asText().equals(type))
                .findFirst()
                .map(surface -> Reply.json(200, surface))
                .orElseThrow(() ->
                        errors.notFound(call, call.pathValue("channel") + " surface", call.pathValue("surfaceId")));
    }

    private String surfaceType(Call call) {
        String type = call.query().first("type").orElse(null);
        if (type != null && !SURFACE_TYPES.contains(type)) {
            throw errors.refuse(
                    400,
                    3001,
                    "Invalid surface type",
                    "Surface type '" + type + "' is not one of "
                            + SURFACE_TYPES.stream().sorted().toList(),
                    call.requestId());
        }
        return type;
    }

    private ObjectNode find(Call call) {
        return campaigns
                .find(call.sandbox(), call.pathValue("campaignId"))
                .orElseThrow(() -> errors.notFound(call, "campaign", call.pathValue("campaignId")));
    }

    @Override
    public synchronized void reset() {
        campaigns.reset();
        surfaces.clear();
        workflows.clear();
        seed();
    }

    @Override
    public List<Kept> holdings() {
        return List.of(campaigns.kept(), surfaces, workflows);
    }

    @Override
    public JsonNode state() {
        ObjectNode state = Json.object();
        Sandbox.ALL.forEach(
                sandbox -> state.put(sandbox.name(), campaigns.all(sandbox).size()));
        return state;
    }
}
