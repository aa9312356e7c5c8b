package io.github.camelajo.internal.state;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

import io.github.camelajo.internal.storage.OutboxBatch;

/** One of the instances that share a {@link MemoryOutbox}, and whether it counts as alive. The lock of the outbox guards writes. */
final class MemoryInstance {

    private final MemoryOutbox outbox;
    private final LongSupplier millis;
    private final LongSupplier nanoTime;
    private final Duration lifetime;

    private volatile String id = UUID.randomUUID().toString();

    /** In nanoseconds; meaningful once {@link #hasBeaten}. */
    private volatile long aliveUntil;

    private volatile boolean hasBeaten;

    /**
     * @param millis   the clock that the instances share, in milliseconds since the epoch
     * @param nanoTime the monotonic clock of this instance
     * @param lifetime how long it counts as alive after a beat
     */
    MemoryInstance(MemoryOutbox outbox, LongSupplier millis, LongSupplier nanoTime, Duration lifetime) {
        this.outbox = outbox;
        this.millis = millis;
        this.nanoTime = nanoTime;
        this.lifetime = lifetime;
    }

    String id() {
        return id;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** The time of the shared clock. */
    long now() {
        return millis.getAsLong();
    }

    boolean beat() {
        Long until = outbox.aliveUntil.get(id);
        boolean lost = hasBeaten && (until == null || until <= now());
        if (lost) {
            id = UUID.randomUUID().toString();
        }
        outbox.aliveUntil.put(id, now() + lifetime.toMillis());
        aliveUntil = nanoTime.getAsLong() + lifetime.toNanos();
        hasBeaten = true;
        return !lost;
    }

    boolean isAlive() {
        return livesFor(Duration.ZERO);
    }

    boolean mayCall(OutboxBatch batch, Duration deadline) {
        return batch.owner().equals(id) && livesFor(deadline);
    }

    private boolean livesFor(Duration time) {
        return hasBeaten && aliveUntil - nanoTime.getAsLong() - time.toNanos() > 0;
    }

    void buryTheDead() {
        long now = now();
        outbox.aliveUntil.values().removeIf(until -> until <= now);
    }

    void end() {
        outbox.aliveUntil.remove(id);
        hasBeaten = false;
    }
}
