package io.github.camelajo.simulator.control;

import java.time.Duration;
import java.util.List;

/**
 * The result of a custom action.
 *
 * @param joStatusCode  what the journey sees as {@code jo_status_code}: {@code http_200} and similar, {@code timedout},
 *                      {@code capped} or {@code internalError}
 * @param attempts      the calls that were made, in order: at most four; none if the first was capped or got no token
 * @param duration      the total time of all calls
 * @param tokenRequests how many token requests were made; 0 or 1
 * @param answerProblem why a journey cannot use a good answer: it is not JSON, or has a list with values of several types.
 *                      {@code null} for none
 */
public record ActionOutcome(
        String joStatusCode, List<Attempt> attempts, Duration duration, int tokenRequests, String answerProblem) {

    /** Adobe calls an endpoint slow if an answer takes longer, and then calls it less often. */
    public static final Duration SLOW = Duration.ofMillis(750);

    /** The status code of a call that ran into the timeout of the journey. */
    public static final String TIMED_OUT = "timedout";
    /** The status code of a call that a capping configuration, or Adobe's own limit, has stopped. */
    public static final String CAPPED = "capped";
    /** The status code of a call without a token or a connection. */
    public static final String INTERNAL_ERROR = "internalError";

    /** Returns whether the journey continues without an error. */
    public boolean isSuccess() {
        return joStatusCode.startsWith("http_2");
    }

    /** Returns whether one of the calls took longer than {@link #SLOW}. */
    public boolean isSlow() {
        return attempts.stream().anyMatch(attempt -> attempt.duration().compareTo(SLOW) > 0);
    }

    /** Returns the body of the last answer; {@code null} if there was none. */
    public String body() {
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).body();
    }

    /** Leaves out the answer, which may contain personal data. */
    @Override
    public String toString() {
        return joStatusCode + " after " + attempts.size() + " calls in " + duration.toMillis() + " ms";
    }

    /**
     * One call.
     *
     * @param status    the status of the answer; 0 if there was none
     * @param duration  from the start to the end of the answer
     * @param redirects how many redirects were followed
     * @param body      the body of the answer as text; {@code null} if there was none
     * @param problem   why there was no answer; {@code null} if there was one
     */
    public record Attempt(int status, Duration duration, int redirects, String body, String problem) {

        @Override
        public String toString() {
            return (problem == null ? "http_" + status : problem) + " in " + duration.toMillis() + " ms";
        }
    }
}
