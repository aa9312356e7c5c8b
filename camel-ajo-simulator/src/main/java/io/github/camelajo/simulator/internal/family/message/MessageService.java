package io.github.camelajo.simulator.internal.family.message;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.AudienceRun;
import io.github.camelajo.simulator.control.SentMessage;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.ServiceOptions;
import io.github.camelajo.simulator.internal.family.campaign.CampaignDates;
import io.github.camelajo.simulator.internal.family.campaign.Campaigns;

/**
 * Message execution: unitary, high-throughput and audience calls on API-triggered campaigns.
 *
 * <p>Assumptions: a campaign that is unknown, not live, not API-triggered or outside its dates when the call comes is a 400,
 * since 404 is not declared; high throughput needs a campaign in that mode, audience calls one that is not; a time of
 * execution in the past and a run for which nobody names an audience are a 400; a schedule that has triggered is a 404 for
 * deletion; an audience has between 1000 and 1999 profiles. No body of the health check is documented.</p>
 */
public final class MessageService implements ApiService {

    private static final String BASE = "/ajo/im/executions";
    private static final String SCHEDULE = BASE + "/schedules/{scheduleId}";
    private static final MessageErrors ERRORS = new MessageErrors();

    private final ServiceOptions options;
    private final InstantSource clock;
    private final Jobs jobs;
    private final Campaigns campaigns;
    private final Outbox outbox = new Outbox();
    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private final Map<String, Schedule> schedules = new LinkedHashMap<>();
    private final Map<String, Reply> repeated = new HashMap<>();

    public MessageService(FamilyContext context, Campaigns campaigns) {
        this.options = context.options().services();
        this.clock = context.clock();
        this.jobs = context.jobs();
        this.campaigns = campaigns;
    }

    @Override
    public String name() {
        return "message";
    }

