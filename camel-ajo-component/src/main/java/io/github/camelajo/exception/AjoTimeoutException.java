package io.github.camelajo.exception;

/**
 * A time limit was exceeded: while connecting (not sent) or while waiting for the answer (sent, so perhaps carried
 * out).
 */
public class AjoTimeoutException extends AjoTransportException {

    private static final long serialVersionUID = 1L;

    public AjoTimeoutException(String message, ErrorDetails details, boolean requestSent, Throwable cause) {
        super(message, details, requestSent, cause);
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.TIMEOUT;
    }
}
