package io.github.camelajo.internal.outbox;

import java.time.Duration;

import io.github.camelajo.internal.storage.ClaimRequest;
import io.github.camelajo.internal.storage.CleanRule;
import io.github.camelajo.spi.UnknownRule;

/**
 * How a route delivers a lane.
 *
 * @param kind          what is delivered
 * @param claim         which items a call takes
 * @param onUnknown     what happens to items of which nobody knows
 * @param byBatch       whether the route gets an exchange for each call, rather than for each item
 * @param maxAttempts   how often an item is tried that was surely not taken
 * @param retryDelay    the first wait before it is tried again; doubles with every try
 * @param maxRetryDelay the longest such wait
 * @param parallelCalls calls at a time
 * @param idleDelay     how often an idle process looks for items
 * @param callTime      how long a call may last
 * @param clean         how long final items are kept
 */
public record DeliverySettings(
        DeliveryKind kind,
        ClaimRequest claim,
        UnknownRule onUnknown,
        boolean byBatch,
        int maxAttempts,
        Duration retryDelay,
        Duration maxRetryDelay,
        int parallelCalls,
        Duration idleDelay,
        Duration callTime,
        CleanRule clean) {

    /** The lane in the storage. */
    public String lane() {
        return claim.lane();
    }

    /**
     * How long to wait before the next try.
     *
     * @param attempts how often it was tried
     * @param asked    how long Adobe asks to wait, or {@code null}
     * @param random   0 to 1; spreads those who wait, never to before the time that was asked for
     */
    Duration delayAfter(int attempts, Duration asked, double random) {
        long doubled = retryDelay.toMillis() << Math.min(Math.max(attempts, 1) - 1, 20);
        long backOff = Math.min(maxRetryDelay.toMillis(), doubled);
        if (asked != null && asked.toMillis() > 0) {
            return asked.plusMillis((long) (Math.min(backOff, asked.toMillis()) * random / 4));
        }
        return Duration.ofMillis((long) (backOff * (0.75 + random / 4)));
    }
}
