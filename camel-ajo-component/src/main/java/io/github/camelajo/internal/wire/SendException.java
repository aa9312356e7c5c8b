package io.github.camelajo.internal.wire;

import java.io.IOException;

/** Thrown when there is no answer. Carries what is needed to inform the user and to decide on a repeat. */
public final class SendException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;
    private final boolean reusedConnection;
    private final Deadline.End cutOff;
    private final String requestId;

    /**
     * @param cutOff    why the call was cut off, {@code null} when it was not
     * @param requestId the one that left with the request, {@code null} for none
     */
    public SendException(
            Exception cause, boolean sent, boolean reusedConnection, Deadline.End cutOff, String requestId) {
        super(cause);
        this.sent = sent;
        this.reusedConnection = reusedConnection;
        this.cutOff = cutOff;
        this.requestId = requestId;
    }

    /** Whether the request, or a part of it, may have reached the server. */
    public boolean isSent() {
        return sent;
    }

    /** Whether the connection was kept from an earlier call and so may have been dead already. */
    public boolean isReusedConnection() {
        return reusedConnection;
    }

    /** The id that was sent with the request; {@code null} for none. */
    public String requestId() {
        return requestId;
    }

    /** Why the call was cut off, {@code null} when it was not. */
    public Deadline.End cutOff() {
        return cutOff;
    }
}
