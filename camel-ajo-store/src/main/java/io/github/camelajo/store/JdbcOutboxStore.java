package io.github.camelajo.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
import io.github.camelajo.spi.StoreException;
import io.github.camelajo.spi.TransactionRule;
import io.github.camelajo.spi.UnknownRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outbox in the database. Each class that it uses does one step. */
final class JdbcOutboxStore implements OutboxStorage {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOutboxStore.class);

    private final Instance instance;
    private final OptionalInt connections;
    private final OutboxAdds adds;
    private final OutboxClaims claims;
    private final OutboxOutcomes outcomes;
    private final OutboxTelling telling;
    private final OutboxSweeps sweeps;
    private final OutboxCleaning cleaning;
    private final OutboxDesk desk;
    private final OutboxLanes lanes;

    /** @param connections see {@link #connections()} */
    JdbcOutboxStore(
            StoreContext context,
            Instance instance,
            OptionalInt connections,
            CallerTransaction callers,
            Payloads payloads) {
        this.instance = instance;
        this.connections = connections;
        this.lanes = new OutboxLanes(context);
        this.sweeps = new OutboxSweeps(context, instance);
        this.adds = new OutboxAdds(context, callers, payloads);
        this.claims = new OutboxClaims(context, instance, payloads, lanes, sweeps);
        this.outcomes = new OutboxOutcomes(context, instance, lanes);
        this.telling = new OutboxTelling(context, instance, payloads);
        this.cleaning = new OutboxCleaning(context);
        this.desk = new OutboxDesk(context);
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    @Override
    public List<AddResult> add(List<OutboxItem> items, TransactionRule rule) {
        return adds.add(items, rule);
    }

    @Override
    public boolean beat() {
        return instance.beat();
    }

    @Override
    public Duration lifetime() {
        return instance.lifetime();
    }

    @Override
    public OptionalInt connections() {
        return connections;
    }

    @Override
    public Optional<OutboxBatch> claim(ClaimRequest request) {
        return claims.claim(request);
    }

    @Override
    public Optional<OutboxBatch> takeOver(String lane) {
        return claims.takeOver(lane);
    }

    @Override
    public boolean mayCall(OutboxBatch batch, Duration deadline) {
        return instance.mayCall(batch.owner(), deadline);
    }

    @Override
    public boolean giveBack(OutboxBatch batch) {
        return claims.giveBack(batch);
    }

    @Override
    public boolean resendLater(OutboxBatch batch, Duration delay) {
        return claims.resendLater(batch, delay);
    }

    @Override
    public boolean outcome(OutboxBatch batch, BatchOutcome outcome) {
        return outcomes.outcome(batch, outcome);
    }

    @Override
    public List<OutboxBatch> halve(OutboxBatch batch) {
        return claims.halve(batch);
    }

    @Override
    public List<UntoldBatch> untold(String lane, int max) {
        return telling.untold(lane, max);
    }

    @Override
    public boolean told(UntoldBatch batch, int upTo) {
        return telling.told(batch, upTo);
    }

    @Override
    public SweepResult sweep(String lane, UnknownRule rule) {
        return sweeps.sweep(lane, rule);
    }

    @Override
    public CleanResult clean(CleanRule rule) {
        return cleaning.clean(rule);
    }

    @Override
    public OutboxCounts counts(String lane) {
        return desk.counts(lane);
    }

    @Override
    public List<OutboxEntry> list(String lane, OutboxState state, long afterId, int max) {
        return desk.list(lane, state, afterId, max);
    }

    @Override
    public Optional<OutboxEntry> find(String lane, String key) {
        return desk.find(lane, key);
    }

    @Override
    public int resend(String lane, Collection<Long> ids) {
        return desk.resend(lane, ids);
    }

    @Override
    public int discard(String lane, Collection<Long> ids) {
        return desk.discard(lane, ids);
    }

    @Override
    public boolean settle(String lane, long id, ItemOutcome outcome) {
        return outcomes.settle(lane, id, outcome);
    }

    @Override
    public void pause(String lane, String reason) {
        lanes.pause(lane, reason);
    }

    @Override
    public void resume(String lane) {
        lanes.resume(lane);
    }

    @Override
    public LaneStatus lane(String lane) {
        return lanes.status(lane);
    }

    @Override
    public void close() {
        try {
            instance.end();
        } catch (StoreException e) {
            LOG.debug("This instance could not be removed from the database. Other processes will take it for dead", e);
        }
    }
}
