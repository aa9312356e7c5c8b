package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.camelajo.internal.storage.AddResult;
import io.github.camelajo.internal.storage.OutboxItem;
import io.github.camelajo.spi.StoreException;
import io.github.camelajo.spi.StoreRefusedException;
import io.github.camelajo.spi.TransactionRule;

/** Adds items, in the transaction of the caller if there is one. */
final class OutboxAdds {

    private static final String LOCK_TIMEOUT_OF_H2 = "HYT00";
    private static final String DUPLICATE = "23505";

    private final StoreContext context;
    private final Sql sql;
    private final CallerTransaction callers;
    private final Payloads payloads;

    OutboxAdds(StoreContext context, CallerTransaction callers, Payloads payloads) {
        this.context = context;
        this.sql = context.sql();
        this.callers = callers;
        this.payloads = payloads;
    }

    List<AddResult> add(List<OutboxItem> items, TransactionRule rule) {
        Optional<Connection> joined = join();
        if (joined.isPresent()) {
            return addTo(joined.get(), items);
        }
        if (rule == TransactionRule.REQUIRED) {
            throw new StoreRefusedException(
                    "The add requires a transaction, but this thread takes part in none that the store can join");
        }
        List<AddResult> results =
                context.transactions().run("add to the outbox", connection -> addAll(connection, items));
        context.crashPoints().reached(CrashPoints.ADDED);
        return results;
    }

    private Optional<Connection> join() {
        try {
            return callers.join();
        } catch (SQLException e) {
            throw Transactions.failure("join the caller's transaction", e);
        }
    }

    private List<AddResult> addTo(Connection connection, List<OutboxItem> items) {
        try {
            try {
                if (!sql.dialect().isDurable(connection)) {
                    // The database has been reopened. A transaction of the store's own restores the setting, for this
                    // connection too.
                    context.transactions().run("make commits durable", own -> null);
                }
                return addAll(connection, items);
            } finally {
                callers.leave(connection);
            }
        } catch (SQLException e) {
            if (LOCK_TIMEOUT_OF_H2.equals(e.getSQLState())) {
                throw new StoreException(
                        "Another transaction has added the same key and did not end in time. The add may be repeated",
                        Transactions.failure("add to the outbox", e));
            }
            throw Transactions.failure("add to the outbox", e);
        }
    }

    private List<AddResult> addAll(Connection connection, List<OutboxItem> items) throws SQLException {
        List<AddResult> results = new ArrayList<>(items.size());
        for (OutboxItem item : items) {
            results.add(add(connection, item));
        }
        return results;
    }

    private AddResult add(Connection connection, OutboxItem item) throws SQLException {
        String hash = context.hash().of(item.identity());
        if (insert(connection, item, hash)) {
            return AddResult.ADDED;
        }
        String known = sql.first(
                        connection,
                        "SELECT payload_hash FROM ajo_outbox_item WHERE lane = ? AND item_key = ?",
                        row -> row.getString(1),
                        item.lane(),
                        item.key())
                .orElseThrow(() ->
                        new StoreException("The key is known, but this transaction began too early to see the item."
                                + " The add may be repeated in a new transaction"));
        return known.equals(hash) ? AddResult.KNOWN : AddResult.DIFFERENT;
    }

    private boolean insert(Connection connection, OutboxItem item, String hash) throws SQLException {
        Payloads.Stored payload = payloads.store(item.payload());
        try {
            return sql.update(
                            connection,
                            sql.dialect().insertItem(),
                            item.lane(),
                            item.key(),
                            hash,
                            payload.text(),
                            payload.keyId(),
                            context.hash().orNull(item.recipient()),
                            item.orderKey(),
                            item.group())
                    > 0;
        } catch (SQLException e) {
            // Only on H2: the insert waited for the other transaction, which has committed. The transaction of the
            // caller stays usable.
            if (DUPLICATE.equals(e.getSQLState()) && sql.dialect() instanceof H2Dialect) {
                return false;
            }
            throw e;
        }
    }
}
