package io.github.camelajo.http;

import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;

/** Camel's HTTP component, with TLS and proxies set up by Camel and connections that trust the server with less. */
final class GuardedComponent extends HttpComponent {

    private final GuardedConnections guarded = new GuardedConnections();

    /** A kept connection has turned out closed. */
    void distrustKept() {
        guarded.distrustKept();
    }

    @Override
    @SuppressWarnings("deprecation") // Camel HTTP hands its TLS settings over in this form.
    protected HttpClientConnectionManager createConnectionManager(
            Registry<ConnectionSocketFactory> registry, int maxTotal, int maxPerRoute, SocketConfig socketConfig) {
        TimeValue timeToLive = TimeValue.ofMilliseconds(getConnectionTimeToLive());
        PoolingHttpClientConnectionManager connections =
                new PoolingHttpClientConnectionManager(registry, PoolConcurrencyPolicy.STRICT, timeToLive, guarded);
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setTimeToLive(timeToLive)
                // Connections look after themselves, and more sparingly.
                .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                .build());
        connections.setDefaultSocketConfig(socketConfig);
        connections.setMaxTotal(getMaxTotalConnections());
        connections.setDefaultMaxPerRoute(getConnectionsPerRoute());
        return connections;
    }
}
