package io.github.camelajo.internal.flow;

import java.time.Duration;

/**
 * How to wait for a job.
 *
 * @param delay      before the first question, and between questions
 * @param maxDelay   the longest time between two questions
 * @param multiplier by which the time between questions grows, at least 1
 * @param timeout    after which the waiting is given up; the job itself goes on
 */
public record PollPlan(Duration delay, Duration maxDelay, double multiplier, Duration timeout) {

    public PollPlan {
        if (delay.isNegative() || delay.isZero() || !(multiplier >= 1) || timeout.isNegative()) {
            throw new IllegalArgumentException(
                    "awaitDelay must be more than 0, awaitBackOffMultiplier at least 1, awaitTimeout not negative");
        }
        if (maxDelay.compareTo(delay) < 0) {
            throw new IllegalArgumentException("awaitMaxDelay is " + maxDelay.toMillis()
                    + " milliseconds, allowed: at least awaitDelay, which is " + delay.toMillis());
        }
    }

    /** The delay before a question; questions are counted from 0. */
    Duration delayBefore(int question) {
        double millis = delay.toMillis() * Math.pow(multiplier, Math.min(question, 100));
        return Duration.ofMillis((long) Math.min(millis, maxDelay.toMillis()));
    }
}
