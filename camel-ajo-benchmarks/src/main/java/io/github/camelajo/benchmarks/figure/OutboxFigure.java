package io.github.camelajo.benchmarks.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.benchmarks.client.Call;
import io.github.camelajo.benchmarks.report.Check;
import io.github.camelajo.benchmarks.report.FigureResult;
import io.github.camelajo.benchmarks.report.Numbers;
import io.github.camelajo.benchmarks.report.Table;
import io.github.camelajo.internal.storage.OutboxItem;
import io.github.camelajo.spi.TransactionRule;
import io.github.camelajo.store.AjoStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.h2.jdbcx.JdbcConnectionPool;

/** Items per second through the outbox on one PostgreSQL, against an aggregator with Camel's JDBC repository. */
public final class OutboxFigure implements Figure {

    private static final int CALLS_AT_A_TIME = 8;

    /** As many items are there before others are added, with {@code old} in the name of the setting. */
    private static final int OLD_ITEMS = 1_000_000;

    /** The best that was seen of the recipe with an aggregator, with the orders taken from a broker in transactions. */
    private static final int SEEN_PER_SECOND = 60;

    /** Of each process, so that its compilers are done. */
    private static final int WARM_UP_ITEMS = 10_000;

    @Override
    public String id() {
        return "outbox";
    }

