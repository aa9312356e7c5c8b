package io.github.camelajo.internal.state;

import java.util.Optional;

import io.github.camelajo.spi.LaneStatus;

/** Whether a lane is open; guarded by the lock of its {@link MemoryOutbox}. */
final class MemoryLane {

    /** With this many concurrent batches a lane has recovered. */
    private static final int WIDE = 64;

    boolean paused;
    long notBefore;
    int probing;
    String reason;

    boolean isOpen(long now, int openBatches) {
        return !paused && notBefore <= now && (probing == 0 || openBatches < probing);
    }

    void pause(String why) {
        paused = true;
        reason = why;
    }

    void waitUntil(long time, String why) {
        notBefore = Math.max(notBefore, time);
        probing = 1;
        reason = why;
    }

    /** A call succeeded, so twice as many may run at a time. */
    void widen() {
        if (probing > 0) {
            probing = probing * 2 > WIDE ? 0 : probing * 2;
        }
    }

    LaneStatus status() {
        return new LaneStatus(paused, notBefore, probing, Optional.ofNullable(reason));
    }
}
