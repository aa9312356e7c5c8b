package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.internal.storage.ToldItem;
import io.github.camelajo.internal.storage.UntoldBatch;

/** Keeps what the route has to be told, and how much of it the route has been told. */
final class OutboxTelling {

    private final StoreContext context;
    private final Sql sql;
    private final Instance instance;
    private final Payloads payloads;

    OutboxTelling(StoreContext context, Instance instance, Payloads payloads) {
        this.context = context;
        this.sql = context.sql();
        this.instance = instance;
        this.payloads = payloads;
    }

    List<UntoldBatch> untold(String lane, int max) {
        String teller = instance.id();
        return context.transactions().run("look for what is untold", connection -> {
            List<Head> heads = sql.list(
                    connection,
                    "SELECT id, request_id, status, version, size, told_pos FROM ajo_outbox_batch WHERE lane = ? AND {untold}"
                            + " AND teller = ? ORDER BY id LIMIT ?",
                    Head::read,
                    lane,
                    teller,
                    max);
            List<UntoldBatch> batches = new ArrayList<>(heads.size());
            for (Head head : heads) {
                batches.add(head.with(lane, items(connection, head)));
            }
            return batches;
        });
    }

    private List<ToldItem> items(Connection connection, Head head) throws SQLException {
        return sql.list(
                connection,
                "SELECT batch_pos, id, item_key, payload, cipher_key, state, attempts, outcome_id, outcome_text"
                        + " FROM ajo_outbox_item WHERE batch_id = ? AND batch_pos >= ? AND state IN ('S', 'R', 'U') ORDER BY batch_pos",
                row -> new ToldItem(
                        row.getInt(1),
                        row.getLong(2),
                        row.getString(3),
                        payloads.read(row.getString(4), row.getString(5)),
                        OutboxState.of(row.getString(6)),
                        row.getInt(7),
                        row.getString(8),
                        row.getString(9)),
                head.id(),
                head.toldPos());
    }

    boolean told(UntoldBatch batch, int upTo) {
        int written = context.transactions()
                .run(
                        "store that a batch was told",
                        connection -> sql.update(
                                connection,
                                "UPDATE ajo_outbox_batch SET told_pos = GREATEST(told_pos, ?) WHERE id = ? AND version = ? AND teller = ?",
                                Math.min(upTo, batch.size()),
                                batch.id(),
                                batch.version(),
                                instance.id()));
        if (written > 0) {
            context.crashPoints().reached(CrashPoints.TOLD);
        }
        return written > 0;
    }

    /** A batch without its items. */
    private record Head(long id, String requestId, int status, int version, int size, int toldPos) {
        static Head read(ResultSet row) throws SQLException {
            return new Head(
                    row.getLong(1), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6));
        }

        UntoldBatch with(String lane, List<ToldItem> items) {
            return new UntoldBatch(id, lane, requestId, status, version, size, toldPos, items);
        }
    }
}
