package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.github.camelajo.internal.storage.SweepResult;
import io.github.camelajo.spi.UnknownRule;

/** Takes over what belongs to instances that died. */
final class OutboxSweeps {

    private static final int STEP = 100;

    private final StoreContext context;
    private final Sql sql;
    private final Instance instance;

    OutboxSweeps(StoreContext context, Instance instance) {
        this.context = context;
        this.sql = context.sql();
        this.instance = instance;
    }

    /** An instance without a row is dead. A process that was only slow finds that out with its next heartbeat. */
    void buryTheDead() {
        context.transactions()
                .run(
                        "remove instances that died",
                        connection -> sql.update(connection, "DELETE FROM ajo_instance WHERE alive_until <= {now}"));
    }

    SweepResult sweep(String lane, UnknownRule rule) {
        if (!instance.isAlive()) {
            return new SweepResult(0, 0);
        }
        buryTheDead();
        int parked = rule == UnknownRule.PARK ? parkAll(lane) : 0;
        return new SweepResult(parked, adopt(lane));
    }

    private int parkAll(String lane) {
        int parked = 0;
        Step step;
        do {
            step = context.transactions().run("park what a dead instance called", connection -> {
                List<Long> batches = abandoned(connection, lane);
                int items = 0;
                for (Long batch : batches) {
                    items += park(connection, batch);
                }
                return new Step(batches.size(), items);
            });
            parked += step.items();
        } while (step.batches() == STEP);
        return parked;
    }

    private List<Long> abandoned(Connection connection, String lane) throws SQLException {
        return sql.list(
                connection,
                "SELECT b.id FROM ajo_outbox_batch b WHERE b.lane = ? AND b.state = 'O'"
                        + " AND NOT EXISTS (SELECT 1 FROM ajo_instance n WHERE n.id = b.owner) ORDER BY b.id LIMIT "
                        + STEP
                        + " {skip}",
                row -> row.getLong(1),
                lane);
    }

    /** The claim stays in the batch, so that its holder can still report the real outcome. */
    int park(Connection connection, long batchId) throws SQLException {
        int closed = sql.update(
                connection,
                "UPDATE ajo_outbox_batch SET state = 'X', teller = ?, told_pos = 0, version = version + 1, closed_at = {now}"
                        + " WHERE id = ? AND state = 'O'",
                instance.id(),
                batchId);
        return closed == 0
                ? 0
                : sql.update(
                        connection,
                        "UPDATE ajo_outbox_item SET state = 'U', outcome_text = 'The process that called it ended',"
                                + " changed_at = {now} WHERE batch_id = ? AND state = 'C'",
                        batchId);
    }

    private int adopt(String lane) {
        return context.transactions()
                .run(
                        "adopt what a dead instance has not told",
                        connection -> sql.update(
                                connection,
                                "UPDATE ajo_outbox_batch SET teller = ? WHERE lane = ? AND {untold}"
                                        + " AND NOT EXISTS (SELECT 1 FROM ajo_instance n WHERE n.id = teller)",
                                instance.id(),
                                lane));
    }

    private record Step(int batches, int items) {}
}
