package io.github.camelajo.internal.state;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

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
 * share one. Each class that it uses does one step, under the lock that is taken here.
 */
public final class MemoryOutboxStore implements OutboxStorage {

    private final MemoryOutbox outbox;
    private final MemoryInstance instance;
    private final MemoryClaims claims;
    private final MemoryOutcomes outcomes;
    private final MemoryDesk desk;

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
        this.instance = new MemoryInstance(outbox, millis, nanoTime, lifetime);
        this.claims = new MemoryClaims(outbox, instance);
        this.outcomes = new MemoryOutcomes(outbox, instance);
        this.desk = new MemoryDesk(outbox, instance);
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
            return items.stream().map(item -> outbox.add(item, instance.now())).toList();
        }
    }

    @Override
    public boolean beat() {
        synchronized (outbox) {
            return instance.beat();
        }
    }

    @Override
    public Duration lifetime() {
        return instance.lifetime();
    }

    @Override
    public Optional<OutboxBatch> claim(ClaimRequest request) {
        synchronized (outbox) {
            return claims.claim(request);
        }
    }

    @Override
    public Optional<OutboxBatch> takeOver(String lane) {
        synchronized (outbox) {
            return claims.takeOver(lane);
        }
    }

    @Override
    public boolean mayCall(OutboxBatch batch, Duration deadline) {
        return instance.mayCall(batch, deadline);
    }

    @Override
    public boolean giveBack(OutboxBatch batch) {
        synchronized (outbox) {
            return claims.giveBack(batch);
        }
    }

    @Override
    public boolean resendLater(OutboxBatch batch, Duration delay) {
        synchronized (outbox) {
            return claims.resendLater(batch, delay);
        }
    }

    @Override
    public boolean outcome(OutboxBatch batch, BatchOutcome outcome) {
        synchronized (outbox) {
            return outcomes.store(batch, outcome);
        }
    }

    @Override
    public List<OutboxBatch> halve(OutboxBatch batch) {
        synchronized (outbox) {
            return claims.halve(batch);
        }
    }

    @Override
    public List<UntoldBatch> untold(String lane, int max) {
        synchronized (outbox) {
            return outcomes.untold(lane, max);
        }
    }

    @Override
    public boolean told(UntoldBatch batch, int upTo) {
        synchronized (outbox) {
            return outcomes.told(batch, upTo);
        }
    }

    @Override
    public SweepResult sweep(String lane, UnknownRule rule) {
        synchronized (outbox) {
            return claims.sweep(lane, rule);
        }
    }

    @Override
    public CleanResult clean(CleanRule rule) {
        synchronized (outbox) {
            return outbox.clean(rule, instance.now());
        }
    }

    @Override
    public OutboxCounts counts(String lane) {
        synchronized (outbox) {
            return desk.counts(lane);
        }
    }

    @Override
    public List<OutboxEntry> list(String lane, OutboxState state, long afterId, int max) {
        synchronized (outbox) {
            return desk.list(lane, state, afterId, max);
        }
    }

    @Override
    public Optional<OutboxEntry> find(String lane, String key) {
        synchronized (outbox) {
            return desk.find(lane, key);
        }
    }

    @Override
    public int resend(String lane, Collection<Long> ids) {
        synchronized (outbox) {
            return desk.resend(lane, ids);
        }
    }

    @Override
    public int discard(String lane, Collection<Long> ids) {
        synchronized (outbox) {
            return desk.discard(lane, ids);
        }
    }

    @Override
    public boolean settle(String lane, long itemId, ItemOutcome outcome) {
        synchronized (outbox) {
            return outcomes.settle(lane, itemId, outcome);
        }
    }

    @Override
    public void pause(String lane, String reason) {
        synchronized (outbox) {
            outbox.lane(lane).pause(reason);
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
            instance.end();
        }
    }
}
