package io.github.camelajo.example.etl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables of the example. */
final class Tables {

    private final String url;

    Tables(String url) {
        this.url = url;
    }

    void create() throws SQLException, IOException {
        try (InputStream script = Tables.class.getResourceAsStream("/sql/tables.sql");
                Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** What the routes were told of each item of a lane: its state by its key. */
    Map<String, String> deliveries(String lane) throws SQLException {
        return pairs("select item_key, state from delivery where lane = '" + lane + "'");
    }

    /** The state of each row by its address. */
    Map<String, String> unsubscribes() throws SQLException {
        return pairs("select email, state from unsubscribe");
    }

    Set<String> suppressedAddresses() throws SQLException {
        return pairs("select email, status from suppressed").keySet();
    }

    Set<String> journeyIds() throws SQLException {
        return pairs("select id, status from journey").keySet();
    }

    private Map<String, String> pairs(String query) throws SQLException {
        Map<String, String> pairs = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
        }
        return pairs;
    }
}
