package io.github.camelajo;

import java.io.Closeable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.event.ValidationGuard;
import io.github.camelajo.internal.flow.ProductionCheck;
import io.github.camelajo.internal.observe.Observation;
import io.github.camelajo.internal.observe.OutboxView;
import io.github.camelajo.internal.observe.SourceView;
import io.github.camelajo.internal.request.RequestBodies;
import io.github.camelajo.internal.state.MemoryOutboxStore;
import io.github.camelajo.internal.state.MemorySourceState;
import io.github.camelajo.spi.ClientSecretSupplier;
import io.github.camelajo.spi.OutboxStore;
import io.github.camelajo.spi.SourceState;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.util.PropertiesHelper;

/** Calls Adobe Journey Optimizer: {@code ajo:capping?operation=create}. */
@ManagedResource(description = "Managed AJO component")
@Component("ajo")
public class AjoComponent extends ComponentOptions {

    private final ObservedComponent observed = new ObservedComponent(this);
    private final Observation observation = new Observation(observed);
    private final Inheritance effective = new Inheritance(this);
    private final JsonTools json = new JsonTools(this);
    private final Transports transports = new Transports(this);
    private final OutboxLanes outboxLanes = new OutboxLanes();
    private final OutboxStore memoryOutbox = new MemoryOutboxStore();
    private final SourceState memoryState = new MemorySourceState();
    private SourceState foundState;
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
        WrittenOptions.refuseJwt(parameters.keySet());
        AjoConfiguration copy = effective.configuration().copy();
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

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        AjoConfiguration configuration = getConfiguration();
        if (isAutowiredEnabled()
                && !effective.takesOver()
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
        OptionLimits.check(this);
        foundState = isAutowiredEnabled() ? getCamelContext().getRegistry().findSingleByType(SourceState.class) : null;
        validationGuard = new ValidationGuard(InstantSource.system());
        productionCheck = new ProductionCheck();
        transports.start();
        observation.start();
    }

    @Override
    protected void doStop() throws Exception {
        // Camel does not stop the endpoints of a component that is removed. Before the transports: while they hold a
        // token, those of another component that shares it would go on asking for it over this transport.
        endpointsInUse().forEach(AjoEndpoint::release);
        transports.stop();
        observation.stop();
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        json.shutdown();
        super.doShutdown();
    }

    @Override
    void mapperChanged() {
        json.forget();
    }

    /** The options as they are with what this component takes over from another one. */
    Inheritance effective() {
        return effective;
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
        return getOutboxStore() == null ? memoryOutbox : getOutboxStore();
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

    /** What carries calls through the gateway; {@code null} before the start. */
    AjoTransport transport() {
        return transports.gateway();
    }

    /** What carries events. */
    AjoTransport eventTransport() {
        return transports.events();
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

    void endpointStopped(AjoEndpoint endpoint) {
        observed.remove(endpoint);
    }

    /** Begins to measure a source, where the application measures at all; to be closed when the source stops. */
    Closeable measure(String sourceId, Supplier<SourceView> source, Supplier<Duration> positionAge) {
        return observation.measure(sourceId, source, positionAge);
    }

    Observation observation() {
        return observation;
    }

    ObjectMapper mapper() {
        return json.mapper();
    }

    RequestBodies bodies() {
        return json.bodies();
    }

    Duration connectTimeoutDuration() {
        return Duration.ofMillis(getConnectTimeout());
    }

    @ManagedAttribute(description = "Calls that have begun and not ended")
    public long getInFlightCalls() {
        return figure(transport -> transport.stats().inFlight());
    }

    @ManagedAttribute(description = "Threads at work for exchanges")
    public int getActiveThreads() {
        return (int) figure(transport -> transport.dispatcher().active());
    }

    @ManagedAttribute(description = "Calls that wait for a thread, or for a token before")
    public int getQueuedCalls() {
        return (int) figure(transport -> transport.dispatcher().queued());
    }

    @ManagedAttribute(description = "Connections that calls have now")
    public int getConnectionsInUse() {
        return (int) figure(transport -> transport.connections().inUse());
    }

    @ManagedAttribute(description = "Connections kept for later calls")
    public int getIdleConnections() {
        return (int) figure(transport -> transport.connections().idle());
    }

    @ManagedAttribute(description = "Requests with events that wait for a thread")
    public int getQueuedEventRequests() {
        return (int) figureOfEvents(transport -> transport.dispatcher().queued());
    }

    @ManagedAttribute(description = "Connections that requests with events have now")
    public int getEventConnectionsInUse() {
        return (int) figureOfEvents(transport -> transport.connections().inUse());
    }

    @ManagedAttribute(description = "Calls that have ended, well or not")
    public long getCalls() {
        return figure(transport -> transport.stats().all().calls());
    }

    @ManagedAttribute(description = "Calls that ended with an exception")
    public long getFailedCalls() {
        return figure(transport -> transport.stats().all().failures());
    }

    @ManagedAttribute(description = "Events that Adobe has received")
    public long getEventsTaken() {
        return figure(transport -> transport.stats().events().taken());
    }

    @ManagedAttribute(description = "Events that Adobe has not taken, or that could not be sent")
    public long getEventsRefused() {
        return figure(transport -> transport.stats().events().refused());
    }

    @ManagedAttribute(description = "Events of which it is not known whether Adobe has received them")
    public long getEventsUnknown() {
        return figure(transport -> transport.stats().events().unknown());
    }

    @ManagedAttribute(description = "Calls in a row that failed because Adobe could not be used")
    public int getFailedInARow() {
        return (int)
                figure(transport -> transport.stats().failureStreak().state().inARow());
    }

    @ManagedAttribute(description = "Requests made again, with a new token or after a failure")
    public long getRetries() {
        return figure(transport -> transport.stats().all().retries());
    }

    @ManagedAttribute(description = "Retries that the component may still make until calls succeed again")
    public int getRetriesLeft() {
        return (int) figure(transport -> transport.retriesLeft());
    }

    /** Zero before the start. */
    private long figure(ToLongFunction<AjoTransport> figure) {
        AjoTransport gateway = transports.gateway();
        return gateway == null ? 0 : figure.applyAsLong(gateway);
    }

    /** Zero where no events are sent. */
    private long figureOfEvents(ToLongFunction<AjoTransport> figure) {
        return transports.startedEvents().stream().mapToLong(figure).sum();
    }
}
