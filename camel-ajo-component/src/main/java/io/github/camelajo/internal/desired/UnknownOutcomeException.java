package io.github.camelajo.internal.desired;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.ErrorDetails;

/** The effect of a call cannot be seen yet. It never leaves a run; the change reports it. */
final class UnknownOutcomeException extends AjoException {

    private static final long serialVersionUID = 1L;

    UnknownOutcomeException(String message) {
        super(message, ErrorDetails.none());
    }
}
