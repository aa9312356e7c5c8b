package io.github.camelajo.internal.answer;

import java.io.IOException;

/**
 * Thrown for a successful answer whose body cannot be used. The message gives the reason and does not quote the body.
 */
public final class UnusableAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnusableAnswerException(String message) {
        super(message);
    }
}
