package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.time.Instant;

/**
 * A source as operators see it.
 *
 * @param sourceId       name under which its position is kept
 * @param position       where it stands, in words; {@code null} before its first poll, or when the storage does not tell
 * @param positionAge    how long ago the position was written; {@code null} likewise
 * @param lastPoll       when the latest poll began; {@code null} before the first
 * @param lastDuration   how long it took; {@code null} likewise
 * @param calls          calls that it made to Adobe, with those made again
 * @param items          items that it read
 * @param changes        changes that it delivered
 * @param failed         changes whose exchange failed
 * @param failuresInARow polls that failed since the last good one
 * @param exchangeAge    how long the exchange under way has taken so far; {@code null} when there is none
 */
public record SourceView(
        String sourceId,
        String position,
        Duration positionAge,
        Instant lastPoll,
        Duration lastDuration,
        long calls,
        long items,
        long changes,
        long failed,
        int failuresInARow,
        Duration exchangeAge) {}
