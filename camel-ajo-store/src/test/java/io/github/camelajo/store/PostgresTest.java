package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.camelajo.internal.storage.ClaimRequest;
import io.github.camelajo.internal.storage.OutboxItem;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.spi.StoreException;
import io.github.camelajo.spi.TransactionRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Behaviour of PostgreSQL only. */
class PostgresTest {

    private final JdbcBackend backend = JdbcBackend.postgres();

    @AfterEach
    void end() {
        backend.close();
    }

    private static PGSimpleDataSource unpooled(String user) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {SharedPostgres.port()});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser(user);
        return dataSource;
    }

    @Test
    void isTheVersionThatWasAskedFor() {
        assertThat(backend.text("SHOW server_version") + ".")
                .startsWith(System.getProperty("postgres.server.version").replaceFirst("\\..*", "."));
    }

    @Test
    void findsWhatIsDueByItsIndexHoweverManyWereSent() throws SQLException {
        OutboxStorage outbox = backend.process();
        backend.execute(
                "INSERT INTO ajo_outbox_item (lane, item_key, payload_hash, state, attempts, due_at, created_at, changed_at)"
                        + " SELECT 'lane', 'old' || n, 'h', 'S', 1, n, n, n FROM generate_series(1, 50000) n");
        outbox.add(List.of(OutboxItem.of("lane", "due", "{}")), TransactionRule.SUPPORTS);
        backend.execute("ANALYZE ajo_outbox_item");
        List<String> claims = new ArrayList<>();
        backend.dataSource().hook(event -> {
            if (event.startsWith("SELECT i.id")) {
                claims.add(event);
            }
        });
        assertThat(outbox.claim(new ClaimRequest("lane", 20, true, true, true))).isPresent();
        backend.dataSource().unhook();

        try (Connection connection = backend.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            // Like the driver after some executions: a plan that does not know the parameters.
            statement.execute("SET plan_cache_mode = force_generic_plan");
            statement.execute("PREPARE claim (text, int) AS "
                    + claims.get(0).replaceFirst("\\?", "\\$1").replace("?", "$2"));
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery("EXPLAIN EXECUTE claim('lane', 100)")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            statement.execute("DEALLOCATE claim");
            statement.execute("RESET plan_cache_mode");
            assertThat(plan)
                    .contains("ajo_ix_item_due")
                    .contains("ajo_ix_item_order")
                    .doesNotContain("Seq Scan");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-c enable_hashjoin=off -c enable_mergejoin=off",
                "-c enable_nestloop=off -c enable_indexscan=off -c enable_bitmapscan=off",
                "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off"
            })
    void claimsNoMoreThanIsAskedForWhateverThePlan(String settings) {
        OutboxStorage outbox = backend.process();
        outbox.add(
                IntStream.range(0, 1_000)
                        .mapToObj(i -> OutboxItem.of("lane", "k" + i, "{}"))
                        .toList(),
                TransactionRule.SUPPORTS);
        PGSimpleDataSource planned = unpooled("postgres");
        planned.setOptions(settings);
        try (AjoStore store = AjoStore.builder(planned).schema(backend.schema()).build()) {
            OutboxStorage.of(store.outbox()).beat();
            for (int i = 0; i < 3; i++) {
                assertThat(OutboxStorage.of(store.outbox())
                                .claim(ClaimRequest.of("lane", 20))
                                .orElseThrow()
                                .items())
                        .hasSize(20);
            }
        }
        assertThat(backend.number("SELECT COUNT(*) FROM ajo_outbox_item WHERE state = 'C'"))
                .isEqualTo(60);
    }

    @Test
    void claimsNoMoreThanWasAskedForWhateverThePlan() {
        backend.store();
        PGSimpleDataSource nested = unpooled("postgres");
        nested.setOptions("-c enable_hashjoin=off -c enable_mergejoin=off -c enable_hashagg=off -c enable_material=off"
                + " -c enable_indexscan=off -c enable_bitmapscan=off");
        try (AjoStore store = AjoStore.builder(nested).schema(backend.schema()).build()) {
            OutboxStorage outbox = OutboxStorage.of(store.outbox());
            outbox.beat();
            outbox.add(
                    IntStream.range(0, 1_000)
                            .mapToObj(i -> OutboxItem.of("lane", "k" + i, "{}"))
                            .toList(),
                    TransactionRule.SUPPORTS);

            assertThat(outbox.claim(new ClaimRequest("lane", 20, true, true, true))
                            .orElseThrow()
                            .items())
                    .hasSize(20);
            assertThat(backend.number("SELECT COUNT(*) FROM ajo_outbox_item WHERE state = 'C'"))
                    .isEqualTo(20);
        }
    }

    @Test
    void needsNoRightToCreateTablesWhereTheyExist() {
        backend.store();
        String role = "r" + backend.schema();
        backend.execute("CREATE ROLE " + role + " LOGIN");
        try {
            backend.execute("GRANT USAGE ON SCHEMA " + backend.schema() + " TO " + role);
            assertThatThrownBy(() -> AjoStore.builder(unpooled(role))
                            .schema(backend.schema())
                            .tablePrefix("other_")
                            .build())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("create the tables")
                    .hasMessageContaining("42501");
            backend.execute(
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + backend.schema() + " TO " + role);

            try (AjoStore store =
                    AjoStore.builder(unpooled(role)).schema(backend.schema()).build()) {
                OutboxStorage.of(store.outbox()).add(List.of(OutboxItem.of("lane", "a", "{}")), TransactionRule.SUPPORTS);
                OutboxStorage.of(store.outbox()).beat();
                assertThat(OutboxStorage.of(store.outbox()).claim(ClaimRequest.of("lane", 1))).isPresent();
            }
        } finally {
            backend.execute("DROP OWNED BY " + role);
            backend.execute("DROP ROLE " + role);
        }
    }

    @Test
    void usesNoStateOfASessionSoThatEachTransactionMayHaveAnotherConnection() {
        // Unpooled: each transaction has its own connection.
        try (AjoStore store =
                AjoStore.builder(unpooled("postgres")).schema(backend.schema()).build()) {
            OutboxStorage outbox = OutboxStorage.of(store.outbox());
            outbox.add(List.of(OutboxItem.of("lane", "a", "{}")), TransactionRule.SUPPORTS);
            outbox.beat();

            assertThat(outbox.claim(ClaimRequest.of("lane", 1))).isPresent();
        }
    }

    @Test
    void switchesSynchronousCommitOnWhereTheServerHasItOff() throws SQLException {
        PGSimpleDataSource asynchronous = unpooled("postgres");
        asynchronous.setOptions("-c synchronous_commit=off");
        PostgresDialect dialect = new PostgresDialect();
        try (Connection connection = asynchronous.getConnection()) {
            dialect.prepare(connection);
        }

        String setting = new Transactions(asynchronous, dialect).run("look", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW synchronous_commit")) {
                row.next();
                return row.getString(1);
            }
        });

        assertThat(setting).isEqualTo("on");
    }
}
