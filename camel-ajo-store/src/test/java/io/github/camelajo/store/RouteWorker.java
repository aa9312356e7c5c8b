package io.github.camelajo.store;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.AjoConstants;
import io.github.camelajo.spi.SourceLease;
import io.github.camelajo.spi.SourceState;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.SynchronizationAdapter;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A process with a route that fills a table from a list of templates, until it is killed. It prints {@code step} for
 * each change that is in the table, and {@code idle} for each poll without changes.
 *
 * <p>
 * Arguments: JDBC URL of H2, or port and schema of PostgreSQL as {@code port/schema}; folder of the test; the simulator's login as
 * in {@link #login}; crash point and the count at which to halt there, or {@code none 0}; URI that the route begins with. Gets
 * ready and begins with the first byte of its input.
 * </p>
 */
final class RouteWorker {

    static final int HALTED = 137;
    static final long LEASE_MILLIS = 1000;

    /** How often a process that does not lead tries to get the lock of {@code master:}. */
    static final long LOCK_MILLIS = 500;

    /** The file with what was told, in the folder of the test. */
    static final String TOLD = "told";

    /** A crash point in addition to those of the store: a page was read and compared. */
    private static final String PAGE_READ = "page-read";

    /** The table is written, but its exchange is not complete yet. */
    private static final String EXCHANGE_OPEN = "exchange-open";

    /** The exchange is complete, but its group is not written yet. */
    private static final String EXCHANGE_DONE = "exchange-done";

    static final String SOURCE = "ajo:template?operation=list&outputType=map&changes=created,updated,removed"
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
        CamelContext context = new DefaultCamelContext();
        context.addComponent("ajo", login(arguments));
        context.addService(fileLocks(arguments[1]));
        context.start();
        // Everything slow is loaded. The database is opened when the test says so.
        context.createProducerTemplate().requestBody("ajo:template?operation=list&pageSize=1", (Object) null);
        if (System.in.read() < 0) {
            Runtime.getRuntime().halt(0);
        }
        endWithTheTest();
        String schema = h2 ? null : database.substring(database.indexOf('/') + 1);
        AjoStore store =
                AjoStore.builder(dataSource).schema(schema).crashPoints(points).build();
        context.getRegistry().bind("state", watched(store.sourceState(), points));
        RouteWorker worker =
                new RouteWorker(dataSource, schema, Path.of(arguments[1]).resolve(TOLD), points);
        worker.execute("CREATE TABLE IF NOT EXISTS " + worker.prefix
                + "template_copy (id VARCHAR(100) PRIMARY KEY, name VARCHAR(200))");
        context.addRoutes(worker.routes(arguments[10]));
        print("ready");
        // Ends when it is killed.
        Thread.currentThread().join();
    }

    /** When the test has ended, nobody else kills it. */
    private static void endWithTheTest() {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Any input means that the test is still there.
                }
            } catch (IOException e) {
                // Nobody is.
            }
            Runtime.getRuntime().halt(0);
        });
        watch.setDaemon(true);
        watch.start();
    }

    private static FileLockClusterService fileLocks(String folder) throws IOException {
        FileLockClusterService locks = new FileLockClusterService();
        locks.setRoot(Files.createDirectories(Path.of(folder).resolve("locks")).toString());
        locks.setAcquireLockDelay(LOCK_MILLIS, TimeUnit.MILLISECONDS);
        locks.setAcquireLockInterval(LOCK_MILLIS, TimeUnit.MILLISECONDS);
        return locks;
    }

    /** Can also halt after a page was read and before it is processed. */
    private static SourceState watched(SourceState state, CrashPoints points) {
        return (SourceState) proxy(SourceState.class, (proxy, method, values) -> {
            Object result = call(method, state, values);
            return method.getName().equals("open")
                    ? ((Optional<?>) result).map(lease -> watched((SourceLease) lease, points))
                    : result;
        });
    }

    private static SourceLease watched(SourceLease lease, CrashPoints points) {
        return (SourceLease) proxy(SourceLease.class, (proxy, method, values) -> {
            Object result = call(method, lease, values);
            if (method.getName().equals("find")) {
                points.reached(PAGE_READ);
            }
            return result;
        });
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(RouteWorker.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static Object call(Method method, Object target, Object[] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
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

    private RouteBuilder routes(String source) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(source).process(RouteWorker.this::take);
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
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                points.reached(EXCHANGE_DONE);
            }
        });
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
