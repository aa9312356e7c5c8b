package io.github.camelajo.spi;

/**
 * The storage refuses, and will refuse again until somebody has acted: a source whose scope has changed, items without a
 * position, tables of a newer release. The message names the way out.
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
