package io.github.camelajo.internal.source;

import java.time.Duration;
import java.time.Instant;

/**
 * What a poll did.
 *
 * @param at       when it began
 * @param duration how long it took
 * @param complete whether the list was read to its end
 * @param calls    calls that it made to Adobe, with those made again
 * @param items    items that were read
 * @param changes  changes that were delivered and completed
 * @param failed   changes whose exchange failed
 * @param held     why removals are held back, {@code null} when they are not
 */
public record PollReport(
        Instant at,
        Duration duration,
        boolean complete,
        long calls,
        long items,
        long changes,
        long failed,
        String held) {

    /** For operators, in one line. */
    public String inWords() {
        return at + ": " + duration.toMillis() + " ms, " + calls + " calls, " + items + " items, " + changes
                + " changes, " + failed + " failed";
    }
}
