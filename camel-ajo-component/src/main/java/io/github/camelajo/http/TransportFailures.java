package io.github.camelajo.http;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Puts the exceptions of the network into words. */
final class TransportFailures {

    private TransportFailures() {}

    static boolean isTimeout(Throwable cause) {
        return cause instanceof SocketTimeoutException || cause instanceof ConnectionRequestTimeoutException;
    }

    static String describe(Throwable cause, boolean deadlinePassed) {
        if (deadlinePassed) {
            return "the time for the whole call is over (requestTimeout)";
        }
        if (cause instanceof ConnectionRequestTimeoutException) {
            return "no connection became free in time (all are in use; answers read as a stream hold theirs until they are read)";
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
        if (cause instanceof ConnectException) {
            return "the connection was refused or the host cannot be reached; check baseUrl and proxy";
        }
        if (cause instanceof SSLException) {
            return "TLS failed (" + cause.getMessage() + "); check the trust store and proxies that open TLS";
        }
        if (cause instanceof NoHttpResponseException) {
            return "the connection was closed without an answer";
        }
        if (cause instanceof InterruptedIOException) {
            return "the call was interrupted";
        }
        return "the connection broke (" + cause.getClass().getSimpleName() + ")";
    }
}
