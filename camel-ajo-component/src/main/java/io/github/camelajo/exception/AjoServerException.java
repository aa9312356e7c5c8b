package io.github.camelajo.exception;

/** Adobe could not answer (5xx). */
public class AjoServerException extends AjoException {

    private static final long serialVersionUID = 1L;

    public AjoServerException(String message, ErrorDetails details) {
        super(message, details);
    }

    public AjoServerException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, cause);
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.SERVER;
    }
}
