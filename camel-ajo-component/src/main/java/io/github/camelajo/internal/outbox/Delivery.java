package io.github.camelajo.internal.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.github.camelajo.internal.storage.BatchOutcome;
import io.github.camelajo.internal.storage.ClaimedItem;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.spi.ItemOutcome;
import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.spi.StoreException;
import io.github.camelajo.spi.UnknownRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls one claimed batch and stores what came of each item. No connection, lock or transaction of the storage is held while
 * Adobe is called. When this returns, each item of the batch has its outcome in the storage, waits again, or stays
 * <em>calling</em> because the process ends.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private static final Duration STORE_RETRY = Duration.ofSeconds(1);

    private final DeliverySettings settings;
    private final OutboxStorage store;
    private final BatchCall call;
    private final Runnable prepare;
    private final BooleanSupplier goesOn;
    private final Wakeup wakeup;
    private final Leftovers leftovers;

    /**
     * @param prepare   done before the time of a call begins to count, such as to wait for a token
     * @param goesOn    whether calls may still begin
     * @param leftovers gets what cannot be stored before the end
     */
    Delivery(
            DeliverySettings settings,
            OutboxStorage store,
            BatchCall call,
            Runnable prepare,
            BooleanSupplier goesOn,
            Wakeup wakeup,
            Leftovers leftovers) {
        this.settings = settings;
        this.store = store;
        this.call = call;
        this.prepare = prepare;
        this.goesOn = goesOn;
        this.wakeup = wakeup;
        this.leftovers = leftovers;
    }

    void deliver(OutboxBatch claimed) throws InterruptedException {
        Deque<OutboxBatch> next = new ArrayDeque<>();
        next.add(claimed);
        while (!next.isEmpty()) {
            OutboxBatch batch = next.poll();
            if (wasSentOftenEnough(batch)) {
                park(batch);
                continue;
            }
            if (!mayBegin(batch)) {
                giveBack(batch);
                continue;
            }
            halvesOf(batch, call.make(batch)).forEach(next::addFirst);
        }
    }

    /**
     * Whether the last attempt was made already. It was one of a process that ended before it could tell: perhaps this batch ends
     * every process that calls it.
     */
    private boolean wasSentOftenEnough(OutboxBatch batch) {
        return batch.sends() > 1 && attempts(batch) > settings.maxAttempts();
    }

    private void park(OutboxBatch batch) throws InterruptedException {
        String reason = "The process that called it ended, in the last of " + settings.maxAttempts() + " attempts";
        LOG.warn("Lane {}: request {} is not sent again: {}", batch.lane(), batch.requestId(), reason);
        store(batch, BatchOutcome.all(batch, ItemOutcome.unknown(reason), 0));
    }

    /** Asked right before the call: a process that was taken for dead, or cannot prove that it lives, must not send. */
    private boolean mayBegin(OutboxBatch batch) {
        if (!goesOn.getAsBoolean()) {
            return false;
        }
        prepare.run();
        return goesOn.getAsBoolean() && store.mayCall(batch, settings.callTime());
    }

    private void giveBack(OutboxBatch batch) throws InterruptedException {
        if (!written(batch, () -> store.giveBack(batch))) {
            LOG.info(
                    "Lane {}: batch {} belongs to another process now; it was not sent here", batch.lane(), batch.id());
        }
    }

    /** Stores the outcome. What has to be sent in halves comes back, the last half first. */
    private List<OutboxBatch> halvesOf(OutboxBatch batch, CallResult result) throws InterruptedException {
        if (result.verdict() == null) {
            store(batch, outcomes(batch, result));
            return List.of();
        }
        switch (result.verdict()) {
            case CONTENT_REFUSED -> {
                if (batch.items().size() > 1) {
                    List<OutboxBatch> halves = new ArrayList<>(whenWritten(
                            batch,
                            () -> store.halve(batch),
                            List.of(),
                            // Halves would belong to this process, and it calls them no more.
                            () -> store.giveBack(batch)));
                    Collections.reverse(halves);
                    return halves;
                }
                store(batch, BatchOutcome.all(batch, ItemOutcome.refused(result.reason()), result.status()));
            }
            case ALL_REFUSED ->
                store(batch, BatchOutcome.all(batch, ItemOutcome.refused(result.reason()), result.status()));
            case CALLER_REFUSED -> {
                LOG.error(
                        "Lane {} is paused, as Adobe refuses its calls. Nothing was sent; resume it when the reason is gone: {}",
                        batch.lane(),
                        result.reason());
                written(batch, () -> {
                    store.pause(batch.lane(), result.reason());
                    return true;
                });
                giveBack(batch);
            }
            case NOT_TAKEN -> notTaken(batch, result);
            case UNKNOWN -> unknown(batch, result);
        }
        return List.of();
    }

    private void notTaken(OutboxBatch batch, CallResult result) throws InterruptedException {
        if (!goesOn.getAsBoolean()) {
            // The component stops, and turns calls away.
            giveBack(batch);
            return;
        }
        Duration wait = wait(batch, result.asked());
        if (batch.sends() > 1) {
            // An earlier send of it may have been taken, so it stays as it is.
            resendOrPark(batch, result, wait);
            return;
        }
        LOG.warn("Lane {} waits for {} ms: {}", batch.lane(), wait.toMillis(), result.reason());
        List<ItemOutcome> items = batch.items().stream()
                .map(item -> againOrGivenUp(item, ItemOutcome.again(result.reason(), wait)))
                .toList();
        store(batch, BatchOutcome.of(items, result.status()).withLaneWait(wait, result.reason()));
    }

    private void unknown(OutboxBatch batch, CallResult result) throws InterruptedException {
        if (settings.onUnknown() == UnknownRule.RESEND) {
            resendOrPark(batch, result, wait(batch, result.asked()));
            return;
        }
        LOG.warn(
                "Lane {}: nobody knows whether the {} items of request {} were taken; they are not sent again by themselves: {}",
                batch.lane(),
                batch.items().size(),
                batch.requestId(),
                result.reason());
        store(batch, BatchOutcome.all(batch, ItemOutcome.unknown(result.reason()), result.status()));
    }

    private void resendOrPark(OutboxBatch batch, CallResult result, Duration wait) throws InterruptedException {
        if (attempts(batch) < settings.maxAttempts()) {
            LOG.warn(
                    "Lane {}: request {} is sent again after {} ms: {}",
                    batch.lane(),
                    batch.requestId(),
                    wait.toMillis(),
                    result.reason());
            written(batch, () -> store.resendLater(batch, wait));
        } else {
            store(batch, BatchOutcome.all(batch, ItemOutcome.unknown(result.reason()), result.status()));
        }
    }

    private BatchOutcome outcomes(OutboxBatch batch, CallResult result) {
        List<ItemOutcome> items = new ArrayList<>();
        boolean waits = false;
        for (int i = 0; i < batch.items().size(); i++) {
            ItemOutcome outcome = result.items().get(i);
            if (outcome.state() == OutboxState.NEW && outcome.text() != null) {
                Duration delay = wait(batch, outcome.delay().isZero() ? result.asked() : outcome.delay());
                outcome = againOrGivenUp(batch.items().get(i), ItemOutcome.again(outcome.text(), delay));
                waits = true;
            }
            items.add(outcome);
        }
        BatchOutcome outcome = BatchOutcome.of(items, result.status());
        boolean asked = waits && result.asked() != null && !result.asked().isZero();
        return asked ? outcome.withLaneWait(result.asked(), "Adobe asks to wait") : outcome;
    }

    private ItemOutcome againOrGivenUp(ClaimedItem item, ItemOutcome again) {
        return item.attempts() < settings.maxAttempts()
                ? again
                : ItemOutcome.refused("Given up after " + item.attempts() + " attempts: " + again.text());
    }

    private Duration wait(OutboxBatch batch, Duration asked) {
        return settings.delayAfter(
                attempts(batch), asked, ThreadLocalRandom.current().nextDouble());
    }

    private static int attempts(OutboxBatch batch) {
        return batch.items().stream().mapToInt(ClaimedItem::attempts).max().orElse(1);
    }

    private void store(OutboxBatch batch, BatchOutcome outcome) throws InterruptedException {
        if (!written(batch, () -> store.outcome(batch, outcome))) {
            LOG.info(
                    "Lane {}: the outcome of request {} was not needed any more: the batch was closed or claimed by another process",
                    batch.lane(),
                    batch.requestId());
        }
    }

    private boolean written(OutboxBatch batch, Supplier<Boolean> work) throws InterruptedException {
        return whenWritten(batch, work, true, work);
    }

    /** The answer is known only here, so it is tried until it is written, or the route stops. Then it is left over. */
    private <T> T whenWritten(OutboxBatch batch, Supplier<T> work, T otherwise, Supplier<Boolean> later)
            throws InterruptedException {
        boolean told = false;
        while (true) {
            try {
                return work.get();
            } catch (StoreException e) {
                if (wakeup.isClosed()) {
                    leftovers.add(later);
                    LOG.error(
                            "Lane {}: the result of request {} could not be stored, and this route stops. It is stored when the"
                                    + " route starts again in this process. Otherwise its items, {} to {}, become unknown or are"
                                    + " sent again with the same request id, once this process has ended",
                            batch.lane(),
                            batch.requestId(),
                            batch.items().get(0).id(),
                            batch.items().get(batch.items().size() - 1).id(),
                            e);
                    return otherwise;
                }
                if (!told) {
                    told = true;
                    LOG.warn(
                            "Lane {}: what became of request {} cannot be stored; it is tried until it can",
                            batch.lane(),
                            batch.requestId(),
                            e);
                }
                wakeup.pause(STORE_RETRY);
            }
        }
    }
}
