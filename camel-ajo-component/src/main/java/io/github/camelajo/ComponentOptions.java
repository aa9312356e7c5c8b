package io.github.camelajo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.spi.OutboxStore;
import org.apache.camel.CamelContext;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The options of a component. */
abstract class ComponentOptions extends HealthCheckComponent implements SSLContextParametersAware {

    @Metadata(label = "advanced")
    private AjoConfiguration configuration = new AjoConfiguration();

    @Metadata(label = "advanced")
    private String inheritFrom;

    @Metadata(label = "advanced", javaType = "java.time.Duration", defaultValue = "10000")
    private long connectTimeout = 10_000;

    @Metadata(label = "advanced", defaultValue = "200")
    private int maxConcurrentRequests = 200;

    @Metadata(label = "advanced", defaultValue = "10000")
    private int maxQueuedRequests = 10_000;

    @Metadata(label = "event", defaultValue = "50")
    private int maxConcurrentEventRequests = 50;

    @Metadata(label = "security", defaultValue = "false")
    private boolean productionGuard;

    @Metadata(label = "security")
    private String allowedHosts;

    @Metadata(label = "security", defaultValue = "false")
    private boolean allowInsecureHttp;

    @Metadata(label = "security")
    private boolean useGlobalSslContextParameters;

    @Metadata(label = "security")
    private SSLContextParameters sslContextParameters;

    @Metadata(label = "advanced")
    private HttpComponent httpComponent;

    @Metadata(label = "advanced")
    private ObjectMapper objectMapper;

    @Metadata(label = "advanced", defaultValue = "false")
    private boolean autoDiscoverObjectMapper;

    @Metadata(label = "security,advanced", defaultValue = "false")
    private boolean tokenOnStart;

    @Metadata(label = "advanced", defaultValue = "none", enums = "none,micrometer,opentelemetry")
    private String httpMeters = "none";

    @Metadata(label = "advanced", defaultValue = "false")
    private boolean traceContext;

    @Metadata(label = "health", defaultValue = "false")
    private boolean healthCheckProbe;

    @Metadata(label = "outbox", autowired = true)
    private OutboxStore outboxStore;

    ComponentOptions(CamelContext context) {
        super(context);
    }

    /** An option has changed that decides how JSON is read and written. */
    abstract void mapperChanged();

    /** The TLS settings that were given to this component; {@code null} for none. */
    SSLContextParameters ownSslContextParameters() {
        return sslContextParameters == null ? retrieveGlobalSslContextParameters() : sslContextParameters;
    }

    public AjoConfiguration getConfiguration() {
        return configuration;
    }

    /**
     * The options that endpoints start from, as one object. Each of them can also be set on the component by its own
     * name.
     */
    public void setConfiguration(AjoConfiguration configuration) {
        this.configuration = configuration;
    }

    public String getInheritFrom() {
        return inheritFrom;
    }

