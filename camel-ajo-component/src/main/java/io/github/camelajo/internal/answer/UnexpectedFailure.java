package io.github.camelajo.internal.answer;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.ErrorDetails;

/** What a route is told when something failed that never should. */
public final class UnexpectedFailure {

    private UnexpectedFailure() {}

    /**
     * Names the kind of failure only: its message can quote what was sent.
     *
     * @param what begins the message
     */
    public static AjoException of(String what, ErrorDetails details, Throwable failure) {
        return new AjoException(
                what + " failed unexpectedly: " + failure.getClass().getSimpleName(), details, failure);
    }
}
