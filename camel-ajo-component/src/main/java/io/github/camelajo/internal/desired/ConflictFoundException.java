package io.github.camelajo.internal.desired;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.ErrorDetails;

/** The object differs from the one that the plan was made for. It never leaves a run; the change reports it. */
final class ConflictFoundException extends AjoException {

    private static final long serialVersionUID = 1L;

    ConflictFoundException(String message) {
        super(message, ErrorDetails.none());
    }
}
