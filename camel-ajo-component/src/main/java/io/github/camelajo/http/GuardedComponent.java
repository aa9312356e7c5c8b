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

    /**
     * A kept connection may have been closed by the server. To find out takes a millisecond, so one that was in use just now is
     * not asked; any other is, as a call that must not be repeated is lost when it turns out too late.
     */
    private static final TimeValue ASK_AFTER = TimeValue.ofMilliseconds(1);

    @Override
    @SuppressWarnings("deprecation") // Camel HTTP hands its TLS settings over in this form.
    protected HttpClientConnectionManager createConnectionManager(
            Registry<ConnectionSocketFactory> registry, int maxTotal, int maxPerRoute, SocketConfig socketConfig) {
        TimeValue timeToLive = TimeValue.ofMilliseconds(getConnectionTimeToLive());
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                registry, PoolConcurrencyPolicy.STRICT, timeToLive, new GuardedConnections());
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setTimeToLive(timeToLive)
                .setValidateAfterInactivity(ASK_AFTER)
                .build());
        connections.setDefaultSocketConfig(socketConfig);
        connections.setMaxTotal(getMaxTotalConnections());
        connections.setDefaultMaxPerRoute(getConnectionsPerRoute());
        return connections;
    }
}
