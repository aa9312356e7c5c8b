package io.github.camelajo.internal.wire;

import java.util.Optional;
import java.util.function.Supplier;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.pool.ConnPoolControl;
import org.apache.hc.core5.pool.PoolStats;

/**
 * Gets the Apache HTTP client from Camel HTTP, so that TLS, proxies and pools are set up as Camel users know it.
 * Camel's own producer is not used: it would forward message headers, follow control headers of the message to another
 * host with our token, and repeat a POST by itself after a 429.
 */
public final class HttpClientProvider extends ServiceSupport {

    /** Connections in addition to those of the calls: for logins and for answers that are still read as a stream. */
    private static final int SPARE_CONNECTIONS = 8;

    /** The client is used for any host. The address only tells it to set up TLS. */
    private static final String ANY_HTTPS = "https://platform.adobe.io";

    private final CamelContext camelContext;
    private final HttpComponent settings;
    private final Customizer customizer;
    private final int maxConcurrentRequests;
    private final Supplier<HardenedHttpComponent> components;
    private HardenedHttpComponent component;
    private HttpEndpoint endpoint;
    private boolean configured;

    /**
     * @param settings   a component of the user's whose TLS, proxy and listener settings are taken over, or {@code null}
     * @param customizer sets up the private component further, or {@code null}
     */
    public HttpClientProvider(
            CamelContext camelContext, HttpComponent settings, Customizer customizer, int maxConcurrentRequests) {
        this(camelContext, settings, customizer, maxConcurrentRequests, HardenedHttpComponent::new);
    }

    /** For tests that play a version of Camel HTTP which does not ask the component for its connections. */
    HttpClientProvider(
            CamelContext camelContext,
            HttpComponent settings,
            Customizer customizer,
            int maxConcurrentRequests,
            Supplier<HardenedHttpComponent> components) {
        this.camelContext = camelContext;
        this.settings = settings;
        this.customizer = customizer;
        this.maxConcurrentRequests = maxConcurrentRequests;
        this.components = components;
    }

    /** Changes settings of the private HTTP component before it is hardened and started. */
    @FunctionalInterface
    public interface Customizer {
        void customize(HttpComponent component);
    }

    @Override
    protected void doStart() throws Exception {
        // Not registered with the context, so nobody else can use, change or find it.
        component = components.get();
        component.setCamelContext(camelContext);
        if (settings != null) {
            takeOver(settings);
        }
        if (customizer != null) {
            customizer.customize(component);
        }
        harden();
        ServiceHelper.startService(component);
        endpoint = (HttpEndpoint) component.createEndpoint(ANY_HTTPS);
        ServiceHelper.startService(endpoint);
        requireGuard();
    }

    /** Without the guard one call could receive the answer of another, so nothing is sent then. */
    private void requireGuard() {
        endpoint.getHttpClient();
        if (!configured || !component.guards(endpoint.getClientConnectionManager())) {
            String camel = camelContext.getVersion();
            doStop();
            throw new IllegalStateException("The ajo component does not start: Camel HTTP " + camel
                    + " did not take over the guard of its connections. Without the guard, an answer could go to the wrong"
                    + " call. Use a version of Camel that the compatibility page of camel-ajo names.");
        }
    }

    private void takeOver(HttpComponent from) {
        component.setSslContextParameters(from.getSslContextParameters());
        component.setUseGlobalSslContextParameters(from.isUseGlobalSslContextParameters());
        component.setX509HostnameVerifier(from.getX509HostnameVerifier());
        component.setHttpClientConfigurer(from.getHttpClientConfigurer());
        component.setHttpActivityListener(from.getHttpActivityListener());
        component.setUseSystemProperties(from.isUseSystemProperties());
        component.setConnectionTimeToLive(from.getConnectionTimeToLive());
        component.setProxyHost(from.getProxyHost());
        component.setProxyPort(from.getProxyPort());
        component.setProxyAuthScheme(from.getProxyAuthScheme());
        component.setProxyAuthMethod(from.getProxyAuthMethod());
        component.setProxyAuthUsername(from.getProxyAuthUsername());
        component.setProxyAuthPassword(from.getProxyAuthPassword());
        component.setProxyAuthHost(from.getProxyAuthHost());
        component.setProxyAuthPort(from.getProxyAuthPort());
        component.setProxyAuthDomain(from.getProxyAuthDomain());
        component.setProxyAuthNtHost(from.getProxyAuthNtHost());
        component.setNonProxyHosts(from.getNonProxyHosts());
    }

    private void harden() {
        // The catalogue decides on repeats, not the client. A redirect would take the token to another host.
        component.setAutomaticRetriesDisabled(true);
        component.setRedirectHandlingDisabled(true);
        component.setFollowRedirects(false);
        component.setCookieManagementDisabled(true);
        component.setAuthCachingDisabled(true);
        component.setConnectionStateDisabled(true);
        // All calls go to one host.
        component.setConnectionsPerRoute(maxConcurrentRequests + SPARE_CONNECTIONS);
        component.setMaxTotalConnections(maxConcurrentRequests + 2 * SPARE_CONNECTIONS);
        HttpClientConfigurer others = component.getHttpClientConfigurer();
        component.setHttpClientConfigurer(builder -> {
            if (others != null) {
                others.configureHttpClient(builder);
            }
            // Set again, because a configurer of the application may have replaced the connections.
            builder.setConnectionManager(endpoint.getClientConnectionManager());
            builder.addExecInterceptorLast("camel-ajo-sent", new BeforeSendHandler());
            configured = true;
        });
    }

    /** The client. It stays the same until this service stops. */
    public HttpClient client() {
        return endpoint.getHttpClient();
    }

    /** The connections of the client now. */
    public Connections connections() {
        HttpEndpoint current = endpoint;
        // Camel's own connection manager is of this class, and an application cannot replace it.
        if (current != null && current.getClientConnectionManager() instanceof ConnPoolControl<?> pool) {
            PoolStats stats = pool.getTotalStats();
            return new Connections(stats.getLeased(), stats.getAvailable(), stats.getPending());
        }
        return Connections.NONE;
    }

    /** The pool of the connections; none while this service is not started. */
    public Optional<ConnPoolControl<HttpRoute>> pool() {
        HttpEndpoint current = endpoint;
        return current != null
                        && current.getClientConnectionManager() instanceof PoolingHttpClientConnectionManager pool
                ? Optional.of(pool)
                : Optional.empty();
    }

    /** A kept connection turned out to be closed, so the others are checked before they are used again. */
    void distrustKept() {
        HardenedHttpComponent current = component;
        if (current != null) {
            current.distrustKept();
        }
    }

    @Override
    protected void doStop() {
        configured = false;
        ServiceHelper.stopAndShutdownServices(endpoint, component);
        endpoint = null;
        component = null;
    }
}
