package io.github.camelajo.internal.token;

import java.time.Duration;

/** Runs tasks later. Tests replace it by one that they advance themselves. */
@FunctionalInterface
interface TokenTimer {

    /** Runs the task once after the delay, shortly and without blocking; the answer takes the order back. */
    Runnable schedule(Runnable task, Duration delay);
}
