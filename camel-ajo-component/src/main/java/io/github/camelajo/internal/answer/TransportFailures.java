package io.github.camelajo.internal.answer;

import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

import io.github.camelajo.internal.wire.ConnectionRetry;
import io.github.camelajo.internal.wire.Deadline;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Describes the exceptions of the network in plain words. */
public final class TransportFailures {

    private TransportFailures() {}

    public static boolean isTimeout(Throwable cause) {
        return cause instanceof SocketTimeoutException || cause instanceof ConnectionRequestTimeoutException;
    }

    /** The cause to attach to an exception, unless it quotes bytes from the connection: those can be anything. */
    static Throwable withoutQuotes(Throwable cause) {
        return isNotHttp(cause) ? null : cause;
    }

    private static boolean isNotHttp(Throwable cause) {
        return cause instanceof ClientProtocolException
                || cause instanceof MalformedChunkCodingException
                || cause instanceof MessageConstraintException;
    }

    static String describe(Throwable cause, Deadline.End cutOff) {
        if (cutOff == Deadline.End.TIME_IS_UP) {
            return "the time limit of the whole call was exceeded (requestTimeout)";
        }
        if (cutOff == Deadline.End.COMPONENT_STOPS) {
            return "it was cut off because the ajo component is stopping";
        }
        if (cause instanceof ConnectionRequestTimeoutException) {
            return "no connection became free in time (all are in use; an answer read as a stream holds its connection until it is read)";
        }
        if (cause instanceof ConnectTimeoutException) {
            return "no connection within the time limit (connectTimeout)";
        }
        if (cause instanceof SocketTimeoutException) {
            return "no answer within the time limit (responseTimeout)";
        }
        if (cause instanceof UnknownHostException) {
            return "the host name cannot be resolved; check baseUrl, DNS and proxy";
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return "the connection was refused or the host cannot be reached; check baseUrl and proxy";
        }
        if (cause instanceof SSLException) {
            return "the TLS connection failed (" + cause.getMessage()
                    + "); check the trust store and proxies that open TLS";
        }
        if (cause instanceof NoHttpResponseException) {
            return "the connection was closed without an answer";
        }
        if (cause instanceof ConnectionClosedException
                || cause instanceof TruncatedChunkException
                || cause instanceof EOFException) {
            return "the connection was closed in the middle of the answer";
        }
        if (cause instanceof ConnectionRetry.ProxyRefusalException) {
            return cause.getMessage();
        }
        if (isNotHttp(cause)) {
            return "the answer is not proper HTTP (" + kind(cause) + ")";
        }
        if (cause instanceof InterruptedIOException) {
            return "the call was interrupted";
        }
        return "the connection broke (" + cause.getClass().getSimpleName() + ")";
    }

    private static String kind(Throwable cause) {
        Throwable kind = cause.getCause() == null ? cause : cause.getCause();
        return kind.getClass().getSimpleName();
    }
}
