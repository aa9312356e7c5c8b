package io.github.camelajo.internal.stats;

import java.time.Duration;
import java.time.Instant;

import io.github.camelajo.exception.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class FailureStreakTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final FailureStreak failureStreak = new FailureStreak(() -> now);

    private void fails(int times) {
        for (int i = 0; i < times; i++) {
            failureStreak.ended(FailureKind.SERVER, 503, "503000");
        }
    }

    @Test
    void theLatestFailureIsKeptWithItsStatusAndCode() {
        fails(3);
        assertThat(failureStreak.state()).isEqualTo(new FailureStreak.State(3, now, 503, "503000"));
        assertThat(failureStreak.isOngoing(3, MINUTE)).isTrue();
        assertThat(failureStreak.isOngoing(4, MINUTE)).isFalse();
    }

    @Test
    void anOutageIsForgottenWhenNothingWasTriedForAWhile() {
        fails(5);
        now = now.plusSeconds(59);
        assertThat(failureStreak.isOngoing(5, MINUTE)).isTrue();
        now = now.plusSeconds(1);
        assertThat(failureStreak.isOngoing(5, MINUTE)).isFalse();
        fails(1);
        assertThat(failureStreak.isOngoing(5, MINUTE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"PERMISSION", "VALIDATION", "NOT_FOUND", "CONFLICT", "RATE_LIMIT", "GUARDRAIL", "JOB"})
    void whateverAdobeAnswersEndsIt(FailureKind failure) {
        fails(5);
        failureStreak.ended(failure, 200, null);
        assertThat(failureStreak.state().inARow()).isZero();
    }

    @Test
    void aSuccessEndsIt() {
        fails(5);
        failureStreak.ended(null, 200, null);
        assertThat(failureStreak.state().inARow()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "INVALID_RESPONSE", "PARTIAL", "UNEXPECTED"})
    void whatSaysNothingAboutAdobeChangesNothing(FailureKind failure) {
        fails(5);
        failureStreak.ended(failure, 0, null);
        assertThat(failureStreak.state().inARow()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHENTICATION", "SERVER", "TIMEOUT", "NETWORK"})
    void whatKeepsAdobeFromAnsweringCounts(FailureKind failure) {
        failureStreak.ended(failure, 0, null);
        assertThat(failureStreak.state().inARow()).isEqualTo(1);
    }
}
