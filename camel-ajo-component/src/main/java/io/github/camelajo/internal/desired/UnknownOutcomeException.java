package io.github.camelajo.internal.desired;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.ErrorDetails;

/** What a call did cannot be seen yet. Never leaves a run: the change tells it. */
final class UnknownOutcomeException extends AjoException {

    private static final long serialVersionUID = 1L;

    UnknownOutcomeException(String message) {
        super(message, ErrorDetails.none());
    }
}
