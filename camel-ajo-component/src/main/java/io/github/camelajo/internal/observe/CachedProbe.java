package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Looks at most once in a while, however often it is asked: probes of an orchestrator come every few seconds. */
final class CachedProbe {

    private final Probe probe;
    private final Duration interval;
    private final InstantSource clock;
    private Probe.Finding latest;
    private Instant next = Instant.MIN;

    CachedProbe(Probe probe, Duration interval, InstantSource clock) {
        this.probe = probe;
        this.interval = interval;
        this.clock = clock;
    }

    synchronized Probe.Finding look() {
        if (!clock.instant().isBefore(next)) {
            latest = probe.look();
            // From the end: a probe that takes long must not be followed by the next one at once.
            next = clock.instant().plus(interval);
        }
        return latest;
    }
}
