package io.github.camelajo.internal.call;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import io.github.camelajo.exception.AjoException;

/**
 * Decides whether and when the component itself repeats a failed call. Off by default: Camel's redelivery does that,
 * and two layers of retries multiply.
 *
 * @param maxRetries    further tries after the first
 * @param baseDelay     the first back-off; doubles with every try
 * @param maxDelay      the longest back-off
 * @param maxRetryAfter the longest wait that Adobe may ask for; a longer one ends the call
 * @param random        between 0 and 1, spreads the tries of many callers
 */
public record RetryPolicy(
        int maxRetries, Duration baseDelay, Duration maxDelay, Duration maxRetryAfter, DoubleSupplier random) {

    /**
     * How long to wait before a new token that was refused is tried again, as Adobe may need a moment to accept it.
     *
     * @return {@code null} when the call is not made again
     */
    Duration delayForYoungToken() {
        return maxRetries < 1 ? null : Duration.ofMillis((long) (baseDelay.toMillis() * (1 + random.getAsDouble())));
    }

    /**
     * @param  failures how often the call has failed, counted from 1
     * @return          how long to wait, or {@code null} when the call is not made again
     */
    public Duration delayAfter(int failures, AjoException failure) {
        if (failures > maxRetries || !failure.isRetryable()) {
            return null;
        }
        Duration asked = failure.getRetryAfter();
        if (asked != null && asked.compareTo(maxRetryAfter) > 0) {
            return null;
        }
        long ceiling = Math.min(maxDelay.toMillis(), baseDelay.toMillis() << Math.min(failures - 1, 20));
        Duration backOff = Duration.ofMillis((long) (ceiling * random.getAsDouble()));
        // Not earlier than Adobe asks. A date in the past, or 0, does not mean to retry without a pause.
        return asked != null && asked.compareTo(backOff) > 0 ? asked : backOff;
    }
}