    @Override
    public FigureResult measure(Setting setting) {
        try (EmbeddedPostgres postgres = Setting.postgres();
                Bench bench = new Bench(setting, postgres)) {
            return measure(setting, bench);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private FigureResult measure(Setting setting, Bench bench) throws IOException, SQLException, InterruptedException {
        int items = setting.either(10_000, 20_000);
        double aggregator = bench.aggregator(setting.either(8_000, 20_000));
        Run one = bench.run(1, items);
        Run two = bench.run(2, items);
        Run four = bench.run(4, items);
        bench.fill(setting.either(OLD_ITEMS / 4, OLD_ITEMS));
        Run old = bench.run(1, items);
        Table table = Table.of(
                Numbers.of(items) + " messages, " + CALLS_AT_A_TIME + " calls at a time in each process, each takes "
                        + OutboxRun.LATENCY_MILLIS + " ms:",
                "way",
                "messages/s");
        table.row("aggregator with `JdbcAggregationRepository`, one process", aggregator);
        table.row("outbox, one process", one.perSecond());
        table.row("outbox, two processes", two.perSecond());
        table.row("outbox, four processes", four.perSecond());
        table.row("outbox, one process, " + Numbers.of(bench.old) + " old items in the table", old.perSecond());
        Table cost = Table.of("Delivery of one message, one process:", "what", "value");
        cost.row("statements", one.statements());
        cost.row("bytes of the database's log", one.walBytes());
        return new FigureResult(
                id(),
                "The outbox",
                List.of(
                        Check.atLeast(
                                "messages/s, one process",
                                "aggregator with JDBC behind a broker, " + SEEN_PER_SECOND + "/s",
                                20,
                                one.perSecond() / SEEN_PER_SECOND),
                        Check.atLeast(
                                "messages/s, one process",
                                "aggregator with JDBC, without a broker",
                                4,
                                one.perSecond() / aggregator),
                        Check.atLeast(
                                "messages/s, two processes", "one process", 1.6, two.perSecond() / one.perSecond()),
                        Check.atLeast("messages/s with old items", "without", 0.9, old.perSecond() / one.perSecond())),
                List.of(table, cost));
    }

    /** @param statements and bytes of the log for each message */
    private record Run(double perSecond, double statements, double walBytes) {}

    /** One database, and what is measured on it. */
    private static final class Bench implements AutoCloseable {

        private static final String SCHEMA = "bench";
        private static final ObjectMapper MAPPER = new ObjectMapper();

        private final Setting setting;
        private final int port;
        private final JdbcConnectionPool pool;
        private final AjoStore store;
        private int added;
        private int old;

        Bench(Setting setting, EmbeddedPostgres postgres) throws SQLException {
            this.setting = setting;
            this.port = postgres.getPort();
            this.pool = OutboxRun.pool(port);
            execute("CREATE SCHEMA " + SCHEMA);
            // Camel's repository takes no name of a schema.
            execute("CREATE TABLE aggregation (id varchar(255) PRIMARY KEY, exchange bytea, version bigint)");
            execute("CREATE TABLE aggregation_completed (id varchar(255) PRIMARY KEY, exchange bytea, version bigint)");
            this.store = AjoStore.builder((DataSource) pool).schema(SCHEMA).build();
        }

        double aggregator(int windowMillis) {
            JsonNode report = ChildJvm.run(
                    setting.jdk(),
                    List.of("-Xmx256m"),
                    AggregatorRun.class,
                    setting.server().port(),
                    port,
                    windowMillis);
            return report.get("perSecond").asDouble();
        }

        /** Old items, sent and told, as they lie there before they are cleared. */
        void fill(int items) throws SQLException {
            execute("INSERT INTO bench.ajo_outbox_item (lane, item_key, payload_hash, payload, state, attempts, due_at,"
                    + " created_at, changed_at, outcome_id) SELECT '" + OutboxRun.LANE
                    + "', 'old' || n, 'h', '{}', 'S', 1, 0, 0, extract(epoch FROM now()) * 1000, 'HUMA-1' FROM generate_series(1, "
                    + items + ") n");
            execute("ANALYZE bench.ajo_outbox_item");
            old = items;
        }

        Run run(int processes, int items) throws IOException, SQLException, InterruptedException {
            List<Process> workers = new ArrayList<>();
            List<BufferedReader> outputs = new ArrayList<>();
            try {
                for (int i = 0; i < processes; i++) {
                    Process worker = start();
                    workers.add(worker);
                    outputs.add(
                            new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8)));
                }
                for (BufferedReader output : outputs) {
                    await(output, "READY");
                }
                deliver(WARM_UP_ITEMS * processes);
                long statementsBefore = statements(workers, outputs);
                long walBefore = wal();
                double seconds = deliver(items);
                double walBytes = (double) (wal() - walBefore) / items;
                long statements = statements(workers, outputs) - statementsBefore;
                return new Run(items / seconds, (double) statements / items, walBytes);
            } finally {
                for (Process worker : workers) {
                    worker.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
                }
            }
        }

        /** Adds items while the lane is paused, and takes the time until all are delivered and told. */
        private double deliver(int items) throws SQLException, InterruptedException {
            store.outbox().pause(OutboxRun.LANE, "until all are there");
            add(items);
            execute("VACUUM ANALYZE bench.ajo_outbox_item");
            execute("CHECKPOINT");
            long start = System.nanoTime();
            store.outbox().resume(OutboxRun.LANE);
            while (isAny("bench.ajo_outbox_item WHERE lane = '" + OutboxRun.LANE + "' AND state = 'N'")
                    || isAny("bench.ajo_outbox_batch WHERE lane = '" + OutboxRun.LANE
                            + "' AND (state = 'O' OR state = 'X' AND told_pos < size)")) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            return (System.nanoTime() - start) / 1e9;
        }

        private boolean isAny(String where) throws SQLException {
            return number("SELECT COUNT(*) FROM (SELECT 1 FROM " + where + " LIMIT 1) found") > 0;
        }

        private static long statements(List<Process> workers, List<BufferedReader> outputs) throws IOException {
            long statements = 0;
            for (int i = 0; i < workers.size(); i++) {
                workers.get(i).getOutputStream().write('\n');
                workers.get(i).getOutputStream().flush();
                statements += Long.parseLong(await(outputs.get(i), "STATEMENTS "));
            }
            return statements;
        }

        private Process start() throws IOException {
            return new ProcessBuilder(
                            setting.jdk().resolve("bin/java").toString(),
                            "-Xmx256m",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            OutboxRun.class.getName(),
                            String.valueOf(setting.server().port()),
                            String.valueOf(port),
                            SCHEMA,
                            String.valueOf(CALLS_AT_A_TIME))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        }

        private static String await(BufferedReader output, String word) throws IOException {
            String line;
            do {
                line = output.readLine();
                if (line == null) {
                    throw new IllegalStateException("A process that delivers has ended");
                }
            } while (!line.startsWith(word));
            return line.substring(word.length());
        }

        private void add(int items) {
            List<OutboxItem> some = new ArrayList<>();
            for (int i = 0; i < items; i++) {
                some.add(item(added++));
                if (some.size() == 1000 || i == items - 1) {
                    OutboxStorage.of(store.outbox()).add(some, TransactionRule.SUPPORTS);
                    some.clear();
                }
            }
        }

        private static OutboxItem item(int number) {
            String userId = "somebody" + number + "@example.com";
            Map<?, ?> recipient = (Map<?, ?>) ((List<?>) Call.messageTo(userId).get("recipients")).get(0);
            try {
                String payload = MAPPER.writeValueAsString(Map.of(
                        "campaignId", Call.message().get("campaignId"), "sandbox", Call.SANDBOX, "body", recipient));
                return new OutboxItem(OutboxRun.LANE, "k" + number, payload, userId, null);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private long wal() throws SQLException {
            return number("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')");
        }

        private long number(String sql) throws SQLException {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getBigDecimal(1).longValue();
            }
        }

        private void execute(String sql) throws SQLException {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() {
            store.close();
            pool.dispose();
        }
    }
}
