package io.github.camelajo.spi;

import java.util.Objects;

/**
 * The position of a source.
 *
 * @param phase     whether a first read was complete
 * @param readFrom  lower bound of the next read, in milliseconds of Adobe's clock; null to read from the beginning
 * @param cursorMax largest value of the cursor field that was committed, in milliseconds; null if there is none
 * @param run       how many reads were complete; what is missing gets the number of the run that missed it first
 */
public record SourcePosition(SourcePhase phase, Long readFrom, Long cursorMax, long run) {

    /** The position of a source that was never read. */
    public static final SourcePosition START = new SourcePosition(SourcePhase.BASELINE, null, null, 0);

    public SourcePosition {
        Objects.requireNonNull(phase, "phase");
    }

    public SourcePosition withPhase(SourcePhase newPhase) {
        return new SourcePosition(newPhase, readFrom, cursorMax, run);
    }

    public SourcePosition withReadFrom(Long newReadFrom) {
        return new SourcePosition(phase, newReadFrom, cursorMax, run);
    }

    public SourcePosition withCursorMax(Long newCursorMax) {
        return new SourcePosition(phase, readFrom, newCursorMax, run);
    }

    public SourcePosition withRun(long newRun) {
        return new SourcePosition(phase, readFrom, cursorMax, newRun);
    }
}
