package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelajo.internal.storage.KnownItem;
import io.github.camelajo.internal.storage.LeaseLostException;
import io.github.camelajo.internal.storage.SourceGroup;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.internal.storage.SourceRequest;
import io.github.camelajo.spi.SourcePhase;
import io.github.camelajo.spi.SourcePosition;
import io.github.camelajo.spi.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lease on one row of the table of sources. Each write of the position checks the epoch and the number of the
 * previous commit.
 */
final class JdbcSourceLease implements SourceLease {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcSourceLease.class);

    // A lock instead of a monitor: with a monitor, a virtual thread that waits for the database would pin its carrier.
    private final ReentrantLock committing = new ReentrantLock();
    private final StoreContext context;
    private final Sql sql;
    private final SourceRequest request;
    private final SourceItems items;
    private final long epoch;

    /** In nanoseconds of the monotonic clock. */
    private volatile long validUntil;

    private volatile boolean lost;
    private volatile Stored stored;

    /** Whether the table has a reason for held removals: nothing is written to clear what is not there. */
    private boolean held;

    /** The commit whose connection was lost, until its result has been read from the database. */
    private boolean unsure;

    /** @param asked when the lease was asked for, before the database has counted its time */
    JdbcSourceLease(StoreContext context, SourceRequest request, JdbcSourceState.SourceRow row, long asked) {
        this.context = context;
        this.sql = context.sql();
        this.request = request;
        this.items = new SourceItems(context, row.sourceNo(), request.keepIdentities());
        this.epoch = row.epoch();
        this.stored = new Stored(row.position(), row.nextItemNo(), row.items(), row.commitNo());
        this.held = row.hold() != null;
        this.validUntil = asked + request.leaseTime().toNanos();
    }

    @Override
    public SourcePosition position() {
        return stored.position();
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public int nextItemNo() {
        return stored.nextItemNo();
    }

    @Override
    public long items() {
        return stored.items();
    }

    @Override
    public Duration remaining() {
        return lost
                ? Duration.ZERO
                : Duration.ofNanos(validUntil - context.nanoTime().getAsLong());
    }

    @Override
    public boolean renew() {
        if (lost) {
            return false;
        }
        long asked = context.nanoTime().getAsLong();
        int renewed = context.transactions()
                .run(
                        "renew the lease of a source",
                        connection -> sql.update(
                                connection,
                                "UPDATE ajo_source SET owner_until = {now} + ? WHERE source_id = ? AND epoch = ? AND owner IS NOT NULL",
                                request.leaseTime().toMillis(),
                                request.sourceId(),
                                epoch));
        if (renewed == 0) {
            lost = true;
            return false;
        }
        validUntil = asked + request.leaseTime().toNanos();
        return true;
    }

    @Override
    public Map<String, KnownItem> find(Collection<String> keys) {
        return items.find(keys, nextItemNo());
    }

    @Override
    public List<KnownItem> absent(BitSet seen, int from, int below, int max) {
        return items.absent(seen, from, below, max);
    }

    @Override
    public void commit(SourceGroup group) {
        committing.lock();
        try {
            store(group);
        } finally {
            committing.unlock();
        }
    }

    private void store(SourceGroup group) {
        if (unsure) {
            readBack(null);
        }
        Stored before = stored;
        try {
            stored = write(group, before);
        } catch (CommitUnknownException e) {
            unsure = true;
            Stored now = readBack(e);
            if (now.commitNo() == before.commitNo()) {
                stored = write(group, before);
            }
        }
        context.crashPoints().reached(CrashPoints.POSITION_WRITTEN);
    }

    private Stored write(SourceGroup group, Stored before) {
        return context.transactions().run("store the position of a source", connection -> {
            SourceItems.Writes writes = items.plan(connection, group, before.nextItemNo());
            Stored after = new Stored(
                    group.position(),
                    before.nextItemNo() + writes.inserted().size(),
                    before.items() + writes.growth(),
                    before.commitNo() + 1);
            writePosition(connection, before, after);
            items.write(connection, writes);
            return after;
        });
    }

    /** The fence. It is written first, so that an owner that has lost its source does not touch any item. */
    private void writePosition(Connection connection, Stored before, Stored after) throws SQLException {
        SourcePosition position = after.position();
        int written = sql.update(
                connection,
                "UPDATE ajo_source SET format = " + JdbcSourceState.FORMAT
                        + ", phase = ?, read_from = ?, cursor_max = ?, run_no = ?, next_item_no = ?, items = ?, commit_no = ?,"
                        + " updated_at = {now} WHERE source_id = ? AND epoch = ? AND commit_no = ?",
                position.phase() == SourcePhase.FOLLOW ? "F" : "B",
                position.readFrom(),
                position.cursorMax(),
                position.run(),
                after.nextItemNo(),
                after.items(),
                after.commitNo(),
                request.sourceId(),
                epoch,
                before.commitNo());
        if (written == 0) {
            throw lost();
        }
    }

    /** Finds out whether a commit took effect whose answer was lost. */
    private Stored readBack(CommitUnknownException cause) {
        Optional<Stored> now;
        try {
            now = context.transactions()
                    .run(
                            "read the position of a source",
                            connection -> sql.first(
                                    connection,
                                    "SELECT phase, read_from, cursor_max, run_no, next_item_no, items, commit_no"
                                            + " FROM ajo_source WHERE source_id = ? AND epoch = ?",
                                    JdbcSourceLease::storedRow,
                                    request.sourceId(),
                                    epoch));
        } catch (StoreException e) {
            if (cause != null) {
                e.addSuppressed(cause);
            }
            throw e;
        }
        stored = now.orElseThrow(this::lost);
        unsure = false;
        return stored;
    }

    private static Stored storedRow(ResultSet row) throws SQLException {
        SourcePhase phase = "F".equals(row.getString("phase")) ? SourcePhase.FOLLOW : SourcePhase.BASELINE;
        return new Stored(
                new SourcePosition(
                        phase,
                        Sql.longOrNull(row, "read_from"),
                        Sql.longOrNull(row, "cursor_max"),
                        row.getLong("run_no")),
                row.getInt("next_item_no"),
                row.getLong("items"),
                row.getLong("commit_no"));
    }

    private LeaseLostException lost() {
        lost = true;
        return new LeaseLostException(
                "Source " + request.sourceId() + " has another owner, or was moved, since epoch " + epoch);
    }

    @Override
    public void hold(String reason) {
        if (reason == null && !held) {
            return;
        }
        String text = reason == null ? null : reason.substring(0, Math.min(reason.length(), 1000));
        int written = context.transactions()
                .run(
                        "hold removals of a source",
                        connection -> sql.update(
                                connection,
                                "UPDATE ajo_source SET hold_reason = ?"
                                        + (text == null ? ", removals_allowed = FALSE" : "")
                                        + " WHERE source_id = ? AND epoch = ?",
                                text,
                                request.sourceId(),
                                epoch));
        if (written == 0) {
            throw lost();
        }
        held = reason != null;
    }

    @Override
    public boolean takeAllowance() {
        boolean taken = context.transactions().run("take the permission for removals", connection -> {
            Optional<Boolean> allowed = sql.first(
                    connection,
                    "SELECT removals_allowed FROM ajo_source WHERE source_id = ? AND epoch = ? FOR UPDATE",
                    row -> row.getBoolean(1),
                    request.sourceId(),
                    epoch);
            if (allowed.isEmpty()) {
                throw lost();
            }
            if (allowed.get()) {
                sql.update(
                        connection,
                        "UPDATE ajo_source SET removals_allowed = FALSE, hold_reason = NULL WHERE source_id = ? AND epoch = ?",
                        request.sourceId(),
                        epoch);
            }
            return allowed.get();
        });
        held = held && !taken;
        return taken;
    }

    @Override
    public void close() {
        if (lost) {
            return;
        }
        lost = true;
        try {
            context.transactions()
                    .run(
                            "free a source",
                            connection -> sql.update(
                                    connection,
                                    "UPDATE ajo_source SET owner = NULL WHERE source_id = ? AND epoch = ?",
                                    request.sourceId(),
                                    epoch));
        } catch (StoreException e) {
            LOG.warn(
                    "Source {} could not be released and stays leased for up to {}: {}",
                    request.sourceId(),
                    request.leaseTime(),
                    e.getMessage());
        }
    }

    /** The row of a source as it is in the database. */
    private record Stored(SourcePosition position, int nextItemNo, long items, long commitNo) {}
}
