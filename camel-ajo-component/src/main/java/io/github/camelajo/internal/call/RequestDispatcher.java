package io.github.camelajo.internal.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs calls off the threads of routes, up to a limit at a time. Further calls wait in a queue and hold no thread. A
 * thread stays with its exchange until the route hands it on, so a call made by such a thread runs right there:
 * otherwise it could wait for a thread that never becomes free. When the exchange has to wait, its thread {@linkplain
 * #leavePlace leaves its place} to another task.
 */
public final class RequestDispatcher {

    /** Not less: threads that are just coming back are among them. */
    static final int LEAST_AWAY = 100;

    private static final Logger LOG = LoggerFactory.getLogger(RequestDispatcher.class);

    private final Executor executor;
    private final int maxConcurrent;
    private final int maxQueued;
    private final ThreadLocal<Boolean> worker = new ThreadLocal<>();
    private final Deque<Task> queue = new ArrayDeque<>();
    private int active;
    private int outside;
    private int away;
    private boolean stopped;

    /** A task for a dispatcher thread. */
    public interface Task {

        void run();

        /** Called instead of {@link #run()} if the dispatcher stops first. */
        void reject(AjoRejectedException reason);
    }

    /**
     * @param executor      may start as many threads as there are concurrent calls
     * @param maxConcurrent calls at a time
     * @param maxQueued     calls that may wait
     */
    public RequestDispatcher(Executor executor, int maxConcurrent, int maxQueued) {
        this.executor = executor;
        this.maxConcurrent = maxConcurrent;
        this.maxQueued = maxQueued;
    }

    /** Whether the calling thread belongs to this dispatcher and is working for an exchange. */
    public boolean isWorker() {
        return worker.get() != null;
    }

    /**
     * Whether the calling thread has to finish its call, waits included. This is so when too many threads have left
     * their places and not come back: each of them is blocked in a route, and their number must not grow without limit.
     */
    public boolean mustStay() {
        if (!isWorker()) {
            return false;
        }
        synchronized (queue) {
            return away >= Math.max(maxConcurrent, LEAST_AWAY);
        }
    }

    /**
     * Gives the place of the calling thread to another task, because its exchange has to wait and will continue with
     * {@link #resume}. Usually the thread comes back at once. If not, it is blocked by a route until that exchange
     * continues, and there must be a place for that. Does nothing on other threads.
     */
    void leavePlace() {
        if (!isWorker()) {
            return;
        }
        worker.remove();
        Task next;
        synchronized (queue) {
            away++;
            next = queue.poll();
            if (next == null) {
                active--;
                return;
            }
        }
        try {
            start(next);
        } catch (AjoRejectedException e) {
            reject(next, e);
        }
    }

    /**
     * Runs a task as soon as a place is free.
     *
     * @throws AjoRejectedException when too many wait already, or after the end
     */
    public void execute(Task task) {
        dispatch(task, maxQueued);
    }

    /**
     * Runs a task if a place is free now. Once started, it is not rejected any more.
     *
     * @return whether it is run
     */
    boolean executeNow(Runnable task) {
        synchronized (queue) {
            if (stopped || active >= maxConcurrent) {
                return false;
            }
            active++;
        }
        try {
            start(new Task() {
                @Override
                public void run() {
                    task.run();
                }

                @Override
                public void reject(AjoRejectedException reason) {
                    throw new IllegalStateException("It has a place and does not wait", reason);
                }
            });
            return true;
        } catch (AjoRejectedException e) {
            return false;
        }
    }

    /** Runs the rest of a call that was admitted earlier; the limits do not apply. */
    void resume(Task task) {
        dispatch(task, Integer.MAX_VALUE);
    }

    /**
     * Admits a call that has to wait for something else, such as a token, before it needs a place. It counts as waiting
     * until {@link #resumeFromOutside}.
     *
     * @throws AjoRejectedException when too many wait already, or after the end
     */
    void waitOutside() {
        synchronized (queue) {
            if (stopped) {
                throw stopping();
            }
            if (active + queue.size() + outside >= (long) maxConcurrent + maxQueued) {
                throw tooMany();
            }
            outside++;
        }
    }

    /** Runs a call that waited elsewhere. */
    void resumeFromOutside(Task task) {
        synchronized (queue) {
            outside--;
        }
        resume(task);
    }

    private void dispatch(Task task, int queueLimit) {
        synchronized (queue) {
            if (stopped) {
                throw stopping();
            }
            if (active >= maxConcurrent) {
                if (queue.size() >= queueLimit) {
                    throw tooMany();
                }
                queue.add(task);
                return;
            }
            active++;
        }
        start(task);
    }

    private void start(Task task) {
        try {
            executor.execute(() -> work(task));
        } catch (RejectedExecutionException e) {
            giveBackPlace();
            throw stopping();
        } catch (RuntimeException | Error e) {
            // Out of memory for a thread, for example.
            giveBackPlace();
            throw new AjoRejectedException(
                    "Nothing was sent: no thread could be started", ErrorDetails.of(null, null, true), e);
        }
    }

    /**
     * Tasks that were queued meanwhile would wait for a thread that never comes, if this was meant to be the only one.
     */
    private void giveBackPlace() {
        Deque<Task> stranded = new ArrayDeque<>();
        synchronized (queue) {
            active--;
            if (active == 0) {
                stranded.addAll(queue);
                queue.clear();
            }
        }
        stranded.forEach(task -> reject(task, stopping()));
    }

    private void work(Task first) {
        worker.set(Boolean.TRUE);
        try {
            Task task = first;
            while (task != null) {
                runQuietly(task);
                task = isWorker() ? next() : null;
            }
        } finally {
            comeBack();
        }
    }

    private void comeBack() {
        boolean left = !isWorker();
        worker.remove();
        if (left) {
            synchronized (queue) {
                away--;
            }
        }
    }

    private static void runQuietly(Task task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // The thread serves other exchanges too, and its place must be given back.
            LOG.error("A call ended with an unexpected error", e);
        }
    }

    private Task next() {
        synchronized (queue) {
            Task task = queue.poll();
            if (task == null) {
                active--;
            }
            return task;
        }
    }

    /** Admits nothing more and rejects what waits. Running calls continue. */
    public void stop() {
        Deque<Task> waiting;
        synchronized (queue) {
            stopped = true;
            waiting = new ArrayDeque<>(queue);
            queue.clear();
        }
        waiting.forEach(task -> reject(task, stopping()));
    }

    /** Tells a task that it will not run. A failure of one task does not keep the next from being told. */
    static void reject(Task task, AjoRejectedException reason) {
        try {
            task.reject(reason);
        } catch (RuntimeException | Error e) {
            LOG.error("A call that was rejected ended with an unexpected error", e);
        }
    }

    /** The number of calls that have a thread now. */
    public int active() {
        synchronized (queue) {
            return active;
        }
    }

    /** The number of calls that wait for a thread, or for a token before they need one. */
    public int queued() {
        synchronized (queue) {
            return queue.size() + outside;
        }
    }

    private AjoRejectedException tooMany() {
        return new AjoRejectedException(
                "Nothing was sent: " + active + " calls are running and " + (queue.size() + outside)
                        + " wait (options maxConcurrentRequests and maxQueuedRequests)",
                ErrorDetails.of(null, null, true));
    }

    private static AjoRejectedException stopping() {
        return new AjoRejectedException(
                "Nothing was sent: the ajo component is stopping", ErrorDetails.of(null, null, true));
    }
}
