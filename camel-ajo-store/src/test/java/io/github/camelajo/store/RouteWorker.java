package io.github.camelajo.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.AjoConstants;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A process with a route that feeds a table from a list of templates, until it is killed. A line {@code step} tells of each change
 * that is in the table, a line {@code idle} of each poll that found none.
 *
 * <p>
 * Arguments: JDBC URL of H2, or port and schema of PostgreSQL as {@code port/schema}; file for what was told; port of the
 * simulator's base URL and the rest of its login as in {@link #login}; crash point and the count at which to halt there, or
 * {@code none 0}.
 * </p>
 */
final class RouteWorker {

    static final int HALTED = 137;
    static final long LEASE_MILLIS = 1500;

    /** Named in addition to those of the store: the table is written and its exchange is not complete yet. */
    static final String EXCHANGE_OPEN = "exchange-open";

    private static final String SOURCE = "ajo:template?operation=list&outputType=map&changes=created,updated,removed"
            + "&sourceState=#state&sourceId=templates&removedLimit=100&initialDelay=0&delay=50"
            + "&sendEmptyMessageWhenIdle=true&leaseTime=" + LEASE_MILLIS;

    private final DataSource dataSource;
    private final boolean h2;
    private final String prefix;
    private final Path told;
    private final CrashPoints points;

    private RouteWorker(DataSource dataSource, String schema, Path told, CrashPoints points) {
        this.dataSource = dataSource;
        this.h2 = schema == null;
        this.prefix = schema == null ? "" : schema + ".";
        this.told = told;
        this.points = points;
    }

    public static void main(String[] arguments) throws Exception {
        String database = arguments[0];
        boolean h2 = database.startsWith("jdbc:h2:");
        DataSource dataSource =
                h2 ? JdbcConnectionPool.create(database, "sa", "") : JdbcConnectionPool.create(postgres(database));
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[9]));
        CrashPoints points = point -> {
            if (point.equals(arguments[8]) && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(HALTED);
            }
        };
        String schema = h2 ? null : database.substring(database.indexOf('/') + 1);
        AjoStore store =
                AjoStore.builder(dataSource).schema(schema).crashPoints(points).build();
        CamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("state", store.sourceState());
        context.addComponent("ajo", login(arguments));
        RouteWorker worker = new RouteWorker(dataSource, schema, Path.of(arguments[1]), points);
        worker.execute("CREATE TABLE IF NOT EXISTS " + worker.prefix
                + "template_copy (id VARCHAR(100) PRIMARY KEY, name VARCHAR(200))");
        context.addRoutes(worker.routes());
        context.start();
        // Ends when it is killed.
        Thread.currentThread().join();
    }

    private static AjoComponent login(String[] arguments) {
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setBaseUrl(arguments[2]);
        configuration.setTokenEndpoint(arguments[3]);
        configuration.setClientId(arguments[4]);
        configuration.setClientSecret(arguments[5]);
        configuration.setOrganizationId(arguments[6]);
        configuration.setScopes(arguments[7]);
        configuration.setSandbox("dev");
        return component;
    }

    private static PGConnectionPoolDataSource postgres(String database) {
        PGConnectionPoolDataSource dataSource = new PGConnectionPoolDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {Integer.parseInt(database.substring(0, database.indexOf('/')))});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser("postgres");
        return dataSource;
    }

    private RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(SOURCE).process(RouteWorker.this::take);
            }
        };
    }

    private void take(Exchange exchange) throws IOException, SQLException {
        String id = exchange.getMessage().getHeader(AjoConstants.ID, String.class);
        if (id == null) {
            print("idle");
            return;
        }
        String change = exchange.getMessage().getHeader(AjoConstants.CHANGE, String.class);
        String name = exchange.getMessage().getBody() instanceof Map<?, ?> item ? (String) item.get("name") : "";
        write(change + " " + id + " " + name);
        if (change.equals("removed")) {
            execute("DELETE FROM " + prefix + "template_copy WHERE id = ?", id);
        } else {
            execute(
                    h2
                            ? "MERGE INTO template_copy (id, name) KEY (id) VALUES (?, ?)"
                            : "INSERT INTO " + prefix + "template_copy (id, name) VALUES (?, ?)"
                                    + " ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name",
                    id,
                    name);
        }
        points.reached(EXCHANGE_OPEN);
        print("step");
    }

    private void write(String line) throws IOException {
        Files.write(told, List.of(line), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void execute(String sql, String... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static void print(String word) {
        System.out.println(word);
        System.out.flush();
    }
}
