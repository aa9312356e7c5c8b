package io.github.camelajo.internal.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.github.camelajo.internal.storage.ClaimRequest;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.internal.storage.SweepResult;
import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.spi.UnknownRule;

/** Puts items into batches, and takes them out again; guarded by the lock of its {@link MemoryOutbox}. */
final class MemoryClaims {

    private final MemoryOutbox outbox;
    private final MemoryInstance instance;

    MemoryClaims(MemoryOutbox outbox, MemoryInstance instance) {
        this.outbox = outbox;
        this.instance = instance;
    }

    Optional<OutboxBatch> claim(ClaimRequest request) {
        if (!instance.isAlive() || !isOpen(request.lane())) {
            return Optional.empty();
        }
        List<MemoryItem> chosen = choose(request);
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(newBatch(request.lane(), chosen).claimed());
    }

    private boolean isOpen(String lane) {
        return outbox.lane(lane).isOpen(instance.now(), outbox.openBatches(lane));
    }

    private List<MemoryItem> choose(ClaimRequest request) {
        long now = instance.now();
        List<MemoryItem> chosen = new ArrayList<>();
        Set<String> recipients = new HashSet<>();
        String group = null;
        Iterator<MemoryItem> due = outbox.items(request.lane(), OutboxState.NEW)
                .filter(item -> item.dueAt <= now)
                .sorted(Comparator.<MemoryItem>comparingLong(item -> item.dueAt).thenComparingLong(item -> item.id))
                .iterator();
        while (due.hasNext() && chosen.size() < request.size()) {
            MemoryItem item = due.next();
            if (request.ordered() && outbox.isHeldBack(item, request.unknownBlocks())) {
                continue;
            }
            if (!chosen.isEmpty() && !Objects.equals(group, item.added.group())) {
                continue;
            }
            String recipient = item.added.recipient();
            if (!request.distinctRecipients() || recipient == null || recipients.add(recipient)) {
                chosen.add(item);
                group = item.added.group();
            }
        }
        return chosen;
    }

    private MemoryBatch newBatch(String lane, List<MemoryItem> items) {
        long now = instance.now();
        MemoryBatch batch =
                new MemoryBatch(outbox.nextId(), lane, UUID.randomUUID().toString(), instance.id(), items);
        outbox.batches.put(batch.id, batch);
        int position = 0;
        for (MemoryItem item : items) {
            item.batch = batch;
            item.position = position++;
            item.attempts++;
            item.turn(OutboxState.CALLING, null, null, now);
        }
        return batch;
    }

    Optional<OutboxBatch> takeOver(String lane) {
        if (!instance.isAlive()) {
            return Optional.empty();
        }
        instance.buryTheDead();
        MemoryLane state = outbox.lane(lane);
        if (state.paused || state.notBefore > instance.now()) {
            return Optional.empty();
        }
        for (MemoryBatch batch : outbox.batches(lane).toList()) {
            if (!isAbandoned(batch) || batch.resendAt > instance.now()) {
                continue;
            }
            if (batch.isComplete()) {
                batch.owner = instance.id();
                batch.sends++;
                batch.items.forEach(item -> item.attempts++);
                return Optional.of(batch.claimed());
            }
            park(batch);
        }
        return Optional.empty();
    }

    private boolean isAbandoned(MemoryBatch batch) {
        return batch.open && !outbox.aliveUntil.containsKey(batch.owner);
    }

    private int park(MemoryBatch batch) {
        long now = instance.now();
        int parked = 0;
        for (MemoryItem item : batch.items) {
            if (item.batch == batch && item.state == OutboxState.CALLING) {
                item.turn(OutboxState.UNKNOWN, null, "The process that called it ended", now);
                parked++;
            }
        }
        batch.close(instance.id(), 0);
        return parked;
    }

    SweepResult sweep(String lane, UnknownRule rule) {
        if (!instance.isAlive()) {
            return new SweepResult(0, 0);
        }
        instance.buryTheDead();
        int parked = 0;
        int adopted = 0;
        for (MemoryBatch batch : outbox.batches(lane).toList()) {
            if (rule == UnknownRule.PARK && isAbandoned(batch)) {
                parked += park(batch);
            } else if (batch.isUntold() && !outbox.aliveUntil.containsKey(batch.teller)) {
                batch.teller = instance.id();
                adopted++;
            }
        }
        return new SweepResult(parked, adopted);
    }

    boolean giveBack(OutboxBatch batch) {
        MemoryBatch stored = open(batch);
        if (stored == null) {
            return false;
        }
        stored.items.forEach(item -> item.attempts--);
        if (stored.sends > 1) {
            stored.owner = "";
            return true;
        }
        for (MemoryItem item : stored.items) {
            item.batch = null;
            item.turn(OutboxState.NEW, null, null, instance.now());
        }
        outbox.batches.remove(stored.id);
        return true;
    }

    boolean resendLater(OutboxBatch batch, Duration delay) {
        MemoryBatch stored = open(batch);
        if (stored == null) {
            return false;
        }
        stored.owner = "";
        stored.resendAt = instance.now() + delay.toMillis();
        return true;
    }

    List<OutboxBatch> halve(OutboxBatch batch) {
        if (batch.items().size() < 2) {
            throw new IllegalArgumentException("A batch of one item cannot be halved");
        }
        MemoryBatch stored = open(batch);
        if (stored == null) {
            return List.of();
        }
        int middle = (stored.items.size() + 1) / 2;
        MemoryBatch first = newBatch(stored.lane, stored.items.subList(0, middle));
        MemoryBatch second = newBatch(stored.lane, stored.items.subList(middle, stored.items.size()));
        stored.close(instance.id(), 0);
        stored.toldPos = stored.items.size();
        return List.of(first.claimed(), second.claimed());
    }

    /** The batch if it is still being called under this claim; otherwise null. */
    private MemoryBatch open(OutboxBatch batch) {
        MemoryBatch stored = outbox.batches.get(batch.id());
        return stored != null && stored.open && stored.isClaimedBy(batch) ? stored : null;
    }
}
