package io.github.camelajo.internal.flow;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoJobException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.operation.Api;
import io.github.camelajo.internal.operation.JobHandle;
import io.github.camelajo.internal.operation.JobStatus;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.request.AjoRequestFactory;
import io.github.camelajo.internal.request.CallInput;

/** Follows one job and decides after each answer what comes next. It makes no calls itself and knows no threads. */
final class JobWatch {

    /**
     * Larger numbers of "seconds" are milliseconds: Adobe's reference leaves the unit open, and clients have seen both.
     */
    private static final Duration LONGEST_SECONDS = Duration.ofSeconds(60);

    private final Operation operation;
    private final Api api;
    private final PollPlan plan;
    private final AjoRequestFactory requests;
    private final CallInput input;
    private final LongSupplier nanoTime;
    private final long endNanos;
    private Operation statusOperation;
    private String jobId;
    private String state;
    private int questions;

    /** What comes next. */
    sealed interface Next permits Ask, Ended {}

    /**
     * Ask for the state of the job.
     *
     * @param operation tells it
     * @param input     names the job
     * @param delay     to wait before
     */
    record Ask(Operation operation, CallInput input, Duration delay) implements Next {}

    /**
     * The job has ended well.
     *
     * @param operation gave the last answer
     * @param answer    the last answer
     */
    record Ended(Operation operation, Answer answer, JobProgress progress) implements Next {}

    /**
     * @param requests make the requests of the operation: they know what the endpoint says of it
     * @param nanoTime tells the time as {@link System#nanoTime} does: the time of day may be set meanwhile
     */
    JobWatch(Operation operation, PollPlan plan, AjoRequestFactory requests, CallInput input, LongSupplier nanoTime) {
        this.operation = operation;
        this.api = OperationCatalog.api(operation.api());
        this.plan = plan;
        this.requests = requests;
        this.input = input;
        this.nanoTime = nanoTime;
        this.endNanos = nanoTime.getAsLong() + plan.timeout().toNanos();
    }

    /** Decides after the answer of the operation itself, which starts a job or reports on one. */
    Next first(Answer answer) {
        if (operation.job().status() != null) {
            statusOperation = operation;
            Object id = requests.parameter(input, operation.job().status().idParameter());
            jobId = id == null ? null : id.toString();
            return told(answer);
        }
        for (JobHandle handle : operation.job().handles()) {
            Object id = handle.source() == JobHandle.Source.ANSWER
                    ? AnswerFields.at(answer.body(), handle.field())
                    : requests.bodyField(input, handle.field());
            if (id != null && handle.statusOperation() != null) {
                follow(handle, id);
                return ask(ofJob(answer.retryAfter()));
            }
        }
        throw new AjoInvalidResponseException(
                operation.id() + " was carried out, but its answer contains no job id to wait for", details());
    }

    private void follow(JobHandle handle, Object id) {
        statusOperation = api.operation(handle.statusOperation());
        jobId = id.toString();
        state = null;
    }

    /** Decides after an answer about the state of the job. */
    Next told(Answer answer) {
        JobStatus status = statusOperation.job().status();
        Object word = AnswerFields.at(answer.body(), status.field());
        state = word == null ? null : word.toString();
        return switch (status.state(state)) {
            case RUNNING, UNKNOWN -> ask(ofJob(answer.retryAfter()));
            case SUCCEEDED -> ended(answer, false);
            case PARTIAL -> ended(answer, true);
            case FAILED ->
                throw new AjoJobException(
                        describe() + " failed: its state is " + state + JobReasons.of(answer.body()),
                        details(),
                        jobId,
                        state,
                        false);
        };
    }

    private Next ended(Answer answer, boolean partial) {
        JobStatus status = statusOperation.job().status();
        JobHandle next = status.next();
        Object nextId = next == null ? null : AnswerFields.at(answer.body(), next.field());
        if (nextId != null) {
            follow(next, nextId);
            return ask(ofJob(answer.retryAfter()));
        }
        Integer failed = AnswerFields.intAt(answer.body(), status.failedCount());
        return new Ended(
                statusOperation, answer, new JobProgress(jobId, state, partial || failed != null && failed > 0));
    }

    /** Decides after a question that got no answer but may get one later. */
    Next askAgain(AjoException failure) {
        return ask(failure.getRetryAfter());
    }

    private Next ask(Duration asked) {
        long leftNanos = endNanos - nanoTime.getAsLong();
        if (leftNanos <= 0) {
            throw new AjoJobException(
                    describe() + " has not ended within " + plan.timeout().toSeconds() + " s"
                            + (state == null ? "" : "; its state is " + state)
                            + ". It continues at Adobe (option awaitTimeout)",
                    details(),
                    jobId,
                    state,
                    true);
        }
        Duration delay = plan.delayBefore(questions++);
        if (asked != null && asked.compareTo(delay) > 0) {
            delay = asked.compareTo(plan.maxDelay()) > 0 ? plan.maxDelay() : asked;
        }
        Duration left = Duration.ofNanos(leftNanos);
        return new Ask(statusOperation, question(), delay.compareTo(left) > 0 ? left : delay);
    }

    /** What the answer of a job says. */
    private static Duration ofJob(Duration asked) {
        return asked != null && asked.compareTo(LONGEST_SECONDS) > 0 ? Duration.ofMillis(asked.toSeconds()) : asked;
    }

    private CallInput question() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        statusOperation.pathParameters().forEach(parameter -> {
            Object given = requests.parameter(input, parameter.name());
            if (given != null) {
                parameters.put(parameter.name(), given);
            }
        });
        if (jobId != null) {
            parameters.put(statusOperation.job().status().idParameter(), jobId);
        }
        return input.withoutBody().withIfMatch(null).withParameters(parameters);
    }

    private String describe() {
        return "The job " + (jobId == null ? "" : jobId + " ") + "of ajo:" + operation.api() + "?operation="
                + operation.name();
    }

    /** How often the job was asked for so far. */
    int questions() {
        return questions;
    }

    /** What the job was last said to be, in Adobe's word; {@code null} for nothing. */
    String state() {
        return state;
    }

    /** The call that started the job. */
    CallInput input() {
        return input;
    }

    ErrorDetails details() {
        return ErrorDetails.of(operation.id(), input.sandbox(), false);
    }

    /** The message when the job was started but its state cannot be read. */
    AjoJobException cannotBeAsked(AjoException failure) {
        return new AjoJobException(
                describe() + " was started, but its state cannot be read: " + failure.getMessage(),
                failure,
                jobId,
                state);
    }

    /** The message when a route stops during the wait. */
    String goesOn() {
        return String.format(
                Locale.ROOT,
                "The wait for %s has ended because the route stops. The job continues at Adobe",
                describe());
    }

    /** Whether the job of an operation can be followed. */
    static boolean isPossible(Operation operation) {
        return operation.job() != null
                && (operation.job().status() != null || operation.job().canBeFollowed());
    }

    static void refuseWithoutJob(Operation operation) {
        if (!isPossible(operation)) {
            List<String> possible = OperationCatalog.apis().stream()
                    .flatMap(candidate -> candidate.operations().stream())
                    .filter(JobWatch::isPossible)
                    .map(Operation::id)
                    .toList();
            throw new IllegalArgumentException("awaitCompletion is not possible for " + operation.id()
                    + ": it starts no job that can be followed. Possible for: " + String.join(", ", possible));
        }
    }
}
