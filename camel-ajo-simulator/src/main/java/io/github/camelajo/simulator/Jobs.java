package io.github.camelajo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the asynchronous jobs of all families share: how fast they move and which of them fail on purpose.
 *
 * <p>Without a step time a job moves one state every time somebody looks at it: the first look shows the first state. With a
 * step time it moves by the simulator's clock, however often somebody looks.</p>
 */
final class Jobs {

    private final InstantSource clock;
    private final Duration step;
    private final Deque<Failure> failures = new ArrayDeque<>();

    Jobs(InstantSource clock, Duration step) {
        this.clock = clock;
        this.step = step;
    }

    synchronized void failNext(JobFailure kind, String reason) {
        failures.add(new Failure(kind, reason));
    }

    /** What shall happen to the job that starts now; {@code null} if nothing. */
    synchronized Failure takeFailure() {
        return failures.poll();
    }

    synchronized void reset() {
        failures.clear();
    }

    /** Starts a job of so many states. */
    Progress start(int states) {
        return start(states, clock.instant());
    }

    Progress start(int states, Instant at) {
        return new Progress(states, at);
    }

    boolean byClock() {
        return !step.isZero();
    }

    /** A failure to come. */
    record Failure(JobFailure kind, String reason) {}

    /** How far one job has come. */
    final class Progress {

        private final int last;
        private final Instant startedAt;
        private int looks;
        private Instant endedAt;

        private Progress(int states, Instant startedAt) {
            this.last = states - 1;
            this.startedAt = startedAt;
        }

        Instant startedAt() {
            return startedAt;
        }

        /** When the last state was reached; {@code null} before. */
        synchronized Instant endedAt() {
            peek();
            return endedAt;
        }

        synchronized boolean ended() {
            return peek() == last;
        }

        /** The state to show, counted from 0; without a step time the next look shows the next one. */
        synchronized int look() {
            looks++;
            return peek();
        }

        /** The state shown last, or the one the clock gives; moves nothing. */
        synchronized int peek() {
            Instant now = clock.instant();
            long state = step.isZero()
                    ? Math.max(0, looks - 1)
                    : Math.max(0, Duration.between(startedAt, now).toNanos() / step.toNanos());
            if (state >= last && endedAt == null) {
                endedAt = step.isZero() ? now : startedAt.plus(step.multipliedBy(last));
            }
            return (int) Math.min(state, last);
        }
    }
}
