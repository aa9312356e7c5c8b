package io.github.camelajo.internal.state;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import io.github.camelajo.spi.OutboxCounts;
import io.github.camelajo.spi.OutboxEntry;
import io.github.camelajo.spi.OutboxState;

/** What operators can see and do; guarded by the lock of its {@link MemoryOutbox}. */
final class MemoryDesk {

    private final MemoryOutbox outbox;
    private final MemoryInstance instance;

    MemoryDesk(MemoryOutbox outbox, MemoryInstance instance) {
        this.outbox = outbox;
        this.instance = instance;
    }

    OutboxCounts counts(String lane) {
        return new OutboxCounts(
                count(lane, OutboxState.NEW),
                count(lane, OutboxState.CALLING),
                count(lane, OutboxState.SENT),
                count(lane, OutboxState.REFUSED),
                count(lane, OutboxState.UNKNOWN),
                count(lane, OutboxState.DISCARDED),
                outbox.items(lane, OutboxState.NEW)
                        .mapToLong(item -> item.createdAt)
                        .min(),
                oldestUnknown(lane),
                instance.now());
    }

    private OptionalLong oldestUnknown(String lane) {
        return outbox.items(lane, OutboxState.UNKNOWN)
                .mapToLong(item -> item.changedAt)
                .min();
    }

    private long count(String lane, OutboxState state) {
        return outbox.items(lane, state).count();
    }

    List<OutboxEntry> list(String lane, OutboxState state, long afterId, int max) {
        return outbox.items(lane, state)
                .filter(item -> item.id > afterId)
                .limit(max)
                .map(MemoryItem::entry)
                .toList();
    }

    Optional<OutboxEntry> find(String lane, String key) {
        return Optional.ofNullable(outbox.byKey.get(new MemoryOutbox.LaneKey(lane, key)))
                .map(MemoryItem::entry);
    }

    int resend(String lane, Collection<Long> ids) {
        long now = instance.now();
        List<MemoryItem> items = chosen(lane, ids, OutboxState.UNKNOWN, OutboxState.REFUSED);
        for (MemoryItem item : items) {
            item.batch = null;
            item.attempts = 0;
            item.dueAt = now;
            item.turn(OutboxState.NEW, null, null, now);
        }
        return items.size();
    }

    int discard(String lane, Collection<Long> ids) {
        List<MemoryItem> items = chosen(lane, ids, OutboxState.NEW, OutboxState.UNKNOWN, OutboxState.REFUSED);
        items.forEach(item -> item.turn(OutboxState.DISCARDED, item.outcome, item.text, instance.now()));
        return items.size();
    }

    private List<MemoryItem> chosen(String lane, Collection<Long> ids, OutboxState... states) {
        return outbox.items(lane)
                .filter(item -> ids.contains(item.id) && item.isIn(states) && item.payload != null)
                .toList();
    }
}
