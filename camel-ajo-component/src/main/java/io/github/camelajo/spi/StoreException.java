package io.github.camelajo.spi;

/**
 * The storage failed, for example because a database is unreachable. Nothing was changed unless the message says that
 * the outcome is unknown. The same call may succeed later.
 */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
