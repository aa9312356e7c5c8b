package io.github.camelajo.internal.wire;

import java.io.IOException;

import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;

/**
 * Runs one exchange on a usable connection. A kept connection with left-over bytes is replaced before anything is sent,
 * and the answer of a proxy is never taken for that of the server.
 */
public final class ConnectionRetry {

    private ConnectionRetry() {}

    /** A proxy refused to forward a request. The request was not sent. */
    public static final class ProxyRefusalException extends IOException {

        private static final long serialVersionUID = 1L;

        public ProxyRefusalException(int status) {
            super("the proxy refuses the connection (HTTP " + status + "); check its login and its rules");
        }
    }

    static ClassicHttpResponse open(
            HttpClient client, HttpHost host, HttpUriRequestBase request, HttpClientContext context)
            throws IOException {
        while (true) {
            try {
                ClassicHttpResponse response = client.executeOpen(host, request, context);
                if (!BeforeSendHandler.wasSent(context)) {
                    // The answer of a proxy must not look like that of the server.
                    int status = response.getCode();
                    AjoResponse.drop(response);
                    throw new ProxyRefusalException(status);
                }
                return response;
            } catch (HardenedConnections.SpoiltConnectionException e) {
                // That connection is closed, and nothing was sent. The next one is tried, until there is a new one.
                BeforeSendHandler.forget(context);
            }
        }
    }
}
