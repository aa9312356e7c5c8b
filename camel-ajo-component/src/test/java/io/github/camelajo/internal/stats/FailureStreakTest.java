package io.github.camelajo.internal.stats;

import java.time.Duration;
import java.time.Instant;

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
            failureStreak.ended(CallOutcome.SERVER, 503, "503000");
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
    @EnumSource(names = {"SUCCESS", "PERMISSION", "VALIDATION", "NOT_FOUND", "CONFLICT", "RATE_LIMIT"})
    void whateverAdobeAnswersEndsIt(CallOutcome outcome) {
        fails(5);
        failureStreak.ended(outcome, 200, null);
        assertThat(failureStreak.state().inARow()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "INVALID_RESPONSE", "UNEXPECTED"})
    void whatSaysNothingAboutAdobeChangesNothing(CallOutcome outcome) {
        fails(5);
        failureStreak.ended(outcome, 0, null);
        assertThat(failureStreak.state().inARow()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHENTICATION", "SERVER", "TIMEOUT", "NETWORK"})
    void whatKeepsAdobeFromAnsweringCounts(CallOutcome outcome) {
        failureStreak.ended(outcome, 0, null);
        assertThat(failureStreak.state().inARow()).isEqualTo(1);
    }
}
