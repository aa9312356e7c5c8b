package io.github.camelajo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.observe.OutboxView;
import io.github.camelajo.internal.outbox.DeliveryKind;
import io.github.camelajo.internal.outbox.DeliverySettings;
import io.github.camelajo.internal.outbox.OutboxDelivery;
import io.github.camelajo.internal.outbox.StoredItem;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.ToldItem;
import io.github.camelajo.internal.storage.UntoldBatch;
import io.github.camelajo.internal.token.AccessTokenManager;
import io.github.camelajo.result.OutputType;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers a lane of the outbox, and begins an exchange with what became of each item. Several processes share a lane through the
 * storage. The route is told at least once.
 */
@ManagedResource(description = "Managed delivery of the outbox")
public class OutboxConsumer extends DefaultConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxConsumer.class);

    /** A sign of life, a look for dead processes, and the clearing of old items must not wait for each other. */
    private static final int TIMER_THREADS = 3;

    private final AjoEndpoint endpoint;
    private final DeliverySettings settings;
    private OutboxStorage store;
    private OutboxDesk desk;
    private AjoEndpoint calling;
    private volatile OutboxDelivery delivery;
    private ExecutorService threads;
    private ScheduledExecutorService timer;

    OutboxConsumer(AjoEndpoint endpoint, Processor processor, DeliverySettings settings) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.settings = settings;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        store = endpoint.outboxStore();
        desk = new OutboxDesk(store, settings.lane());
        endpoint.getComponent().outboxLanes().begin(store, settings.lane(), this);
        try {
            begin();
        } catch (Exception e) {
            end();
            throw e;
        }
    }

    private void begin() throws Exception {
        if (!store.isDurable()) {
            LOG.info(
                    "The outbox {} is in memory: what it holds is gone after a restart. The option outboxStore keeps it in a"
                            + " database",
                    settings.lane());
        }
        calling = callingEndpoint();
        ServiceHelper.startService(calling);
        calling.begin();
        delivery = new OutboxDelivery(
                settings,
                store,
                endpoint.getComponent().outboxLanes().leftovers(store, settings.lane()),
                endpoint.getComponent().bodies(),
                endpoint.getConfiguration().getSandbox(),
                this::call,
                this::awaitToken,
                this::tell);
        var manager = endpoint.getCamelContext().getExecutorServiceManager();
        threads = manager.newFixedThreadPool(this, "AjoOutbox", settings.parallelCalls() + 1);
        timer = manager.newScheduledThreadPool(this, "AjoOutboxTimer", TIMER_THREADS);
        delivery.start(threads, timer);
        endpoint.getComponent().laneBegins(settings.lane(), this::view);
    }

    /** The endpoint whose calls deliver; the same tokens, connections and limits as any other of the component. */
    private AjoEndpoint callingEndpoint() {
        DeliveryKind kind = settings.kind();
        AjoConfiguration configuration = endpoint.getConfiguration().copy();
        configuration.setApi(kind.operation().api());
        configuration.setOperation(kind.operation().name());
        configuration.setOutputType(kind == DeliveryKind.EVENT ? OutputType.POJO : OutputType.MAP);
        configuration.setAnswerPerMessage(kind == DeliveryKind.EVENT);
        configuration.setAnswerPerRecipient(false);
        configuration.setAwaitCompletion(false);
        configuration.setRepeatUnknown(false);
        configuration.setMaxBatchMessages(settings.claim().size());
        // Two layers of repeats would multiply, and the outbox remembers its own.
        configuration.setMaxRetries(0);
        long callMillis = settings.callTime().toMillis();
        configuration.setRequestTimeout(callMillis);
        configuration.setResponseTimeout(Math.min(configuration.getResponseTimeout(), callMillis));
        AjoEndpoint made = new AjoEndpoint(
                endpoint.getComponent().name() + ":" + configuration.getApi() + "?operation="
                        + configuration.getOperation(),
                endpoint.getComponent(),
                configuration);
        made.use(new EndpointOptions(made, Set.of(), Map.of()));
        made.sandboxIsNamedElsewhere();
        return made;
    }

    private Result call(CallInput input) {
        return calling.paces()
                .inPlace((pace, done) -> calling.runner(calling.operation()).start(input, pace, done));
    }

    /** A login may take its time, and the time of a call is short. What goes wrong here the call tells. */
    private void awaitToken() {
        AccessTokenManager tokens = calling.tokens();
        if (tokens == null) {
            return;
        }
        try {
            tokens.token().get(settings.callTime().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("There is no token yet", e);
        }
    }

    @Override
    protected void doStop() throws Exception {
        end();
        super.doStop();
    }

    private void end() throws Exception {
        endpoint.getComponent().outboxLanes().end(store, settings.lane(), this);
        if (delivery != null) {
            endpoint.getComponent().laneEnds(settings.lane());
        }
        if (delivery != null) {
            delivery.stop();
            if (!delivery.awaitEnd(timeToEnd())) {
                LOG.warn(
                        "Lane {}: calls or exchanges are still under way and are cut off; their items count as unknown or are"
                                + " sent again with the same request id",
                        settings.lane());
            }
            delivery = null;
        }
        var manager = endpoint.getCamelContext().getExecutorServiceManager();
        if (threads != null) {
            manager.shutdownNow(threads);
            threads = null;
        }
        if (timer != null) {
            manager.shutdownNow(timer);
            timer = null;
        }
        ServiceHelper.stopAndShutdownService(calling);
        calling = null;
    }

    /** As long as a call may last, but not longer than Camel waits for a route. */
    private Duration timeToEnd() {
        var strategy = endpoint.getCamelContext().getShutdownStrategy();
        Duration most = Duration.ofMillis(strategy.getTimeUnit().toMillis(strategy.getTimeout()));
        return settings.callTime().compareTo(most) < 0 ? settings.callTime() : most;
    }

    void wake() {
        OutboxDelivery running = delivery;
        if (running != null) {
            running.wake();
        }
    }

    OutboxView view() {
        return desk.view();
    }

    @ManagedAttribute(description = "Lane, as the storage names it")
    public String getLane() {
        return settings.lane();
    }

    @ManagedAttribute(description = "Items that wait")
    public long getWaiting() {
        return view().waiting();
    }

    @ManagedAttribute(description = "Items that are being called")
    public long getCalling() {
        return view().calling();
    }

    @ManagedAttribute(description = "Items that were sent and not cleared yet")
    public long getSent() {
        return view().sent();
    }

    @ManagedAttribute(description = "Items that Adobe has refused, or that were given up after the last attempt")
    public long getRefused() {
        return view().refused();
    }

    @ManagedAttribute(description = "Items of which nobody knows whether they were taken")
    public long getUnknown() {
        return view().unknown();
    }

    @ManagedAttribute(description = "Items that an operator has given up")
    public long getDiscarded() {
        return view().discarded();
    }

    @ManagedAttribute(description = "Age of the oldest item that waits, in seconds; 0 if none waits")
    public long getOldestWaitingSeconds() {
        return seconds(view().oldestWaiting());
    }

    @ManagedAttribute(description = "How long the oldest unknown item has been so, in seconds; 0 if there is none")
    public long getOldestUnknownSeconds() {
        return seconds(view().oldestUnknown());
    }

    private static long seconds(Duration age) {
        return age == null ? 0 : age.toSeconds();
    }

    @ManagedAttribute(description = "Whether the lane is paused, in all processes")
    public boolean isPaused() {
        return view().paused();
    }

    @ManagedAttribute(description = "Why the lane is paused or waits; null for no reason")
    public String getReason() {
        return view().reason();
    }

    @ManagedOperation(description = "Stops deliveries of the lane, in all processes and over restarts")
    public void pauseLane(String reason) {
        desk.pause(reason);
    }

    @ManagedOperation(description = "Ends a pause, and a wait that Adobe has asked for")
    public void resumeLane() {
        desk.resume();
        wake();
    }

    @ManagedOperation(description = "One item, without its content")
    public String find(String key) {
        return desk.find(key);
    }

    @ManagedOperation(
            description = "Items in a state, without their content: new, calling, sent, refused, unknown, discarded")
    public List<String> list(String state, int max) {
        return desk.list(state, max);
    }

    @ManagedOperation(
            description = "Sends an unknown or refused item again, with a new request id. Returns 1, or 0 for none")
    public int resend(String key) {
        int items = desk.resend(key);
        wake();
        return items;
    }

    @ManagedOperation(
            description = "Sends all unknown or all refused items again, with new request ids. Returns how many")
    public int resendAll(String state) {
        int items = desk.resendAll(state);
        wake();
        return items;
    }

    @ManagedOperation(description = "Gives up an item that is new, unknown or refused. Returns 1, or 0 for none")
    public int discard(String key) {
        return desk.discard(key);
    }

    @ManagedOperation(description = "Gives up all items that are new, unknown or refused. Returns how many")
    public int discardAll(String state) {
        return desk.discardAll(state);
    }

    @ManagedOperation(description = "Says whether an unknown item was sent. The route is told. Returns false for none")
    public boolean settle(String key, boolean sent) {
        boolean settled = desk.settle(key, sent);
        OutboxDelivery running = delivery;
        if (running != null) {
            running.wakeTeller();
        }
        return settled;
    }

    private boolean tell(UntoldBatch batch, List<ToldItem> items) {
        Exchange exchange = createExchange(false);
        Message message = exchange.getMessage();
        message.setHeader(AjoConstants.OUTBOX_LANE, batch.lane());
        message.setHeader(AjoConstants.OUTBOX_REQUEST_ID, batch.requestId());
        if (batch.status() != 0) {
            message.setHeader(AjoConstants.STATUS_CODE, batch.status());
        }
        if (settings.byBatch()) {
            List<Map<String, Object>> bodies = new ArrayList<>();
            items.forEach(item -> bodies.add(entry(item)));
            message.setBody(bodies);
        } else {
            write(message, items.get(0));
        }
        ExchangeCompletion completion = new ExchangeCompletion(this::isRunAllowed);
        exchange.getExchangeExtension().addOnCompletion(completion);
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
            completion.onFailure(exchange);
        }
        if (!completion.isAwaited()) {
            // It may still be under way elsewhere, so it is not given back.
            return false;
        }
        Exception failure = exchange.getException();
        boolean good = completion.isGood() && failure == null && !exchange.isRollbackOnly();
        if (failure != null) {
            getExceptionHandler()
                    .handleException(
                            "What became of an item of the outbox " + batch.lane() + " could not be told",
                            exchange,
                            failure);
        }
        releaseExchange(exchange, false);
        return good;
    }

    private void write(Message message, ToldItem item) {
        message.setBody(body(item));
        message.setHeader(AjoConstants.OUTBOX_KEY, item.key());
        message.setHeader(AjoConstants.OUTBOX_STATE, state(item));
        message.setHeader(AjoConstants.OUTBOX_ATTEMPTS, item.attempts());
        if (item.outcome() != null) {
            message.setHeader(AjoConstants.OUTBOX_OUTCOME, item.outcome());
        }
        if (item.text() != null) {
            message.setHeader(AjoConstants.OUTBOX_REASON, item.text());
        }
    }

    private Map<String, Object> entry(ToldItem item) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("key", item.key());
        entry.put("state", state(item));
        entry.put("outcome", item.outcome());
        entry.put("reason", item.text());
        entry.put("attempts", item.attempts());
        entry.put("body", body(item));
        return entry;
    }

    private static String state(ToldItem item) {
        return item.state().name().toLowerCase(Locale.ROOT);
    }

    /** What was added; {@code null} when its content was cleared meanwhile, or cannot be read any more. */
    private Object body(ToldItem item) {
        if (item.payload() == null) {
            return null;
        }
        try {
            return settings.kind()
                    .told(StoredItem.read(endpoint.getComponent().bodies(), item.payload())
                            .body());
        } catch (IllegalArgumentException e) {
            LOG.debug("The content of an item of the outbox cannot be read", e);
            return null;
        }
    }
}
