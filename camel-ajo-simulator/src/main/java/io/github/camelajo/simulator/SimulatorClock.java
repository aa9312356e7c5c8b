package io.github.camelajo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs like the given one, shifted forward by what tests ask for. */
final class SimulatorClock implements InstantSource {

    private final InstantSource source;
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    SimulatorClock(InstantSource source) {
        this.source = source;
    }

    @Override
    public Instant instant() {
        return source.instant().plus(shift.get());
    }

    void advance(Duration by) {
        shift.updateAndGet(by::plus);
    }

    void reset() {
        shift.set(Duration.ZERO);
    }
}
