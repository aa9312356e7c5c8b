package io.github.camelajo.internal.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import io.github.camelajo.internal.storage.AddResult;
import io.github.camelajo.internal.storage.BatchOutcome;
import io.github.camelajo.internal.storage.ClaimRequest;
import io.github.camelajo.internal.storage.CleanResult;
import io.github.camelajo.internal.storage.CleanRule;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.internal.storage.OutboxItem;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.SweepResult;
import io.github.camelajo.internal.storage.UntoldBatch;
import io.github.camelajo.spi.ItemOutcome;
import io.github.camelajo.spi.LaneStatus;
import io.github.camelajo.spi.OutboxCounts;
import io.github.camelajo.spi.OutboxEntry;
import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.spi.StoreRefusedException;
import io.github.camelajo.spi.TransactionRule;
import io.github.camelajo.spi.UnknownRule;

/**
 * An outbox in memory: items are lost at a restart, and adding takes no part in a transaction. Several instances may
 * share one.
 */
public final class MemoryOutboxStore implements OutboxStorage {

    private static final int CLEAN_STEP = 1000;

    private final MemoryOutbox outbox;
    private final LongSupplier millis;
    private final LongSupplier nanoTime;
    private final Duration lifetime;

    private volatile String id = UUID.randomUUID().toString();

    /** In nanoseconds; meaningful once {@link #hasBeaten}. */
    private volatile long aliveUntil;

    private volatile boolean hasBeaten;

    public MemoryOutboxStore() {
        this(new MemoryOutbox(), System::currentTimeMillis, System::nanoTime, Duration.ofMinutes(2));
    }

    /**
     * Creates one of several instances.
     *
     * @param outbox   what they share
     * @param millis   the clock that they share, in milliseconds since the epoch
     * @param nanoTime the monotonic clock of this instance
     * @param lifetime how long it counts as alive after a beat
     */
    public MemoryOutboxStore(MemoryOutbox outbox, LongSupplier millis, LongSupplier nanoTime, Duration lifetime) {
        this.outbox = outbox;
        this.millis = millis;
        this.nanoTime = nanoTime;
        this.lifetime = lifetime;
    }

    @Override
    public boolean isDurable() {
        return false;
    }

    @Override
    public List<AddResult> add(List<OutboxItem> items, TransactionRule rule) {
        if (rule == TransactionRule.REQUIRED) {
            throw new StoreRefusedException(
                    "An outbox in memory takes part in no transaction. Use one in a database, or do not require a transaction");
        }
        synchronized (outbox) {
            return items.stream().map(this::add).toList();
        }
    }

    private AddResult add(OutboxItem item) {
        MemoryOutbox.LaneKey key = new MemoryOutbox.LaneKey(item.lane(), item.key());
        MemoryItem known = outbox.byKey.get(key);
        if (known != null) {
            return known.added.identity().equals(item.identity()) ? AddResult.KNOWN : AddResult.DIFFERENT;
        }
        MemoryItem added = new MemoryItem(outbox.nextId(), item, millis.getAsLong());
        outbox.items.put(added.id, added);
        outbox.byKey.put(key, added);
        return AddResult.ADDED;
    }

    @Override
    public boolean beat() {
        synchronized (outbox) {
            long now = millis.getAsLong();
            Long until = outbox.aliveUntil.get(id);
            boolean lost = hasBeaten && (until == null || until <= now);
            if (lost) {
                id = UUID.randomUUID().toString();
            }
            outbox.aliveUntil.put(id, now + lifetime.toMillis());
            aliveUntil = nanoTime.getAsLong() + lifetime.toNanos();
            hasBeaten = true;
            return !lost;
        }
    }

    @Override
    public Duration lifetime() {
        return lifetime;
    }

    private boolean isAlive() {
        return hasBeaten && aliveUntil - nanoTime.getAsLong() > 0;
    }

    @Override
    public Optional<OutboxBatch> claim(ClaimRequest request) {
        synchronized (outbox) {
            if (!isAlive() || !isOpen(request.lane())) {
                return Optional.empty();
            }
            List<MemoryItem> chosen = choose(request);
            return chosen.isEmpty()
                    ? Optional.empty()
                    : Optional.of(newBatch(request.lane(), chosen).claimed());
        }
    }

