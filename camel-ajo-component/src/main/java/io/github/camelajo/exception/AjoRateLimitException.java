package io.github.camelajo.exception;

/** Adobe asks to call less often (429). {@link #getRetryAfter()} tells how long it asks to wait. */
public class AjoRateLimitException extends AjoException {

    private static final long serialVersionUID = 1L;

    public AjoRateLimitException(String message, ErrorDetails details) {
        super(message, details);
    }

    public AjoRateLimitException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, cause);
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.RATE_LIMIT;
    }
}
