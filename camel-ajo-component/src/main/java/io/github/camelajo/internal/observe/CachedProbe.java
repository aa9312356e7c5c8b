package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** Limits how often a probe runs: orchestrators ask every few seconds. */
final class CachedProbe {

    private final Probe probe;
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    // A lock rather than a monitor, because probing waits for an answer.
    private final ReentrantLock lock = new ReentrantLock();
    private Probe.Finding latest;
    private long nextNanos;

    /** @param nanoTime tells the time as {@link System#nanoTime} does: the time of day may be set meanwhile */
    CachedProbe(Probe probe, Duration interval, LongSupplier nanoTime) {
        this.probe = probe;
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
    }

    Probe.Finding look() {
        lock.lock();
        try {
            if (latest == null || nanoTime.getAsLong() - nextNanos >= 0) {
                latest = probe.look();
                // Counted from the end: a slow probe must not be followed by the next one at once.
                nextNanos = nanoTime.getAsLong() + intervalNanos;
            }
            return latest;
        } finally {
            lock.unlock();
        }
    }
}