    private boolean isOpen(String lane) {
        return outbox.lane(lane).isOpen(millis.getAsLong(), outbox.openBatches(lane));
    }

    private List<MemoryItem> choose(ClaimRequest request) {
        long now = millis.getAsLong();
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
        long now = millis.getAsLong();
        MemoryBatch batch =
                new MemoryBatch(outbox.nextId(), lane, UUID.randomUUID().toString(), id, items);
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

    @Override
    public Optional<OutboxBatch> takeOver(String lane) {
        synchronized (outbox) {
            if (!isAlive()) {
                return Optional.empty();
            }
            buryTheDead();
            MemoryLane state = outbox.lane(lane);
            if (state.paused || state.notBefore > millis.getAsLong()) {
                return Optional.empty();
            }
            for (MemoryBatch batch : outbox.batches(lane).toList()) {
                if (!isAbandoned(batch) || batch.resendAt > millis.getAsLong()) {
                    continue;
                }
                if (batch.isComplete()) {
                    batch.owner = id;
                    batch.sends++;
                    batch.items.forEach(item -> item.attempts++);
                    return Optional.of(batch.claimed());
                }
                park(batch);
            }
            return Optional.empty();
        }
    }

    private boolean isAbandoned(MemoryBatch batch) {
        return batch.open && !outbox.aliveUntil.containsKey(batch.owner);
    }

    private void buryTheDead() {
        long now = millis.getAsLong();
        outbox.aliveUntil.values().removeIf(until -> until <= now);
    }

    private int park(MemoryBatch batch) {
        long now = millis.getAsLong();
        int parked = 0;
        for (MemoryItem item : batch.items) {
            if (item.batch == batch && item.state == OutboxState.CALLING) {
                item.turn(OutboxState.UNKNOWN, null, "The process that called it ended", now);
                parked++;
            }
        }
        batch.close(id, 0);
        return parked;
    }

    @Override
    public boolean mayCall(OutboxBatch batch, Duration deadline) {
        return batch.owner().equals(id) && hasBeaten && aliveUntil - nanoTime.getAsLong() - deadline.toNanos() > 0;
    }

    @Override
    public boolean giveBack(OutboxBatch batch) {
        synchronized (outbox) {
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
                item.turn(OutboxState.NEW, null, null, millis.getAsLong());
            }
            outbox.batches.remove(stored.id);
            return true;
        }
    }

    @Override
    public boolean resendLater(OutboxBatch batch, Duration delay) {
        synchronized (outbox) {
            MemoryBatch stored = open(batch);
            if (stored == null) {
                return false;
            }
            stored.owner = "";
            stored.resendAt = millis.getAsLong() + delay.toMillis();
            return true;
        }
    }

    /** The batch if it is still being called under this claim; otherwise null. */
    private MemoryBatch open(OutboxBatch batch) {
        MemoryBatch stored = outbox.batches.get(batch.id());
        return stored != null && stored.open && stored.isClaimedBy(batch) ? stored : null;
    }

    @Override
    public boolean outcome(OutboxBatch batch, BatchOutcome outcome) {
        if (outcome.items().size() != batch.items().size()) {
            throw new IllegalArgumentException("There are " + outcome.items().size() + " outcomes for "
                    + batch.items().size() + " items");
        }
        synchronized (outbox) {
            MemoryBatch stored = outbox.batches.get(batch.id());
            if (stored == null || !stored.isClaimedBy(batch)) {
                return false;
            }
            int changed = 0;
            for (MemoryItem item : stored.items) {
                changed += apply(stored, item, outcome.items().get(item.position)) ? 1 : 0;
            }
            if (changed == 0) {
                return false;
            }
            stored.close(id, outcome.status());
            MemoryLane lane = outbox.lane(stored.lane);
            if (!outcome.laneWait().isZero()) {
                lane.waitUntil(millis.getAsLong() + outcome.laneWait().toMillis(), outcome.reason());
            } else if (outcome.isAnswered()) {
                lane.widen();
            }
            return true;
        }
    }

