package io.github.camelajo.internal.token;

import java.time.Duration;

/** Does something later; tests turn its hands themselves. */
@FunctionalInterface
interface TokenTimer {

    /** Runs the task once after the delay, shortly and without blocking; the answer takes the order back. */
    Runnable schedule(Runnable task, Duration delay);
}
