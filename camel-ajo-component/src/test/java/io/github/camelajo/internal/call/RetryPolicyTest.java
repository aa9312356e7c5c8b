package io.github.camelajo.internal.call;

import java.time.Duration;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.ErrorDetails;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTest {

    private static RetryPolicy policy(double random) {
        return new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofSeconds(60), () -> random);
    }

    private static AjoException failure(boolean retryable, Duration retryAfter) {
        return new AjoException("x", new ErrorDetails("a.b", "dev", 503, null, null, null, retryable, retryAfter));
    }

    @Test
    void theDelayGrowsAndIsSpreadOverItsWholeRange() {
        assertThat(policy(1).delayAfter(1, failure(true, null))).isEqualTo(Duration.ofMillis(500));
        assertThat(policy(1).delayAfter(2, failure(true, null))).isEqualTo(Duration.ofMillis(1000));
        assertThat(policy(0.5).delayAfter(3, failure(true, null))).isEqualTo(Duration.ofMillis(1000));
        assertThat(policy(0).delayAfter(3, failure(true, null))).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatAdobeAsksForIsWaitedForUnlessItIsTooLong() {
        assertThat(policy(0).delayAfter(1, failure(true, Duration.ofSeconds(60))))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(policy(0).delayAfter(1, failure(true, Duration.ofSeconds(61))))
                .isNull();
    }

    @Test
    void askingForNoWaitIsNoLeaveToHammer() {
        assertThat(policy(1).delayAfter(2, failure(true, Duration.ZERO))).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy(1).delayAfter(4 - 1, failure(true, Duration.ofSeconds(1))))
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void afterTheLastRetryAndForWhatCannotPassThereIsNone() {
        assertThat(policy(0).delayAfter(4, failure(true, null))).isNull();
        assertThat(policy(0).delayAfter(1, failure(false, null))).isNull();
    }

    @Test
    void theBudgetEndsRetriesWhenNearlyEverythingFails() {
        RetryBudget budget = new RetryBudget();
        for (int i = 0; i < 100; i++) {
            assertThat(budget.take()).isTrue();
        }
        assertThat(budget.take()).isFalse();
        for (int i = 0; i < 5; i++) {
            budget.success();
        }
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
    }
}
