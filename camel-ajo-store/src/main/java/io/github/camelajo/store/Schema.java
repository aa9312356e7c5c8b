package io.github.camelajo.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.camelajo.spi.StoreRefusedException;

/** Creates the tables, and migrates them to the version of this release. */
final class Schema {

    /** The version of the tables that this release uses. */
    static final int VERSION = 1;

    private static final int TRIES = 5;
    private static final int KEY_BYTES = 32;

    private final Sql sql;
    private final Transactions transactions;

    Schema(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /**
     * Makes sure that the tables exist.
     *
     * @throws StoreRefusedException if they are missing or old and must not be created, or are newer than this release
     */
    void ensure(boolean createTables) {
        for (int attempt = 1; ; attempt++) {
            try {
                if (version() < VERSION) {
                    migrate(createTables);
                }
                return;
            } catch (StoreRefusedException e) {
                throw e;
            } catch (RuntimeException e) {
                // Another process may be creating them at this moment. The databases report that with several codes.
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private int version() {
        int version = transactions.run("read the version of the tables", this::version);
        if (version > VERSION) {
            throw new StoreRefusedException("The tables have version " + version + "; this release knows " + VERSION
                    + ". Use the newer release of camel-ajo-store");
        }
        return version;
    }

    /**
     * Returns the version of the tables, or 0 if there are none. The query never fails, as an error would end a
     * transaction.
     */
    private int version(Connection connection) throws SQLException {
        if (!exists(connection)) {
            return 0;
        }
        return sql.first(connection, "SELECT version FROM ajo_store WHERE part = 'schema'", row -> row.getInt(1))
                .orElse(0);
    }

    private boolean exists(Connection connection) throws SQLException {
        String[] name = sql.table("ajo_store").split("\\.");
        String table = name[name.length - 1];
        String condition = name.length > 1 ? "LOWER(table_schema) = LOWER(?)" : "table_schema = CURRENT_SCHEMA";
        Object[] parameters = name.length > 1 ? new Object[] {table, name[0]} : new Object[] {table};
        return sql.first(
                        connection,
                        "SELECT 1 FROM information_schema.tables WHERE LOWER(table_name) = LOWER(?) AND " + condition,
                        row -> row.getInt(1),
                        parameters)
                .isPresent();
    }

    private void migrate(boolean createTables) {
        if (!createTables) {
            throw new StoreRefusedException(
                    "The tables of the store are missing or outdated, and createTables is off. Run " + script(VERSION)
                            + " of camel-ajo-store.jar");
        }
        transactions.run("create the tables", connection -> {
            sql.dialect().lockSchema(connection, sql.table("ajo_store"));
            for (int next = version(connection) + 1; next <= VERSION; next++) {
                for (String statement : statements(next)) {
                    try (Statement plain = connection.createStatement()) {
                        plain.execute(sql.script(statement));
                    }
                }
            }
            return null;
        });
    }

    private String script(int version) {
        return sql.dialect().name() + "/V" + version + ".sql";
    }

    private List<String> statements(int version) {
        String name = script(version);
        try (InputStream script = Schema.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("camel-ajo-store.jar has no " + name);
            }
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
            return Arrays.stream(text.split(";\\s*\\n"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the key for hashes, which all processes share. It is created once and kept in the database. */
    byte[] sharedKey() {
        String key = transactions.run("read the key of hashes", connection -> {
            Optional<String> known = storedKey(connection);
            if (known.isPresent()) {
                return known.get();
            }
            byte[] random = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(random);
            String made = Base64.getEncoder().encodeToString(random);
            // If another process was faster, this insert is a duplicate and the transaction is repeated.
            sql.update(connection, "INSERT INTO ajo_store (part, version, detail) VALUES ('hash-key', 1, ?)", made);
            return made;
        });
        return Base64.getDecoder().decode(key);
    }

    private Optional<String> storedKey(Connection connection) throws SQLException {
        return sql.first(connection, "SELECT detail FROM ajo_store WHERE part = 'hash-key'", row -> row.getString(1));
    }
}
