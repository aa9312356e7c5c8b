package io.github.camelajo.internal.wire;

import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;

/**
 * Camel's HTTP component, with TLS and proxies as Camel sets them up and with connections that trust the server less.
 *
 * <p>The method that makes the connections has one signature in Camel 4.18 and another in 4.22. Both are here, and
 * {@link #guards} tells whether Camel called one of them: a further signature must not go unnoticed.
 */
class HardenedHttpComponent extends HttpComponent {

    private final HardenedConnections guarded = new HardenedConnections();
    private volatile HttpClientConnectionManager made;

    /** Whether the connections were created here, so that the guard is in place. */
    final boolean guards(HttpClientConnectionManager connections) {
        return connections != null && connections == made;
    }

    /** A kept connection turned out to be closed. */
    void distrustKept() {
        guarded.distrustKept();
    }

    /** Called by Camel 4.18. Not marked as an override, because 4.22 does not have it. */
    @SuppressWarnings({"deprecation", "MissingOverride"}) // Camel HTTP hands its TLS settings over in this form.
    protected HttpClientConnectionManager createConnectionManager(
            Registry<ConnectionSocketFactory> registry, int maxTotal, int maxPerRoute, SocketConfig socketConfig) {
        PoolingHttpClientConnectionManager connections =
                new PoolingHttpClientConnectionManager(registry, PoolConcurrencyPolicy.STRICT, timeToLive(), guarded);
        connections.setDefaultConnectionConfig(connectionConfig());
        connections.setDefaultSocketConfig(socketConfig);
        connections.setMaxTotal(getMaxTotalConnections());
        connections.setDefaultMaxPerRoute(getConnectionsPerRoute());
        made = connections;
        return connections;
    }

    /** The same for Camel 4.22. Not marked as an override, because 4.18 does not have it. */
    @SuppressWarnings("MissingOverride")
    protected HttpClientConnectionManager createConnectionManager(
            TlsSocketStrategy tls, int maxTotal, int maxPerRoute, SocketConfig socketConfig) {
        HttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(tls)
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setConnectionFactory(guarded)
                .setDefaultConnectionConfig(connectionConfig())
                .setDefaultSocketConfig(socketConfig)
                .setMaxConnTotal(getMaxTotalConnections())
                .setMaxConnPerRoute(getConnectionsPerRoute())
                .build();
        made = connections;
        return connections;
    }

    private TimeValue timeToLive() {
        return TimeValue.ofMilliseconds(getConnectionTimeToLive());
    }

    private ConnectionConfig connectionConfig() {
        return ConnectionConfig.custom()
                .setTimeToLive(timeToLive())
                // The connections check themselves, and less often.
                .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                .build();
    }
}