    /**
     * Name of another ajo component to take missing credentials, organization, scopes, addresses and sandbox from. A
     * component with its own clientId takes none of these. TLS and proxy settings and productionGuard are taken as
     * well. Kamelets inherit from the component ajo.
     */
    public void setInheritFrom(String inheritFrom) {
        this.inheritFrom = inheritFrom;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    /**
     * Longest time to wait for a connection, including TLS. In milliseconds, or with a unit as in 5s. The default is
     * 10 seconds.
     */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    @ManagedAttribute(description = "Calls that may be made at a time")
    public int getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    /**
     * Maximum number of calls that the component makes at the same time, over all routes. Further calls wait in a
     * queue without holding a thread.
     */
    public void setMaxConcurrentRequests(int maxConcurrentRequests) {
        this.maxConcurrentRequests = maxConcurrentRequests;
    }

    @ManagedAttribute(description = "Calls that may wait for a thread")
    public int getMaxQueuedRequests() {
        return maxQueuedRequests;
    }

    /**
     * Maximum number of calls that wait in the queue. Further calls are rejected, and nothing of them is sent.
     */
    public void setMaxQueuedRequests(int maxQueuedRequests) {
        this.maxQueuedRequests = maxQueuedRequests;
    }

    @ManagedAttribute(description = "Requests with events that may be made at a time")
    public int getMaxConcurrentEventRequests() {
        return maxConcurrentEventRequests;
    }

    /**
     * Maximum number of requests with events that the component makes at the same time, over all routes. They have
     * their own connections, in addition to those of maxConcurrentRequests. Further requests wait in their own queue,
     * whose length is maxQueuedRequests.
     */
    public void setMaxConcurrentEventRequests(int maxConcurrentEventRequests) {
        this.maxConcurrentEventRequests = maxConcurrentEventRequests;
    }

    public OutboxStore getOutboxStore() {
        return outboxStore;
    }

    /**
     * Stores the items of all outboxes that have no store of their own. Without one, items are in memory and lost at a
     * restart. The module camel-ajo-store has an implementation for databases.
     */
    public void setOutboxStore(OutboxStore outboxStore) {
        this.outboxStore = outboxStore;
    }

    public boolean isProductionGuard() {
        return productionGuard;
    }

    /**
     * Whether to refuse operations that remove something on production sandboxes. The component asks Adobe once for
     * each sandbox whether it is a production sandbox; if it cannot find out, it refuses the operation as well.
     */
    public void setProductionGuard(boolean productionGuard) {
        this.productionGuard = productionGuard;
    }

    public String getAllowedHosts() {
        return allowedHosts;
    }

    /**
     * Further hosts that raw requests may go to, separated by commas. The access token is sent to them, so name only
     * hosts of Adobe or your own gateways. Example: https://cjm.adobe.io.
     */
    public void setAllowedHosts(String allowedHosts) {
        this.allowedHosts = allowedHosts;
    }

    public boolean isAllowInsecureHttp() {
        return allowInsecureHttp;
    }

    /**
     * Whether http is allowed for hosts other than this machine. Tokens and data are then sent without encryption; use
     * it only for a gateway inside a protected network.
     */
    public void setAllowInsecureHttp(boolean allowInsecureHttp) {
        this.allowInsecureHttp = allowInsecureHttp;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /**
     * Whether to use the TLS settings of the CamelContext if the option sslContextParameters is not set.
     */
    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /**
     * TLS settings of the connections to Adobe, for example a trust store for a proxy that inspects TLS. Without it
     * the settings of the JVM apply.
     */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public HttpComponent getHttpComponent() {
        return httpComponent;
    }

    /**
     * Camel HTTP component whose TLS, proxy and listener settings are used. Its retries, redirects, cookies and pool
     * sizes are not.
     */
    public void setHttpComponent(HttpComponent httpComponent) {
        this.httpComponent = httpComponent;
    }

    public ObjectMapper getObjectMapper() {
        return objectMapper;
    }

    /**
     * Jackson ObjectMapper that reads and writes JSON, in place of the one of Camel Jackson.
     */
    public void setObjectMapper(ObjectMapper objectMapper) {
        this.objectMapper = objectMapper;
        mapperChanged();
    }

    public boolean isAutoDiscoverObjectMapper() {
        return autoDiscoverObjectMapper;
    }

    /**
     * Whether to use the ObjectMapper of the registry if there is exactly one and the option objectMapper is not set.
     */
    public void setAutoDiscoverObjectMapper(boolean autoDiscoverObjectMapper) {
        this.autoDiscoverObjectMapper = autoDiscoverObjectMapper;
        mapperChanged();
    }

    public boolean isTokenOnStart() {
        return tokenOnStart;
    }

    /**
     * Whether to request a token when a route starts, so that wrong credentials show before the first message.
     */
    public void setTokenOnStart(boolean tokenOnStart) {
        this.tokenOnStart = tokenOnStart;
    }

    public String getHttpMeters() {
        return httpMeters;
    }

    /**
     * Whether to measure single requests too, in addition to ajo.calls, as histograms with common names: micrometer
     * (http.client.requests, as Spring's clients) or opentelemetry (http.client.request.duration). Both also measure
     * the connection pool as Micrometer measures those of Apache clients. Needs Micrometer.
     */
    public void setHttpMeters(String httpMeters) {
        this.httpMeters = httpMeters;
    }

    public boolean isTraceContext() {
        return traceContext;
    }

    /**
     * Whether calls to Adobe carry the trace context of the application, in the header traceparent or in whatever its
     * propagator writes. Each request has its own span. Needs camel-opentelemetry2; token requests carry no trace
     * context.
     */
    public void setTraceContext(boolean traceContext) {
        this.traceContext = traceContext;
    }

    public boolean isHealthCheckProbe() {
        return healthCheckProbe;
    }

    /**
     * Whether the health check makes its own call, at most every 30 seconds, in place of judging by the calls of the
     * routes. It reads one journey, so the credential needs the permission to view journeys.
     */
    public void setHealthCheckProbe(boolean healthCheckProbe) {
        this.healthCheckProbe = healthCheckProbe;
    }
}