    private boolean apply(MemoryBatch batch, MemoryItem item, ItemOutcome outcome) {
        boolean pending = item.state == OutboxState.CALLING
                || item.state == OutboxState.UNKNOWN && outcome.state() != OutboxState.UNKNOWN;
        if (item.batch != batch || !pending) {
            return false;
        }
        long now = millis.getAsLong();
        item.turn(outcome.state(), outcome.id(), outcome.text(), now);
        if (outcome.state() == OutboxState.NEW) {
            item.dueAt = now + outcome.delay().toMillis();
        }
        return true;
    }

    @Override
    public List<OutboxBatch> halve(OutboxBatch batch) {
        if (batch.items().size() < 2) {
            throw new IllegalArgumentException("A batch of one item cannot be halved");
        }
        synchronized (outbox) {
            MemoryBatch stored = open(batch);
            if (stored == null) {
                return List.of();
            }
            int middle = (stored.items.size() + 1) / 2;
            MemoryBatch first = newBatch(stored.lane, stored.items.subList(0, middle));
            MemoryBatch second = newBatch(stored.lane, stored.items.subList(middle, stored.items.size()));
            stored.close(id, 0);
            stored.toldPos = stored.items.size();
            return List.of(first.claimed(), second.claimed());
        }
    }

    @Override
    public List<UntoldBatch> untold(String lane, int max) {
        synchronized (outbox) {
            return outbox.batches(lane)
                    .filter(batch -> batch.isUntold() && id.equals(batch.teller))
                    .limit(max)
                    .map(batch -> new UntoldBatch(
                            batch.id,
                            lane,
                            batch.requestId,
                            batch.status,
                            batch.version,
                            batch.items.size(),
                            batch.toldPos,
                            batch.items.stream()
                                    .filter(item -> item.batch == batch
                                            && item.state.isTold()
                                            && item.position >= batch.toldPos)
                                    .map(MemoryItem::told)
                                    .toList()))
                    .toList();
        }
    }

    @Override
    public boolean told(UntoldBatch batch, int upTo) {
        synchronized (outbox) {
            MemoryBatch stored = outbox.batches.get(batch.id());
            if (stored == null || stored.version != batch.version() || !id.equals(stored.teller)) {
                return false;
            }
            stored.toldPos = Math.max(stored.toldPos, Math.min(upTo, batch.size()));
            return true;
        }
    }

    @Override
    public SweepResult sweep(String lane, UnknownRule rule) {
        synchronized (outbox) {
            if (!isAlive()) {
                return new SweepResult(0, 0);
            }
            buryTheDead();
            int parked = 0;
            int adopted = 0;
            for (MemoryBatch batch : outbox.batches(lane).toList()) {
                if (rule == UnknownRule.PARK && isAbandoned(batch)) {
                    parked += park(batch);
                } else if (batch.isUntold() && !outbox.aliveUntil.containsKey(batch.teller)) {
                    batch.teller = id;
                    adopted++;
                }
            }
            return new SweepResult(parked, adopted);
        }
    }

    @Override
    public CleanResult clean(CleanRule rule) {
        synchronized (outbox) {
            long now = millis.getAsLong();
            List<MemoryItem> done = outbox.items.values().stream()
                    .filter(item -> item.isIn(OutboxState.SENT, OutboxState.REFUSED, OutboxState.DISCARDED))
                    .filter(item -> item.batch == null || !item.batch.open && !item.batch.isUntold())
                    .toList();
            Set<MemoryItem> gone = done.stream()
                    .filter(item -> item.changedAt <= now - rule.keepKeys().toMillis())
                    .limit(CLEAN_STEP)
                    .collect(Collectors.toSet());
            outbox.forget(gone);
            List<MemoryItem> blank = done.stream()
                    .filter(item -> !gone.contains(item) && item.payload != null)
                    .filter(item -> item.changedAt <= now - rule.keepPayload().toMillis())
                    .limit(CLEAN_STEP)
                    .toList();
            blank.forEach(item -> item.payload = null);
            return new CleanResult(blank.size(), gone.size());
        }
    }

