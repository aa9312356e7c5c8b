package io.github.camelajo.internal.wire;

import java.io.IOException;

import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;

/** Sends a request once, and takes only the answer of the server it was meant for. */
public final class Sending {

    private Sending() {}

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
                if (!SentMarker.wasSent(context)) {
                    // A proxy's answer must not look as if it were the server's.
                    int status = response.getCode();
                    AjoResponse.drop(response);
                    throw new ProxyRefusalException(status);
                }
                return response;
            } catch (GuardedConnections.SpoiltConnectionException e) {
                // That connection is closed, and nothing was sent: the next one, until there is a new one.
                SentMarker.forget(context);
            }
        }
    }
}
