package io.github.camelajo.internal.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.camelajo.spi.OutboxState;

/** The data that the instances of a {@link MemoryOutboxStore} share, and its lock. */
public final class MemoryOutbox {

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

    void forget(Set<MemoryItem> gone) {
        gone.forEach(item -> {
            items.remove(item.id);
            byKey.remove(new LaneKey(item.added.lane(), item.added.key()));
        });
        batches.values().removeIf(batch -> !batch.open && !batch.isUntold() && gone.containsAll(batch.items));
    }

    /** Keys are unique within a lane. */
    record LaneKey(String lane, String key) {}
}
