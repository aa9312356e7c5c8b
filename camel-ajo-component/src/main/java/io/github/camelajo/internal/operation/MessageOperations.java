package io.github.camelajo.internal.operation;

import java.util.List;

import static io.github.camelajo.internal.operation.Operation.delete;
import static io.github.camelajo.internal.operation.Operation.get;
import static io.github.camelajo.internal.operation.Operation.post;

/** Message API: sends campaigns that are triggered by a call. Adobe documents no permission for it. */
final class MessageOperations {

    private static final String EXECUTIONS = "/ajo/im/executions";
    private static final String SCHEDULE = EXECUTIONS + "/schedules/{scheduleId}";
    private static final String SCHEDULE_ID = "Identifier of the schedule: scheduleId in the answer of triggerAudience";

    private static final String ACCEPTED =
            "Status 202 says that Adobe has taken the order, not that a message was sent.";
    private static final String NEVER_AGAIN =
            "Is never sent again by itself: after a timeout it is unknown whether messages "
                    + "go out, and a second call could send them twice.";

    private static final JobStatus EXECUTION =
            JobStatus.of("executionId", "status", List.of("InProgress"), List.of("Succeeded"), List.of("Failed"));
    private static final JobStatus SCHEDULED = JobStatus.of(
                    "scheduleId", "scheduleStatus", List.of("Scheduled"), List.of("Triggered"), List.of())
            .followedBy(JobHandle.inAnswer("executionDetails.executionId", "getExecution"));

    static final Api API = new Api(
            "message",
            "Message",
            "Sends campaigns that are triggered by a call: to named people, or to an audience, now or at a later time. "
                    + "The campaign must be live.",
            List.of(
                    post("message", "triggerUnitary", EXECUTIONS + "/unitary")
                            .summary("Send a campaign to 1 to 20 people")
                            .body(RequestBody.required(Operation.JSON, "imExecutionRequestUnitary")
                                    .checking(SendingBodies.UNITARY))
                            .answers(202)
                            .job(Job.starts(JobHandle.untracked("executionId")))
                            .note(ACCEPTED)
                            .note(NEVER_AGAIN)
                            .note("What becomes of the message cannot be asked for.")
                            .build(),
                    post("message", "triggerHighThroughput", EXECUTIONS + "/highthroughput")
                            .summary("Send a campaign in high-throughput mode to 1 to 20 people")
                            .body(RequestBody.required(Operation.JSON, "imExecutionRequestHighThroughput")
                                    .checking(SendingBodies.HIGH_THROUGHPUT))
                            .answers(202)
                            .job(Job.starts(JobHandle.untracked("executionId")))
                            .note(ACCEPTED)
                            .note(NEVER_AGAIN)
                            .note(
                                    "Needs the add-on for high throughput and a campaign in that mode; email and push only, "
                                            + "a push message with at most 5 KB.")
                            .build(),
                    post("message", "triggerAudience", EXECUTIONS + "/audience")
                            .summary("Send a campaign to an audience, now or at a later time")
                            .body(RequestBody.required(Operation.JSON, "imExecutionRequestAudience")
                                    .checking(SendingBodies.AUDIENCE))
                            .answers(202)
                            .job(Job.starts(
                                    JobHandle.inAnswer("scheduleId", "getSchedule"),
                                    JobHandle.inAnswer("executionId", "getExecution")))
                            .note(
                                    "With `schedule.executeAt` the answer has a `scheduleId`, otherwise an `executionId`.")
                            .note("Without `audience` the audience of the campaign gets it.")
                            .note(ACCEPTED)
                            .note(NEVER_AGAIN)
                            .build(),
                    get("message", "getExecution", EXECUTIONS + "/audience/{executionId}")
                            .summary("How far sending to an audience has got")
                            .path(
                                    "executionId",
                                    "Identifier of the execution: executionId in the answer of triggerAudience")
                            .job(Job.reports(EXECUTION))
                            .build(),
                    get("message", "getSchedule", SCHEDULE)
                            .summary("Whether the time of a scheduled campaign has come")
                            .path("scheduleId", SCHEDULE_ID)
                            .job(Job.reports(SCHEDULED))
                            .note("`Triggered` is the end of the schedule only; getExecution then takes "
                                    + "`executionDetails.executionId`.")
                            .build(),
                    delete("message", "deleteSchedule", SCHEDULE)
                            .summary("Call off a scheduled campaign")
                            .path("scheduleId", SCHEDULE_ID)
                            .note("Only before its time has come.")
                            .build(),
                    get("message", "health", "/ajo/im/health")
                            .summary("Whether the message service is up")
                            .noAnswer()
                            .build()));

    private MessageOperations() {}
}
