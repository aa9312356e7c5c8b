package io.github.camelajo;

import java.io.Closeable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.event.ValidationGuard;
import io.github.camelajo.internal.flow.ProductionCheck;
import io.github.camelajo.internal.observe.Observation;
import io.github.camelajo.internal.observe.OutboxView;
import io.github.camelajo.internal.observe.SourceView;
import io.github.camelajo.internal.request.BaseUrl;
import io.github.camelajo.internal.request.RequestBodies;
import io.github.camelajo.internal.state.MemoryOutboxStore;
import io.github.camelajo.internal.state.MemorySourceState;
import io.github.camelajo.internal.token.AccessTokenManagerRegistry;
import io.github.camelajo.spi.ClientSecretSupplier;
import io.github.camelajo.spi.OutboxStore;
import io.github.camelajo.spi.SourceState;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;

/** Calls Adobe Journey Optimizer: {@code ajo:capping?operation=create}. */
@ManagedResource(description = "Managed AJO component")
@Component("ajo")
public class AjoComponent extends HealthCheckComponent implements SSLContextParametersAware {

    /** Options of other clients for credentials that Adobe has ended. */
    private static final Set<String> JWT_OPTIONS = Set.of(
            "jwt", "jwtToken", "privateKey", "privateKeyFile", "technicalAccountId", "metaScopes", "imsExchange");

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

    private final ObservedComponent observed = new ObservedComponent(this);
    private final Observation observation = new Observation(observed);
    private final SourceState memoryState = new MemorySourceState();
    private final Inheritance inheritance = new Inheritance(this);
    private SourceState foundState;
    private final OutboxStore memoryOutbox = new MemoryOutboxStore();
    private final OutboxLanes outboxLanes = new OutboxLanes();
    private final JsonTools json = new JsonTools(this);
    private AjoTransport transport;
    private AjoTransport.Settings transportSettings;
    // Made when the first endpoint for events starts: most applications send none.
    private AjoTransport eventTransport;
    private final ReentrantLock eventLock = new ReentrantLock();
    private ValidationGuard validationGuard;
    private ProductionCheck productionCheck;

    public AjoComponent() {
        this(null);
    }

    public AjoComponent(CamelContext context) {
        super(context);
        registerExtension(observation);
    }

    @Override
    public PropertyConfigurer getComponentPropertyConfigurer() {
        return new CheckedConfigurer();
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        refuseJwt(parameters.keySet());
        AjoConfiguration copy = effectiveConfiguration().copy();
        copy.setApi(remaining);
        if (parameters.containsKey("clientSecret")) {
            // A secret is for its client id: that of the component is for another one.
            copy.setClientSecretSupplier(null);
        }
        Map<String, Object> extra = PropertiesHelper.extractProperties(parameters, EndpointOptions.PARAMETER_PREFIX);
        copy.getParameters().putAll(extra);
        Set<String> fromUri = new TreeSet<>(parameters.keySet());
        extra.keySet().forEach(name -> fromUri.add(EndpointOptions.PARAMETER_PREFIX + name));
        Map<String, Object> multiValued = EndpointOptions.takeMultiValued(parameters);

        // What Camel sets it takes out of the map.
        Map<String, Object> written = new LinkedHashMap<>(parameters);
        OptionLimits.checkWrittenNumbers(written);
        WrittenOptions.checkChoices(getEndpointPropertyConfigurer(), written);
        AjoEndpoint endpoint = new AjoEndpoint(uri, this, copy);
        setProperties(endpoint, parameters);
        // Whatever is left is not an option of the endpoint.
        WrittenOptions.refuseUnknown(
                parameters.keySet(), new AjoEndpointUriFactory().propertyNames(), written.keySet());
        OptionLimits.checkWrittenTimes(written, copy);
        EndpointOptions options = new EndpointOptions(endpoint, fromUri, multiValued);
        // Now rather than at the first message: a wrong URI shall not wait for traffic.
        options.check();
        copy.setIfMatch(options.ifMatch());
        endpoint.use(options);
        return endpoint;
    }

