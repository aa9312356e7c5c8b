package io.github.camelajo.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * How far an asynchronous job has come. The first poll shows its first state, every further one the next. A job nobody polls
 * is at its last state a minute after it began, by the simulator's clock.
 *
 * @param states number of states
 * @param polls  how often somebody has asked
 */
record PollSteps(int states, Instant startedAt, int polls) {

    static final Duration LIMIT = Duration.ofMinutes(1);

    static PollSteps started(int states, Instant at) {
        return new PollSteps(states, at, 0);
    }

    PollSteps polled() {
        return new PollSteps(states, startedAt, polls + 1);
    }

    /** The state to show, counted from 0. */
    int state(Instant now) {
        int last = states - 1;
        return now.isBefore(startedAt.plus(LIMIT)) ? Math.min(Math.max(0, polls - 1), last) : last;
    }

    boolean ended(Instant now) {
        return state(now) == states - 1;
    }
}
