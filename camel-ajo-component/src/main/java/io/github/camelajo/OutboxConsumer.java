package io.github.camelajo;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelajo.internal.outbox.DeliverySettings;
import io.github.camelajo.internal.outbox.OutboxDelivery;
import io.github.camelajo.internal.storage.OutboxStorage;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers a lane of the outbox, and begins an exchange with what became of each item. Several processes share a lane through the
 * storage. The route is told at least once.
 */
@ManagedResource(description = "Managed delivery of the outbox")
public class OutboxConsumer extends ManagedLane {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxConsumer.class);

    /** A sign of life, a look for dead processes, and the clearing of old items must not wait for each other. */
    private static final int TIMER_THREADS = 3;

    private final AjoEndpoint endpoint;
    private final DeliverySettings settings;
    private final OutboxStorage store;
    private OutboxCalls calls;
    private volatile OutboxDelivery delivery;
    private ExecutorService threads;
    private ScheduledExecutorService timer;

    OutboxConsumer(AjoEndpoint endpoint, Processor processor, DeliverySettings settings) {
        this(endpoint, processor, settings, endpoint.outboxStore());
    }

    private OutboxConsumer(AjoEndpoint endpoint, Processor processor, DeliverySettings settings, OutboxStorage store) {
        super(endpoint, processor, new OutboxDesk(store, settings.lane()));
        this.endpoint = endpoint;
        this.settings = settings;
        this.store = store;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
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
        tellTooFewConnections();
        AjoComponent component = endpoint.getComponent();
        OutboxCalls made = new OutboxCalls(endpoint, settings);
        calls = made;
        made.start();
        delivery = new OutboxDelivery(
                settings,
                store,
                component.outboxLanes().leftovers(store, settings.lane()),
                component.bodies(),
                endpoint.getConfiguration().getSandbox(),
                made::make,
                made::awaitToken,
                new OutcomeExchanges(this, settings, component.bodies()));
        var manager = endpoint.getCamelContext().getExecutorServiceManager();
        threads = manager.newFixedThreadPool(this, "AjoOutbox", deliveringThreads());
        timer = manager.newScheduledThreadPool(this, "AjoOutboxTimer", TIMER_THREADS);
        delivery.start(threads, timer);
        component.laneBegins(settings.lane(), this::view);
    }

    /** Those that call, and one that tells the route. */
    private int deliveringThreads() {
        return settings.parallelCalls() + 1;
    }

    private void tellTooFewConnections() {
        OptionalInt room = store.connections();
        if (room.isPresent() && room.getAsInt() < deliveringThreads()) {
            LOG.warn(
                    "Lane {}: {} threads use the outbox, which are those of parallelCalls and one that tells the route, but its"
                            + " connection pool has room for {}. They will wait for each other, and so will the sign of life of"
                            + " this process. Enlarge the pool, or lower parallelCalls",
                    settings.lane(),
                    deliveringThreads(),
                    room.getAsInt());
        }
    }

    @Override
    protected void doStop() throws Exception {
        end();
        super.doStop();
    }

    private void end() throws Exception {
        endpoint.getComponent().outboxLanes().end(store, settings.lane(), this);
        try {
            endDelivery();
        } finally {
            release();
        }
    }

    private void endDelivery() throws InterruptedException {
        OutboxDelivery ending = delivery;
        if (ending == null) {
            return;
        }
        endpoint.getComponent().laneEnds(settings.lane());
        delivery = null;
        ending.stop();
        if (!ending.awaitEnd(timeToEnd())) {
            LOG.warn(
                    "Lane {}: calls or exchanges are still under way and are cut off; their items count as unknown or are"
                            + " sent again with the same request id",
                    settings.lane());
        }
    }

    /** Also when the thread that stops the route was interrupted while it waited. */
    private void release() {
        var manager = endpoint.getCamelContext().getExecutorServiceManager();
        if (threads != null) {
            manager.shutdownNow(threads);
            threads = null;
        }
        if (timer != null) {
            manager.shutdownNow(timer);
            timer = null;
        }
        if (calls != null) {
            calls.stop();
            calls = null;
        }
    }

    /** As long as a call may last, but not longer than Camel waits for a route. */
    private Duration timeToEnd() {
        var strategy = endpoint.getCamelContext().getShutdownStrategy();
        Duration most = Duration.ofMillis(strategy.getTimeUnit().toMillis(strategy.getTimeout()));
        return settings.callTime().compareTo(most) < 0 ? settings.callTime() : most;
    }

    @Override
    void wake() {
        OutboxDelivery running = delivery;
        if (running != null) {
            running.wake();
        }
    }

    @Override
    void wakeTeller() {
        OutboxDelivery running = delivery;
        if (running != null) {
            running.wakeTeller();
        }
    }
}