    private static void refuseJwt(Set<String> options) {
        for (String option : options) {
            if (JWT_OPTIONS.contains(option)) {
                throw new IllegalArgumentException(
                        "The option " + option + " belongs to JWT (Service Account) credentials, which Adobe "
                                + "has ended. Create an OAuth Server-to-Server credential in the Adobe Developer Console and set clientId, "
                                + "clientSecret, organizationId and scopes");
            }
        }
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (isAutowiredEnabled()
                && !inheritance.takesOver()
                && configuration.getClientSecret() == null
                && configuration.getClientSecretSupplier() == null) {
            // None when there are several, as Camel does. Not by Camel, which would take a supplier of anything.
            configuration.setClientSecretSupplier(
                    getCamelContext().getRegistry().findSingleByType(ClientSecretSupplier.class));
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        foundState = isAutowiredEnabled() ? getCamelContext().getRegistry().findSingleByType(SourceState.class) : null;
        OptionLimits.checkNumber("maxConcurrentRequests", maxConcurrentRequests, 1);
        OptionLimits.checkNumber("maxConcurrentEventRequests", maxConcurrentEventRequests, 1);
        OptionLimits.checkNumber("maxQueuedRequests", maxQueuedRequests, 0);
        OptionLimits.checkTime("connectTimeout", connectTimeout, 1);
        OptionLimits.checkChoice("httpMeters", httpMeters, List.of("none", "micrometer", "opentelemetry"));
        SSLContextParameters ssl = effectiveSslContextParameters();
        transportSettings = new AjoTransport.Settings(
                effectiveHttpComponent(),
                ssl == null ? null : http -> http.setSslContextParameters(ssl),
                maxConcurrentRequests,
                maxQueuedRequests);
        transport = new AjoTransport(getCamelContext(), json.mapper(), transportSettings);
        validationGuard = new ValidationGuard(InstantSource.system());
        productionCheck = new ProductionCheck();
        ServiceHelper.startService(transport);
        observation.start();
    }

    @Override
    protected void doStop() throws Exception {
        // Camel does not stop the endpoints of a component that is removed. Before the transport: while they hold a
        // token, those of another component that shares it would go on asking for it over this transport.
        endpointsInUse().forEach(AjoEndpoint::release);
        eventLock.lock();
        try {
            ServiceHelper.stopService(eventTransport);
            eventTransport = null;
        } finally {
            eventLock.unlock();
        }
        if (transport != null) {
            AccessTokenManagerRegistry.forget(getCamelContext(), transport.tokenTransport(connectTimeoutDuration()));
        }
        ServiceHelper.stopService(transport);
        observation.stop();
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        json.shutdown();
        super.doShutdown();
    }

    /** The options that endpoints start from, with what this component takes over from another one. */
    AjoConfiguration effectiveConfiguration() {
        return inheritance.configuration();
    }

    /** Where the secrets of its endpoints stand, which may change while routes run. */
    AjoConfiguration secrets() {
        return inheritance.secrets();
    }

    /** The name of the component that {@link #secrets()} are from. */
    String nameOfSecrets() {
        return inheritance.nameOfSecrets();
    }

    String effectiveAllowedHosts() {
        return inheritance.allowedHosts();
    }

    boolean isInsecureHttpAllowed() {
        return inheritance.isInsecureHttpAllowed();
    }

    boolean isProductionGuarded() {
        return inheritance.isProductionGuarded();
    }

    HttpComponent effectiveHttpComponent() {
        return inheritance.httpComponent();
    }

    SSLContextParameters effectiveSslContextParameters() {
        return inheritance.sslContextParameters();
    }

    SSLContextParameters ownSslContextParameters() {
        return sslContextParameters == null ? retrieveGlobalSslContextParameters() : sslContextParameters;
    }

    /**
     * Where sources keep their position unless they say otherwise: in the one storage of the registry, or else in memory. Shared,
     * so that two routes with one source are noticed.
     */
    SourceState sourceState() {
        return foundState == null ? memoryState : foundState;
    }

    /** Where items of the outbox are kept that an endpoint keeps nowhere else. */
    OutboxStore outbox() {
        return outboxStore == null ? memoryOutbox : outboxStore;
    }

    void laneBegins(String lane, Supplier<OutboxView> view) {
        observation.laneBegins(lane, view);
    }

    void laneEnds(String lane) {
        observation.laneEnds(lane);
    }

    /** The lanes that routes of this component deliver. */
    OutboxLanes outboxLanes() {
        return outboxLanes;
    }

    AjoTransport transport() {
        return transport;
    }

    /** What carries events: their host has its own connections and limits, so that its trouble is not that of all others. */
    AjoTransport eventTransport() {
        eventLock.lock();
        try {
            if (eventTransport == null) {
                AjoTransport made = new AjoTransport(
                        getCamelContext(),
                        json.mapper(),
                        transportSettings.with(maxConcurrentEventRequests),
                        transport);
                ServiceHelper.startService(made);
                eventTransport = made;
            }
            return eventTransport;
        } finally {
            eventLock.unlock();
        }
    }

    ValidationGuard validationGuard() {
        return validationGuard;
    }

    ProductionCheck productionCheck() {
        return productionCheck;
    }

    /** The name that the application has given to this component, as it stands in its URIs. */
    String name() {
        String name = registeredName();
        return name == null ? "ajo" : name;
    }

    /** The name under which the context knows this component, as an application can have several; {@code null} for none yet. */
    String registeredName() {
        CamelContext context = getCamelContext();
        return context.getComponentNames().stream()
                .filter(name -> context.hasComponent(name) == this)
                .findFirst()
                .orElse(null);
    }

    List<AjoEndpoint> endpointsInUse() {
        return observed.endpoints();
    }

    void endpointStarted(AjoEndpoint endpoint) {
        observation.start();
        observed.add(endpoint);
    }

    /** Begins to measure a source, where the application measures at all; to be closed when the source stops. */
    Closeable measure(String sourceId, Supplier<SourceView> source, Supplier<Duration> positionAge) {
        return observation.measure(sourceId, source, positionAge);
    }

    void endpointStopped(AjoEndpoint endpoint) {
        observed.remove(endpoint);
    }

    ObjectMapper mapper() {
        return json.mapper();
    }

    RequestBodies bodies() {
        return json.bodies();
    }

    Observation observation() {
        return observation;
    }

    Duration connectTimeoutDuration() {
        return Duration.ofMillis(connectTimeout);
    }

    List<BaseUrl> allowedBaseUrls() {
        List<BaseUrl> allowed = new ArrayList<>();
        String hosts = effectiveAllowedHosts();
        if (hosts != null) {
            for (String host : hosts.split(",")) {
                if (!host.isBlank()) {
                    String url = host.contains("://") ? host.trim() : "https://" + host.trim();
                    allowed.add(BaseUrl.parse("allowedHosts", url, isInsecureHttpAllowed()));
                }
            }
        }
        return allowed;
    }

    public AjoConfiguration getConfiguration() {
        return configuration;
    }

    /**
     * The options that endpoints start from, as one object. Each of them can be set on the component by its own name
     * as well.
     */
    public void setConfiguration(AjoConfiguration configuration) {
        this.configuration = configuration;
    }

    public String getInheritFrom() {
        return inheritFrom;
    }

    /**
     * The name of another ajo component whose credentials, organization, scopes, addresses and sandbox are used where this
     * one has none of its own. With a clientId of its own it takes none of these. TLS and proxy settings and productionGuard
     * are taken over as well. Kamelets have it from the component ajo.
     */
    public void setInheritFrom(String inheritFrom) {
        this.inheritFrom = inheritFrom;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    /**
     * How long to wait for a connection, TLS included. In milliseconds, or with a unit as in 5s. The default is 10
     * seconds.
     */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    @ManagedAttribute(description = "Calls that may be made at a time")
    public int getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    /**
     * How many calls the component makes at a time, over all routes. Further ones wait in a queue without holding a
     * thread.
     */
    public void setMaxConcurrentRequests(int maxConcurrentRequests) {
        this.maxConcurrentRequests = maxConcurrentRequests;
    }

    @ManagedAttribute(description = "Calls that may wait for a thread")
    public int getMaxQueuedRequests() {
        return maxQueuedRequests;
    }

    /**
     * How many calls may wait in the queue for their turn. Further ones are rejected, and nothing of them is sent.
     */
    public void setMaxQueuedRequests(int maxQueuedRequests) {
        this.maxQueuedRequests = maxQueuedRequests;
    }

    @ManagedAttribute(description = "Requests with events that may be made at a time")
    public int getMaxConcurrentEventRequests() {
        return maxConcurrentEventRequests;
    }

    /**
     * How many requests with events the component makes at a time, over all routes. They have connections of their own, beside those of
     * maxConcurrentRequests. Further ones wait in a queue of their own, of the length maxQueuedRequests.
     */
    public void setMaxConcurrentEventRequests(int maxConcurrentEventRequests) {
        this.maxConcurrentEventRequests = maxConcurrentEventRequests;
    }

    public OutboxStore getOutboxStore() {
        return outboxStore;
    }

    /**
     * Keeps the items of all outboxes that name none of their own. Without one they are in memory, and gone after a restart. The module
     * camel-ajo-store has one for a database.
     */
    public void setOutboxStore(OutboxStore outboxStore) {
        this.outboxStore = outboxStore;
    }

    public boolean isProductionGuard() {
        return productionGuard;
    }

    /**
     * Whether operations that remove something are refused on production sandboxes. Which sandboxes are production is asked
     * of Adobe once for each; when it cannot be found out, the operation is refused as well.
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
     * Whether http is allowed for hosts other than this machine. Token and data travel in the clear then; only for a gateway
     * inside a protected network.
     */
    public void setAllowInsecureHttp(boolean allowInsecureHttp) {
        this.allowInsecureHttp = allowInsecureHttp;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /**
     * Whether the TLS settings of the CamelContext are used, where the option sslContextParameters is not set.
     */
    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /**
     * TLS settings of the connections to Adobe, for example a trust store for a proxy that opens TLS. Without it the
     * settings of the JVM are used.
     */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public HttpComponent getHttpComponent() {
        return httpComponent;
    }

    /**
     * A Camel HTTP component whose TLS, proxy and listener settings are taken over. Its retries, redirects, cookies and pool
     * sizes are not.
     */
    public void setHttpComponent(HttpComponent httpComponent) {
        this.httpComponent = httpComponent;
    }

    public ObjectMapper getObjectMapper() {
        return objectMapper;
    }

    /**
     * Jackson's ObjectMapper that reads and writes JSON in place of Camel Jackson's own one.
     */
    public void setObjectMapper(ObjectMapper objectMapper) {
        this.objectMapper = objectMapper;
        json.forget();
    }

    public boolean isAutoDiscoverObjectMapper() {
        return autoDiscoverObjectMapper;
    }

    /**
     * Whether the ObjectMapper of the registry is used when there is just one in it, and the option objectMapper is not
     * set.
     */
    public void setAutoDiscoverObjectMapper(boolean autoDiscoverObjectMapper) {
        this.autoDiscoverObjectMapper = autoDiscoverObjectMapper;
        json.forget();
    }

    public boolean isTokenOnStart() {
        return tokenOnStart;
    }

    /** Whether a token is asked for when a route starts, so that wrong credentials show before the first message. */
    public void setTokenOnStart(boolean tokenOnStart) {
        this.tokenOnStart = tokenOnStart;
    }

    public String getHttpMeters() {
        return httpMeters;
    }

    /**
     * Whether single requests are measured too, beside ajo.calls, as histograms under the names that dashboards know:
     * micrometer (http.client.requests, as Spring's clients) or opentelemetry (http.client.request.duration). With either, the
     * pool of connections is measured as Micrometer measures those of Apache clients. Needs Micrometer.
     */
    public void setHttpMeters(String httpMeters) {
        this.httpMeters = httpMeters;
    }

    public boolean isTraceContext() {
        return traceContext;
    }

    /**
     * Whether calls to Adobe take the trace of the application along, as the header traceparent or whatever its propagator
     * writes. Each request has a span of its own. Needs camel-opentelemetry2; token requests take nothing along.
     */
    public void setTraceContext(boolean traceContext) {
        this.traceContext = traceContext;
    }

    public boolean isHealthCheckProbe() {
        return healthCheckProbe;
    }

    /**
     * Whether the health check makes a call of its own, at most every 30 seconds, in place of judging by the calls of the
     * routes. It reads one journey, so the credential needs the permission to view journeys.
     */
    public void setHealthCheckProbe(boolean healthCheckProbe) {
        this.healthCheckProbe = healthCheckProbe;
    }

    @ManagedAttribute(description = "Calls that have begun and not ended")
    public long getInFlightCalls() {
        return transport == null ? 0 : transport.stats().inFlight();
    }

    @ManagedAttribute(description = "Threads at work for exchanges")
    public int getActiveThreads() {
        return transport == null ? 0 : transport.dispatcher().active();
    }

    @ManagedAttribute(description = "Calls that wait for a thread, or for a token before")
    public int getQueuedCalls() {
        return transport == null ? 0 : transport.dispatcher().queued();
    }

    @ManagedAttribute(description = "Connections that calls have now")
    public int getConnectionsInUse() {
        return transport == null ? 0 : transport.connections().inUse();
    }

    @ManagedAttribute(description = "Connections kept for later calls")
    public int getIdleConnections() {
        return transport == null ? 0 : transport.connections().idle();
    }

    @ManagedAttribute(description = "Requests with events that wait for a thread")
    public int getQueuedEventRequests() {
        AjoTransport events = startedEventTransport();
        return events == null ? 0 : events.dispatcher().queued();
    }

    @ManagedAttribute(description = "Connections that requests with events have now")
    public int getEventConnectionsInUse() {
        AjoTransport events = startedEventTransport();
        return events == null ? 0 : events.connections().inUse();
    }

    private AjoTransport startedEventTransport() {
        eventLock.lock();
        try {
            return eventTransport;
        } finally {
            eventLock.unlock();
        }
    }

    @ManagedAttribute(description = "Calls that have ended, well or not")
    public long getCalls() {
        return transport == null ? 0 : transport.stats().all().calls();
    }

    @ManagedAttribute(description = "Calls that ended with an exception")
    public long getFailedCalls() {
        return transport == null ? 0 : transport.stats().all().failures();
    }

    @ManagedAttribute(description = "Events that Adobe has received")
    public long getEventsTaken() {
        return transport == null ? 0 : transport.stats().events().taken();
    }

    @ManagedAttribute(description = "Events that Adobe has not taken, or that could not be sent")
    public long getEventsRefused() {
        return transport == null ? 0 : transport.stats().events().refused();
    }

    @ManagedAttribute(description = "Events of which it is not known whether Adobe has received them")
    public long getEventsUnknown() {
        return transport == null ? 0 : transport.stats().events().unknown();
    }

    @ManagedAttribute(description = "Calls in a row that failed because Adobe could not be used")
    public int getFailedInARow() {
        return transport == null ? 0 : transport.stats().failureStreak().state().inARow();
    }

    @ManagedAttribute(description = "Requests made again, with a new token or after a failure")
    public long getRetries() {
        return transport == null ? 0 : transport.stats().all().retries();
    }

    @ManagedAttribute(description = "Retries that the component may still make until calls succeed again")
    public int getRetriesLeft() {
        return transport == null ? 0 : transport.retriesLeft();
    }
}
