package io.github.camelajo.simulator.internal.family.orchestrated;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.control.OrchestratedTrigger;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Log;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;

/**
 * The signal that starts an orchestrated campaign. A live campaign accepts one signal per hour of the simulator's
 * clock, a draft under test any number. The campaigns of {@link SampleIds} exist at the start. A refused call does not
 * restart the hour (assumption).
 */
public final class OrchestratedCampaignService implements ApiService {

    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Map<String, String> STATUSES = Map.of(
            SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, "LIVE",
            SampleIds.TESTED_ORCHESTRATED_CAMPAIGN, "TESTED",
            SampleIds.DRAFT_ORCHESTRATED_CAMPAIGN, "DRAFT",
            SampleIds.STOPPED_ORCHESTRATED_CAMPAIGN, "STOPPED",
            SampleIds.SCHEDULED_ORCHESTRATED_CAMPAIGN, "SCHEDULED",
            SampleIds.UNPERMITTED_ORCHESTRATED_CAMPAIGN, "UNPERMITTED",
            SampleIds.LABELED_ORCHESTRATED_CAMPAIGN, "LABELED");

    private static final Set<String> KNOWN = new TreeSet<>(STATUSES.values());

    private final InstantSource clock;
    private final OrchestratedCampaignErrors errors;
    private final Table<OrchestratedCampaign> campaigns;
    private final Log<OrchestratedTrigger> triggers;

    public OrchestratedCampaignService(FamilyContext context) {
        this.clock = context.clock();
        this.errors = new OrchestratedCampaignErrors(clock);
        campaigns = Table.inSandboxes(
                        "orchestrated-campaign",
                        "Orchestrated campaigns: their `status` (" + String.join(", ", KNOWN)
                                + ") and when a live one was triggered " + "last (`lastTrigger`).",
                        OrchestratedCampaign.class,
                        context.codec(),
                        this)
                .made((sandbox, id) -> new OrchestratedCampaign("LIVE", null));
        triggers = new Log<>(
                "orchestrated-trigger",
                "Successful triggers of orchestrated campaigns.",
                OrchestratedTrigger.class,
                context.codec());
        seed();
    }

    private void seed() {
        Sandbox.ALL.forEach(sandbox -> new TreeMap<>(STATUSES)
                .forEach((id, status) -> campaigns.set(sandbox, id, new OrchestratedCampaign(status, null))));
    }

    /**
     * An orchestrated campaign.
     *
     * @param status      decides how a trigger is answered
     * @param lastTrigger when it was triggered last; {@code null} for never
     */
    private record OrchestratedCampaign(String status, Instant lastTrigger) {

        private OrchestratedCampaign {
            if (!KNOWN.contains(status)) {
                throw new IllegalArgumentException("status must be one of " + KNOWN);
            }
        }
    }

    @Override
    public String name() {
        return "orchestrated-campaign";
    }

    @Override
    public ErrorDialect errors() {
        return errors;
    }

    @Override
    public List<Route> routes() {
        return Route.needing(
                Requirement.allOf(Permissions.PUBLISH_ORCHESTRATED_CAMPAIGNS),
                Route.post("/ajo/campaign-orchestration/orchestratedCampaigns/{id}/trigger", this::trigger)
                        .body(Route.Body.OPTIONAL));
    }

    private synchronized Reply trigger(Call call) {
        String id = call.pathValue("id");
        if (!"1".equals(call.request().header("x-api-version"))) {
            return errors.noVersion(id);
        }
        JsonNode body = call.request().body().length == 0 ? Json.object() : call.json();
        JsonNode variables = body.path("variables");
        if (!body.isObject() || !variables.isMissingNode() && !variables.isObject()) {
            return errors.uncoded("The body must be an object, and so must its variables", call.requestId());
        }
        String status = campaigns
                .get(call.sandbox(), id)
                .map(OrchestratedCampaign::status)
                .orElse("");
        return switch (status) {
            case "LIVE" -> guarded(call, id, variables);
            case "TESTED" -> run(call, id, variables);
            case "" ->
                errors.coded(
                        1200,
                        404,
                        "Element of type OrchestratedCampaign with id " + id + " not found",
                        call.requestId(),
                        Map.of("type", "OrchestratedCampaign", "id", id));
            case "UNPERMITTED" -> errors.coded(1001, 403, "Authorization error", call.requestId(), Map.of());
            case "LABELED" ->
                errors.coded(
                        1215,
                        403,
                        "OLAC check failed for operation trigger on resource " + id,
                        call.requestId(),
                        Map.of("operation", "trigger", "id", id));
            case "SCHEDULED" -> errors.uncoded("Orchestrated campaign is not triggered by a signal", call.requestId());
            default ->
                errors.coded(
                        6100,
                        400,
                        "Orchestrated campaign must be in LIVE status or DRAFT status with active test "
                                + "session to trigger. Current status: " + status,
                        call.requestId(),
                        Map.of("status", status));
        };
    }

    private Reply guarded(Call call, String id, JsonNode variables) {
        Instant now = clock.instant();
        Instant last = campaigns
                .get(call.sandbox(), id)
                .map(OrchestratedCampaign::lastTrigger)
                .orElse(null);
        if (last != null && now.isBefore(last.plus(INTERVAL))) {
            Duration left = Duration.between(now, last.plus(INTERVAL));
            String seconds = Long.toString(left.toSeconds() + (left.getNano() > 0 ? 1 : 0));
            return errors.coded(
                            6104,
                            429,
                            "Orchestrated campaign was triggered too recently. Retry after " + seconds + " seconds",
                            call.requestId(),
                            Map.of("retryAfter", seconds))
                    .with("Retry-After", seconds);
        }
        campaigns.set(call.sandbox(), id, new OrchestratedCampaign("LIVE", now));
        return run(call, id, variables);
    }

    private Reply run(Call call, String id, JsonNode variables) {
        triggers.add(new OrchestratedTrigger(
                id, call.sandbox().name(), variables.isMissingNode() ? "{}" : Json.text(variables), clock.instant()));
        return Reply.json(
                200,
                Json.object()
                        .put("status", "success")
                        .put("orchestratedCampaignId", id)
                        .put("message", "Orchestrated campaign triggered successfully"));
    }

    public synchronized List<OrchestratedTrigger> triggers() {
        return triggers.all();
    }

    @Override
    public synchronized void reset() {
        campaigns.clear();
        triggers.clear();
        seed();
    }

    @Override
    public List<Kept> holdings() {
        return List.of(campaigns, triggers);
    }

    @Override
    public synchronized JsonNode state() {
        return Json.object().put("triggers", triggers.total());
    }
}
