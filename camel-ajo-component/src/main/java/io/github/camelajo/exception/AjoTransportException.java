package io.github.camelajo.exception;

/**
 * The connection failed, so there is no answer. {@link #isRequestSent()} tells whether Adobe may have received the
 * call.
 */
public class AjoTransportException extends AjoException {

    private static final long serialVersionUID = 1L;

    private final boolean requestSent;

    public AjoTransportException(String message, ErrorDetails details, boolean requestSent, Throwable cause) {
        super(message, details, cause);
        this.requestSent = requestSent;
    }

    /**
     * {@code false}: the request cannot have reached Adobe, repeating it is safe. {@code true}: at least a part of it left,
     * so Adobe may have carried it out.
     */
    public boolean isRequestSent() {
        return requestSent;
    }

    @Override
    public FailureKind getKind() {
        return FailureKind.NETWORK;
    }
}
