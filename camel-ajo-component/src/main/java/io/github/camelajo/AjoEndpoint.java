package io.github.camelajo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.call.Paces;
import io.github.camelajo.internal.desired.StateProgress;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.observe.SourceView;
import io.github.camelajo.internal.observe.StateView;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.source.PollReport;
import io.github.camelajo.internal.stats.CallCounters;
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
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.ScheduledPollEndpoint;
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
public class AjoEndpoint extends ScheduledPollEndpoint implements AsyncEndpoint, EndpointServiceLocation {

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

    private final List<AjoConsumer> consumers = new CopyOnWriteArrayList<>();
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

    void consuming(AjoConsumer consumer) {
        consumers.add(consumer);
    }

    void consumingNoMore(AjoConsumer consumer) {
        consumers.remove(consumer);
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

    /** The operation of the URI. */
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

    /** {@code null} while the endpoint is not started. */
    AccessTokenManager tokens() {
        StartedEndpoint running = started;
        return running == null ? null : running.tokens();
    }

    @ManagedAttribute(description = "Api and operation of the URI")
    public String getOperationId() {
        return operation().id();
    }

    @ManagedAttribute(description = "Sandbox of the URI or component; messages can name another")
    public String getSandbox() {
        return configuration.getSandbox();
    }

    @ManagedAttribute(description = "Calls that have ended, well or not")
    public long getCalls() {
        return counters().calls();
    }

    @ManagedAttribute(description = "Calls that ended with an exception")
    public long getFailedCalls() {
        return counters().failures();
    }

    @ManagedAttribute(description = "Requests made again, with a new token or after a failure")
    public long getRetries() {
        return counters().retries();
    }

    @ManagedAttribute(description = "Average time of a call in milliseconds, with waiting and retries")
    public long getMeanMillis() {
        return counters().meanMillis();
    }

    @ManagedAttribute(description = "How far work on a desired state has got that began last")
    public String getStateProgress() {
        return stateProgress().toString();
    }

    @ManagedAttribute(description = "Objects of the desired state")
    public int getStateObjects() {
        return stateProgress().objects();
    }

    @ManagedAttribute(description = "Objects of the desired state that have been compared")
    public int getStateCompared() {
        return stateProgress().compared();
    }

    @ManagedAttribute(description = "Objects that are not as wanted")
    public int getStateChanges() {
        return stateProgress().changes();
    }

    @ManagedAttribute(description = "Objects that were not as wanted and have been worked on")
    public int getStateApplied() {
        return stateProgress().applied();
    }

    private StateProgress stateProgress() {
        StartedEndpoint running = started;
        return running == null ? new StateProgress() : running.stateProgress();
    }

    CallCounters counters() {
        StartedEndpoint running = started;
        return running == null ? CallCounters.NONE : running.counters();
    }

    private Optional<AjoConsumer> consumer() {
        return consumers.stream().findFirst();
    }

    /** What operators see of the run on a desired state that began last; nothing before the first. */
    Stream<StateView> states() {
        StartedEndpoint running = started;
        return running == null ? Stream.empty() : running.states();
    }

    /** What operators see of the routes that begin with this endpoint. */
    Stream<SourceView> sources() {
        return consumers.stream().map(AjoConsumer::view);
    }

    @ManagedAttribute(
            description = "Where the source of this endpoint stands: phase, lower bound of the next read, known items")
    public String getSourcePosition() {
        return consumer().map(consumer -> consumer.view().position()).orElse(null);
    }

    @ManagedAttribute(
            description =
                    "What the latest poll of the source did: duration, calls, items read, changes delivered, failures")
    public String getSourceLastPoll() {
        return consumer().map(AjoConsumer::lastPoll).map(PollReport::inWords).orElse(null);
    }

    @ManagedAttribute(
            description = "Milliseconds since the exchange under way of the source began, -1 when there is none")
    public long getSourceExchangeMillis() {
        return consumer()
                .map(consumer -> consumer.view().exchangeAge())
                .map(Duration::toMillis)
                .orElse(-1L);
    }

    @ManagedAttribute(description = "Polls of the source that failed since the last one that did not")
    public int getSourceFailuresInARow() {
        return consumer().map(AjoConsumer::failuresInARow).orElse(0);
    }

    @ManagedOperation(description = "Forget the position of the source and all it knows: the next poll is a first one")
    public boolean resetPosition() {
        return consumer().map(AjoConsumer::reset).orElse(false);
    }

    @ManagedOperation(description = "Read from this time on, such as 2026-11-29T10:00:00Z; empty for the beginning")
    public boolean setPosition(String time) {
        Instant readFrom = time == null || time.isBlank() ? null : Instant.parse(time);
        return consumer().map(consumer -> consumer.setPosition(readFrom)).orElse(false);
    }

    @ManagedAttribute(description = "Milliseconds since the position of the source was written, -1 when it never was")
    public long getSourcePositionAgeMillis() {
        return consumer()
                .map(consumer -> consumer.view().positionAge())
                .map(Duration::toMillis)
                .orElse(-1L);
    }

    @ManagedOperation(
            description =
                    "Poll the source at once; returns how many changes were delivered, 0 while a poll is under way")
    public int pollNow() throws Exception {
        Optional<AjoConsumer> consumer = consumer();
        return consumer.isPresent() ? consumer.get().pollNow() : 0;
    }

    @ManagedOperation(description = "Let the removals that are held back pass once; false when none are")
    public boolean allowRemovals() {
        return consumer().map(AjoConsumer::allowRemovals).orElse(false);
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