    @Override
    public OutboxCounts counts(String lane) {
        synchronized (outbox) {
            return new OutboxCounts(
                    count(lane, OutboxState.NEW),
                    count(lane, OutboxState.CALLING),
                    count(lane, OutboxState.SENT),
                    count(lane, OutboxState.REFUSED),
                    count(lane, OutboxState.UNKNOWN),
                    count(lane, OutboxState.DISCARDED),
                    outbox.items(lane, OutboxState.NEW)
                            .mapToLong(item -> item.createdAt)
                            .min(),
                    oldestUnknown(lane),
                    millis.getAsLong());
        }
    }

    private OptionalLong oldestUnknown(String lane) {
        return outbox.items(lane, OutboxState.UNKNOWN)
                .mapToLong(item -> item.changedAt)
                .min();
    }

    private long count(String lane, OutboxState state) {
        return outbox.items(lane, state).count();
    }

    @Override
    public List<OutboxEntry> list(String lane, OutboxState state, long afterId, int max) {
        synchronized (outbox) {
            return outbox.items(lane, state)
                    .filter(item -> item.id > afterId)
                    .limit(max)
                    .map(MemoryOutboxStore::entry)
                    .toList();
        }
    }

    @Override
    public Optional<OutboxEntry> find(String lane, String key) {
        synchronized (outbox) {
            return Optional.ofNullable(outbox.byKey.get(new MemoryOutbox.LaneKey(lane, key)))
                    .map(MemoryOutboxStore::entry);
        }
    }

    private static OutboxEntry entry(MemoryItem item) {
        return new OutboxEntry(
                item.id,
                item.added.key(),
                item.state,
                item.attempts,
                item.batch == null ? null : item.batch.requestId,
                item.outcome,
                item.text,
                item.createdAt,
                item.changedAt);
    }

    @Override
    public int resend(String lane, Collection<Long> ids) {
        synchronized (outbox) {
            List<MemoryItem> items = chosen(lane, ids, OutboxState.UNKNOWN, OutboxState.REFUSED);
            for (MemoryItem item : items) {
                item.batch = null;
                item.attempts = 0;
                item.dueAt = millis.getAsLong();
                item.turn(OutboxState.NEW, null, null, millis.getAsLong());
            }
            return items.size();
        }
    }

    @Override
    public int discard(String lane, Collection<Long> ids) {
        synchronized (outbox) {
            List<MemoryItem> items = chosen(lane, ids, OutboxState.NEW, OutboxState.UNKNOWN, OutboxState.REFUSED);
            items.forEach(item -> item.turn(OutboxState.DISCARDED, item.outcome, item.text, millis.getAsLong()));
            return items.size();
        }
    }

    private List<MemoryItem> chosen(String lane, Collection<Long> ids, OutboxState... states) {
        return outbox.items(lane)
                .filter(item -> ids.contains(item.id) && item.isIn(states) && item.payload != null)
                .toList();
    }

    @Override
    public boolean settle(String lane, long itemId, ItemOutcome outcome) {
        if (outcome.state() != OutboxState.SENT && outcome.state() != OutboxState.REFUSED) {
            throw new IllegalArgumentException(
                    "An unknown item is settled as SENT or REFUSED, not as " + outcome.state());
        }
        synchronized (outbox) {
            MemoryItem item = outbox.items.get(itemId);
            if (item == null || !item.added.lane().equals(lane) || item.state != OutboxState.UNKNOWN) {
                return false;
            }
            item.turn(outcome.state(), outcome.id(), outcome.text(), millis.getAsLong());
            item.batch.close(id, item.batch.status);
            return true;
        }
    }

    @Override
    public void pause(String lane, String reason) {
        synchronized (outbox) {
            MemoryLane state = outbox.lane(lane);
            state.paused = true;
            state.reason = reason;
        }
    }

    @Override
    public void resume(String lane) {
        synchronized (outbox) {
            outbox.lanes.remove(lane);
        }
    }

    @Override
    public LaneStatus lane(String lane) {
        synchronized (outbox) {
            return outbox.lane(lane).status();
        }
    }

    @Override
    public void close() {
        synchronized (outbox) {
            outbox.aliveUntil.remove(id);
            hasBeaten = false;
        }
    }
}
