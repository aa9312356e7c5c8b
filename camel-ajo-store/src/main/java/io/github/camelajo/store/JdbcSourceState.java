package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongSupplier;

import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.spi.SourcePhase;
import io.github.camelajo.spi.SourcePosition;
import io.github.camelajo.internal.storage.SourceRequest;
import io.github.camelajo.internal.storage.SourceStorage;
import io.github.camelajo.spi.SourceStatus;
import io.github.camelajo.spi.StoreException;
import io.github.camelajo.spi.StoreRefusedException;

/** Positions of sources in the tables {@code ajo_source} and {@code ajo_source_item}. */
final class JdbcSourceState implements SourceStorage {

    /** The format of the positions that this release writes. */
    static final int FORMAT = 1;

    private static final int DELETE_STEP = 1000;
    private static final int OPEN_TRIES = 3;

    private static final String SELECT =
            "SELECT source_no, scope, format, phase, epoch, owner, read_from, cursor_max, run_no, next_item_no, items, commit_no,"
                    + " hold_reason, removals_allowed, updated_at, owner IS NOT NULL AND owner_until > {now} AS owned"
                    + " FROM ajo_source WHERE source_id = ?";

    private static final String INSERT =
            "INSERT INTO ajo_source (source_id, format, phase, epoch, run_no, next_item_no, items, commit_no, removals_allowed,"
                    + " updated_at) VALUES (?, " + FORMAT + ", 'B', 0, 0, 0, 0, 0, FALSE, {now})";

    private static final String LEASE =
            "UPDATE ajo_source SET owner = ?, owner_until = {now} + ?, epoch = epoch + 1, scope = ? WHERE source_id = ? AND epoch = ?"
                    + " AND (owner IS NULL OR owner_until <= {now})";

    private final StoreContext context;
    private final Sql sql;
    private final Transactions transactions;
    private final LongSupplier nanoTime;

