package io.github.camelajo.spi;

/**
 * The storage refuses, and will refuse again until somebody has acted: the scope of a source has changed, items have no
 * position, or the tables belong to a newer release. The message names the solution.
 */
public class StoreRefusedException extends StoreException {

    private static final long serialVersionUID = 1L;

    public StoreRefusedException(String message) {
        super(message);
    }

    public StoreRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
