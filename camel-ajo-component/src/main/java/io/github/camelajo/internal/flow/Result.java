package io.github.camelajo.internal.flow;

import io.github.camelajo.internal.answer.Answer;

/**
 * What an operation came to.
 *
 * @param answer     answer of the call, or of the first one
 * @param isPage     whether the body is one page of a list that can have more
 * @param nextPage   number or cursor of the page after it, {@code null} when it was the last
 * @param totalPages how many pages there are, {@code null} when Adobe does not tell
 * @param job        the job that was waited for, {@code null} for none
 */
public record Result(Answer answer, boolean isPage, Object nextPage, Integer totalPages, JobProgress job) {

    public static Result of(Answer answer) {
        return new Result(answer, false, null, null, null);
    }
}
