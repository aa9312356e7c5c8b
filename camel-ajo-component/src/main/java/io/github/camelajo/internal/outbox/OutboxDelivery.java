package io.github.camelajo.internal.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.github.camelajo.internal.flow.Result;
import io.github.camelajo.internal.request.CallInput;
import io.github.camelajo.internal.request.RequestBodies;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.SweepResult;
import io.github.camelajo.spi.StoreException;
import io.github.camelajo.spi.StoreRefusedException;
import io.github.camelajo.spi.UnknownRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers a lane in one process: workers that claim and call, a thread that tells the route, and one that proves that the process
 * lives, looks after what dead ones left, and clears what is old.
 */
public final class OutboxDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);

    private static final Duration CLEAN_EVERY = Duration.ofMinutes(1);
    private static final Duration STORE_AWAY = Duration.ofSeconds(1);

    /** As often in the lifetime of the process. */
    private static final int BEATS = 6;

    private final DeliverySettings settings;
    private final OutboxStorage store;
    private final Delivery delivery;
    private final Leftovers leftovers;
    private final Teller teller;
    private final Wakeup work = new Wakeup();
    private final Wakeup telling = new Wakeup();
    private final CountDownLatch ended;
    private volatile boolean stopping;
    private volatile boolean storeAway;

    /**
     * @param leftovers of an earlier delivery of the lane in this process
     * @param sandbox   of items that name none, or {@code null}
     * @param calls     carries the operation out on the calling thread
     * @param prepare   done before the time of a call begins to count
     */
    public OutboxDelivery(
            DeliverySettings settings,
            OutboxStorage store,
            Leftovers leftovers,
            RequestBodies bodies,
            String sandbox,
            Function<CallInput, Result> calls,
            Runnable prepare,
            TellingSink sink) {
        this.settings = settings;
        this.store = store;
        this.leftovers = leftovers;
        this.delivery = new Delivery(
                settings,
                store,
                new BatchCall(settings.kind(), bodies, sandbox, calls),
                prepare,
                () -> !stopping,
                work,
                leftovers);
        this.teller = new Teller(settings, store, sink, () -> !stopping, System::nanoTime);
        this.ended = new CountDownLatch(settings.parallelCalls() + 1);
    }

    /**
     * Begins. The threads come back when {@link #stop} is called.
     *
     * @param threads has room for the calls at a time, and one more
     * @param timer   has three threads
     */
    public void start(ExecutorService threads, ScheduledExecutorService timer) {
        long beat = Math.max(1, store.lifetime().toMillis() / BEATS);
        keepAlive();
        lookAfter();
        repeat(timer, this::keepAlive, beat);
        repeat(timer, this::lookAfter, beat);
        repeat(timer, this::clean, CLEAN_EVERY.toMillis());
        for (int i = 0; i < settings.parallelCalls(); i++) {
            threads.execute(() -> untilStopped(work, this::deliverNext, settings.idleDelay()));
        }
        threads.execute(() -> untilStopped(telling, teller::tellOnce, settings.idleDelay()));
    }

    private static void repeat(ScheduledExecutorService timer, Runnable task, long millis) {
        var unused = timer.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Says that there may be something new to deliver. */
    public void wake() {
        work.wake();
    }

    /** Says that there may be something new to tell. */
    public void wakeTeller() {
        telling.wake();
    }

    /** Begins no call and no exchange any more. */
    public void stop() {
        stopping = true;
        work.close();
        telling.close();
    }

    /** Waits for calls and exchanges under way; false if they have not ended in time. */
    public boolean awaitEnd(Duration time) throws InterruptedException {
        return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private interface Step {
        /** Does something, and says whether there may be more at once. */
        boolean go() throws InterruptedException;
    }

    private void untilStopped(Wakeup wakeup, Step step, Duration idle) {
        try {
            while (!stopping) {
                if (!safely(wakeup, step)) {
                    wakeup.sleep(idle);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private boolean safely(Wakeup wakeup, Step step) throws InterruptedException {
        try {
            boolean more = step.go();
            storeAway = false;
            return more;
        } catch (StoreException e) {
            tellOnceThatTheStoreIsAway(e);
            wakeup.pause(STORE_AWAY);
            return false;
        } catch (RuntimeException e) {
            LOG.error("Lane {}: delivery goes on after a fault", settings.lane(), e);
            wakeup.pause(STORE_AWAY);
            return false;
        }
    }

    private void tellOnceThatTheStoreIsAway(StoreException e) {
        if (!storeAway) {
            storeAway = true;
            LOG.warn("Lane {}: the storage cannot be used at the moment", settings.lane(), e);
        }
    }

    private boolean deliverNext() throws InterruptedException {
        Optional<OutboxBatch> next = Optional.empty();
        if (settings.onUnknown() == UnknownRule.RESEND) {
            next = store.takeOver(settings.lane());
        }
        if (next.isEmpty()) {
            next = store.claim(settings.claim());
        }
        if (next.isEmpty()) {
            return false;
        }
        // There may be more, for another one.
        work.wake();
        delivery.deliver(next.get());
        telling.wake();
        return true;
    }

    /** Runs on a thread of its own, so that no work can hold it up. */
    private void keepAlive() {
        try {
            if (!store.beat()) {
                LOG.warn("Lane {}: this process was taken for dead, and goes on under a new identity", settings.lane());
            }
        } catch (StoreRefusedException e) {
            LOG.error("Lane {}: the storage refuses", settings.lane(), e);
        } catch (StoreException e) {
            tellOnceThatTheStoreIsAway(e);
        } catch (RuntimeException e) {
            LOG.error("Lane {}: this process cannot prove that it lives, and claims nothing", settings.lane(), e);
        }
    }

    private void lookAfter() {
        try {
            int stored = leftovers.store();
            if (stored > 0) {
                LOG.info("Lane {}: {} results of calls were left over and are stored now", settings.lane(), stored);
                telling.wake();
            }
            SweepResult swept = store.sweep(settings.lane(), settings.onUnknown());
            if (swept.parked() > 0) {
                LOG.warn(
                        "Lane {}: a process ended while it called. Nobody knows whether {} items were taken; they are not sent"
                                + " again by themselves",
                        settings.lane(),
                        swept.parked());
            }
            if (swept.parked() > 0 || swept.adopted() > 0) {
                telling.wake();
            }
        } catch (StoreException e) {
            tellOnceThatTheStoreIsAway(e);
        } catch (RuntimeException e) {
            LOG.error("Lane {}: what dead processes have left cannot be looked after", settings.lane(), e);
        }
    }

    private void clean() {
        try {
            while (!stopping && store.clean(settings.clean()).didSomething()) {
                LOG.debug("Lane {}: old items were cleared", settings.lane());
            }
        } catch (RuntimeException e) {
            LOG.warn("Lane {}: old items could not be cleared", settings.lane(), e);
        }
    }
}
