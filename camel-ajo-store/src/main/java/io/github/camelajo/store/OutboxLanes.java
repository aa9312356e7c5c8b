package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import io.github.camelajo.spi.LaneStatus;

/** Lanes that are paused or have to wait. A lane without a row is open. */
final class OutboxLanes {

    /** A lane has recovered when this many batches may be called at the same time. */
    private static final int WIDE = 64;

    private static final int MAX_REASON = 1000;

    private static final String SELECT =
            "SELECT paused, not_before, probing, reason, not_before > {now} AS waits FROM ajo_outbox_lane WHERE lane = ?";

    private final StoreContext context;
    private final Sql sql;

    OutboxLanes(StoreContext context) {
        this.context = context;
        this.sql = context.sql();
    }

    /**
     * Returns whether one more batch may be called. While a lane is being probed, claims wait for each other, so that
     * the count is right.
     */
    boolean isOpen(Connection connection, String lane) throws SQLException {
        Optional<Lane> known = sql.first(connection, SELECT, Lane::read, lane);
        if (known.isPresent() && known.get().isOpen() && known.get().status().probing() > 0) {
            known = sql.first(connection, SELECT + " FOR UPDATE", Lane::read, lane);
            if (known.isPresent() && known.get().status().probing() > 0) {
                return known.get().isOpen()
                        && openBatches(connection, lane) < known.get().status().probing();
            }
        }
        return known.isEmpty() || known.get().isOpen();
    }

    private long openBatches(Connection connection, String lane) throws SQLException {
        return sql.first(
                        connection,
                        "SELECT COUNT(*) FROM ajo_outbox_batch WHERE lane = ? AND state = 'O'",
                        row -> row.getLong(1),
                        lane)
                .orElse(0L);
    }

    /** Returns whether a batch that is open already may be called again. */
    boolean isOpenForResend(Connection connection, String lane) throws SQLException {
        return sql.first(connection, SELECT, Lane::read, lane).map(Lane::isOpen).orElse(true);
    }

    /** Makes a lane wait for a time from now. It never shortens a wait. */
    void waitFor(Connection connection, String lane, Duration time, String reason) throws SQLException {
        int updated = sql.update(
                connection,
                "UPDATE ajo_outbox_lane SET not_before = GREATEST(not_before, {now} + ?), probing = 1, reason = ? WHERE lane = ?",
                time.toMillis(),
                cut(reason),
                lane);
        if (updated == 0) {
            sql.update(
                    connection,
                    "INSERT INTO ajo_outbox_lane (lane, paused, not_before, probing, reason) VALUES (?, FALSE, {now} + ?, 1, ?)",
                    lane,
                    time.toMillis(),
                    cut(reason));
        }
    }

    /** Records that a call has succeeded: twice as many calls may be made at the same time. */
    void widen(Connection connection, String lane) throws SQLException {
        sql.update(
                connection,
                "UPDATE ajo_outbox_lane SET probing = CASE WHEN probing * 2 > " + WIDE
                        + " THEN 0 ELSE probing * 2 END WHERE lane = ? AND probing > 0",
                lane);
    }

    void pause(String lane, String reason) {
        context.transactions().run("pause a lane", connection -> {
            int updated = sql.update(
                    connection,
                    "UPDATE ajo_outbox_lane SET paused = TRUE, reason = ? WHERE lane = ?",
                    cut(reason),
                    lane);
            return updated > 0
                    ? updated
                    : sql.update(
                            connection,
                            "INSERT INTO ajo_outbox_lane (lane, paused, not_before, probing, reason) VALUES (?, TRUE, 0, 0, ?)",
                            lane,
                            cut(reason));
        });
    }

    void resume(String lane) {
        context.transactions()
                .run(
                        "resume a lane",
                        connection -> sql.update(connection, "DELETE FROM ajo_outbox_lane WHERE lane = ?", lane));
    }

    LaneStatus status(String lane) {
        return context.transactions()
                .run("read a lane", connection -> sql.first(connection, SELECT, Lane::read, lane))
                .map(Lane::status)
                .orElse(LaneStatus.OPEN);
    }

    private static String cut(String reason) {
        return reason == null || reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
    }

    /** A row of the table of lanes. */
    private record Lane(LaneStatus status, boolean waits) {
        static Lane read(ResultSet row) throws SQLException {
            return new Lane(
                    new LaneStatus(
                            row.getBoolean("paused"),
                            row.getLong("not_before"),
                            row.getInt("probing"),
                            Optional.ofNullable(row.getString("reason"))),
                    row.getBoolean("waits"));
        }

        boolean isOpen() {
            return !status.paused() && !waits;
        }
    }
}
