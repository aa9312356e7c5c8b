package io.github.camelajo.benchmarks.figure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

import io.github.camelajo.benchmarks.client.CamelSetup;
import io.github.camelajo.benchmarks.server.ServerProcess;
import io.github.camelajo.store.AjoStore;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A process that delivers the outbox, until nothing is left; it says how many statements it has made when it is asked. */
final class OutboxRun {

    static final int LATENCY_MILLIS = 50;
    static final String LANE = "message/benchmark";

    private final LongAdder statements = new LongAdder();
    private final LongAdder told = new LongAdder();

    private OutboxRun() {}

    /** Arguments: port of the server, port of PostgreSQL, schema, calls at a time. */
    public static void main(String[] args) {
        ChildJvm.measure(() -> new OutboxRun().measure(args));
    }

    /** A pool for a schema of the PostgreSQL at this port. */
    static JdbcConnectionPool pool(int port) {
        PGConnectionPoolDataSource dataSource = new PGConnectionPoolDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser("postgres");
        JdbcConnectionPool pool = JdbcConnectionPool.create(dataSource);
        pool.setMaxConnections(30);
        return pool;
    }

    private Map<String, ?> measure(String[] args) throws Exception {
        ServerProcess server = ServerProcess.at(Integer.parseInt(args[0]));
        DataSource counted = counted(pool(Integer.parseInt(args[1])));
        try (AjoStore store = AjoStore.builder(counted)
                        .schema(args[2])
                        .lifetime(Duration.ofSeconds(30))
                        .build();
                DefaultCamelContext context = CamelSetup.context(server, LATENCY_MILLIS, 50)) {
            context.getRegistry().bind("outbox", store.outbox());
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("ajo:outbox?deliver=message&lane=benchmark&outboxStore=#outbox&idleDelay=100&parallelCalls="
                                    + args[3])
                            .process(exchange -> told.increment());
                }
            });
            context.start();
            System.out.println("READY");
            System.out.flush();
            // Whoever started this asks with a line, and ends it.
            while (System.in.read() == '\n') {
                System.out.println("STATEMENTS " + statements.sum());
                System.out.flush();
            }
            return Map.of("told", told.sum());
        }
    }

    /** Counts what is executed: a batch of updates that are sent together is one. */
    private DataSource counted(DataSource pool) {
        return proxy(
                DataSource.class,
                pool,
                (name, result) -> result instanceof Connection connection
                        ? proxy(
                                Connection.class,
                                connection,
                                (ofConnection, statement) -> statement instanceof PreparedStatement s
                                        ? proxy(PreparedStatement.class, s, (executed, value) -> {
                                            if (executed.startsWith("execute")) {
                                                statements.increment();
                                            }
                                            return value;
                                        })
                                        : statement)
                        : result);
    }

    private interface After {
        Object apply(String method, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (ignored, method, args) -> {
                    try {
                        return after.apply(method.getName(), method.invoke(target, args));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
