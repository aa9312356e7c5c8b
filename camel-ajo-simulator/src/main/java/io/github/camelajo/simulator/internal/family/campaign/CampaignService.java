package io.github.camelajo.simulator.internal.family.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.DerivedIds;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.family.journey.JourneyService;

/**
 * Campaigns (read only): those of {@link Campaigns} with their packages, messages, versions, workflows and surfaces.
 *
 * <p>Assumptions: without {@code full} the list leaves out packages, attributes and some other fields; a live campaign has an
 * older version besides the current one; a draft has a warning, a failed campaign an error, and other campaigns no finding;
 * channels in paths and parameters are compared case-insensitively; 404 also where it is not declared.</p>
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
    private static final Set<String> NOT_IN_SUMMARY =
            Set.of("packages", "attributes", "decisionPolicies", "selectionStrategy");

    private final Campaigns campaigns;
    private final CampaignErrors errors;
    private final Surfaces surfaces;
    private final Workflows workflows;

    public CampaignService(FamilyContext context, Campaigns campaigns, JourneyService journeys) {
        this.campaigns = campaigns;
        this.errors = new CampaignErrors(context.clock());
        this.surfaces = new Surfaces(context, journeys, errors, this);
        this.workflows = new Workflows(context, errors, this);
    }

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
                Route.get(BASE + "/metadata/surfaces", surfaces::list)
                        .query("count", "page", "orderby", "property", "channel", "type"),
                Route.get(BASE + "/metadata/surfaces/{channel}/{surfaceId}", surfaces::get)
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
                copy.remove(NOT_IN_SUMMARY);
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
        return workflows.get(call);
    }

    @Override
    public List<Jobs.Shown> jobs() {
        return workflows.jobs();
    }

    private ObjectNode find(Call call) {
        return campaigns
                .find(call.sandbox(), call.pathValue("campaignId"))
                .orElseThrow(() -> errors.notFound(call, "campaign", call.pathValue("campaignId")));
    }

    @Override
    public synchronized void reset() {
        campaigns.reset();
        surfaces.reset();
        workflows.reset();
    }

    @Override
    public List<Kept> holdings() {
        return List.of(campaigns.kept(), surfaces.kept(), workflows.kept());
    }

    @Override
    public JsonNode state() {
        ObjectNode state = Json.object();
        Sandbox.ALL.forEach(
                sandbox -> state.put(sandbox.name(), campaigns.all(sandbox).size()));
        return state;
    }
}
