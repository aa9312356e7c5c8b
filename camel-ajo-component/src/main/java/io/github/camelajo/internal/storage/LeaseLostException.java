package io.github.camelajo.internal.storage;

import io.github.camelajo.spi.StoreException;

/**
 * The source belongs to another owner now, or an operator has moved its position. Nothing was written, and the poll has
 * to end.
 */
public class LeaseLostException extends StoreException {

    private static final long serialVersionUID = 1L;

    public LeaseLostException(String message) {
        super(message);
    }
}
