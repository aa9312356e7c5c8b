package io.github.camelajo.simulator.internal.family.message;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.control.AudienceRun;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.internal.core.Call;
import io.github.camelajo.simulator.internal.core.Codec;
import io.github.camelajo.simulator.internal.core.FamilyContext;
import io.github.camelajo.simulator.internal.core.Jobs;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.Kept;
import io.github.camelajo.simulator.internal.core.Log;
import io.github.camelajo.simulator.internal.core.Reply;
import io.github.camelajo.simulator.internal.core.Sandbox;
import io.github.camelajo.simulator.internal.core.Table;

/**
 * The runs of campaigns over audiences, and the schedules that start them. Every look at them first starts the runs
 * that are due by the simulator's clock. Guarded by the service.
 */
final class AudienceRuns {

    /** InProgress, and the end. */
    private static final int STATES = 2;

    private final String family;
    private final InstantSource clock;
    private final Jobs jobs;
    private final Log<AudienceRun> log;
    private final Table<Execution> executions;
    private final Table<Schedule> schedules;

    AudienceRuns(FamilyContext context, MessageService service) {
        this.family = service.name();
        this.clock = context.clock();
        this.jobs = context.jobs();
        Codec codec = context.codec();
        log = new Log<>("audience-run", "Runs of campaigns over audiences.", AudienceRun.class, codec);
        executions = Table.inSandboxes(
                        "execution",
                        "Runs over audiences by execution ID, with the progress that `GET "
                                + ".../audience/{executionId}` returns.",
                        Execution.class,
                        codec,
                        service)
                .made((sandbox, id) -> new Execution(
                        id, SampleIds.LIVE_AUDIENCE_CAMPAIGN, SampleIds.AUDIENCE, null, jobs.start(STATES)));
        schedules = Table.inSandboxes(
                        "schedule",
                        "Planned runs over audiences: what to run and when (`executeAt`).",
                        Schedule.class,
                        codec,
                        service)
                .made((sandbox, id) -> new Schedule(
                        id,
                        sandbox,
                        null,
                        SampleIds.LIVE_AUDIENCE_CAMPAIGN,
                        SampleIds.AUDIENCE,
                        clock.instant().plusSeconds(3600),
                        null,
                        null));
    }

    /** Starts a run, and returns its execution ID. */
    String start(Sandbox sandbox, MessageRequest request, String audienceId) {
        Schedule now = new Schedule(
                null,
                sandbox,
                request.requestId(),
                request.campaignId(),
                audienceId,
                clock.instant(),
                jobs.takeFailure(family),
                null);
        return run(now).id();
    }

    /** Plans a run, and returns its schedule as answers show it. */
    ObjectNode plan(Sandbox sandbox, MessageRequest request, String audienceId) {
        Schedule schedule = new Schedule(
                UUID.randomUUID().toString(),
                sandbox,
                request.requestId(),
                request.campaignId(),
                audienceId,
                request.executeAt(),
                jobs.takeFailure(family),
                null);
        schedules.set(sandbox, schedule.id(), schedule);
        return schedule.toJson(null);
    }

    Reply execution(Call call) {
        startDue();
        String id = call.pathValue("executionId");
        Execution found = executions
                .get(call.sandbox(), id)
                .orElseThrow(() -> MessageErrors.notFound(call, "There is no execution " + id));
        return Reply.json(200, found.toJson());
    }

    Reply schedule(Call call) {
        Schedule found = find(call);
        Execution execution = found.executionId() == null
                ? null
                : executions.get(found.sandbox(), found.executionId()).orElse(null);
        return Reply.json(200, found.toJson(execution));
    }

    Reply deleteSchedule(Call call) {
        Schedule found = find(call);
        if (found.executionId() != null) {
            throw MessageErrors.notFound(call, "Schedule " + found.id() + " has been triggered already");
        }
        schedules.remove(found.sandbox(), found.id());
        return Reply.json(200, Json.object());
    }

    private Schedule find(Call call) {
        startDue();
        String id = call.pathValue("scheduleId");
        return schedules
                .get(call.sandbox(), id)
                .orElseThrow(() -> MessageErrors.notFound(call, "There is no schedule " + id));
    }

    private void startDue() {
        Instant now = clock.instant();
        for (Schedule schedule : schedules.values()) {
            if (schedule.executionId() == null && !now.isBefore(schedule.executeAt())) {
                schedules.set(schedule.sandbox(), schedule.id(), schedule.triggered(run(schedule)));
            }
        }
    }

    private Execution run(Schedule cause) {
        Execution execution = new Execution(
                "CMA-" + UUID.randomUUID(),
                cause.campaignId(),
                cause.audienceId(),
                cause.failure(),
                jobs.start(STATES, cause.executeAt()));
        executions.set(cause.sandbox(), execution.id(), execution);
        log.add(new AudienceRun(
                execution.id(),
                cause.id(),
                cause.requestId(),
                cause.campaignId(),
                cause.audienceId(),
                cause.sandbox().name(),
                cause.executeAt()));
        return execution;
    }

    List<AudienceRun> all() {
        startDue();
        return log.all();
    }

    List<Jobs.Shown> jobs() {
        startDue();
        return executions.pictures((sandbox, id, run) -> new Jobs.Shown(
                family,
                sandbox,
                id,
                run.progress(),
                () -> run.status(run.progress().ended()),
                run.failure()));
    }

    /** Adds the numbers of runs and schedules to the state of the service. */
    void addTo(ObjectNode state) {
        startDue();
        state.put("audienceRuns", executions.values().size())
                .put("schedules", schedules.values().size());
    }

    List<Kept> kept() {
        return List.of(log, executions, schedules);
    }

    void reset() {
        log.clear();
        executions.clear();
        schedules.clear();
    }

    /**
     * A planned run.
     *
     * @param id          {@code null} for a run that starts at once
     * @param requestId   the request id in the body of the call; {@code null} for none
     * @param executeAt   when the run starts
     * @param failure     how the run will fail; {@code null} if it will succeed
     * @param executionId the run that it has started; {@code null} before that
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

    /** One run over an audience. */
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
            ObjectNode json = Json.object()
                    .put("executionId", id)
                    .put("campaignId", campaignId)
                    .put("audienceId", audienceId)
                    .put("status", status(ended));
            if (ended && failure == null) {
                json.put("targetedProfileCount", 1000 + Math.floorMod(audienceId.hashCode(), 1000));
            }
            return json.put("createdAt", progress.startedAt().toString());
        }
    }
}
