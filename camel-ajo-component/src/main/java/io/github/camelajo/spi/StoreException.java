package io.github.camelajo.spi;

/**
 * The storage could not do its work, such as a database that is away. Nothing was changed unless the message says that the
 * outcome is not known. The same call may succeed later.
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
