package io.github.camelajo.internal.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets calls wait for a moment. Each that waits is told, once: that the moment has come, or that the component stops. */
final class DelayedTasks {

    private static final Logger LOG = LoggerFactory.getLogger(DelayedTasks.class);

    private final ScheduledExecutorService timer;
    private final Set<Delay> waiting = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);

    DelayedTasks(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Runs a short task later, without a thread meanwhile, or rejects it. */
    void schedule(RequestDispatcher.Task task, Duration delay) {
        Delay entry = new Delay(task);
        waiting.add(entry);
        try {
            var unused = timer.schedule(entry::over, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            entry.reject();
        }
        // After the entry was added, so that either this or stop() sees it.
        if (stopped.getCount() == 0) {
            entry.reject();
        }
    }

    /**
     * Lets the calling thread wait.
     *
     * @throws AjoRejectedException when the component stops or the thread is interrupted meanwhile
     */
    void pause(Duration delay) {
        boolean stops;
        try {
            stops = stopped.await(delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AjoRejectedException("The thread was interrupted while it waited", ErrorDetails.none(), e);
        }
        if (stops) {
            throw stopping();
        }
    }

    /** Ends all waiting. */
    void stop() {
        stopped.countDown();
        waiting.forEach(Delay::reject);
    }

    private static AjoRejectedException stopping() {
        return new AjoRejectedException(
                "The call was given up while it waited: the ajo component is stopping", ErrorDetails.none());
    }

    /** One that waits. */
    private final class Delay {

        private final RequestDispatcher.Task task;

        Delay(RequestDispatcher.Task task) {
            this.task = task;
        }

        void over() {
            if (waiting.remove(this)) {
                tell(task);
            }
        }

        void reject() {
            if (waiting.remove(this)) {
                RequestDispatcher.reject(task, stopping());
            }
        }

        private static void tell(RequestDispatcher.Task task) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                // The timer would swallow it.
                LOG.error("A call ended with an unexpected error", e);
            }
        }
    }
}
