package io.github.camelajo.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the names of the tables into statements, and runs them. */
final class Sql {

    /** The number of rows that the driver fetches at a time. */
    private static final int FETCH_SIZE = 500;

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,30}");
    private static final Pattern TABLE =
            Pattern.compile("\\bajo_(store|source_item|source|outbox_item|outbox_batch|outbox_lane|instance)\\b");
    private static final Pattern INDEX = Pattern.compile("\\bajo_(ix_\\w+)");

    private final Dialect dialect;
    private final String schema;
    private final String prefix;
    private final ConcurrentMap<String, String> filled = new ConcurrentHashMap<>();

    /** @param schema null for the one of the connection */
    Sql(Dialect dialect, String schema, String prefix) {
        this.dialect = dialect;
        this.schema = schema == null ? "" : checked("schema", schema) + ".";
        this.prefix = checked("table prefix", prefix);
    }

    static String checked(String what, String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("The " + what
                    + " may have letters, digits and underscores, at most 31, and must not begin with a digit");
        }
        return name;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Returns the full name of a table that the scripts call {@code ajo_...}. */
    String table(String name) {
        return TABLE.matcher(name).replaceAll(Matcher.quoteReplacement(schema + prefix) + "$1");
    }

    /** Returns a statement of a script with the names of the tables. */
    String script(String statement) {
        String tables = table(statement);
        return INDEX.matcher(tables)
                .replaceAll((dialect.qualifiesIndexes() ? Matcher.quoteReplacement(schema) : "") + prefix + "$1");
    }

    /**
     * Returns a statement with <code>{now}</code>, <code>{untold}</code>, <code>{claim}</code> and <code>{skip}</code>
     * replaced.
     */
    private String fill(String statement) {
        return table(statement)
                .replace("{now}", dialect.now())
                .replace("{untold}", dialect.untold())
                .replace("{claim}", dialect.lockClaim())
                .replace("{skip}", dialect.skipLocked());
    }

    PreparedStatement prepare(Connection connection, String statement) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(filled.computeIfAbsent(statement, this::fill));
        prepared.setFetchSize(FETCH_SIZE);
        return prepared;
    }

    int update(Connection connection, String statement, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = prepare(connection, statement)) {
            set(prepared, parameters);
            return prepared.executeUpdate();
        }
    }

    /** Inserts one row and returns its number. */
    long insert(Connection connection, String statement, Object... parameters) throws SQLException {
        String text = filled.computeIfAbsent(statement, this::fill);
        try (PreparedStatement prepared = connection.prepareStatement(text, new String[] {"id"})) {
            set(prepared, parameters);
            prepared.executeUpdate();
            try (ResultSet keys = prepared.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** Executes a statement once for each row of parameters, as one batch. */
    int[] batch(Connection connection, String statement, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement prepared = prepare(connection, statement)) {
            for (Object[] row : rows) {
                set(prepared, row);
                prepared.addBatch();
            }
            return prepared.executeBatch();
        }
    }

    /** Returns the sum of the rows that a {@link #batch} has changed. */
    static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += Math.max(count, 0);
        }
        return sum;
    }

    <T> List<T> list(Connection connection, String statement, Row<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = prepare(connection, statement)) {
            set(prepared, parameters);
            try (ResultSet rows = prepared.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(reader.read(rows));
                }
                return result;
            }
        }
    }

    <T> Optional<T> first(Connection connection, String statement, Row<T> reader, Object... parameters)
            throws SQLException {
        return list(connection, statement, reader, parameters).stream().findFirst();
    }

    private void set(PreparedStatement prepared, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Object[] values) {
                prepared.setArray(i + 1, array(prepared.getConnection(), values));
            } else {
                prepared.setObject(i + 1, value);
            }
        }
    }

    private Array array(Connection connection, Object[] values) throws SQLException {
        String type = values instanceof String[]
                ? dialect.textType()
                : values instanceof Integer[] ? dialect.intType() : dialect.longType();
        return connection.createArrayOf(type, values);
    }

    /** Reads a number that may be null. */
    static Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** Reads the row at the cursor. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
