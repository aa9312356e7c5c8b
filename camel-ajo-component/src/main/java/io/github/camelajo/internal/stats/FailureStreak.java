package io.github.camelajo.internal.stats;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import io.github.camelajo.exception.FailureKind;

/** Whether the latest calls show that Adobe cannot be used. Successful calls only read here. */
public final class FailureStreak {

    private static final State NONE = new State(0, null, 0, null);

    private final InstantSource clock;
    private volatile State state = NONE;

    FailureStreak(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param inARow    calls since the last one that Adobe answered
     * @param lastAt    when the latest of them failed, {@code null} without one
     * @param status    HTTP status of the latest, 0 when there was no answer
     * @param errorCode Adobe's code of the latest, or {@code null}
     */
    public record State(int inARow, Instant lastAt, int status, String errorCode) {}

    /** @param failure {@code null} for a success */
    void ended(FailureKind failure, int status, String errorCode) {
        if (failure != null && failure.isOutage()) {
            failed(status, errorCode);
        } else if ((failure == null || failure.isAnswered()) && state.inARow > 0) {
            state = NONE;
        }
    }

    private synchronized void failed(int status, String errorCode) {
        state = new State(state.inARow + 1, clock.instant(), status, errorCode);
    }

    public State state() {
        return state;
    }

    /** Whether at least that many calls failed in a row, the latest of them within the given time. */
    public boolean isOngoing(int inARow, Duration window) {
        State now = state;
        return now.inARow >= inARow && now.lastAt.plus(window).isAfter(clock.instant());
    }
}
