package io.github.camelajo;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An exchange ends once, whatever calls back later, or never. */
class ExchangeCompletionTest {

    private final AtomicBoolean runs = new AtomicBoolean(true);
    private final ExchangeCompletion completion = new ExchangeCompletion(runs::get);

    @Test
    void theFirstWordCounts() {
        completion.onFailure(null);
        completion.onComplete(null);
        assertThat(completion.isAwaited()).isTrue();
        assertThat(completion.isGood()).isFalse();
    }

    @Test
    void aFailureBehindTheEndChangesNothing() {
        completion.onComplete(null);
        completion.onFailure(null);
        completion.onComplete(null);
        assertThat(completion.isAwaited()).isTrue();
        assertThat(completion.isGood()).isTrue();
    }

    @Test
    void oneThatNeverCallsBackIsWaitedForUntilTheRouteStops() {
        runs.set(false);
        assertThat(completion.isAwaited()).isFalse();
        assertThat(completion.isGood()).isFalse();
    }

    @Test
    void anInterruptDoesNotTakeBackWhatHasEnded() {
        completion.onComplete(null);
        Thread.currentThread().interrupt();
        assertThat(completion.isAwaited()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(completion.isGood()).isTrue();
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        Thread.currentThread().interrupt();
        assertThat(completion.isAwaited()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
