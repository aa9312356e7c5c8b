package io.github.camelajo.example.customaction;

/** An order that can never be carried out, however often it is repeated. */
final class InvalidOrderException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidOrderException(String message) {
        super(message);
    }
}
