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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.internal.storage.LeaseLostException;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.internal.storage.SourceStorage;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * A process with a route that feeds a table from a list of templates, until it is killed. A line {@code step} tells of each change
 * that is in the table, a line {@code idle} of each poll that found none, a line {@code refused} of a group that was not stored because
 * the source has another owner.
 *
 * <p>
 * Arguments: JDBC URL of H2, or port and schema of PostgreSQL as {@code port/schema}; folder of the test; the simulator's login as
 * in {@link WorkerLogin}; crash point and the count at which to halt there, or {@code none 0}; URI that the route begins with. Gets
 * ready and begins with the first byte of its input. With {@link #WAIT} in front of the crash point it does not halt there: it
 * prints {@code waiting} and goes on with the second byte.
 * </p>
 */
final class RouteWorker {

    static final long LEASE_MILLIS = 1000;

    /** How often the cluster service looks for its lock, and writes a sign of life into a file when it has it. */
    static final long LOCK_MILLIS = 500;

    /** The folder with the lock and the sign of life, in the folder of the test. */
    static final String LOCKS = "locks";

    /** The file with what was told, in the folder of the test: process, kind of change, identifier and name in each line. */
    static final String TOLD = "told";

    static final String WAIT = "wait-at-";

    /** The table is written and its exchange is not complete yet. */
    static final String EXCHANGE_OPEN = "exchange-open";

    /** Named in addition to those of the store: a page was read and compared with what is known. */
    private static final String PAGE_READ = "page-read";

    /** The exchange is complete and its group is not written yet. */
    private static final String EXCHANGE_DONE = "exchange-done";

    static final String SOURCE = "ajo:template?operation=list&outputType=map&changes=created,updated,removed"
            + "&sourceState=#state&sourceId=templates&removedLimit=100&initialDelay=0&delay=50"
            + "&sendEmptyMessageWhenIdle=true&leaseTime=" + LEASE_MILLIS;

    private final WorkerDatabase database;
    private final Path told;
    private final CrashPoints points;

    private RouteWorker(WorkerDatabase database, Path told, CrashPoints points) {
        this.database = database;
        this.told = told;
        this.points = points;
    }

    public static void main(String[] arguments) throws Exception {
        WorkerDatabase database = WorkerDatabase.open(arguments[0]);
        Path folder = Path.of(arguments[1]);
        CountDownLatch released = new CountDownLatch(1);
        CrashPoints points = points(arguments[8], Integer.parseInt(arguments[9]), released);
        CamelContext context = new DefaultCamelContext();
        context.addComponent("ajo", WorkerLogin.read(arguments, 2).component());
        context.addService(fileLocks(folder));
        context.start();
        // Everything slow is loaded. The database is opened when the test says so.
        context.createProducerTemplate().requestBody("ajo:template?operation=list&pageSize=1", (Object) null);
        if (System.in.read() < 0) {
            Runtime.getRuntime().halt(0);
        }
        endWithTheTest(released);
        AjoStore store = AjoStore.builder(database.dataSource())
                .schema(database.schema())
                .crashPoints(points)
                .build();
        context.getRegistry().bind("state", watched(SourceStorage.of(store.sourceState()), points));
        RouteWorker worker = new RouteWorker(database, folder.resolve(TOLD), points);
        worker.execute("CREATE TABLE IF NOT EXISTS " + database.prefix()
                + "template_copy (id VARCHAR(100) PRIMARY KEY, name VARCHAR(200))");
        context.addRoutes(worker.routes(arguments[10]));
        WorkerProcess.print("ready");
        // Ends when it is killed.
        Thread.currentThread().join();
    }

    private static CrashPoints points(String wanted, int count, CountDownLatch released) {
        if (!wanted.startsWith(WAIT)) {
            return WorkerProcess.haltAt(wanted, count);
        }
        AtomicInteger left = new AtomicInteger(count);
        return point -> {
            if (wanted.equals(WAIT + point) && left.decrementAndGet() == 0) {
                WorkerProcess.print("waiting");
                await(released);
            }
        };
    }

    /** Without a limit, as the process may be paused meanwhile; it ends with the test. */
    private static void await(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody would kill it once the test is gone. */
    private static void endWithTheTest(CountDownLatch released) {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    released.countDown();
                }
            } catch (IOException e) {
                // Nobody is.
            }
            Runtime.getRuntime().halt(0);
        });
        watch.setDaemon(true);
        watch.start();
    }

    private static FileLockClusterService fileLocks(Path folder) throws IOException {
        FileLockClusterService locks = new FileLockClusterService();
        locks.setRoot(Files.createDirectories(folder.resolve(LOCKS)).toString());
        locks.setAcquireLockDelay(LOCK_MILLIS, TimeUnit.MILLISECONDS);
        locks.setAcquireLockInterval(LOCK_MILLIS, TimeUnit.MILLISECONDS);
        return locks;
    }

    /** Can also halt after a page was read and before it is processed. */
    private static SourceStorage watched(SourceStorage state, CrashPoints points) {
        return (SourceStorage) proxy(SourceStorage.class, (proxy, method, values) -> {
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
            if (e.getCause() instanceof LeaseLostException) {
                WorkerProcess.print("refused");
            }
            throw e.getCause();
        }
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
            WorkerProcess.print("idle");
            return;
        }
        String change = exchange.getMessage().getHeader(AjoConstants.CHANGE, String.class);
        String name = exchange.getMessage().getBody() instanceof Map<?, ?> item ? (String) item.get("name") : "";
        write(change + " " + id + " " + name);
        if (change.equals("removed")) {
            execute("DELETE FROM " + database.prefix() + "template_copy WHERE id = ?", id);
        } else {
            execute(
                    database.isH2()
                            ? "MERGE INTO template_copy (id, name) KEY (id) VALUES (?, ?)"
                            : "INSERT INTO " + database.prefix() + "template_copy (id, name) VALUES (?, ?)"
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
        WorkerProcess.print("step");
    }

    private void write(String line) throws IOException {
        Files.write(
                told,
                List.of(ProcessHandle.current().pid() + " " + line),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private void execute(String sql, String... values) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
