package io.github.camelajo.simulator.internal.family.orchestrated;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.control.OrchestratedTrigger;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Requirement;
import io.github.camelajo.simulator.internal.core.Route;

/**
 * The signal that runs an orchestrated campaign. A live campaign takes one an hour, by the simulator's clock; a draft under
 * test takes any number. Only the ids of {@link SampleIds} exist. A refused call does not put the hour back (assumption).
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

    private final InstantSource clock;
    private final OrchestratedCampaignErrors errors;
    private final Map<String, Instant> lastTriggers = new HashMap<>();
    private final List<OrchestratedTrigger> triggers = new ArrayList<>();

    public OrchestratedCampaignService(FamilyContext context) {
        this.clock = context.clock();
        this.errors = new OrchestratedCampaignErrors(clock);
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
        String status = STATUSES.getOrDefault(id, "");
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
        Instant last = lastTriggers.get(call.sandbox().name() + id);
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
        lastTriggers.put(call.sandbox().name() + id, now);
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
        return List.copyOf(triggers);
    }

    @Override
    public synchronized void reset() {
        lastTriggers.clear();
        triggers.clear();
    }

    @Override
    public synchronized JsonNode state() {
        return Json.object().put("triggers", triggers.size());
    }
}
