package io.github.camelajo.internal.desired;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.ErrorDetails;

/** Another one than the plan was made for is there. Never leaves a run: the change tells it. */
final class ConflictFoundException extends AjoException {

    private static final long serialVersionUID = 1L;

    ConflictFoundException(String message) {
        super(message, ErrorDetails.none());
    }
}
