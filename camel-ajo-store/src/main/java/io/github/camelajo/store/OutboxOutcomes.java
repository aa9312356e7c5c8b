package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.camelajo.internal.storage.BatchOutcome;
import io.github.camelajo.spi.ItemOutcome;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.spi.OutboxState;

/** Stores the outcomes of items. */
final class OutboxOutcomes {

    private static final String SET_ITEM = "UPDATE ajo_outbox_item SET state = ?, outcome_id = ?, outcome_text = ?,"
            + " due_at = {now} + ?, changed_at = {now} WHERE id = ? AND batch_id = ? AND state IN ('C', 'U')";

    /** An item that is unknown already stays unknown. */
    private static final String SET_UNKNOWN =
            "UPDATE ajo_outbox_item SET state = 'U', outcome_id = ?, outcome_text = ?,"
                    + " changed_at = {now} WHERE id = ? AND batch_id = ? AND state = 'C'";

    private static final String CLOSE =
            "UPDATE ajo_outbox_batch SET state = 'X', teller = ?, told_pos = 0, version = version + 1,"
                    + " status = ?, sent = sent + ?, closed_at = {now} WHERE id = ?";

    private final StoreContext context;
    private final Sql sql;
    private final Instance instance;
    private final OutboxLanes lanes;

    OutboxOutcomes(StoreContext context, Instance instance, OutboxLanes lanes) {
        this.context = context;
        this.sql = context.sql();
        this.instance = instance;
        this.lanes = lanes;
    }

    boolean outcome(OutboxBatch batch, BatchOutcome outcome) {
        if (outcome.items().size() != batch.items().size()) {
            throw new IllegalArgumentException("There are " + outcome.items().size() + " outcomes for "
                    + batch.items().size() + " items");
        }
        String teller = instance.id();
        boolean written = context.transactions().run("store the outcome of a batch", connection -> {
            if (!lock(connection, batch)) {
                return false;
            }
            Changes changes = writeItems(connection, batch, outcome);
            if (changes.all() == 0) {
                return false;
            }
            sql.update(connection, CLOSE, teller, outcome.status(), changes.sent(), batch.id());
            if (!outcome.laneWait().isZero()) {
                lanes.waitFor(connection, batch.lane(), outcome.laneWait(), outcome.reason());
            } else if (outcome.isAnswered()) {
                lanes.widen(connection, batch.lane());
            }
            return true;
        });
        if (written) {
            context.crashPoints().reached(CrashPoints.OUTCOME_WRITTEN);
        }
        return written;
    }

    private boolean lock(Connection connection, OutboxBatch batch) throws SQLException {
        return sql.first(
                        connection,
                        "SELECT id FROM ajo_outbox_batch WHERE id = ? AND owner = ? AND sends = ? FOR UPDATE",
                        row -> row.getLong(1),
                        batch.id(),
                        batch.owner(),
                        batch.sends())
                .isPresent();
    }

    private Changes writeItems(Connection connection, OutboxBatch batch, BatchOutcome outcome) throws SQLException {
        List<Object[]> known = new ArrayList<>();
        List<Boolean> sent = new ArrayList<>();
        List<Object[]> unknown = new ArrayList<>();
        for (int i = 0; i < batch.items().size(); i++) {
            ItemOutcome each = outcome.items().get(i);
            long id = batch.items().get(i).id();
            if (each.state() == OutboxState.UNKNOWN) {
                unknown.add(new Object[] {each.id(), each.text(), id, batch.id()});
            } else {
                known.add(new Object[] {
                    String.valueOf(each.state().code()),
                    each.id(),
                    each.text(),
                    each.delay().toMillis(),
                    id,
                    batch.id()
                });
                sent.add(each.state() == OutboxState.SENT);
            }
        }
        int all = 0;
        int newlySent = 0;
        int[] counts = sql.batch(connection, SET_ITEM, known);
        for (int i = 0; i < counts.length; i++) {
            all += counts[i];
            newlySent += sent.get(i) ? counts[i] : 0;
        }
        for (int count : sql.batch(connection, SET_UNKNOWN, unknown)) {
            all += count;
        }
        return new Changes(all, newlySent);
    }

    boolean settle(String lane, long itemId, ItemOutcome outcome) {
        if (outcome.state() != OutboxState.SENT && outcome.state() != OutboxState.REFUSED) {
            throw new IllegalArgumentException(
                    "An unknown item is settled as SENT or REFUSED, not as " + outcome.state());
        }
        String teller = instance.id();
        return context.transactions().run("settle an item", connection -> {
            Optional<Long> batchId = sql.first(
                    connection,
                    "SELECT batch_id FROM ajo_outbox_item WHERE id = ? AND lane = ? AND state = 'U'",
                    row -> row.getLong(1),
                    itemId,
                    lane);
            if (batchId.isEmpty()) {
                return false;
            }
            // Locks the batch before its items, as all transactions do. This prevents deadlocks.
            Optional<Integer> status = sql.first(
                    connection,
                    "SELECT status FROM ajo_outbox_batch WHERE id = ? FOR UPDATE",
                    row -> row.getInt(1),
                    batchId.get());
            int changed = sql.update(
                    connection,
                    SET_ITEM.replace("IN ('C', 'U')", "= 'U'"),
                    String.valueOf(outcome.state().code()),
                    outcome.id(),
                    outcome.text(),
                    0L,
                    itemId,
                    batchId.get());
            if (changed == 0) {
                return false;
            }
            int sent = outcome.state() == OutboxState.SENT ? 1 : 0;
            sql.update(connection, CLOSE, teller, status.orElse(0), sent, batchId.get());
            return true;
        });
    }

    /** Counts the items that have changed. */
    private record Changes(int all, int sent) {}
}
