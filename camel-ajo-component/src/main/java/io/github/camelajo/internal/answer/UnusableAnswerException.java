package io.github.camelajo.internal.answer;

import java.io.IOException;

/** A success whose body cannot be used; the message says why, without quoting it. */
public final class UnusableAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnusableAnswerException(String message) {
        super(message);
    }
}
