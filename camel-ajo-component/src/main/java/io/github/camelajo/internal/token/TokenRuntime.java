package io.github.camelajo.internal.token;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * What a manager needs from its surroundings.
 *
 * @param clock     the time of day: a token's end is one
 * @param nanoTime  tells the time as {@link System#nanoTime} does, for time limits: the time of day may be set meanwhile
 * @param random    from 0 to below 1
 * @param worker    runs the blocking requests and the suppliers of secrets
 * @param timer     must not share threads with the worker, or a request that hangs would hold up its own time limit
 * @param callbacks completes the futures of waiting callers, so that what they do then cannot hold up the worker
 * @param stop      ends the above
 */
record TokenRuntime(
        InstantSource clock,
        LongSupplier nanoTime,
        DoubleSupplier random,
        Executor worker,
        TokenTimer timer,
        Executor callbacks,
        Runnable stop) {}
