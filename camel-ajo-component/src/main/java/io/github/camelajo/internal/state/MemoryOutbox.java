package io.github.camelajo.internal.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelajo.internal.storage.AddResult;
import io.github.camelajo.internal.storage.CleanResult;
import io.github.camelajo.internal.storage.CleanRule;
import io.github.camelajo.internal.storage.OutboxItem;
import io.github.camelajo.spi.OutboxState;

/** The data that the instances of a {@link MemoryOutboxStore} share, and its lock. */
public final class MemoryOutbox {

    private static final int CLEAN_STEP = 1000;

    final TreeMap<Long, MemoryItem> items = new TreeMap<>();
    final Map<LaneKey, MemoryItem> byKey = new HashMap<>();
    final TreeMap<Long, MemoryBatch> batches = new TreeMap<>();
    final Map<String, MemoryLane> lanes = new HashMap<>();

    /** How long each instance counts as alive, by its id. */
    final Map<String, Long> aliveUntil = new HashMap<>();

    private long lastId;

    long nextId() {
        return ++lastId;
    }

    AddResult add(OutboxItem item, long now) {
        LaneKey key = new LaneKey(item.lane(), item.key());
        MemoryItem known = byKey.get(key);
        if (known != null) {
            return known.added.identity().equals(item.identity()) ? AddResult.KNOWN : AddResult.DIFFERENT;
        }
        MemoryItem added = new MemoryItem(nextId(), item, now);
        items.put(added.id, added);
        byKey.put(key, added);
        return AddResult.ADDED;
    }

    MemoryLane lane(String lane) {
        return lanes.computeIfAbsent(lane, name -> new MemoryLane());
    }

    Stream<MemoryItem> items(String lane) {
        return items.values().stream().filter(item -> item.added.lane().equals(lane));
    }

    Stream<MemoryItem> items(String lane, OutboxState state) {
        return items(lane).filter(item -> item.state == state);
    }

    Stream<MemoryBatch> batches(String lane) {
        return batches.values().stream().filter(batch -> batch.lane.equals(lane));
    }

    int openBatches(String lane) {
        return (int) batches(lane).filter(batch -> batch.open).count();
    }

    /** Whether an earlier item with the same order key is still open. */
    boolean isHeldBack(MemoryItem item, boolean unknownBlocks) {
        if (item.added.orderKey() == null) {
            return false;
        }
        return items.headMap(item.id).values().stream()
                .filter(other -> other.added.lane().equals(item.added.lane())
                        && item.added.orderKey().equals(other.added.orderKey()))
                .anyMatch(other -> other.isIn(OutboxState.NEW, OutboxState.CALLING)
                        || unknownBlocks && other.state == OutboxState.UNKNOWN);
    }

    /** Clears what is final, told and old, a bounded number at a time. */
    CleanResult clean(CleanRule rule, long now) {
        List<MemoryItem> done = items.values().stream()
                .filter(item -> item.isIn(OutboxState.SENT, OutboxState.REFUSED, OutboxState.DISCARDED))
                .filter(item -> item.batch == null || !item.batch.open && !item.batch.isUntold())
                .toList();
        Set<MemoryItem> gone = done.stream()
                .filter(item -> item.changedAt <= now - rule.keepKeys().toMillis())
                .limit(CLEAN_STEP)
                .collect(Collectors.toSet());
        forget(gone);
        List<MemoryItem> blank = done.stream()
                .filter(item -> !gone.contains(item) && item.payload != null)
                .filter(item -> item.changedAt <= now - rule.keepPayload().toMillis())
                .limit(CLEAN_STEP)
                .toList();
        blank.forEach(item -> item.payload = null);
        return new CleanResult(blank.size(), gone.size());
    }

    private void forget(Set<MemoryItem> gone) {
        gone.forEach(item -> {
            items.remove(item.id);
            byKey.remove(new LaneKey(item.added.lane(), item.added.key()));
        });
        batches.values().removeIf(batch -> !batch.open && !batch.isUntold() && isEmpty(batch));
    }

    private boolean isEmpty(MemoryBatch batch) {
        return batch.items.stream().noneMatch(item -> item.batch == batch && items.containsKey(item.id));
    }

    /** Keys are unique within a lane. */
    record LaneKey(String lane, String key) {}
}
