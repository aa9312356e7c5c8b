package io.github.camelajo.exception;

import java.util.List;

import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateReport;

/**
 * Not everything is as a document wants it (desired state). What could be done has been done; {@link #getChanges()} says what
 * became of each object.
 */
public class AjoStateException extends AjoException {

    private static final long serialVersionUID = 1L;

    private final transient StateReport report;

    public AjoStateException(String message, ErrorDetails details, StateReport report) {
        super(message, details);
        this.report = report;
    }

    /** All that was planned and done; {@code null} after the exception was serialised. */
    public StateReport getReport() {
        return report;
    }

    /** What became of each object; empty after the exception was serialised. */
    public List<StateChange> getChanges() {
        return report == null ? List.of() : report.changes();
    }
}
