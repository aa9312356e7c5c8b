package io.github.camelajo.exception;

/** The resource does not exist in the sandbox (404). */
public class AjoNotFoundException extends AjoException {

    private static final long serialVersionUID = 1L;

    public AjoNotFoundException(String message, ErrorDetails details) {
        super(message, details);
    }

    public AjoNotFoundException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, cause);
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.NOT_FOUND;
    }
}
