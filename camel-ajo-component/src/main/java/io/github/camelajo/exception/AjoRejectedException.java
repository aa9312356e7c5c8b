package io.github.camelajo.exception;

/** The call was not made: too many calls are waiting, or the component is stopping. Nothing was sent. */
public class AjoRejectedException extends AjoException {

    private static final long serialVersionUID = 1L;

    public AjoRejectedException(String message, ErrorDetails details) {
        super(message, details);
    }

    public AjoRejectedException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, cause);
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.REJECTED;
    }
}
