package io.github.camelajo.exception;

/** The request is wrong: refused before it was sent (status 0), or by Adobe (400, 413, 415, 422 ...). */
public class AjoValidationException extends AjoException {

    private static final long serialVersionUID = 1L;

    public AjoValidationException(String message, ErrorDetails details) {
        super(message, details);
    }

    public AjoValidationException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, cause);
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.VALIDATION;
    }
}