    JdbcSourceState(StoreContext context) {
        this.context = context;
        this.sql = context.sql();
        this.transactions = context.transactions();
        this.nanoTime = context.nanoTime();
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    @Override
    public Optional<SourceLease> open(SourceRequest request) {
        for (int attempt = 1; attempt <= OPEN_TRIES; attempt++) {
            SourceRow row = readOrCreate(request.sourceId());
            if (row.owned()) {
                return Optional.empty();
            }
            checkFormat(request, row);
            checkScope(request, row);
            long asked = nanoTime.getAsLong();
            if (!lease(request, row.epoch())) {
                continue;
            }
            long epoch = row.epoch() + 1;
            if (row.isBeingReset()) {
                finishReset(request.sourceId(), row.sourceNo(), epoch);
            }
            SourceRow leased = read(request.sourceId())
                    .orElseThrow(
                            () -> new StoreException("The position of source " + request.sourceId() + " was deleted"));
            if (leased.epoch() == epoch) {
                return Optional.of(new JdbcSourceLease(context, request, leased, asked));
            }
        }
        return Optional.empty();
    }

    private boolean lease(SourceRequest request, long epoch) {
        return 1
                == transactions.run(
                        "lease a source",
                        connection -> sql.update(
                                connection,
                                LEASE,
                                request.owner(),
                                request.leaseTime().toMillis(),
                                request.scope(),
                                request.sourceId(),
                                epoch));
    }

    private SourceRow readOrCreate(String sourceId) {
        return transactions.run("read a source", connection -> {
            Optional<SourceRow> known = sql.first(connection, SELECT, SourceRow::read, sourceId);
            if (known.isPresent()) {
                return known.get();
            }
            if (firstOrphan(connection).isPresent()) {
                throw new StoreRefusedException("Source " + sourceId
                        + " has no position, but there are items that belong to no source: perhaps a table was restored or"
                        + " cleared. Restore the table of sources, or reset source " + sourceId + " to begin anew");
            }
            sql.update(connection, INSERT, sourceId);
            return sql.first(connection, SELECT, SourceRow::read, sourceId).orElseThrow();
        });
    }

    /** Uses the index to step from source to source, however many items each one has. */
    private Optional<Long> firstOrphan(Connection connection) throws SQLException {
        long after = Long.MIN_VALUE;
        while (true) {
            Optional<Long> next = sql.first(
                    connection,
                    "SELECT source_no FROM ajo_source_item WHERE source_no > ? ORDER BY source_no LIMIT 1",
                    row -> row.getLong(1),
                    after);
            if (next.isEmpty()) {
                return next;
            }
            boolean known = sql.first(
                            connection,
                            "SELECT 1 FROM ajo_source WHERE source_no = ?",
                            row -> row.getInt(1),
                            next.get())
                    .isPresent();
            if (!known) {
                return next;
            }
            after = next.get();
        }
    }

    private static void checkFormat(SourceRequest request, SourceRow row) {
        if (row.format() > FORMAT) {
            throw new StoreRefusedException("The position of source " + request.sourceId() + " has format "
                    + row.format() + "; this release knows " + FORMAT + ". Use the newer release of camel-ajo-store");
        }
    }

    private static void checkScope(SourceRequest request, SourceRow row) {
        if (row.scope() != null && !row.scope().equals(request.scope())) {
            throw new StoreRefusedException(
                    "The position of source " + request.sourceId() + " belongs to [" + row.scope() + "], not to ["
                            + request.scope() + "]. Reset the position, or use another source id");
        }
    }

    private Optional<SourceRow> read(String sourceId) {
        return transactions.run(
                "read a source", connection -> sql.first(connection, SELECT, SourceRow::read, sourceId));
    }

    @Override
    public Optional<SourceStatus> status(String sourceId) {
        return read(sourceId)
                .map(row -> new SourceStatus(
                        sourceId,
                        Optional.ofNullable(row.scope()),
                        row.position(),
                        row.epoch(),
                        row.owned() ? Optional.of(row.owner()) : Optional.empty(),
                        row.items(),
                        Optional.ofNullable(row.hold()),
                        row.removalsAllowed(),
                        row.updatedAt()));
    }

    @Override
    public boolean reset(String sourceId) {
        Optional<SourceRow> fenced = transactions.run("reset a source", connection -> {
            int changed = sql.update(
                    connection,
                    "UPDATE ajo_source SET epoch = epoch + 1, owner = NULL, scope = NULL, phase = 'X', read_from = NULL,"
                            + " cursor_max = NULL, run_no = 0, hold_reason = NULL, removals_allowed = FALSE, updated_at = {now}"
                            + " WHERE source_id = ?",
                    sourceId);
            return changed == 0 ? Optional.empty() : sql.first(connection, SELECT, SourceRow::read, sourceId);
        });
        boolean orphans = deleteOrphans();
        fenced.ifPresent(row -> finishReset(sourceId, row.sourceNo(), row.epoch()));
        return fenced.isPresent() || orphans;
    }

    /**
     * Deletes the items of a source that is being reset, in bounded steps. Each step checks the epoch first: whoever
     * has a newer one continues the reset.
     */
    private void finishReset(String sourceId, long sourceNo, long epoch) {
        boolean more = true;
        while (more) {
            more = transactions.run("reset a source", connection -> {
                boolean ours = sql.first(
                                connection,
                                "SELECT 1 FROM ajo_source WHERE source_id = ? AND epoch = ? AND phase = 'X' FOR UPDATE",
                                row -> row.getInt(1),
                                sourceId,
                                epoch)
                        .isPresent();
                if (!ours) {
                    return false;
                }
                if (deleteSome(connection, sourceNo) > 0) {
                    return true;
                }
                sql.update(
                        connection,
                        "UPDATE ajo_source SET phase = 'B', next_item_no = 0, items = 0 WHERE source_id = ? AND epoch = ?",
                        sourceId,
                        epoch);
                return false;
            });
        }
    }

    private int deleteSome(Connection connection, long sourceNo) throws SQLException {
        Optional<Integer> first = sql.first(
                connection,
                "SELECT item_no FROM ajo_source_item WHERE source_no = ? ORDER BY item_no LIMIT 1",
                row -> row.getInt(1),
                sourceNo);
        return first.isEmpty()
                ? 0
                : sql.update(
                        connection,
                        "DELETE FROM ajo_source_item WHERE source_no = ? AND item_no >= ? AND item_no < ?",
                        sourceNo,
                        first.get(),
                        first.get() + (long) DELETE_STEP);
    }

    private boolean deleteOrphans() {
        boolean found = false;
        while (transactions.run("delete items without a source", connection -> {
            Optional<Long> orphan = firstOrphan(connection);
            return orphan.isPresent() && deleteSome(connection, orphan.get()) > 0;
        })) {
            found = true;
        }
        return found;
    }

    @Override
    public boolean setPosition(String sourceId, Long readFrom) {
        return 1
                == transactions.run(
                        "set a position",
                        connection -> sql.update(
                                connection,
                                "UPDATE ajo_source SET epoch = epoch + 1, owner = NULL, read_from = ?, cursor_max = NULL,"
                                        + " updated_at = {now} WHERE source_id = ?",
                                readFrom,
                                sourceId));
    }

    @Override
    public boolean allowRemovals(String sourceId) {
        return 1
                == transactions.run(
                        "allow removals",
                        connection -> sql.update(
                                connection,
                                "UPDATE ajo_source SET removals_allowed = TRUE WHERE source_id = ?"
                                        + " AND hold_reason IS NOT NULL",
                                sourceId));
    }

    @Override
    public void close() {
        // Does nothing: connections are held only during a call.
    }

    /** A row of the table of sources. */
    record SourceRow(
            long sourceNo,
            String scope,
            int format,
            String phase,
            long epoch,
            String owner,
            boolean owned,
            Long readFrom,
            Long cursorMax,
            long run,
            int nextItemNo,
            long items,
            long commitNo,
            String hold,
            boolean removalsAllowed,
            long updatedAt) {

        static SourceRow read(ResultSet row) throws SQLException {
            return new SourceRow(
                    row.getLong("source_no"),
                    row.getString("scope"),
                    row.getInt("format"),
                    row.getString("phase"),
                    row.getLong("epoch"),
                    row.getString("owner"),
                    row.getBoolean("owned"),
                    Sql.longOrNull(row, "read_from"),
                    Sql.longOrNull(row, "cursor_max"),
                    row.getLong("run_no"),
                    row.getInt("next_item_no"),
                    row.getLong("items"),
                    row.getLong("commit_no"),
                    row.getString("hold_reason"),
                    row.getBoolean("removals_allowed"),
                    row.getLong("updated_at"));
        }

        /** Returns whether a reset has not deleted all items yet. */
        boolean isBeingReset() {
            return "X".equals(phase);
        }

        SourcePosition position() {
            SourcePhase known = "F".equals(phase) ? SourcePhase.FOLLOW : SourcePhase.BASELINE;
            return new SourcePosition(known, readFrom, cursorMax, run);
        }
    }
}
