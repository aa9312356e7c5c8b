package io.github.camelajo.exception;

/** The resource is in a state that does not allow the call, or has changed since it was read (409, 412). */
public class AjoConflictException extends AjoException {

    private static final long serialVersionUID = 1L;

    public AjoConflictException(String message, ErrorDetails details) {
        super(message, details);
    }

    public AjoConflictException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, cause);
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.CONFLICT;
    }
}
