package io.github.camelajo;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.call.Paces;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.SourceStorage;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.spi.OutboxStore;
import io.github.camelajo.spi.SourceState;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Call Adobe Journey Optimizer (AJO): send messages, read journeys and campaigns, manage templates, fragments, suppression
 * lists, capping, throttling and loyalty challenges, try campaigns out, trigger orchestrated campaigns, or send any request with
 * login and headers added.
 */
@ManagedResource(description = "Managed AJO endpoint")
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "ajo",
        title = "Adobe Journey Optimizer",
        syntax = "ajo:api",
        category = {Category.CLOUD, Category.API},
        headersClass = AjoConstants.class)
public class AjoEndpoint extends ManagedEndpoint implements AsyncEndpoint, EndpointServiceLocation {

    private static final long DEFAULT_DELAY = 60_000;

    @UriParam
    private final AjoConfiguration configuration;

    @UriParam
    private final SourceConfiguration source = new SourceConfiguration();

    @UriParam
    private final OutboxConfiguration outbox = new OutboxConfiguration();

    private final ReentrantLock beginning = new ReentrantLock();

    // Camel's half a second is for local things: each poll reads a list over the network.
    @UriParam(label = "consumer,scheduler", javaType = "java.time.Duration", defaultValue = "60000")
    private long delay = DEFAULT_DELAY;

    private EndpointOptions options;
    private volatile StartedEndpoint started;
    private boolean richReport = true;
    private boolean sandboxNamedElsewhere;

    public AjoEndpoint(String uri, AjoComponent component, AjoConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
        this.options = new EndpointOptions(this, null, Map.of());
        super.setDelay(DEFAULT_DELAY);
    }

    /** What the configuration says, with a difference between what the URI has and what the component has. */
    void use(EndpointOptions ofUri) {
        this.options = ofUri;
    }

    /** Leaves sandboxes out of the report about a connection: a probe asks often. */
    void reportBriefly() {
        this.richReport = false;
    }

    EndpointOptions options() {
        return options;
    }

    /** Calls name their sandbox by themselves: nothing is missing without the option. */
    void sandboxIsNamedElsewhere() {
        this.sandboxNamedElsewhere = true;
    }

    boolean isSandboxNamedElsewhere() {
        return sandboxNamedElsewhere;
    }

    @Override
    public Producer createProducer() {
        if (isOutbox()) {
            OutboxOptions.checkAdding(this);
            return new OutboxProducer(this);
        }
        return new AjoProducer(this);
    }

    private boolean isOutbox() {
        return operation().kind() == Operation.Kind.ADD;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (isOutbox()) {
            OutboxConsumer delivering = new OutboxConsumer(this, processor, OutboxOptions.delivery(this));
            configureConsumer(delivering);
            return delivering;
        }
        SourceOptions.changes(operation());
        AjoConsumer consumer = new AjoConsumer(this, processor);
        consumer.setMaxMessagesPerPoll(source.getMaxMessagesPerPoll());
        configureConsumer(consumer);
        return consumer;
    }

    /** Where items of the outbox are kept. */
    OutboxStorage outboxStore() {
        OutboxStore own = outbox.getOutboxStore();
        return OutboxStorage.of(own == null ? getComponent().outbox() : own);
    }

    /** Where positions are kept. */
    SourceStorage state() {
        SourceState own = source.getSourceState();
        return SourceStorage.of(own == null ? getComponent().sourceState() : own);
    }

    /**
     * What it has while it is started.
     *
     * @throws AjoRejectedException when the endpoint has not been started
     */
    StartedEndpoint started() {
        StartedEndpoint running = running();
        if (running == null) {
            throw new AjoRejectedException(
                    "Nothing was sent: the endpoint has stopped, or has not been started, for "
                            + operation().id(),
                    ErrorDetails.of(operation().id(), configuration.getSandbox(), true));
        }
        return running;
    }

    @Override
    public AjoComponent getComponent() {
        return (AjoComponent) super.getComponent();
    }

    @Override
    public AjoConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        // Camel starts what is inside a parallel split or multicast while it initializes the context, before any
        // component.
        ServiceHelper.startService(getComponent());
        OptionLimits.check(configuration);
        options.checkValues();
        if (started != null) {
            begin();
        }
    }

    /**
     * Gets ready for calls: to be told by a producer that starts. Not by the endpoint itself, as tests put mocks in its place, and
     * with {@code lazyStartProducer} nothing is to be wrong before the first message. Does nothing once the endpoint has stopped.
     *
     * @throws IllegalArgumentException when an option is wrong or a credential is missing
     */
    void begin() throws Exception {
        if (isStopping() || isStopped()) {
            return;
        }
        ServiceHelper.startService(this);
        beginning.lock();
        try {
            if (started == null || started.isReleased()) {
                beginAnew();
            }
        } finally {
            beginning.unlock();
        }
    }

    private void beginAnew() throws Exception {
        AjoComponent component = getComponent();
        StartedEndpoint starting = new StartedEndpoint(component, configuration, options, richReport);
        try {
            starting.checkFirstCall();
        } catch (Exception e) {
            // An endpoint that does not start is not stopped either.
            starting.release();
            throw e;
        }
        started = starting;
        component.endpointStarted(this);
        if (isStopping() || isStopped()) {
            // Meanwhile, and nobody would give the token back.
            component.endpointStopped(this);
            starting.release();
        }
    }

    @Override
    protected void doStop() throws Exception {
        getComponent().endpointStopped(this);
        release();
        super.doStop();
    }

    /** Ends all waiting for jobs and gives the token back. */
    void release() {
        StartedEndpoint ending = started;
        if (ending != null) {
            ending.release();
        }
    }

    @Override
    Operation operation() {
        return OperationCatalog.require(configuration.getApi(), configuration.getOperation());
    }

    /**
     * What carries out an operation of this endpoint's API.
     *
     * @throws AjoRejectedException when the endpoint has not been started
     */
    Runner runner(Operation operation) {
        return started().runner(operation);
    }

    /** The paces of one step of a route, which stops them. */
    Paces paces() {
        AjoComponent component = getComponent();
        return (isForEvents() ? component.eventTransport() : component.transport()).paces();
    }

    /** Whether it sends events, to their own host. */
    private boolean isForEvents() {
        return operation().host() == Operation.Host.EVENTS;
    }

    /** {@code null} when the endpoint is not started. */
    private StartedEndpoint running() {
        if (started == null && isStarted()) {
            try {
                begin();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw RuntimeCamelException.wrapRuntimeCamelException(e);
            }
        }
        return started;
    }

    @Override
    public String getServiceUrl() {
        return isForEvents() ? configuration.getEventUrl() : configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return configuration.getSandbox() == null ? Map.of() : Map.of("sandbox", configuration.getSandbox());
    }

    @Override
    StartedEndpoint inUse() {
        return started;
    }

    /** {@code null} while the endpoint is not started. */
    AccessTokenManager tokens() {
        StartedEndpoint running = started;
        return running == null ? null : running.tokens();
    }

    public SourceConfiguration getSource() {
        return source;
    }

    public OutboxConfiguration getOutbox() {
        return outbox;
    }

    @Override
    public long getDelay() {
        return delay;
    }

    /**
     * Time between the end of a poll and the start of the next one. In milliseconds, or with a unit as in 15m. The
     * default is 1 minute; the calls of each poll count against Adobe's limits.
     */
    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }
}
