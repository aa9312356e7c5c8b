package io.github.camelajo.exception;

import java.util.List;

import io.github.camelajo.model.StateChange;
import io.github.camelajo.model.StateReport;

/**
 * Not everything is as the document of a desired state wants it. What could be done has been done. {@link
 * #getChanges()} has the outcome of each object.
 */
public class AjoStateException extends AjoException {

    private static final long serialVersionUID = 1L;

    private final transient StateReport report;

    public AjoStateException(String message, ErrorDetails details, StateReport report) {
        super(message, details);
        this.report = report;
    }

    /** Everything that was planned and done; {@code null} after serialisation. */
    public StateReport getReport() {
        return report;
    }

    /** The outcome of each object; empty after serialisation. */
    public List<StateChange> getChanges() {
        return report == null ? List.of() : report.changes();
    }
}
