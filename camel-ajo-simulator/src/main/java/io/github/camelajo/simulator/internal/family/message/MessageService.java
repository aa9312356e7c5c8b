package io.github.camelajo.simulator.internal.family.message;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.AudienceRun;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.control.SentMessage;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Codec;
import io.github.camelajo.simulator.internal.core.ErrorDialect;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Log;
import io.github.camelajo.simulator.internal.core.Refusal;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Route;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.ServiceOptions;
import io.github.camelajo.simulator.internal.core.Table;
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
    private final Log<SentMessage> messages;
    private final Log<AudienceRun> runs;
    private final Table<Execution> executions;
    private final Table<Schedule> schedules;
    private final Table<Reply> repeated;

    public MessageService(FamilyContext context, Campaigns campaigns) {
        this.options = context.options().services();
        this.clock = context.clock();
        this.jobs = context.jobs();
        this.campaigns = campaigns;
        Codec codec = context.codec();
        messages = new Log<>(
                "message",
                "Messages sent to single recipients, one entry for each recipient.",
                SentMessage.class,
                codec);
        runs = new Log<>("audience-run", "Runs of campaigns over audiences.", AudienceRun.class, codec);
        executions = Table.inSandboxes(
                        "execution",
                        "Runs over audiences by execution ID, with the progress that `GET "
                                + ".../audience/{executionId}` returns.",
                        Execution.class,
                        codec,
                        this)
                .made((sandbox, id) ->
                        new Execution(id, SampleIds.LIVE_AUDIENCE_CAMPAIGN, SampleIds.AUDIENCE, null, jobs.start(2)));
        schedules = Table.inSandboxes(
                        "schedule",
                        "Planned runs over audiences: what to run and when (`executeAt`).",
                        Schedule.class,
                        codec,
                        this)
                .made((sandbox, id) -> new Schedule(
                        id,
                        sandbox,
                        null,
                        SampleIds.LIVE_AUDIENCE_CAMPAIGN,
                        SampleIds.AUDIENCE,
                        clock.instant().plusSeconds(3600),
                        null,
                        null));
        repeated = Table.inSandboxes(
                "repeated-request",
                "First answers by `x-request-id`, if the simulator is set to ignore repeated ones.",
                Reply.class,
                codec,
                this);
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

    /**
     * Triggers a campaign, unless its request id header was seen before and the simulator is set to recognize repeats.
     */
    private synchronized Reply once(Call call, Supplier<Reply> trigger) {
        String header = call.request().header("x-request-id");
        if (!options.repeatedRequestIdsIgnored() || header == null) {
            return trigger.get();
        }
        Reply first = repeated.get(call.sandbox(), header).orElse(null);
        if (first == null) {
            first = trigger.get();
            repeated.set(call.sandbox(), header, first);
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
            messages.add(new SentMessage(
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
                request.executeAt() == null ? null : UUID.randomUUID().toString(),
                call.sandbox(),
                request.requestId(),
                request.campaignId(),
                audienceId,
                request.executeAt(),
                jobs.takeFailure(name()),
                null);
        if (schedule.id() == null) {
            Execution execution = run(schedule, clock.instant());
            return accepted(call, execution.id(), request.requestId());
        }
        schedules.set(call.sandbox(), schedule.id(), schedule);
        return Reply.json(202, schedule.toJson(null));
    }

    private synchronized Reply execution(Call call) {
        triggerDue();
        Execution found = executions
                .get(call.sandbox(), call.pathValue("executionId"))
                .orElseThrow(
                        () -> MessageErrors.notFound(call, "There is no execution " + call.pathValue("executionId")));
        return Reply.json(200, found.toJson());
    }

    private synchronized Reply schedule(Call call) {
        Schedule found = find(call);
        Execution execution = found.executionId() == null
                ? null
                : executions.get(found.sandbox(), found.executionId()).orElse(null);
        return Reply.json(200, found.toJson(execution));
    }

    private synchronized Reply deleteSchedule(Call call) {
        Schedule found = find(call);
        if (found.executionId() != null) {
            throw MessageErrors.notFound(call, "Schedule " + found.id() + " has been triggered already");
        }
        schedules.remove(found.sandbox(), found.id());
        return Reply.json(200, Json.object());
    }

    private Schedule find(Call call) {
        triggerDue();
        return schedules
                .get(call.sandbox(), call.pathValue("scheduleId"))
                .orElseThrow(
                        () -> MessageErrors.notFound(call, "There is no schedule " + call.pathValue("scheduleId")));
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

    /** Runs every schedule that is due by the simulator's clock. */
    private void triggerDue() {
        Instant now = clock.instant();
        for (Schedule schedule : schedules.values()) {
            if (schedule.executionId() == null && !now.isBefore(schedule.executeAt())) {
                Execution execution = run(schedule, schedule.executeAt());
                schedules.set(schedule.sandbox(), schedule.id(), schedule.triggered(execution));
            }
        }
    }

    private Execution run(Schedule cause, Instant at) {
        Execution execution =
                new Execution(id("CMA-"), cause.campaignId(), cause.audienceId(), cause.failure(), jobs.start(2, at));
        executions.set(cause.sandbox(), execution.id(), execution);
        runs.add(new AudienceRun(
                execution.id(),
                cause.id(),
                cause.requestId(),
                cause.campaignId(),
                cause.audienceId(),
                cause.sandbox().name(),
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

    /** Returns the messages to single recipients, in order. */
    public List<SentMessage> messages() {
        return messages.all();
    }

    /** Returns the runs for audiences, including those that are due by now. */
    public synchronized List<AudienceRun> audienceRuns() {
        triggerDue();
        return runs.all();
    }

    @Override
    public synchronized void reset() {
        messages.clear();
        runs.clear();
        executions.clear();
        schedules.clear();
        repeated.clear();
    }

    /** With those that have come due by now. */
    @Override
    public synchronized List<Jobs.Shown> jobs() {
        triggerDue();
        return executions.pictures((sandbox, id, run) -> new Jobs.Shown(
                name(),
                sandbox,
                id,
                run.progress(),
                () -> run.status(run.progress().ended()),
                run.failure()));
    }

    @Override
    public List<Kept> holdings() {
        return List.of(messages, runs, executions, schedules, repeated);
    }

    @Override
    public synchronized JsonNode state() {
        triggerDue();
        return Json.object()
                .put("messagesSent", messages.total())
                .put("audienceRuns", executions.values().size())
                .put("schedules", schedules.values().size());
    }

    /**
     * An audience call.
     *
     * @param id          {@code null} if it ran at once
     * @param executionId the run it led to, {@code null} before
     */
    private record Schedule(
            String id,
            Sandbox sandbox,
            String requestId,
            String campaignId,
            String audienceId,
            Instant executeAt,
            Jobs.Failure failure,
            String executionId) {

        private Schedule triggered(Execution execution) {
            return new Schedule(id, sandbox, requestId, campaignId, audienceId, executeAt, failure, execution.id());
        }

        private ObjectNode toJson(Execution execution) {
            ObjectNode json = Json.object().put("scheduleId", id);
            json.putObject("audience").put("id", audienceId);
            json.put("campaignId", campaignId)
                    .put("executeAt", executeAt.toString())
                    .put("scheduleStatus", executionId == null ? "Scheduled" : "Triggered");
            if (execution != null) {
                json.set("executionDetails", execution.toJson());
            }
            return json;
        }
    }

    /** One run for an audience. */
    private record Execution(
            String id, String campaignId, String audienceId, Jobs.Failure failure, Jobs.Progress progress) {

        private String status(boolean ended) {
            if (!ended) {
                return "InProgress";
            }
            return failure == null ? "Succeeded" : "Failed";
        }

        private ObjectNode toJson() {
            boolean ended = progress.look() > 0;
            boolean good = failure == null;
            ObjectNode json = Json.object()
                    .put("executionId", id)
                    .put("campaignId", campaignId)
                    .put("audienceId", audienceId)
                    .put("status", status(ended));
            if (ended && good) {
                json.put("targetedProfileCount", 1000 + Math.floorMod(audienceId.hashCode(), 1000));
            }
            return json.put("createdAt", progress.startedAt().toString());
        }
    }
}
