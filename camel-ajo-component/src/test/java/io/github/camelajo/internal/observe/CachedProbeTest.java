package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CachedProbeTest {

    // Near the end of its range, where such a clock may stand as well as anywhere.
    private long now = Long.MAX_VALUE - Duration.ofSeconds(20).toNanos();
    private final AtomicInteger looks = new AtomicInteger();
    private Duration takes = Duration.ZERO;
    private final CachedProbe probe = new CachedProbe(
            () -> {
                now += takes.toNanos();
                return new Probe.Finding(true, "look " + looks.incrementAndGet(), 200, null);
            },
            Duration.ofSeconds(30),
            () -> now);

    @Test
    void aResultCountsForHalfAMinute() {
        assertThat(probe.look().message()).isEqualTo("look 1");
        now += Duration.ofSeconds(29).toNanos();
        assertThat(probe.look().message()).isEqualTo("look 1");
        now += Duration.ofSeconds(1).toNanos();
        assertThat(probe.look().message()).isEqualTo("look 2");
    }

    @Test
    void theHalfMinuteBeginsWhenALookIsOver() {
        takes = Duration.ofSeconds(40);
        probe.look();
        now += Duration.ofSeconds(29).toNanos();
        probe.look();
        assertThat(looks).hasValue(1);
    }
}
