package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.github.camelajo.spi.StoreRefusedException;

/**
 * H2 2.x, for a single machine. Its SKIP LOCKED locks every row that an ordered select matches. Claims therefore wait
 * for each other at one row, and read without locks.
 */
final class H2Dialect implements Dialect {

    private static final String SESSION_START =
            "SELECT session_start FROM information_schema.sessions WHERE session_id = SESSION_ID()";
    private static final int OLDEST = 2;

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public String now() {
        return "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";
    }

    @Override
    public String untold() {
        return "untold = TRUE";
    }

    @Override
    public String lockClaim() {
        return "";
    }

    @Override
    public String skipLocked() {
        return "";
    }

    @Override
    public String textType() {
        return "VARCHAR";
    }

    @Override
    public String longType() {
        return "BIGINT";
    }

    @Override
    public String intType() {
        return "INTEGER";
    }

    @Override
    public String insertItem() {
        return "MERGE INTO ajo_outbox_item t USING (VALUES (CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
                + " CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR)))"
                + " s (lane, item_key, payload_hash, payload, cipher_key, recipient_hash, order_key, call_group)"
                + " ON t.lane = s.lane AND t.item_key = s.item_key"
                + " WHEN NOT MATCHED THEN INSERT (lane, item_key, payload_hash, payload, cipher_key, recipient_hash, order_key, call_group,"
                + " state, attempts, due_at, created_at, changed_at)"
                + " VALUES (s.lane, s.item_key, s.payload_hash, s.payload, s.cipher_key, s.recipient_hash, s.order_key, s.call_group,"
                + " 'N', 0, {now}, {now}, {now})";
    }

    @Override
    public boolean qualifiesIndexes() {
        return true;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new StoreRefusedException("This is H2 " + version + "; the store needs " + OLDEST + " or later");
        }
        makeDurable(connection);
    }

    private static void makeDurable(Connection connection) throws SQLException {
        // A database in memory does not have this setting.
        if (writeDelay(connection) > 0) {
            switchWriteDelayOff(connection);
            if (writeDelay(connection) > 0) {
                throw new StoreRefusedException(withoutDelay());
            }
        }
    }

    private static void switchWriteDelayOff(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
        } catch (SQLException e) {
            throw new StoreRefusedException(withoutDelay(), e);
        }
    }

    private static String withoutDelay() {
        return "H2 forgets committed work in a crash unless WRITE_DELAY is 0, and it cannot be set here. Let an administrator of the"
                + " database set it, or add ;WRITE_DELAY=0 to the JDBC URL";
    }

    /**
     * H2 can show two rows: the value in force, and a value that was set once, which H2 keeps but ignores after the
     * database was reopened. This returns the greater one.
     */
    private static int writeDelay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT MAX(CAST(setting_value AS INTEGER))"
                        + " FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'")) {
            row.next();
            return row.getInt(1);
        }
    }

    /**
     * H2 ignores the setting once its last connection was closed, so each session checks it once. The check costs more than a small
     * transaction. H2 carries variables over to a new session, so the variable holds the start of the session that has checked.
     */
    @Override
    public void begin(Connection connection) throws SQLException {
        if (!hasChecked(connection)) {
            makeDurable(connection);
            rememberCheck(connection);
        }
    }

    /** A variable of the session. Setting one commits nothing. */
    private static void rememberCheck(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET @ajo_durable_since = (" + SESSION_START + ")");
        }
    }

    private static boolean hasChecked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @ajo_durable_since = (" + SESSION_START + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    public boolean isDurable(Connection connection) throws SQLException {
        if (hasChecked(connection)) {
            return true;
        }
        boolean durable = writeDelay(connection) == 0;
        if (durable) {
            rememberCheck(connection);
        }
        return durable;
    }

    @Override
    public void lockClaims(Connection connection, Sql sql) throws SQLException {
        sql.first(connection, "SELECT part FROM ajo_store WHERE part = 'claim' FOR UPDATE", row -> row.getString(1));
    }

    @Override
    public void lockSchema(Connection connection, String schemaTable) {
        // DDL commits implicitly. The scripts change nothing where an object exists already, and are run again after a
        // conflict.
    }
}
