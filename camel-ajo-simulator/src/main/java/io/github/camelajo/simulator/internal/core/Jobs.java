package io.github.camelajo.simulator.internal.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.github.camelajo.simulator.control.JobFailure;

/**
 * The pace of the asynchronous jobs of all families, and the failures that tests have asked for.
 *
 * <p>Without a step time, every look at a job moves it by one state, and the first look shows the first state. A job
 * that is a minute old by the simulator's clock has ended, whether or not somebody has looked at it. With a step time,
 * only the clock moves a job.</p>
 */
public final class Jobs {

    /** The age at which a job without a step time ends by itself. */
    static final Duration LIMIT = Duration.ofMinutes(1);

    private static final String ANY = "";

    private final InstantSource clock;
    private final Duration initialStep;
    private final Map<String, Deque<Failure>> failures = new HashMap<>();
    private final AtomicLong started = new AtomicLong();
    private volatile Duration step;

    public Jobs(InstantSource clock, Duration step) {
        this.clock = clock;
        this.initialStep = step;
        this.step = step;
    }

    /** Sets how long a job stays in each of its states. Running jobs keep the step time that they started with. */
    public void step(Duration newStep) {
        step = newStep;
    }

    public Duration step() {
        return step;
    }

    public void failNext(JobFailure kind, String reason) {
        failNextOf(ANY, kind, reason);
    }

    /** Lets the next job of one family fail. This takes precedence over a failure for any family. */
    public synchronized void failNextOf(String family, JobFailure kind, String reason) {
        failures.computeIfAbsent(family, key -> new ArrayDeque<>()).add(new Failure(kind, reason));
    }

    /**
     * Returns the failure for the job of this family that starts now; {@code null} if it is to succeed. A failure is
     * returned only once.
     */
    public synchronized Failure takeFailure(String family) {
        Failure own = poll(family);
        return own == null ? poll(ANY) : own;
    }

    private Failure poll(String family) {
        Deque<Failure> waiting = failures.get(family);
        return waiting == null ? null : waiting.poll();
    }

    public synchronized void reset() {
        failures.clear();
        step = initialStep;
    }

    /** Starts a job with this many states. */
    public Progress start(int states) {
        return start(states, clock.instant());
    }

    public Progress start(int states, Instant at) {
        return new Progress(states, at, step);
    }

    /** Returns a job that has already ended. */
    public Progress done() {
        return start(1);
    }

    public boolean byClock() {
        return !step.isZero();
    }

    /**
     * A job as observers see it.
     *
     * @param family  the name of its service
     * @param sandbox the name of the sandbox
     * @param id      its id in the family
     * @param state   returns its current state in the family's words, without moving it
     * @param failure how it will fail; {@code null} if it will succeed
     */
    public record Shown(
            String family, String sandbox, String id, Progress progress, Supplier<String> state, Failure failure) {

        /** Orders jobs by their start, the oldest first. */
        public static final Comparator<Shown> BY_START = Comparator.comparing(
                        (Shown job) -> job.progress().startedAt())
                .thenComparingLong(job -> job.progress().number);
    }

    /** A failure for a future job. */
    public record Failure(JobFailure kind, String reason) {

        public Failure {
            Codec.required(kind, "kind");
            Codec.required(reason, "reason");
        }
    }

    /** The progress of a job in a state file. */
    public record Position(int last, Instant startedAt, Duration pace, int looks, int reached, Instant reachedAt) {

        public Position {
            if (startedAt == null || pace == null || reachedAt == null || reached > last || reached < 0) {
                throw new IllegalArgumentException("A job needs startedAt, pace, reachedAt and one of its states");
            }
        }
    }

    /** The settings in a state file. */
    public record Settings(Duration step, Map<String, List<Failure>> failures) {

        public Settings {
            if (Codec.required(step, "step").isNegative()) {
                throw new IllegalArgumentException("Field 'step' must not be negative");
            }
            Codec.required(failures, "failures").values().forEach(waiting -> Codec.required(waiting, "failures"));
        }
    }

    public synchronized Settings settings() {
        Map<String, List<Failure>> waiting = new LinkedHashMap<>();
        failures.forEach((family, all) -> {
            if (!all.isEmpty()) {
                waiting.put(family, List.copyOf(all));
            }
        });
        return new Settings(step, waiting);
    }

    public synchronized void settings(Settings settings) {
        step = settings.step();
        failures.clear();
        settings.failures().forEach((family, all) -> failures.put(family, new ArrayDeque<>(all)));
    }

    /** Returns a job that continues from a stored state. */
    Progress resume(Position position) {
        return new Progress(position);
    }

    /** The progress of one job. */
    public final class Progress {

        private final long number = started.getAndIncrement();
        private final int last;
        private final Instant startedAt;
        private final Duration pace;
        private int looks;
        private int reached;
        private Instant reachedAt;

        private Progress(int states, Instant startedAt, Duration pace) {
            this.last = states - 1;
            this.startedAt = startedAt;
            this.reachedAt = startedAt;
            this.pace = pace;
        }

        private Progress(Position position) {
            this.last = position.last();
            this.startedAt = position.startedAt();
            this.pace = position.pace();
            this.looks = position.looks();
            this.reached = position.reached();
            this.reachedAt = position.reachedAt();
        }

        synchronized Position position() {
            return new Position(last, startedAt, pace, looks, reached, reachedAt);
        }

        /** Returns the number of states from the first to the last. */
        public int states() {
            return last + 1;
        }

        public Instant startedAt() {
            return startedAt;
        }

        /** Returns when the last state was reached; {@code null} before that. */
        public synchronized Instant endedAt() {
            return ended() ? reachedAt : null;
        }

        /** Returns when the current state was reached. */
        public synchronized Instant reachedAt() {
            peek();
            return reachedAt;
        }

        public synchronized boolean ended() {
            return peek() == last;
        }

        /**
         * Returns the current state, counted from 0. Without a step time this moves the job: the next call returns the
         * next state.
         */
        public synchronized int look() {
            looks++;
            return peek();
        }

        /**
         * Returns the state that was shown last, or the one by the clock. Unlike a look, this does not move the job.
         */
        public synchronized int peek() {
            Instant now = clock.instant();
            boolean overdue = pace.isZero() && !now.isBefore(startedAt.plus(LIMIT));
            int state = overdue ? last : (int) Math.min(last, pace.isZero() ? looks - 1 : stepsUntil(now));
            if (state > reached) {
                reached = state;
                reachedAt = overdue
                        ? startedAt.plus(LIMIT)
                        : pace.isZero() ? now : startedAt.plus(pace.multipliedBy(state));
            }
            return reached;
        }

        private long stepsUntil(Instant now) {
            return Duration.between(startedAt, now).dividedBy(pace);
        }
    }
}
