package io.github.camelajo;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.observe.PollTrace;
import io.github.camelajo.internal.observe.SourceView;
import io.github.camelajo.internal.source.ChangeSink;
import io.github.camelajo.internal.source.LeaseKeeper;
import io.github.camelajo.internal.source.PollReport;
import io.github.camelajo.internal.source.SourceChange;
import io.github.camelajo.internal.source.SourcePoll;
import io.github.camelajo.internal.source.SourceSettings;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.internal.storage.SourceStorage;
import io.github.camelajo.internal.trace.CallTrace;
import io.github.camelajo.spi.SourceStatus;
import io.github.camelajo.spi.StoreException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.util.IOHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins a route with what has changed in a list of Adobe. Each poll reads the list, compares it with what is known, and sends
 * one exchange for each change, in order. The position moves when the exchanges are complete: at least once, also when the
 * process is killed.
 */
final class AjoConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(AjoConsumer.class);

    private final AjoEndpoint endpoint;
    private final SourceConfiguration options;
    private final SourceCalls calls;
    private SourceSettings settings;
    private volatile ScheduledExecutorService timer;
    private volatile PollReport lastPoll;
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private final ReentrantLock polling = new ReentrantLock();
    private volatile boolean idle;
    /** When the exchange under way was begun, by {@link System#nanoTime}; {@code null} when there is none. */
    private volatile Long exchangeSince;

    private Closeable meters;

    AjoConsumer(AjoEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.options = endpoint.getSource();
        this.calls = new SourceCalls(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        endpoint.begin();
        settings = SourceOptions.of(
                endpoint,
                endpoint.options().parameters(endpoint.operation(), true),
                getRouteId(),
                getMaxMessagesPerPoll(),
                isOnDemand());
        SourceStorage state = endpoint.state();
        if (state.isDurable() && options.getSourceId() == null && !hasLastingRouteId()) {
            throw new IllegalArgumentException("The option sourceId is missing, and the route has no id of its own: the"
                    + " position of " + endpoint.operation().id() + " would be lost after a restart");
        }
        if (isGreedy() && options.getChanges().equals("all")) {
            throw new IllegalArgumentException("greedy is not possible with changes=all: each poll tells every item, so"
                    + " the next one would always start at once");
        }
        if (!state.isDurable() && !options.getChanges().equals("all")) {
            LOG.info(
                    "Source {} keeps its position in memory: after a restart it starts over, with startFrom={}. The option"
                            + " sourceState keeps it in a database",
                    settings.request().sourceId(),
                    options.getStartFrom());
        }
        timer = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "AjoSource");
        calls.start();
        endpoint.consuming(this);
        meters = endpoint.getComponent()
                .measure(settings.request().sourceId(), () -> view(Optional.empty()), () -> view().positionAge());
        super.doStart();
    }

    /** Whether a route takes changes one at a time, by {@code pollEnrich}, rather than begins with each of them. */
    private boolean isOnDemand() {
        return getProcessor() instanceof PollingConsumer;
    }

    /** Whether the route has the same id after a restart. That of a Kamelet counts up, in the order in which routes start. */
    private boolean hasLastingRouteId() {
        return getRoute() != null && getRoute().isCustomId() && !getRoute().isCreatedByKamelet();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        calls.stop();
        endpoint.consumingNoMore(this);
        IOHelper.close(meters);
        meters = null;
        if (timer != null) {
            // A poll that is still under way finds it shut down.
            endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(timer);
        }
    }

    @Override
    protected int poll() throws Exception {
        if (!polling.tryLock()) {
            LOG.debug("Source {} is already being polled", settings.request().sourceId());
            return 0;
        }
        shutdownRunningTask = null;
        pendingExchanges = 0;
        try {
            int delivered = pollOnce();
            failuresInARow.set(0);
            return delivered;
        } catch (Exception e) {
            failuresInARow.incrementAndGet();
            throw e;
        } finally {
            polling.unlock();
        }
    }

    /**
     * Polls at once, beside the schedule, on the calling thread.
     *
     * @return how many changes were delivered; 0 also when a poll is under way
     */
    int pollNow() throws Exception {
        return isPollAllowed() ? poll() : 0;
    }

    private int pollOnce() {
        idle = false;
        Optional<SourceLease> free = endpoint.state().open(settings.request());
        if (free.isEmpty()) {
            LOG.debug(
                    "Source {} is currently polled by another process",
                    settings.request().sourceId());
            return 0;
        }
        SourceLease lease = free.get();
        PollTrace trace = calls.trace();
        String failure = null;
        try (LeaseKeeper keeper = new LeaseKeeper(lease, settings.request().leaseTime(), timer)) {
            SourcePoll poll = new SourcePoll(
                    settings,
                    lease,
                    parameters -> calls.list(parameters, trace.calls()),
                    new Sink(trace.calls()),
                    InstantSource.system(),
                    System::nanoTime,
                    calls::made);
            PollReport report = run(poll);
            trace.delivered(report.items(), report.changes(), report.failed());
            idle = report.failed() == 0;
            if (report.held() != null) {
                // A poll that fails is what health checks, error handlers and back-off see.
                throw new AjoException(
                        "Source " + settings.request().sourceId() + ": " + report.held(),
                        ErrorDetails.of(endpoint.operation().id(), endpoint.getSandbox(), false));
            }
            // A failure does not count: a greedy consumer would come back to it at once, again and again.
            return (int) Math.min(Integer.MAX_VALUE, report.changes());
        } catch (RuntimeException | Error e) {
            failure = e instanceof AjoException known
                    ? known.getKind().label()
                    : e.getClass().getName();
            throw e;
        } finally {
            trace.end(failure);
        }
    }

    /** What a poll has done is to be seen also when it fails. */
    private PollReport run(SourcePoll poll) {
        try {
            return poll.run();
        } finally {
            lastPoll = poll.report();
        }
    }

    /** A poll whose only exchange failed was not idle, and one that another process makes is none of this one. */
    @Override
    protected void processEmptyMessage() throws Exception {
        if (idle) {
            super.processEmptyMessage();
        }
    }

    /** Not used: changes are delivered while the list is read, so that a long list needs no memory. */
    @Override
    public int processBatch(Queue<Object> exchanges) {
        throw new UnsupportedOperationException("Changes are delivered while the list is read");
    }

    /** What the latest poll did, {@code null} before the first. */
    PollReport lastPoll() {
        return lastPoll;
    }

    int failuresInARow() {
        return failuresInARow.get();
    }

    Optional<SourceStatus> status() {
        return endpoint.state().status(settings.request().sourceId());
    }

    /** What operators see; of the position nothing when the storage is away. */
    SourceView view() {
        Optional<SourceStatus> status;
        try {
            status = status();
        } catch (StoreException e) {
            LOG.debug(
                    "The position of source {} cannot be read",
                    settings.request().sourceId(),
                    e);
            status = Optional.empty();
        }
        return view(status);
    }

    private SourceView view(Optional<SourceStatus> status) {
        PollReport poll = lastPoll;
        return new SourceView(
                settings.request().sourceId(),
                status.map(AjoConsumer::inWords).orElse(null),
                status.map(AjoConsumer::age).orElse(null),
                poll == null ? null : poll.at(),
                poll == null ? null : poll.duration(),
                poll == null ? 0 : poll.calls(),
                poll == null ? 0 : poll.items(),
                poll == null ? 0 : poll.changes(),
                poll == null ? 0 : poll.failed(),
                failuresInARow(),
                exchangeAge());
    }

    private Duration exchangeAge() {
        Long since = exchangeSince;
        return since == null ? null : Duration.ofNanos(System.nanoTime() - since);
    }

    private static String inWords(SourceStatus status) {
        Long readFrom = status.position().readFrom();
        return status.position().phase() + ", read from "
                + (readFrom == null ? "the beginning" : Instant.ofEpochMilli(readFrom)) + ", " + status.items()
                + " items known";
    }

    private static Duration age(SourceStatus status) {
        Duration age = Duration.between(Instant.ofEpochMilli(status.updatedAt()), Instant.now());
        return age.isNegative() ? Duration.ZERO : age;
    }

    boolean reset() {
        return endpoint.state().reset(settings.request().sourceId());
    }

    boolean setPosition(Instant readFrom) {
        return endpoint.state()
                .setPosition(
                        settings.request().sourceId(), readFrom == null ? null : Long.valueOf(readFrom.toEpochMilli()));
    }

    boolean allowRemovals() {
        return endpoint.state().allowRemovals(settings.request().sourceId());
    }

    /**
     * Whether somebody suspended the consumer alone, such as a policy of its route. While the route stops it is suspended too, and
     * {@link #isBatchAllowed()} decides; within a route it is so between any two changes.
     */
    private boolean isSuspendedByAPolicy() {
        return isSuspended() && shutdownRunningTask == null && !isOnDemand();
    }

    /** Sends changes into the route, one after the other. */
    private final class Sink implements ChangeSink {

        private final CallTrace trace;
        private final WholeItems wholeItems;
        private final String failed = "A change of source " + settings.request().sourceId() + " failed";

        Sink(CallTrace trace) {
            this.trace = trace;
            this.wholeItems = options.isFetch() ? calls.wholeItems(trace) : null;
        }

        @Override
        public void coming(List<SourceChange> changes) {
            if (wholeItems != null) {
                wholeItems.coming(changes);
            }
        }

        @Override
        public boolean mayGoOn() {
            return isBatchAllowed() && !isSuspendedByAPolicy();
        }

        @Override
        public Delivery deliver(SourceChange change, int place, int size) {
            Object body;
            try {
                body = body(change);
            } catch (AjoNotFoundException e) {
                LOG.debug(
                        "Source {}: an item was deleted since the list was read",
                        settings.request().sourceId());
                return Delivery.GONE;
            }
            pendingExchanges = size - place - 1;
            Exchange exchange = exchange(change, body, place, size);
            exchangeSince = System.nanoTime();
            try {
                return switch (ExchangeCompletion.send(AjoConsumer.this, exchange, failed)) {
                    case COMPLETED -> Delivery.COMPLETED;
                    case FAILED -> Delivery.FAILED;
                    case UNFINISHED -> Delivery.UNFINISHED;
                };
            } finally {
                exchangeSince = null;
            }
        }

        private Object body(SourceChange change) {
            if (change.item() == null) {
                return null;
            }
            return wholeItems == null ? calls.bodyOf(change, trace) : wholeItems.of(change);
        }

        private Exchange exchange(SourceChange change, Object body, int place, int size) {
            Exchange exchange = createExchange(false);
            exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, place);
            exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
            exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, place == size - 1);
            Message message = exchange.getMessage();
            message.setBody(body);
            message.setHeader(AjoConstants.CHANGE, change.kind().label());
            message.setHeader(AjoConstants.ID, change.key());
            if (change.changedAt() != null) {
                message.setHeader(AjoConstants.CHANGED_AT, change.changedAt());
            }
            return exchange;
        }
    }
}
