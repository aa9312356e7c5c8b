package io.github.camelajo.internal.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Schedules tasks for later. Each task is told exactly once: either that its time has come, or that its owner has
 * stopped. The owner is the component or a step of a route.
 */
final class DelayedTasks {

    private static final Logger LOG = LoggerFactory.getLogger(DelayedTasks.class);

    private final BiConsumer<RequestDispatcher.Task, Duration> timer;
    private final String stopper;
    private final Set<Delay> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** For all waiting tasks of a component. */
    DelayedTasks(ScheduledExecutorService timer) {
        this((task, delay) -> schedule(timer, task, delay), "the ajo component is stopping");
    }

    private DelayedTasks(BiConsumer<RequestDispatcher.Task, Duration> timer, String stopper) {
        this.timer = timer;
        this.stopper = stopper;
    }

    /** For the tasks of one step of a route, which can stop before the others. */
    DelayedTasks ofAStep() {
        return new DelayedTasks(this::schedule, "the route is stopping");
    }

    private static void schedule(ScheduledExecutorService timer, RequestDispatcher.Task task, Duration delay) {
        try {
            var unused = timer.schedule(task::run, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            task.reject(stopping("the ajo component is stopping"));
        }
    }

    /** Runs a short task later and holds no thread until then. Rejects the task when stopped. */
    void schedule(RequestDispatcher.Task task, Duration delay) {
        Delay entry = new Delay(task);
        waiting.add(entry);
        timer.accept(entry, delay);
        // Checked after the entry was added, so that either this or stop() sees it.
        if (stopped) {
            entry.reject(stopping(stopper));
        }
    }

    /** Rejects all waiting tasks. */
    void stop() {
        stopped = true;
        waiting.forEach(entry -> entry.reject(stopping(stopper)));
    }

    private static AjoRejectedException stopping(String stopper) {
        return new AjoRejectedException("The call was given up while waiting: " + stopper, ErrorDetails.none());
    }

    /** One waiting task. */
    private final class Delay implements RequestDispatcher.Task {

        private final RequestDispatcher.Task task;

        Delay(RequestDispatcher.Task task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (waiting.remove(this)) {
                try {
                    task.run();
                } catch (RuntimeException | Error e) {
                    // The timer would swallow the exception.
                    LOG.error("A call ended with an unexpected error", e);
                }
            }
        }

        @Override
        public void reject(AjoRejectedException reason) {
            if (waiting.remove(this)) {
                RequestDispatcher.reject(task, reason);
            }
        }
    }
}
