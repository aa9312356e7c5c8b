package io.github.camelajo.internal.wire;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * The time limit of a whole call. The response timeout is not enough: it counts from byte to byte, and a server that
 * sends one byte now and then would never reach it.
 */
public final class Deadline {

    private final HttpUriRequestBase request;
    private volatile long endNanos;
    /**
     * Far away, but not so far that a difference overflows: the timer reads the time before a call is paused, and with the largest
     * number the pause would look like a time that is over.
     */
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final Watch watch;
    private volatile End end;

    private Deadline(HttpUriRequestBase request, long endNanos, Watch watch) {
        this.request = request;
        this.endNanos = endNanos;
        this.watch = watch;
    }

    /** Why a call was cut off. */
    public enum End {
        TIME_IS_UP,
        COMPONENT_STOPS
    }

    /** Why the call was cut off, {@code null} when it was not. */
    End cutOff() {
        return end;
    }

    /** Starts anew with another limit; zero means none. */
    void restart(Duration time) {
        runAgain(time);
        watch.add(this);
    }

    /** Pauses the clock until {@link #runAgain}. The component may still stop. */
    void pause() {
        endNanos = watch.nanoTime.getAsLong() + NEVER;
    }

    /** After a pause. */
    void runAgain(Duration time) {
        endNanos = watch.nanoTime.getAsLong() + (time.isZero() ? NEVER : time.toNanos());
    }

    /** Ends the call. */
    void end() {
        watch.running.remove(this);
    }

    private void cutOff(End reason) {
        end = reason;
        end();
        request.cancel();
    }

    /** Watches all calls of a component with one timer, so that a call costs next to nothing. */
    public static final class Watch {

        private static final long TICK_MILLIS = 100;

        private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
        private final LongSupplier nanoTime;
        private volatile boolean stopped;

        public Watch(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
        }

        public void startOn(ScheduledExecutorService timer) {
            var unused = timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }

        Deadline start(HttpUriRequestBase request, long timeoutNanos) {
            // A call without a limit is watched too, because the component may stop.
            long limit = timeoutNanos > 0 ? timeoutNanos : NEVER;
            Deadline deadline = new Deadline(request, nanoTime.getAsLong() + limit, this);
            add(deadline);
            return deadline;
        }

        private void add(Deadline deadline) {
            running.add(deadline);
            // Checked after it was added, so that either this or stop() sees it.
            if (stopped) {
                deadline.cutOff(End.COMPONENT_STOPS);
            }
        }

        /** Cuts off calls whose time is over. */
        void tick() {
            if (running.isEmpty()) {
                return;
            }
            long now = nanoTime.getAsLong();
            for (Deadline deadline : running) {
                if (now - deadline.endNanos >= 0) {
                    deadline.cutOff(End.TIME_IS_UP);
                }
            }
        }

        /** The component stops: cuts off all calls, and those that come later. */
        public void stop() {
            stopped = true;
            running.forEach(deadline -> deadline.cutOff(End.COMPONENT_STOPS));
        }

        int inFlight() {
            return running.size();
        }
    }
}
