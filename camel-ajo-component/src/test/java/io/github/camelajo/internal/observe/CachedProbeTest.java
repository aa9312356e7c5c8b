package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CachedProbeTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final AtomicInteger looks = new AtomicInteger();
    private Duration takes = Duration.ZERO;
    private final CachedProbe probe = new CachedProbe(
            () -> {
                now = now.plus(takes);
                return new Probe.Finding(true, "look " + looks.incrementAndGet(), 200, null);
            },
            Duration.ofSeconds(30),
            () -> now);

    @Test
    void aResultCountsForHalfAMinute() {
        assertThat(probe.look().message()).isEqualTo("look 1");
        now = now.plusSeconds(29);
        assertThat(probe.look().message()).isEqualTo("look 1");
        now = now.plusSeconds(1);
        assertThat(probe.look().message()).isEqualTo("look 2");
    }

    @Test
    void theHalfMinuteBeginsWhenALookIsOver() {
        takes = Duration.ofSeconds(40);
        probe.look();
        now = now.plusSeconds(29);
        probe.look();
        assertThat(looks).hasValue(1);
    }
}
