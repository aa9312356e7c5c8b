package io.github.camelajo.internal.flow;

import io.github.camelajo.internal.answer.Answer;

/**
 * The outcome of an operation.
 *
 * @param answer     answer of the call, or of the first one
 * @param isPage     whether the body is one page of a list that can have more
 * @param nextPage   number or cursor of the page after it, {@code null} when it was the last
 * @param totalPages how many pages there are, {@code null} when Adobe does not tell
 * @param job        the job that was waited for, {@code null} for none
 * @param state      what work on a desired state came to, {@code null} for everything else
 */
public record Result(
        Answer answer, boolean isPage, Object nextPage, Integer totalPages, JobProgress job, StateOutcome state) {

    /**
     * The outcome of work on a desired state.
     *
     * @param writes      calls that changed something
     * @param fingerprint what the plan comes to, {@code null} for an export
     * @param skipped     objects that are not in an export, as a document could not tell them apart
     */
    public record StateOutcome(int writes, String fingerprint, int skipped) {}

    public Result(Answer answer, boolean isPage, Object nextPage, Integer totalPages, JobProgress job) {
        this(answer, isPage, nextPage, totalPages, job, null);
    }

    /** The outcome of one call. */
    public static Result of(Answer answer) {
        return new Result(answer, false, null, null, null);
    }

    /** The same outcome, with that of work on a desired state. */
    public Result withState(StateOutcome outcome) {
        return new Result(answer, isPage, nextPage, totalPages, job, outcome);
    }
}