    @Override
    public ErrorDialect errors() {
        return ERRORS;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(BASE + "/unitary", call -> once(call, () -> direct(call, false)))
                        .body(Route.Body.REQUIRED),
                Route.post(BASE + "/highthroughput", call -> once(call, () -> direct(call, true)))
                        .body(Route.Body.REQUIRED),
                Route.post(BASE + "/audience", call -> once(call, () -> audience(call)))
                        .body(Route.Body.REQUIRED),
                Route.get(BASE + "/audience/{executionId}", this::execution),
                Route.get(SCHEDULE, this::schedule),
                Route.delete(SCHEDULE, this::deleteSchedule),
                Route.get("/ajo/im/health", call -> Reply.empty(200)).withoutSandbox());
    }

    /** Runs a trigger, unless its request id header was seen before and the simulator was told to mind that. */
    private synchronized Reply once(Call call, Supplier<Reply> trigger) {
        String header = call.request().header("x-request-id");
        if (!options.repeatedRequestIdsIgnored() || header == null) {
            return trigger.get();
        }
        String key = call.sandbox().name() + " " + header;
        Reply first = repeated.get(key);
        if (first == null) {
            first = trigger.get();
            repeated.put(key, first);
        }
        return first;
    }

    private Reply direct(Call call, boolean highThroughput) {
        MessageRequest request = MessageRequest.direct(call, highThroughput);
        ObjectNode campaign = triggerable(call, request.campaignId());
        if (highThroughput && !campaign.path("highThroughputMode").asBoolean()) {
            throw bad(call, request, "The campaign is not in high-throughput mode");
        }
        String executionId = id("HUMA-");
        Instant now = clock.instant();
        for (MessageRequest.Recipient recipient : request.recipients()) {
            outbox.add(new SentMessage(
                    executionId,
                    request.requestId(),
                    request.campaignId(),
                    call.sandbox().name(),
                    recipient.type(),
                    recipient.userId(),
                    recipient.namespace(),
                    now));
        }
        return accepted(call, executionId, request.requestId());
    }

    private Reply audience(Call call) {
        MessageRequest request = MessageRequest.audience(call);
        ObjectNode campaign = triggerable(call, request.campaignId());
        if (campaign.path("highThroughputMode").asBoolean()) {
            throw bad(call, request, "The campaign is in high-throughput mode and cannot run over an audience");
        }
        String audienceId = request.audienceId() != null
                ? request.audienceId()
                : campaign.at("/audience/audienceId").asText(null);
        if (audienceId == null) {
            throw bad(call, request, "Neither the call nor the campaign names an audience");
        }
        if (request.executeAt() != null && request.executeAt().isBefore(clock.instant())) {
            throw bad(call, request, "schedule.executeAt lies in the past");
        }
        Schedule schedule = new Schedule(
                UUID.randomUUID().toString(), call.sandbox(), request, audienceId, jobs.takeFailure(name()));
        if (request.executeAt() == null) {
            Execution execution = run(schedule.withoutId(), clock.instant());
            return accepted(call, execution.id, request.requestId());
        }
        schedules.put(schedule.id, schedule);
        return Reply.json(202, schedule.toJson());
    }

    private synchronized Reply execution(Call call) {
        triggerDue();
        Execution found = executions.get(call.pathValue("executionId"));
        if (found == null || !found.cause.sandbox.equals(call.sandbox())) {
            throw MessageErrors.notFound(call, "There is no execution " + call.pathValue("executionId"));
        }
        return Reply.json(200, found.toJson());
    }

    private synchronized Reply schedule(Call call) {
        return Reply.json(200, find(call).toJson());
    }

    private synchronized Reply deleteSchedule(Call call) {
        Schedule found = find(call);
        if (found.execution != null) {
            throw MessageErrors.notFound(call, "Schedule " + found.id + " has been triggered already");
        }
        schedules.remove(found.id);
        return Reply.json(200, Json.object());
    }

    private Schedule find(Call call) {
        triggerDue();
        Schedule found = schedules.get(call.pathValue("scheduleId"));
        if (found == null || !found.sandbox.equals(call.sandbox())) {
            throw MessageErrors.notFound(call, "There is no schedule " + call.pathValue("scheduleId"));
        }
        return found;
    }

    private ObjectNode triggerable(Call call, String campaignId) {
        Map<String, String> context = Map.of("campaignId", campaignId);
        ObjectNode campaign = campaigns
                .find(call.sandbox(), campaignId)
                .orElseThrow(() -> MessageErrors.bad(call, "There is no campaign " + campaignId, context));
        String status = campaign.path("status").asText();
        if (!"LIVE".equals(status)) {
            throw MessageErrors.bad(call, "The campaign is not live but " + status, context);
        }
        if (!"ApiTriggered".equals(campaign.path("campaignType").asText())) {
            throw MessageErrors.bad(call, "The campaign is not triggered by calls", context);
        }
        CampaignDates dates = CampaignDates.of(campaign);
        if (!dates.begun(clock.instant())) {
            throw MessageErrors.bad(call, "The campaign starts later, at " + dates.start(), context);
        }
        if (dates.ended(clock.instant())) {
            throw MessageErrors.bad(call, "The campaign has ended, at " + dates.end(), context);
        }
        return campaign;
    }

    private static Refusal bad(Call call, MessageRequest request, String title) {
        return MessageErrors.bad(call, title, Map.of("campaignId", request.campaignId()));
    }

    /** Runs every schedule whose time has come by the simulator's clock. */
    private void triggerDue() {
        Instant now = clock.instant();
        for (Schedule schedule : schedules.values()) {
            if (schedule.execution == null && !now.isBefore(schedule.request.executeAt())) {
                schedule.execution = run(schedule, schedule.request.executeAt());
            }
        }
    }

    private Execution run(Schedule cause, Instant at) {
        Execution execution = new Execution(id("CMA-"), cause, jobs.start(2, at));
        executions.put(execution.id, execution);
        jobs.show(new Jobs.Shown(
                name(),
                cause.sandbox.name(),
                execution.id,
                execution.progress,
                () -> execution.status(execution.progress.ended()),
                cause.failure));
        outbox.add(new AudienceRun(
                execution.id,
                cause.id,
                cause.request.requestId(),
                cause.request.campaignId(),
                cause.audienceId,
                cause.sandbox.name(),
                at));
        return execution;
    }

    private Reply accepted(Call call, String executionId, String requestId) {
        String now = clock.instant().toString();
        ObjectNode body = Json.object().put("executionId", executionId);
        if (requestId != null) {
            body.put("requestId", requestId);
        }
        String user = call.clientId() + "@techacct.adobe.com";
        return Reply.json(
                202,
                body.put("createdAt", now)
                        .put("createdBy", user)
                        .put("modifiedAt", now)
                        .put("modifiedBy", user));
    }

    private static String id(String prefix) {
        return prefix + UUID.randomUUID();
    }

    /** The messages to single recipients, in order. */
    public List<SentMessage> messages() {
        return outbox.messages();
    }

    /** Runs over audiences, those that have come due by now included. */
    public synchronized List<AudienceRun> audienceRuns() {
        triggerDue();
        return outbox.runs();
    }

    @Override
    public synchronized void reset() {
        outbox.clear();
        executions.clear();
        schedules.clear();
        repeated.clear();
    }

    @Override
    public synchronized JsonNode state() {
        triggerDue();
        return Json.object()
                .put("messagesSent", outbox.messageTotal())
                .put("audienceRuns", executions.size())
                .put("schedules", schedules.size());
    }

    /** An audience call: what it asked for and, once it has run, what became of it. */
    private static final class Schedule {

        private final String id;
        private final Sandbox sandbox;
        private final MessageRequest request;
        private final String audienceId;
        private final Jobs.Failure failure;
        private Execution execution;

        private Schedule(String id, Sandbox sandbox, MessageRequest request, String audienceId, Jobs.Failure failure) {
            this.id = id;
            this.sandbox = sandbox;
            this.request = request;
            this.audienceId = audienceId;
            this.failure = failure;
        }

        private Schedule withoutId() {
            return new Schedule(null, sandbox, request, audienceId, failure);
        }

        private ObjectNode toJson() {
            ObjectNode json = Json.object().put("scheduleId", id);
            json.putObject("audience").put("id", audienceId);
            json.put("campaignId", request.campaignId())
                    .put("executeAt", request.executeAt().toString())
                    .put("scheduleStatus", execution == null ? "Scheduled" : "Triggered");
            if (execution != null) {
                json.set("executionDetails", execution.toJson());
            }
            return json;
        }
    }

    /** One run over an audience. */
    private record Execution(String id, Schedule cause, Jobs.Progress progress) {

        private String status(boolean ended) {
            if (!ended) {
                return "InProgress";
            }
            return cause.failure == null ? "Succeeded" : "Failed";
        }

        private ObjectNode toJson() {
            boolean ended = progress.look() > 0;
            boolean good = cause.failure == null;
            ObjectNode json = Json.object()
                    .put("executionId", id)
                    .put("campaignId", cause.request.campaignId())
                    .put("audienceId", cause.audienceId)
                    .put("status", status(ended));
            if (ended && good) {
                json.put("targetedProfileCount", 1000 + Math.floorMod(cause.audienceId.hashCode(), 1000));
            }
            return json.put("createdAt", progress.startedAt().toString());
        }
    }
}
