package io.github.camelajo.exception;

/** The answer cannot be used: it has another format than announced, is cut off, or is too large. */
public class AjoInvalidResponseException extends AjoException {

    private static final long serialVersionUID = 1L;

    public AjoInvalidResponseException(String message, ErrorDetails details) {
        super(message, details);
    }

    public AjoInvalidResponseException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, cause);
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.INVALID_RESPONSE;
    }
}
