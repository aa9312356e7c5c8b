package io.github.camelajo.internal.token;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

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
        Timer timer,
        Executor callbacks,
        Runnable stop) {

    // Threads that hand the token to waiting callers. More of them would only help callers that block in a callback.
    private static final int CALLBACK_THREADS = 4;
    private static final long IDLE_SECONDS = 30;

    /** Runs tasks later. Tests replace it by one that they advance themselves. */
    @FunctionalInterface
    interface Timer {

        /** Runs the task once after the delay, shortly and without blocking; the answer takes the order back. */
        Runnable schedule(Runnable task, Duration delay);
    }

    /** With threads of Camel, so that they are named, shown in JMX and stopped like all others. */
    static TokenRuntime of(CamelContext context, Object source) {
        ExecutorServiceManager threads = context.getExecutorServiceManager();
        ExecutorService worker = threads.newThreadPool(source, "AjoToken", profile(1));
        ExecutorService callbacks = threads.newThreadPool(source, "AjoTokenCallback", profile(CALLBACK_THREADS));
        ScheduledExecutorService timer = threads.newSingleThreadScheduledExecutor(source, "AjoTokenTimer");
        return new TokenRuntime(
                InstantSource.system(),
                System::nanoTime,
                () -> ThreadLocalRandom.current().nextDouble(),
                worker,
                (task, delay) -> {
                    ScheduledFuture<?> order = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
                    return () -> order.cancel(false);
                },
                callbacks,
                () -> {
                    threads.shutdownNow(timer);
                    threads.shutdownNow(worker);
                    // Not yet: waiting callers still have to be told that the manager stops.
                    threads.shutdown(callbacks);
                });
    }

    private static ThreadPoolProfile profile(int threads) {
        ThreadPoolProfile profile = new ThreadPoolProfile();
        profile.setPoolSize(threads);
        profile.setMaxPoolSize(threads);
        profile.setKeepAliveTime(IDLE_SECONDS);
        profile.setTimeUnit(TimeUnit.SECONDS);
        // A token is asked for about once a day, so no thread is kept for it.
        profile.setAllowCoreThreadTimeOut(true);
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        // Camel's default lets the caller run it, and after shutdown drops it without a word: a waiter would wait
        // forever.
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }
}
