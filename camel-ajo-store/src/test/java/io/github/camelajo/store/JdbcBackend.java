package io.github.camelajo.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.SourceStorage;
import org.h2.jdbcx.JdbcConnectionPool;

/** A separate database for a test: a schema in PostgreSQL, or H2 in memory or in a file. */
final class JdbcBackend implements Backend {

    static final Duration LIFETIME = Duration.ofSeconds(30);

    private final JdbcConnectionPool pool;
    private final HookedDataSource dataSource;
    private final boolean postgres;
    private final String schema;
    private final AtomicLong passed = new AtomicLong();
    private final List<AjoStore> stores = new ArrayList<>();

    private JdbcBackend(JdbcConnectionPool pool, boolean postgres, String schema) {
        this.pool = pool;
        this.postgres = postgres;
        this.schema = schema;
        this.dataSource = new HookedDataSource(pool);
        pool.setMaxConnections(20);
    }

    static JdbcBackend h2InMemory() {
        return new JdbcBackend(
                JdbcConnectionPool.create(
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=300", "sa", ""),
                false,
                null);
    }

    static JdbcBackend h2File(Path folder) {
        return new JdbcBackend(
                JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("store") + ";LOCK_TIMEOUT=300", "sa", ""),
                false,
                null);
    }

    static JdbcBackend postgres() {
        String schema = "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        JdbcBackend backend = new JdbcBackend(JdbcConnectionPool.create(SharedPostgres.dataSource()), true, schema);
        backend.execute("CREATE SCHEMA " + schema);
        return backend;
    }

    boolean isPostgres() {
        return postgres;
    }

    String schema() {
        return schema;
    }

    /** Returns the data source, which reports every statement and commit to the test. */
    HookedDataSource dataSource() {
        return dataSource;
    }

    /** Builds a store as an application would. */
    AjoStore store() {
        return store(builder -> builder);
    }

    AjoStore store(UnaryOperator<AjoStore.Builder> options) {
        AjoStore store = options.apply(AjoStore.builder(dataSource)
                        .schema(schema)
                        .lifetime(LIFETIME)
                        .label("test")
                        .nanoTime(() -> System.nanoTime() + passed.get()))
                .build();
        stores.add(store);
        return store;
    }

    @Override
    public SourceStorage sources() {
        return SourceStorage.of(store().sourceState());
    }

    @Override
    public OutboxStorage process() {
        OutboxStorage process = OutboxStorage.of(store().outbox());
        process.beat();
        return process;
    }

    /** Moves all times in the tables, because the clock of the database cannot be moved. */
    @Override
    public void pass(Duration time) {
        passed.addAndGet(time.toNanos());
        long millis = time.toMillis();
        execute("UPDATE ajo_source SET owner_until = owner_until - " + millis);
        execute(
                "UPDATE ajo_outbox_item SET due_at = due_at - %1$d, created_at = created_at - %1$d, changed_at = changed_at - %1$d"
                        .formatted(millis));
        execute("UPDATE ajo_outbox_batch SET resend_at = resend_at - %1$d, closed_at = closed_at - %1$d"
                .formatted(millis));
        execute("UPDATE ajo_outbox_lane SET not_before = not_before - " + millis);
        execute("UPDATE ajo_instance SET alive_until = alive_until - " + millis);
    }

    /** Runs SQL that names tables as the scripts do. */
    void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(qualified(sql));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** Returns the first column of all rows, one per line. */
    String text(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(qualified(sql))) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return String.join("\n", lines);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String qualified(String sql) {
        return schema == null ? sql : sql.replaceAll("\\bajo_(?!ix)", schema + ".ajo_");
    }

    @Override
    public void close() {
        dataSource.unhook();
        stores.forEach(AjoStore::close);
        if (postgres) {
            execute("DROP SCHEMA " + schema + " CASCADE");
        }
        pool.dispose();
    }
}
