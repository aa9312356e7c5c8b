package io.github.camelajo.http;

import java.io.IOException;

/** There is no answer. Carries what is needed to tell the user, and to decide whether to try again. */
final class SendException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;
    private final boolean reusedConnection;
    private final boolean deadlinePassed;

    SendException(Exception cause, boolean sent, boolean reusedConnection, boolean deadlinePassed) {
        super(cause);
        this.sent = sent;
        this.reusedConnection = reusedConnection;
        this.deadlinePassed = deadlinePassed;
    }

    /** Whether the request, or a part of it, can have reached the server. */
    boolean isSent() {
        return sent;
    }

    /** Whether the connection had been kept from an earlier call, and may have been dead before this one. */
    boolean isReusedConnection() {
        return reusedConnection;
    }

    /** Whether the call was cut off because it took too long in all. */
    boolean isDeadlinePassed() {
        return deadlinePassed;
    }
}
