package io.github.camelajo.internal.token;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** Takes the threads of a manager from Camel, so that they are named, shown in JMX and stopped like all others. */
final class CamelTokenRuntime {

    // Threads that hand the token to waiting callers. More of them would only help callers that block in a callback.
    private static final int CALLBACK_THREADS = 4;
    private static final long IDLE_SECONDS = 30;

    private CamelTokenRuntime() {}

    static TokenRuntime create(CamelContext context, Object source) {
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
