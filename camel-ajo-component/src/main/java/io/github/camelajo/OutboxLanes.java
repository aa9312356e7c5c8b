package io.github.camelajo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelajo.internal.outbox.Leftovers;
import io.github.camelajo.spi.OutboxStore;

/** The lanes that routes of a component deliver now. What the same component adds wakes them. */
final class OutboxLanes {

    private final Map<Lane, OutboxConsumer> delivering = new ConcurrentHashMap<>();
    private final Map<Lane, Leftovers> leftovers = new ConcurrentHashMap<>();

    /** A lane of one storage; storages are told apart by identity, which is what their equals does. */
    private record Lane(OutboxStore store, String name) {}

    /**
     * @throws IllegalArgumentException when another route delivers the lane: both would tell the same outcomes
     */
    void begin(OutboxStore store, String lane, OutboxConsumer consumer) {
        OutboxConsumer other = delivering.putIfAbsent(new Lane(store, lane), consumer);
        if (other != null && other != consumer) {
            throw new IllegalArgumentException("The lane " + lane + " is delivered by the route " + other.getRouteId()
                    + " already. For more calls at a time set parallelCalls there, or start another process");
        }
    }

    void end(OutboxStore store, String lane, OutboxConsumer consumer) {
        delivering.remove(new Lane(store, lane), consumer);
    }

    /** Returns what an earlier delivery of the lane could not store. */
    Leftovers leftovers(OutboxStore store, String lane) {
        return leftovers.computeIfAbsent(new Lane(store, lane), unused -> new Leftovers());
    }

    /** Something was added. */
    void wake(OutboxStore store, String lane) {
        OutboxConsumer consumer = delivering.get(new Lane(store, lane));
        if (consumer != null) {
            consumer.wake();
        }
    }

    List<OutboxConsumer> all() {
        return List.copyOf(delivering.values());
    }
}
