package io.github.camelajo.internal.state;

import java.util.List;

import io.github.camelajo.internal.storage.BatchOutcome;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.internal.storage.UntoldBatch;
import io.github.camelajo.spi.ItemOutcome;
import io.github.camelajo.spi.OutboxState;

/** The outcomes of items, and how much of them the route was told; guarded by the lock of its {@link MemoryOutbox}. */
final class MemoryOutcomes {

    private final MemoryOutbox outbox;
    private final MemoryInstance instance;

    MemoryOutcomes(MemoryOutbox outbox, MemoryInstance instance) {
        this.outbox = outbox;
        this.instance = instance;
    }

    boolean store(OutboxBatch batch, BatchOutcome outcome) {
        if (outcome.items().size() != batch.items().size()) {
            throw new IllegalArgumentException("There are " + outcome.items().size() + " outcomes for "
                    + batch.items().size() + " items");
        }
        MemoryBatch stored = outbox.batches.get(batch.id());
        if (stored == null || !stored.isClaimedBy(batch)) {
            return false;
        }
        int changed = 0;
        for (int i = 0; i < stored.items.size(); i++) {
            // Not by the position of the item, which can be that in another batch by now.
            changed += apply(stored, stored.items.get(i), outcome.items().get(i)) ? 1 : 0;
        }
        if (changed == 0) {
            return false;
        }
        stored.close(instance.id(), outcome.status());
        MemoryLane lane = outbox.lane(stored.lane);
        if (!outcome.laneWait().isZero()) {
            lane.waitUntil(instance.now() + outcome.laneWait().toMillis(), outcome.reason());
        } else if (outcome.isAnswered()) {
            lane.widen();
        }
        return true;
    }

    private boolean apply(MemoryBatch batch, MemoryItem item, ItemOutcome outcome) {
        boolean pending = item.state == OutboxState.CALLING
                || item.state == OutboxState.UNKNOWN && outcome.state() != OutboxState.UNKNOWN;
        if (item.batch != batch || !pending) {
            return false;
        }
        long now = instance.now();
        item.turn(outcome.state(), outcome.id(), outcome.text(), now);
        if (outcome.state() == OutboxState.NEW) {
            item.dueAt = now + outcome.delay().toMillis();
        }
        return true;
    }

    boolean settle(String lane, long itemId, ItemOutcome outcome) {
        if (outcome.state() != OutboxState.SENT && outcome.state() != OutboxState.REFUSED) {
            throw new IllegalArgumentException(
                    "An unknown item is settled as SENT or REFUSED, not as " + outcome.state());
        }
        MemoryItem item = outbox.items.get(itemId);
        if (item == null || !item.added.lane().equals(lane) || item.state != OutboxState.UNKNOWN) {
            return false;
        }
        item.turn(outcome.state(), outcome.id(), outcome.text(), instance.now());
        item.batch.close(instance.id(), item.batch.status);
        return true;
    }

    List<UntoldBatch> untold(String lane, int max) {
        return outbox.batches(lane)
                .filter(batch -> batch.isUntold() && instance.id().equals(batch.teller))
                .limit(max)
                .map(MemoryBatch::untold)
                .toList();
    }

    boolean told(UntoldBatch batch, int upTo) {
        MemoryBatch stored = outbox.batches.get(batch.id());
        if (stored == null
                || stored.version != batch.version()
                || !instance.id().equals(stored.teller)) {
            return false;
        }
        stored.toldPos = Math.max(stored.toldPos, Math.min(upTo, batch.size()));
        return true;
    }
}
