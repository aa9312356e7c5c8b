package io.github.camelajo.example.springboot;

import java.util.Map;

/** A caller sent something wrong. Says nothing of what it was, as that can be personal data. */
class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> errors;

    /** @param errors reasons by field */
    InvalidRequestException(String message, Map<String, String> errors) {
        super(message);
        this.errors = Map.copyOf(errors);
    }

    Map<String, String> errors() {
        return errors;
    }
}
