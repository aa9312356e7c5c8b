package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.camelajo.internal.storage.CleanResult;
import io.github.camelajo.internal.storage.CleanRule;

/** Deletes items that are final, told and old. The transactions are short and wait for nobody. */
final class OutboxCleaning {

    private static final int STEP = 1000;

    /** Items that are final and told. There is one select for each state, so that indexes are used. */
    private static final String DONE =
            "SELECT i.id FROM ajo_outbox_item i WHERE i.state = '%s' AND i.changed_at <= {now} - ?%s"
                    + " AND NOT EXISTS (SELECT 1 FROM ajo_outbox_batch b WHERE b.id = i.batch_id"
                    + " AND (b.state = 'O' OR b.told_pos < b.size)) ORDER BY i.changed_at LIMIT " + STEP + " {skip}";

    private static final List<String> FINAL_STATES = List.of("S", "R", "D");

    private final StoreContext context;
    private final Sql sql;

    OutboxCleaning(StoreContext context) {
        this.context = context;
        this.sql = context.sql();
    }

    CleanResult clean(CleanRule rule) {
        int deleted = context.transactions().run("delete old items", connection -> {
            List<Object[]> ids = done(connection, rule.keepKeys(), "");
            return Sql.sum(sql.batch(
                    connection, "DELETE FROM ajo_outbox_item WHERE id = ? AND state IN ('S', 'R', 'D')", ids));
        });
        int blanked = context.transactions().run("blank old payloads", connection -> {
            List<Object[]> ids = done(connection, rule.keepPayload(), " AND i.payload IS NOT NULL");
            return Sql.sum(sql.batch(
                    connection,
                    "UPDATE ajo_outbox_item SET payload = NULL, cipher_key = NULL WHERE id = ? AND state IN ('S', 'R', 'D')"
                            + " AND payload IS NOT NULL",
                    ids));
        });
        if (deleted > 0) {
            deleteEmptyBatches(rule.keepKeys());
        }
        return new CleanResult(blanked, deleted);
    }

    private List<Object[]> done(Connection connection, Duration age, String condition) throws SQLException {
        List<Object[]> ids = new ArrayList<>();
        for (String state : FINAL_STATES) {
            List<Object[]> found = sql.list(
                    connection,
                    String.format(DONE, state, condition),
                    row -> new Object[] {row.getLong(1)},
                    age.toMillis());
            ids.addAll(found.subList(0, Math.min(found.size(), STEP - ids.size())));
        }
        return ids;
    }

    private void deleteEmptyBatches(Duration age) {
        context.transactions().run("delete old batches", connection -> {
            List<Object[]> ids = sql.list(
                    connection,
                    "SELECT b.id FROM ajo_outbox_batch b WHERE b.state = 'X' AND b.closed_at <= {now} - ? AND b.told_pos >= b.size"
                            + " AND NOT EXISTS (SELECT 1 FROM ajo_outbox_item i WHERE i.batch_id = b.id)"
                            + " ORDER BY b.closed_at LIMIT " + STEP + " {skip}",
                    row -> new Object[] {row.getLong(1)},
                    age.toMillis());
            sql.batch(connection, "DELETE FROM ajo_outbox_batch WHERE id = ?", ids);
            return ids.size();
        });
    }
}
