package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.github.camelajo.spi.OutboxCounts;
import io.github.camelajo.spi.OutboxEntry;
import io.github.camelajo.spi.OutboxState;

/** What operators can see and do. */
final class OutboxDesk {

    private static final long COUNTS_VALID_NANOS = Duration.ofSeconds(10).toNanos();

    private static final String ENTRY =
            "SELECT i.id, i.item_key, i.state, i.attempts, b.request_id, i.outcome_id, i.outcome_text,"
                    + " i.created_at, i.changed_at FROM ajo_outbox_item i LEFT JOIN ajo_outbox_batch b ON b.id = i.batch_id";

    private final StoreContext context;
    private final Sql sql;
    private final ConcurrentMap<String, Counted> counted = new ConcurrentHashMap<>();

    OutboxDesk(StoreContext context) {
        this.context = context;
        this.sql = context.sql();
    }

    OutboxCounts counts(String lane) {
        long now = context.nanoTime().getAsLong();
        Counted known = counted.get(lane);
        if (known == null || now - known.at() >= COUNTS_VALID_NANOS) {
            known = new Counted(
                    context.transactions().run("count the items of a lane", connection -> count(connection, lane)),
                    now);
            counted.put(lane, known);
        }
        return known.counts();
    }

    private OutboxCounts count(Connection connection, String lane) throws SQLException {
        Tally waiting = tally(
                connection,
                "SELECT COUNT(*), MIN(created_at), {now} FROM ajo_outbox_item WHERE lane = ? AND state = 'N'",
                lane);
        Tally calling = tally(
                connection,
                "SELECT COALESCE(SUM(size), 0), NULL, {now} FROM ajo_outbox_batch WHERE lane = ? AND state = 'O'",
                lane);
        Tally sent = tally(
                connection,
                "SELECT COALESCE(SUM(sent), 0), NULL, {now} FROM ajo_outbox_batch WHERE lane = ? AND state = 'X'",
                lane);
        Tally unknown = tally(
                connection,
                "SELECT COUNT(*), MIN(changed_at), {now} FROM ajo_outbox_item WHERE lane = ? AND state = 'U'",
                lane);
        Tally refused = tally(
                connection, "SELECT COUNT(*), NULL, {now} FROM ajo_outbox_item WHERE lane = ? AND state = 'R'", lane);
        Tally discarded = tally(
                connection, "SELECT COUNT(*), NULL, {now} FROM ajo_outbox_item WHERE lane = ? AND state = 'D'", lane);
        return new OutboxCounts(
                waiting.count(),
                calling.count(),
                sent.count(),
                refused.count(),
                unknown.count(),
                discarded.count(),
                waiting.oldest(),
                unknown.oldest(),
                waiting.now());
    }

    private Tally tally(Connection connection, String statement, String lane) throws SQLException {
        return sql.first(connection, statement, Tally::read, lane).orElseThrow();
    }

    List<OutboxEntry> list(String lane, OutboxState state, long afterId, int max) {
        return context.transactions()
                .run(
                        "list items",
                        connection -> sql.list(
                                connection,
                                ENTRY + " WHERE i.lane = ? AND i.state = '" + state.code()
                                        + "' AND i.id > ? ORDER BY i.id LIMIT ?",
                                OutboxDesk::entry,
                                lane,
                                afterId,
                                max));
    }

    Optional<OutboxEntry> find(String lane, String key) {
        return context.transactions()
                .run(
                        "find an item",
                        connection -> sql.first(
                                connection,
                                ENTRY + " WHERE i.lane = ? AND i.item_key = ?",
                                OutboxDesk::entry,
                                lane,
                                key));
    }

    private static OutboxEntry entry(ResultSet row) throws SQLException {
        return new OutboxEntry(
                row.getLong(1),
                row.getString(2),
                OutboxState.of(row.getString(3)),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getLong(9));
    }

    int resend(String lane, Collection<Long> ids) {
        return change(
                "resend items",
                "UPDATE ajo_outbox_item SET state = 'N', attempts = 0, batch_id = NULL, batch_pos = NULL, due_at = {now},"
                        + " changed_at = {now}, outcome_id = NULL, outcome_text = NULL"
                        + " WHERE id = ? AND lane = ? AND state IN ('U', 'R') AND payload IS NOT NULL",
                lane,
                ids);
    }

    int discard(String lane, Collection<Long> ids) {
        return change(
                "discard items",
                "UPDATE ajo_outbox_item SET state = 'D', changed_at = {now} WHERE id = ? AND lane = ? AND state IN ('N', 'U', 'R')",
                lane,
                ids);
    }

    private int change(String what, String statement, String lane, Collection<Long> ids) {
        List<Object[]> rows =
                ids.stream().sorted().map(id -> new Object[] {id, lane}).toList();
        return context.transactions().run(what, connection -> Sql.sum(sql.batch(connection, statement, rows)));
    }

    private record Counted(OutboxCounts counts, long at) {}

    /** A number of items, and the time of the oldest one. */
    private record Tally(long count, OptionalLong oldest, long now) {
        static Tally read(ResultSet row) throws SQLException {
            long count = row.getLong(1);
            long oldest = row.getLong(2);
            return new Tally(count, row.wasNull() ? OptionalLong.empty() : OptionalLong.of(oldest), row.getLong(3));
        }
    }
}
