package io.github.camelajo.simulator.internal.core;

/** A path, query or form has a broken percent sequence. */
public final class MalformedUriException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MalformedUriException(IllegalArgumentException cause) {
        super(cause.getMessage(), cause);
    }
}
