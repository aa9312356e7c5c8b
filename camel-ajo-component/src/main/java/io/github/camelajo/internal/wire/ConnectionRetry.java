package io.github.camelajo.internal.wire;

import java.io.IOException;

import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;

/**
 * Opens one exchange on a connection that is fit for it. A kept connection with bytes left on it is replaced before anything is
 * sent, and a proxy's answer is never taken for the server's.
 */
public final class ConnectionRetry {

    private ConnectionRetry() {}

    /** A proxy did not let a request through. It has not been sent. */
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
                    // A proxy's answer must not look as if it were the server's.
                    int status = response.getCode();
                    AjoResponse.drop(response);
                    throw new ProxyRefusalException(status);
                }
                return response;
            } catch (HardenedConnections.SpoiltConnectionException e) {
                // That connection is closed, and nothing was sent: the next one, until there is a new one.
                BeforeSendHandler.forget(context);
            }
        }
    }
}
