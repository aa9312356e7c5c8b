package io.github.camelajo.http;

import java.io.IOException;

/** A success whose body cannot be used; the message says why, without quoting it. */
final class UnusableAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    UnusableAnswerException(String message) {
        super(message);
    }
}
