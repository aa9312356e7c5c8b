package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.github.camelajo.spi.StoreRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL 14 or later. It uses no session state, so a pool may change connections between transactions. */
final class PostgresDialect implements Dialect {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresDialect.class);

    private static final int OLDEST = 14;

    private volatile boolean switchesOn;

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String now() {
        return "CAST(EXTRACT(EPOCH FROM statement_timestamp()) * 1000 AS BIGINT)";
    }

    @Override
    public String untold() {
        return "(state = 'X' AND told_pos < size)";
    }

    @Override
    public String lockClaim() {
        return "FOR UPDATE SKIP LOCKED";
    }

    @Override
    public String skipLocked() {
        return "FOR UPDATE SKIP LOCKED";
    }

    @Override
    public String textType() {
        return "text";
    }

    @Override
    public String longType() {
        return "int8";
    }

    @Override
    public String intType() {
        return "int4";
    }

    @Override
    public String insertItem() {
        return "INSERT INTO ajo_outbox_item (lane, item_key, payload_hash, payload, cipher_key, recipient_hash, order_key, call_group,"
                + " state, attempts, due_at, created_at, changed_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'N', 0, {now}, {now}, {now})"
                + " ON CONFLICT (lane, item_key) DO NOTHING";
    }

    @Override
    public boolean qualifiesIndexes() {
        return false;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new StoreRefusedException(
                    "This is PostgreSQL " + version + "; the store needs " + OLDEST + " or later");
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW synchronous_commit")) {
            row.next();
            if ("off".equals(row.getString(1))) {
                LOG.warn(
                        "PostgreSQL is set to synchronous_commit=off and could forget a claim in a crash. The store switches it on in"
                                + " its own transactions; an add in a transaction of the application is as durable as that one");
                switchesOn = true;
            }
        }
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        if (switchesOn) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL synchronous_commit = on");
            }
        }
    }

    @Override
    public boolean isDurable(Connection connection) {
        // The application decides how durable its own transactions are.
        return true;
    }

    @Override
    public void lockClaims(Connection connection, Sql sql) {
        // SKIP LOCKED keeps them apart.
    }

    @Override
    public void lockSchema(Connection connection, String schemaTable) throws SQLException {
        // The number of the lock comes from the name of the table. Stores with other tables do not wait.
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_advisory_xact_lock(" + (0x616a6f00000000L | schemaTable.hashCode() & 0xffffffffL) + ")");
        }
    }
}
