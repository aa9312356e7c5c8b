package io.github.camelajo.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * The end of the time one call may take in all. The response timeout alone does not do: it counts from byte to byte, and a
 * server that sends one now and then would never reach it.
 */
final class Deadline {

    private final HttpUriRequestBase request;
    private final long endNanos;
    private final Watch watch;
    private volatile boolean passed;

    private Deadline(HttpUriRequestBase request, long endNanos, Watch watch) {
        this.request = request;
        this.endNanos = endNanos;
        this.watch = watch;
    }

    /** Whether the call was cut off because its time was up. */
    boolean hasPassed() {
        return passed;
    }

    /** The call is over. */
    void end() {
        watch.running.remove(this);
    }

    /** Looks after all calls of a component with one timer, so that a call itself costs next to nothing. */
    static final class Watch {

        private static final long TICK_MILLIS = 100;

        private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
        private final LongSupplier nanoTime;

        Watch(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
        }

        void startOn(ScheduledExecutorService timer) {
            var unused = timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }

        Deadline start(HttpUriRequestBase request, long timeoutNanos) {
            Deadline deadline = new Deadline(request, nanoTime.getAsLong() + timeoutNanos, this);
            if (timeoutNanos > 0) {
                running.add(deadline);
            }
            return deadline;
        }

        /** Cuts off what has had its time. */
        void tick() {
            if (running.isEmpty()) {
                return;
            }
            long now = nanoTime.getAsLong();
            for (Deadline deadline : running) {
                if (now - deadline.endNanos >= 0) {
                    deadline.passed = true;
                    running.remove(deadline);
                    deadline.request.cancel();
                }
            }
        }

        /** Cuts off everything: the component stops. */
        void cancelAll() {
            for (Deadline deadline : running) {
                running.remove(deadline);
                deadline.request.cancel();
            }
        }

        int inFlight() {
            return running.size();
        }
    }
}
