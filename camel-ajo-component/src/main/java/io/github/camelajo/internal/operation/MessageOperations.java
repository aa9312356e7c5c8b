package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.delete;
import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.post;

/** Message API: sends campaigns that are triggered by a call. Adobe documents no permission for it. */
final class MessageOperations {

    private static final String EXECUTIONS = "/ajo/im/executions";
    private static final String SCHEDULE = EXECUTIONS + "/schedules/{scheduleId}";
    private static final String SCHEDULE_ID = "ID of the schedule: scheduleId in the answer of triggerAudience";

    private static final String ACCEPTED =
            "Status 202 means that Adobe has accepted the request, not that a message was sent.";
    private static final String NEVER_AGAIN =
            "Never repeated automatically: after a timeout it is unknown whether messages will be sent, and a "
                    + "second call could send them twice.";

    private static final JobStatus EXECUTION =
            JobStatus.of("executionId", "status", List.of("InProgress"), List.of("Succeeded"), List.of("Failed"));
    private static final JobStatus SCHEDULED = JobStatus.of(
                    "scheduleId", "scheduleStatus", List.of("Scheduled"), List.of("Triggered"), List.of())
            .followedBy(JobHandle.inAnswer("executionDetails.executionId", "getExecution"));

    static final Api API = new Api(
            "message",
            "Message",
            "Sends API-triggered campaigns: to named recipients, or to an audience, now or later. The campaign "
                    + "must be live.",
            List.of(
                    post("message", "triggerUnitary", EXECUTIONS + "/unitary")
                            .summary("Send a campaign to 1 to 20 recipients")
                            .body(RequestBody.required(Operation.JSON, "imExecutionRequestUnitary")
                                    .checking(SendingBodies.UNITARY))
                            .answers(202)
                            .job(Job.starts(JobHandle.untracked("executionId")))
                            .note(ACCEPTED)
                            .note(NEVER_AGAIN)
                            .note("There is no operation to track the message.")
                            .build(),
                    post("message", "triggerHighThroughput", EXECUTIONS + "/highthroughput")
                            .summary("Send a campaign in high-throughput mode to 1 to 20 recipients")
                            .body(RequestBody.required(Operation.JSON, "imExecutionRequestHighThroughput")
                                    .checking(SendingBodies.HIGH_THROUGHPUT))
                            .answers(202)
                            .job(Job.starts(JobHandle.untracked("executionId")))
                            .note(ACCEPTED)
                            .note(NEVER_AGAIN)
                            .note("Requires the high-throughput add-on and a campaign in that mode. Email and "
                                    + "push only; a push message can have at most 5 KB.")
                            .build(),
                    post("message", "triggerAudience", EXECUTIONS + "/audience")
                            .summary("Send a campaign to an audience, now or later")
                            .body(RequestBody.required(Operation.JSON, "imExecutionRequestAudience")
                                    .checking(SendingBodies.AUDIENCE))
                            .answers(202)
                            .job(Job.starts(
                                    JobHandle.inAnswer("scheduleId", "getSchedule"),
                                    JobHandle.inAnswer("executionId", "getExecution")))
                            .note("With `schedule.executeAt` the answer has a `scheduleId`, otherwise an "
                                    + "`executionId`.")
                            .note("Without `audience`, the campaign's own audience receives it.")
                            .note(ACCEPTED)
                            .note(NEVER_AGAIN)
                            .build(),
                    get("message", "getExecution", EXECUTIONS + "/audience/{executionId}")
                            .summary("Progress of sending to an audience")
                            .path("executionId", "ID of the execution: executionId in the answer of triggerAudience")
                            .job(Job.reports(EXECUTION))
                            .build(),
                    get("message", "getSchedule", SCHEDULE)
                            .summary("Whether a scheduled campaign has started")
                            .path("scheduleId", SCHEDULE_ID)
                            .job(Job.reports(SCHEDULED))
                            .note("`Triggered` ends only the schedule. Continue with getExecution and "
                                    + "`executionDetails.executionId`.")
                            .build(),
                    delete("message", "deleteSchedule", SCHEDULE)
                            .summary("Cancel a scheduled campaign")
                            .path("scheduleId", SCHEDULE_ID)
                            .note("Only before its scheduled time.")
                            .build(),
                    get("message", "health", "/ajo/im/health")
                            .summary("Whether the message service is available")
                            .noAnswer()
                            .build()));

    private MessageOperations() {}
}
