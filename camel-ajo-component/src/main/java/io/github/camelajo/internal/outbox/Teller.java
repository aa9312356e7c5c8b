package io.github.camelajo.internal.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.ToldItem;
import io.github.camelajo.internal.storage.UntoldBatch;

/**
 * Tells the route what became of items, and stores that it was told. At least once: an exchange that fails, or that was under way
 * when the process ended, is told again. Used by one thread.
 */
final class Teller {

    private static final int BATCHES = 50;
    private static final long FIRST_WAIT = Duration.ofSeconds(1).toNanos();
    private static final int MOST_DOUBLINGS = 6;
    private static final long COMMIT_EVERY = Duration.ofSeconds(1).toNanos();

    private final String lane;
    private final boolean byBatch;
    private final OutboxStorage store;
    private final TellingSink sink;
    private final BooleanSupplier goesOn;
    private final LongSupplier nanoTime;

    /** Batches whose exchange has failed. They wait, and the others are told meanwhile. */
    private final Map<Long, Waiting> waiting = new HashMap<>();

    private record Waiting(int failures, long until) {}

    Teller(
            DeliverySettings settings,
            OutboxStorage store,
            TellingSink sink,
            BooleanSupplier goesOn,
            LongSupplier nanoTime) {
        this.lane = settings.lane();
        this.byBatch = settings.byBatch();
        this.store = store;
        this.sink = sink;
        this.goesOn = goesOn;
        this.nanoTime = nanoTime;
    }

    /**
     * Tells what is there to be told.
     *
     * @return whether there may be more at once
     */
    boolean tellOnce() {
        List<UntoldBatch> batches = store.untold(lane, BATCHES + waiting.size());
        boolean progress = false;
        for (UntoldBatch batch : batches) {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            Waiting wait = waiting.get(batch.id());
            if (wait == null || wait.until() - nanoTime.getAsLong() <= 0) {
                progress |= tell(batch);
            }
        }
        if (batches.isEmpty()) {
            waiting.clear();
        }
        return progress && batches.size() >= BATCHES;
    }

    private boolean tell(UntoldBatch batch) {
        int told = byBatch ? tellTogether(batch) : tellEach(batch);
        if (told >= batch.size()) {
            waiting.remove(batch.id());
            return true;
        }
        if (goesOn.getAsBoolean()) {
            Waiting before = waiting.get(batch.id());
            int failures = before == null ? 1 : before.failures() + 1;
            long wait = FIRST_WAIT << Math.min(failures - 1, MOST_DOUBLINGS);
            waiting.put(batch.id(), new Waiting(failures, nanoTime.getAsLong() + wait));
        }
        return false;
    }

    private int tellTogether(UntoldBatch batch) {
        if (!batch.items().isEmpty() && !sink.tell(batch, batch.items())) {
            return batch.toldPos();
        }
        store.told(batch, batch.size());
        return batch.size();
    }

    private int tellEach(UntoldBatch batch) {
        int stored = batch.toldPos();
        long since = nanoTime.getAsLong();
        for (ToldItem item : batch.items()) {
            boolean good = goesOn.getAsBoolean() && sink.tell(batch, List.of(item));
            int upTo = good ? item.position() + 1 : item.position();
            boolean due = !good || nanoTime.getAsLong() - since > COMMIT_EVERY;
            if (due && upTo > stored) {
                if (!store.told(batch, upTo)) {
                    // There is something new to tell about it, and it comes again.
                    return batch.size();
                }
                stored = upTo;
                since = nanoTime.getAsLong();
            }
            if (!good) {
                return upTo;
            }
        }
        store.told(batch, batch.size());
        return batch.size();
    }
}
