package io.github.camelajo.simulator.internal.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that follows another clock with an offset that tests set. */
public final class SimulatorClock implements InstantSource {

    private final InstantSource source;
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    public SimulatorClock(InstantSource source) {
        this.source = source;
    }

    @Override
    public Instant instant() {
        return source.instant().plus(shift.get());
    }

    public void advance(Duration by) {
        shift.updateAndGet(by::plus);
    }

    /** Returns the offset to the clock that it follows. */
    public Duration shift() {
        return shift.get();
    }

    public void shift(Duration newShift) {
        shift.set(newShift);
    }

    public void reset() {
        shift.set(Duration.ZERO);
    }
}
