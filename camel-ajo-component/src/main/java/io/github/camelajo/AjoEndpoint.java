package io.github.camelajo;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.call.Paces;
import io.github.camelajo.internal.desired.StateProgress;
import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.flow.Runner;
import io.github.camelajo.internal.observe.EndpointFacts;
import io.github.camelajo.internal.observe.PollTrace;
import io.github.camelajo.internal.observe.SourceView;
import io.github.camelajo.internal.observe.StateView;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.source.SourceChange;
import io.github.camelajo.internal.stats.CallCounters;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.internal.trace.CallTrace;
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
    private final OutboxConfiguration outbox = new OutboxConfiguration();

    private final ReentrantLock beginning = new ReentrantLock();

    @UriParam(
            label = "consumer",
            defaultValue = "created,updated",
            description =
                    "What begins an exchange: any of created, updated and removed, separated by commas, or all for each "
                            + "item at each poll. Removals are told after two complete reads in a row without the item.")
    private String changes = "created,updated";

    @UriParam(
            label = "consumer",
            defaultValue = "all",
            description =
                    "What the first poll of a source tells: all that is there, latest for nothing of it, or a date "
                            + "such as 2026-11-29 or 2026-11-29T10:00:00Z for what was changed since.")
    private String startFrom = "all";

    @UriParam(
            label = "consumer",
            description =
                    "Keeps the position of the source and what it knows of the list. Without it both are in memory and a "
                            + "restart begins anew. The module camel-ajo-store has one for a database.")
    private SourceState sourceState;

    @UriParam(
            label = "consumer",
            description =
                    "Name of the source under which its position is kept. Default is the id of the route. Two routes "
                            + "must not share one.")
    private String sourceId;

    @UriParam(
            label = "consumer",
            description =
                    "Whether the body is the whole item as get gives it, for lists whose items come without their content. "
                            + "Costs one call for each change.")
    private boolean fetch;

    @UriParam(
            label = "consumer",
            description =
                    "Whether each poll reads the whole list, also where Adobe can be asked for what has changed. Finds "
                            + "what changed without a new date.")
    private boolean fullRead;

    @UriParam(
            label = "consumer",
            defaultValue = "10",
            description =
                    "How many items may disappear between two reads, in percent of the known ones; ten may always. More are "
                            + "held back, and the poll fails, until somebody calls allowRemovals.")
    private int removedLimit = 10;

    @UriParam(
            label = "consumer",
            defaultValue = "stop",
            enums = "stop,continue",
            description =
                    "What happens after an exchange that fails: stop ends the poll, and the next one begins with that "
                            + "change again; continue leaves the change to the error handler and goes on.")
    private String onFailure = "stop";

    @UriParam(
            label = "consumer",
            description = "The most changes that one poll tells; the next poll goes on with the rest. 0 is no limit.")
    private int maxMessagesPerPoll;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description =
                    "How long a source that is polled belongs to one process without a sign of life. After that time "
                            + "another one may go on. In milliseconds, or with a unit as in 90s. The default is 1 minute.")
    private long leaseTime = 60_000;

    // Camel's half a second is for local things: each poll reads a list over the network.
    @UriParam(
            label = "consumer,scheduler",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description =
                    "The time between the end of a poll and the beginning of the next one. In milliseconds, or with a unit as "
                            + "in 15m. The default is 1 minute; each poll costs calls that count against Adobe's limits.")
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
        consumer.setMaxMessagesPerPoll(maxMessagesPerPoll);
        configureConsumer(consumer);
        return consumer;
    }

    /** Where items of the outbox are kept. */
    OutboxStore outboxStore() {
        OutboxStore own = outbox.getOutboxStore();
        return own == null ? getComponent().outbox() : own;
    }

    /** Where positions are kept. */
    SourceState state() {
        return sourceState == null ? getComponent().sourceState() : sourceState;
    }

    void consuming(AjoConsumer consumer) {
        consumers.add(consumer);
    }

    void consumingNoMore(AjoConsumer consumer) {
        consumers.remove(consumer);
    }

    /** The parameters that the URI gives to the list. */
    Map<String, Object> listParameters() {
        return options.parameters(operation(), true);
    }

    /** The trace of a poll that begins. */
    PollTrace pollTrace() {
        EndpointFacts facts =
                new EndpointFacts(configuration.getApi(), operation().name(), configuration.getSandbox());
        return getComponent().observation().pollTrace(facts, getEndpointUri());
    }

    /** Begins to read the list of the URI; the calling thread waits for its first page. */
    Iterator<?> readList(Map<String, Object> parameters, CallTrace trace) {
        CallInput input = CallInput.nothing(configuration.getSandbox())
                .withParameters(parameters)
                .withTrace(trace);
        Object body = carryOut(started().listing(), input).answer().body();
        if (body instanceof Iterator<?> items) {
            return items;
        }
        if (body instanceof List<?> items) {
            return items.iterator();
        }
        throw new AjoInvalidResponseException(
                operation().id() + ": the answer has no list",
                ErrorDetails.of(operation().id(), getSandbox(), false));
    }

    /** What the route gets of a change when the list has all that is wanted. */
    Object bodyOf(SourceChange change, CallTrace trace) {
        return started().items().item(lookup(trace), change.item());
    }

    /** Gets the whole items of one poll. */
    WholeItems wholeItems(CallTrace trace) {
        return new WholeItems(
                change -> wholeOf(change, trace),
                getComponent().transport().dispatcher()::executeNow,
                ErrorDetails.of(operation().id(), getSandbox(), false));
    }

    /** An item may have been deleted since the list was read, which is no failure of the trace. */
    private CallInput lookup(CallTrace trace) {
        return CallInput.nothing(configuration.getSandbox()).withTrace(trace.lookups());
    }

    /** The whole item of a change, read by a call of its own. */
    private Object wholeOf(SourceChange change, CallTrace trace) {
        CallInput input = lookup(trace);
        Operation get = OperationCatalog.require(configuration.getApi(), "get");
        String parameter = SourceOptions.changes(operation()).getById();
        Object whole = carryOut(started().plain(get), input.withParameters(Map.of(parameter, change.key())))
                .answer()
                .body();
        return started().items().item(input, whole);
    }

    /** Calls made so far, with those made again. */
    long callsMade() {
        CallCounters counters = counters();
        return counters.calls() + counters.retries();
    }

    /** The calling thread waits for everything. */
    private Result carryOut(Runner runner, CallInput input) {
        return getComponent().transport().paces().inPlace((pace, done) -> runner.start(input, pace, done));
    }

    private StartedEndpoint started() {
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

    private CallCounters counters() {
        StartedEndpoint running = started;
        return running == null ? CallCounters.NONE : running.counters();
    }

    private Optional<AjoConsumer> source() {
        return consumers.stream().findFirst();
    }

    /** What operators see of the run on a desired state that began last; nothing before the first. */
    Stream<StateView> states() {
        StateProgress progress = stateProgress();
        return progress.reads() == 0
                ? Stream.empty()
                : Stream.of(new StateView(
                        getOperationId(),
                        progress.objects(),
                        progress.compared(),
                        progress.changes(),
                        progress.applied(),
                        progress.reads(),
                        progress.writes()));
    }

    /** What operators see of the routes that begin with this endpoint. */
    Stream<SourceView> sources() {
        return consumers.stream().map(AjoConsumer::view);
    }

    @ManagedAttribute(
            description = "Where the source of this endpoint stands: phase, lower bound of the next read, known items")
    public String getSourcePosition() {
        return source().map(consumer -> consumer.view().position()).orElse(null);
    }

    @ManagedAttribute(
            description =
                    "What the latest poll of the source did: duration, calls, items read, changes delivered, failures")
    public String getSourceLastPoll() {
        return source().map(AjoConsumer::lastPoll)
                .map(poll -> poll.at() + ": " + poll.duration().toMillis() + " ms, " + poll.calls() + " calls, "
                        + poll.items() + " items, " + poll.changes() + " changes, " + poll.failed() + " failed")
                .orElse(null);
    }

    @ManagedAttribute(
            description = "Milliseconds since the exchange under way of the source began, -1 when there is none")
    public long getSourceExchangeMillis() {
        return source().map(consumer -> consumer.view().exchangeAge())
                .map(Duration::toMillis)
                .orElse(-1L);
    }

    @ManagedAttribute(description = "Polls of the source that failed since the last one that did not")
    public int getSourceFailuresInARow() {
        return source().map(AjoConsumer::failuresInARow).orElse(0);
    }

    @ManagedOperation(description = "Forget the position of the source and all it knows: the next poll is a first one")
    public boolean resetPosition() {
        return source().map(AjoConsumer::reset).orElse(false);
    }

    @ManagedOperation(description = "Read from this time on, such as 2026-11-29T10:00:00Z; empty for the beginning")
    public boolean setPosition(String time) {
        Instant readFrom = time == null || time.isBlank() ? null : Instant.parse(time);
        return source().map(consumer -> consumer.setPosition(readFrom)).orElse(false);
    }

    @ManagedAttribute(description = "Milliseconds since the position of the source was written, -1 when it never was")
    public long getSourcePositionAgeMillis() {
        return source().map(consumer -> consumer.view().positionAge())
                .map(Duration::toMillis)
                .orElse(-1L);
    }

    @ManagedOperation(
            description =
                    "Poll the source at once; returns how many changes were delivered, 0 while a poll is under way")
    public int pollNow() throws Exception {
        Optional<AjoConsumer> consumer = source();
        return consumer.isPresent() ? consumer.get().pollNow() : 0;
    }

    @ManagedOperation(description = "Let the removals that are held back pass once; false when none are")
    public boolean allowRemovals() {
        return source().map(AjoConsumer::allowRemovals).orElse(false);
    }

    public OutboxConfiguration getOutbox() {
        return outbox;
    }

    public String getChanges() {
        return changes;
    }

    public void setChanges(String changes) {
        this.changes = changes;
    }

    public String getStartFrom() {
        return startFrom;
    }

    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public SourceState getSourceState() {
        return sourceState;
    }

    public void setSourceState(SourceState sourceState) {
        this.sourceState = sourceState;
    }

    public String getSourceId() {
        return sourceId;
    }

    public void setSourceId(String sourceId) {
        this.sourceId = sourceId;
    }

    public boolean isFetch() {
        return fetch;
    }

    public void setFetch(boolean fetch) {
        this.fetch = fetch;
    }

    public boolean isFullRead() {
        return fullRead;
    }

    public void setFullRead(boolean fullRead) {
        this.fullRead = fullRead;
    }

    public int getRemovedLimit() {
        return removedLimit;
    }

    public void setRemovedLimit(int removedLimit) {
        this.removedLimit = removedLimit;
    }

    public String getOnFailure() {
        return onFailure;
    }

    public void setOnFailure(String onFailure) {
        this.onFailure = onFailure;
    }

    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }

    public long getLeaseTime() {
        return leaseTime;
    }

    public void setLeaseTime(long leaseTime) {
        this.leaseTime = leaseTime;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }
}
