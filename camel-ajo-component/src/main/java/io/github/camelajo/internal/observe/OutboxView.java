package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A lane of the outbox that this process delivers, as operators see it.
 *
 * @param lane          its name in the storage
 * @param reachable     whether the storage could be asked; otherwise there are no counts
 * @param waiting       new items
 * @param calling       items that are being called
 * @param sent          sent ones that were not cleared yet
 * @param refused       refused ones
 * @param unknown       those of which nobody knows
 * @param discarded     those that an operator has given up
 * @param oldestWaiting age of the oldest new item, {@code null} if none waits
 * @param oldestUnknown how long the oldest unknown item has been so, {@code null} if there is none
 * @param paused        whether claims are stopped
 * @param reason        why it is paused or waits, {@code null} for no reason
 */
public record OutboxView(
        String lane,
        boolean reachable,
        long waiting,
        long calling,
        long sent,
        long refused,
        long unknown,
        long discarded,
        Duration oldestWaiting,
        Duration oldestUnknown,
        boolean paused,
        String reason) {

    /** A lane whose storage is away. */
    public static OutboxView unreachable(String lane) {
        return new OutboxView(lane, false, 0, 0, 0, 0, 0, 0, null, null, false, null);
    }

    /** How many items there are in each state. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("waiting", waiting);
        counts.put("calling", calling);
        counts.put("sent", sent);
        counts.put("refused", refused);
        counts.put("unknown", unknown);
        counts.put("discarded", discarded);
        return counts;
    }
}
