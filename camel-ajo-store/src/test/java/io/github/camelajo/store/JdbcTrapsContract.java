package io.github.camelajo.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.camelajo.internal.storage.AddResult;
import io.github.camelajo.internal.storage.BatchOutcome;
import io.github.camelajo.internal.storage.ClaimRequest;
import io.github.camelajo.internal.storage.ClaimedItem;
import io.github.camelajo.internal.storage.CleanResult;
import io.github.camelajo.internal.storage.CleanRule;
import io.github.camelajo.internal.storage.KnownItem;
import io.github.camelajo.internal.storage.LeaseLostException;
import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.internal.storage.OutboxItem;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.storage.SourceGroup;
import io.github.camelajo.internal.storage.SourceItem;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.internal.storage.SourceRequest;
import io.github.camelajo.internal.storage.SourceStorage;
import io.github.camelajo.spi.ItemOutcome;
import io.github.camelajo.spi.OutboxEntry;
import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.spi.SourcePhase;
import io.github.camelajo.spi.SourcePosition;
import io.github.camelajo.spi.StoreException;
import io.github.camelajo.spi.StoreRefusedException;
import io.github.camelajo.spi.TransactionRule;
import io.github.camelajo.spi.UnknownRule;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Problems around a database: open transactions, lost connections, two processes at the same statement. */
abstract class JdbcTrapsContract {

    private static final String LANE = "lane";
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String CONNECTION_LOST = "08006";

    private final ExecutorService threads = Executors.newCachedThreadPool();

    JdbcBackend backend;

    abstract JdbcBackend create();

    @BeforeEach
    void begin() {
        backend = create();
    }

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        backend.close();
    }

    private static OutboxItem item(String key) {
        return OutboxItem.of(LANE, key, "{}");
    }

    private static OutboxItem[] items(int count) {
        return IntStream.range(0, count).mapToObj(i -> item("k" + i)).toArray(OutboxItem[]::new);
    }

    private static List<AddResult> add(OutboxStorage outbox, OutboxItem... items) {
        return outbox.add(List.of(items), TransactionRule.SUPPORTS);
    }

    private static OutboxBatch claim(OutboxStorage outbox, int size) {
        return outbox.claim(ClaimRequest.of(LANE, size)).orElseThrow();
    }

    private static SourceRequest request() {
        return new SourceRequest("source", "list", "host", LEASE, true);
    }

    private static SourceGroup group(String... keys) {
        return SourceGroup.delivered(
                SourcePosition.START.withPhase(SourcePhase.FOLLOW),
                List.of(keys).stream().map(key -> new SourceItem(key, "f", 1)).toList());
    }

    private <T> Future<T> inThread(Callable<T> work) {
        return threads.submit(work);
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    /** Throws at the first event that contains a text. */
    private static HookedDataSource.Hook cut(String text) {
        AtomicBoolean done = new AtomicBoolean();
        return event -> {
            if (event.contains(text) && done.compareAndSet(false, true)) {
                throw new SQLException("cut", CONNECTION_LOST);
            }
        };
    }

    /** A transaction of an application that the store may join. */
    private final class Application implements CallerTransaction, AutoCloseable {
        final Connection connection;
        final OutboxStorage outbox;
        final List<String> calls = Collections.synchronizedList(new ArrayList<>());

        Application() throws SQLException {
            connection = backend.dataSource().getConnection();
            connection.setAutoCommit(false);
            outbox = OutboxStorage.of(
                    backend.store(builder -> builder.callerTransaction(this)).outbox());
        }

        @Override
        public Optional<Connection> join() {
            return Optional.of((Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        calls.add(method.getName());
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        }
    }

    @Test
    void nothingIsCommittedWhenARollbackFails() {
        backend.store();
        Transactions transactions =
                new Transactions(backend.dataSource(), backend.isPostgres() ? new PostgresDialect() : new H2Dialect());
        backend.dataSource().hook(event -> {
            if (event.equals(HookedDataSource.BEFORE_ROLLBACK)) {
                throw new SQLException("on purpose", "HY000");
            }
        });

        assertThatThrownBy(() -> transactions.run("test", connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(
                            backend.qualified("INSERT INTO ajo_store (part, version) VALUES ('stray', 1)"))) {
                        insert.executeUpdate();
                    }
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");

        assertThat(backend.number("SELECT COUNT(*) FROM ajo_store WHERE part = 'stray'"))
                .isZero();
    }

    @Test
    void addsInTheTransactionOfTheCaller() throws Exception {
        try (Application application = new Application()) {
            assertThat(application.outbox.add(List.of(item("a")), TransactionRule.REQUIRED))
                    .containsExactly(AddResult.ADDED);
            assertThat(backend.process().find(LANE, "a"))
                    .as("before the commit")
                    .isEmpty();

            application.connection.rollback();
            assertThat(backend.process().find(LANE, "a")).as("after a rollback").isEmpty();

            application.outbox.add(List.of(item("a")), TransactionRule.REQUIRED);
            application.connection.commit();
            assertThat(backend.process().find(LANE, "a")).as("after a commit").isPresent();
            assertThat(application.connection.getAutoCommit()).isFalse();
        }
    }

    @Test
    void leavesTheConnectionOfTheCallerAsItIsAndNeedsNoOther() throws Exception {
        try (Application application = new Application()) {
            AtomicInteger connects = new AtomicInteger();
            backend.dataSource().hook(event -> {
                if (event.equals(HookedDataSource.CONNECT)) {
                    connects.incrementAndGet();
                }
            });

            add(application.outbox, item("a"), item("a"), OutboxItem.of(LANE, "a", "other"));

            assertThat(connects).as("a pool of one is enough").hasValue(0);
            assertThat(application.calls)
                    .contains("prepareStatement")
                    .doesNotContain(
                            "commit", "rollback", "setAutoCommit", "setTransactionIsolation", "setReadOnly", "close");
        }
    }

    @Test
    void givesBackEachConnectionThatItHasJoined() throws Exception {
        AtomicInteger joined = new AtomicInteger();
        AtomicInteger left = new AtomicInteger();
        try (Connection connection = backend.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            OutboxStorage outbox =
                    OutboxStorage.of(backend.store(builder -> builder.callerTransaction(new CallerTransaction() {
                                @Override
                                public Optional<Connection> join() {
                                    joined.incrementAndGet();
                                    return Optional.of(connection);
                                }

                                @Override
                                public void leave(Connection given) {
                                    assertThat(given).isSameAs(connection);
                                    left.incrementAndGet();
                                }
                            }))
                            .outbox());
            add(outbox, item("a"));
            connection.commit();
            backend.dataSource().hook(cut("outbox_item"));
            assertThatThrownBy(() -> add(outbox, item("b"))).isInstanceOf(StoreException.class);
            backend.dataSource().unhook();
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertThat(joined).hasValue(2);
        assertThat(left).hasValue(2);
    }

    @Test
    void claimsAnItemWhoseTransactionCommitsAfterThatOfALaterItem() throws Exception {
        OutboxStorage process = backend.process();
        try (Application first = new Application();
                Application second = new Application()) {
            first.outbox.add(List.of(new OutboxItem(LANE, "first", "{}", null, "cart")), TransactionRule.REQUIRED);
            second.outbox.add(List.of(new OutboxItem(LANE, "second", "{}", null, "cart")), TransactionRule.REQUIRED);
            second.connection.commit();
            ClaimRequest ordered = new ClaimRequest(LANE, 10, false, true, true);
            OutboxBatch batch = process.claim(ordered).orElseThrow();
            assertThat(batch.items())
                    .extracting(ClaimedItem::key)
                    .as("what is not committed holds nobody back")
                    .containsExactly("second");
            process.outcome(batch, BatchOutcome.all(batch, ItemOutcome.sent("1"), 200));
            first.connection.commit();

            assertThat(process.claim(ordered).orElseThrow().items())
                    .extracting(ClaimedItem::key)
                    .as("it is not left behind")
                    .containsExactly("first");
        }
    }

    @Test
    void parksABatchThatIsNoLongerWhatWasSent() {
        OutboxStorage dead = backend.process();
        add(dead, items(4));
        OutboxBatch changed = claim(dead, 2);
        OutboxBatch same = claim(dead, 2);
        backend.pass(JdbcBackend.LIFETIME.plusSeconds(1));
        backend.execute("UPDATE ajo_outbox_item SET payload_hash = 'x' WHERE item_key = 'k1'");
        OutboxStorage process = backend.process();

        OutboxBatch taken = process.takeOver(LANE).orElseThrow();

        assertThat(taken.requestId()).isEqualTo(same.requestId());
        assertThat(process.takeOver(LANE)).isEmpty();
        assertThat(process.list(LANE, OutboxState.UNKNOWN, 0, 10))
                .extracting(OutboxEntry::requestId)
                .containsExactly(changed.requestId(), changed.requestId());
    }

    @Test
    void goesOnBeyondTheNumbersOfAnInteger() {
        OutboxStorage process = backend.process();
        for (String table : List.of("ajo_outbox_item", "ajo_outbox_batch", "ajo_source")) {
            String column = table.equals("ajo_source") ? "source_no" : "id";
            backend.execute("ALTER TABLE " + table + " ALTER COLUMN " + column + " RESTART WITH 3000000000");
        }

        add(process, items(2));
        OutboxBatch batch = claim(process, 2);
        process.outcome(batch, BatchOutcome.all(batch, ItemOutcome.sent("1"), 200));
        SourceLease lease = backend.sources().open(request()).orElseThrow();
        lease.commit(group("a"));

        assertThat(batch.id()).isEqualTo(3_000_000_000L);
        assertThat(process.told(process.untold(LANE, 1).get(0), 2)).isTrue();
        assertThat(process.list(LANE, OutboxState.SENT, 3_000_000_000L, 10))
                .extracting(OutboxEntry::id)
                .containsExactly(3_000_000_001L);
        assertThat(lease.find(List.of("a"))).containsOnlyKeys("a");
    }

    @Test
    void createsTheTablesOnConnectionsWithoutAutocommit() throws Exception {
        backend.dataSource().shape(connection -> connection.setAutoCommit(false));

        OutboxStorage process = backend.process();

        assertThat(add(process, item("a"))).containsExactly(AddResult.ADDED);
        assertThat(backend.number("SELECT COUNT(*) FROM ajo_outbox_item"))
                .as("seen by another connection")
                .isEqualTo(1);
        backend.dataSource().shape(connection -> connection.setAutoCommit(true));
    }

    @Test
    void provesThatItLivesWhileOthersHaveUsedUpThePool() {
        HookedDataSource own = new HookedDataSource(backend.dataSource());
        AtomicBoolean usedUp = new AtomicBoolean();
        HookedDataSource shared = new HookedDataSource(backend.dataSource());
        shared.hook(event -> {
            if (usedUp.get() && event.equals(HookedDataSource.CONNECT)) {
                throw new SQLException("no connection is free", "08001");
            }
        });
        OutboxStorage process = OutboxStorage.of(AjoStore.builder(shared)
                .schema(backend.schema())
                .beatDataSource(own)
                .build()
                .outbox());
        add(process, item("a"));
        usedUp.set(true);

        assertThat(process.beat()).isTrue();
        assertThatThrownBy(() -> claim(process, 1)).isInstanceOf(StoreException.class);
        usedUp.set(false);
        assertThat(claim(process, 1).items()).hasSize(1);
        process.close();
    }

    @Test
    void letsTheTransactionOfTheCallerLiveWhenTheKeyIsKnown() throws Exception {
        add(backend.process(), item("a"));
        try (Application application = new Application()) {
            assertThat(add(application.outbox, item("a"), OutboxItem.of(LANE, "a", "other"), item("b"), item("b")))
                    .containsExactly(AddResult.KNOWN, AddResult.DIFFERENT, AddResult.ADDED, AddResult.KNOWN);
            try (PreparedStatement statement = application.connection.prepareStatement(
                    backend.qualified("INSERT INTO ajo_outbox_lane VALUES ('mine', FALSE, 0, 0, NULL)"))) {
                statement.executeUpdate();
            }
            application.connection.commit();
        }
        assertThat(backend.process().find(LANE, "b")).isPresent();
        assertThat(backend.number("SELECT COUNT(*) FROM ajo_outbox_lane")).isEqualTo(1);
    }

    @Test
    void waitsOrAsksForARepeatWhileAnotherTransactionAddsTheSameKey() throws Exception {
        try (Application first = new Application();
                Application second = new Application()) {
            add(first.outbox, item("a"));
            Future<List<AddResult>> added = inThread(() -> add(second.outbox, item("a")));
            if (backend.isPostgres()) {
                first.connection.commit();
                assertThat(get(added)).containsExactly(AddResult.KNOWN);
            } else {
                assertThatThrownBy(() -> get(added))
                        .hasCauseInstanceOf(StoreException.class)
                        .hasMessageContaining("may be repeated");
                first.connection.commit();
                assertThat(add(second.outbox, item("a"))).containsExactly(AddResult.KNOWN);
            }
            second.connection.commit();
        }
        assertThat(backend.number("SELECT COUNT(*) FROM ajo_outbox_item")).isEqualTo(1);
    }

    @Test
    void addsTheKeyOnceTheOtherTransactionHasRolledBack() throws Exception {
        try (Application first = new Application()) {
            OutboxStorage plain = backend.process();
            add(first.outbox, item("a"));
            Future<List<AddResult>> added = inThread(() -> add(plain, item("a")));
            first.connection.rollback();

            assertThat(get(added)).containsExactly(AddResult.ADDED);
        }
    }

    @Test
    void givesASecondClaimOtherItemsWhileTheFirstIsUnderWay() throws Exception {
        OutboxStorage first = backend.process();
        OutboxStorage second = backend.process();
        add(first, items(10));
        Gate gate = new Gate("outbox_batch (lane");
        backend.dataSource().hook(gate);
        Future<OutboxBatch> one = inThread(() -> claim(first, 3));
        gate.awaitReached();

        Future<OutboxBatch> two = inThread(() -> claim(second, 3));
        if (backend.isPostgres()) {
            assertThat(get(two).items()).as("without waiting").hasSize(3);
        }
        gate.open();

        List<String> keys = new ArrayList<>();
        get(one).items().forEach(item -> keys.add(item.key()));
        get(two).items().forEach(item -> keys.add(item.key()));
        assertThat(keys).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void runsAtReadCommittedWhateverThePoolHandsOut() throws Exception {
        List<OutboxStorage> processes = List.of(backend.process(), backend.process());
        add(processes.get(0), items(60));
        List<Integer> givenBack = Collections.synchronizedList(new ArrayList<>());
        backend.dataSource().shape(connection -> {
            givenBack.add(connection.getTransactionIsolation());
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
        });

        List<Future<List<String>>> claimed = new ArrayList<>();
        for (OutboxStorage process : processes) {
            claimed.add(inThread(() -> {
                List<String> keys = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    OutboxBatch batch = claim(process, 3);
                    batch.items().forEach(item -> keys.add(item.key()));
                    process.outcome(batch, BatchOutcome.all(batch, ItemOutcome.sent("1"), 200));
                }
                return keys;
            }));
        }

        List<String> all = new ArrayList<>();
        for (Future<List<String>> each : claimed) {
            all.addAll(get(each));
        }
        assertThat(all).hasSize(60).doesNotHaveDuplicates();
        assertThat(new HashSet<>(givenBack.subList(5, givenBack.size())))
                .as("as the pool had set it")
                .contains(Connection.TRANSACTION_SERIALIZABLE);
        backend.dataSource().shape(connection -> {
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        });
    }

    @Test
    void createsTheTablesOnceWhenSeveralProcessesStart() throws Exception {
        List<Future<AjoStore>> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starts.add(inThread(() -> backend.store()));
        }
        for (Future<AjoStore> start : starts) {
            assertThat(OutboxStorage.of(get(start).outbox()).beat()).isTrue();
        }

        assertThat(backend.number("SELECT version FROM ajo_store WHERE part = 'schema'"))
                .isEqualTo(Schema.VERSION);
        assertThat(backend.number("SELECT COUNT(*) FROM ajo_store WHERE part = 'hash-key'"))
                .isEqualTo(1);
    }

    @Test
    void createsTheTablesOnConnectionsThatDoNotCommitByThemselves() throws Exception {
        backend.dataSource().shape(connection -> connection.setAutoCommit(false));
        try {
            AjoStore store = backend.store();
            assertThat(OutboxStorage.of(store.outbox()).beat()).isTrue();
            assertThat(SourceStorage.of(store.sourceState()).open(request())).isPresent();
            assertThat(OutboxStorage.of(backend.store().outbox()).beat())
                    .as("they exist")
                    .isTrue();
        } finally {
            backend.dataSource().shape(connection -> connection.setAutoCommit(true));
        }
    }

    @Test
    void numbersRowsWithRoomForAllThatWereRefused() {
        backend.store();
        String columns = backend.text("SELECT LOWER(table_name) || '.' || LOWER(column_name) || ' ' || LOWER(data_type)"
                + " FROM information_schema.columns WHERE LOWER(column_name) IN ('id', 'source_no')"
                + " AND LOWER(table_name) LIKE 'ajo%' AND LOWER(table_name) NOT LIKE '%instance' AND LOWER(table_schema) = '"
                + (backend.isPostgres() ? backend.schema() : "public") + "'");
        assertThat(columns.lines()).hasSize(4).allMatch(column -> column.endsWith(" bigint"));
    }

    @Test
    void refusesTablesOfANewerRelease() {
        backend.store();
        backend.execute("UPDATE ajo_store SET version = 99 WHERE part = 'schema'");

        assertThatThrownBy(() -> backend.store())
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("newer release");
    }

    @Test
    void createsNoTablesIfItMustNot() throws Exception {
        assertThatThrownBy(() -> backend.store(builder -> builder.createTables(false)))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("V1.sql");

        String name = (backend.isPostgres() ? "postgresql" : "h2") + "/V1.sql";
        String script = new String(AjoStore.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
        for (String statement : script.split(";\\s*\\n")) {
            backend.execute(statement);
        }

        OutboxStorage outbox = OutboxStorage.of(
                backend.store(builder -> builder.createTables(false)).outbox());
        assertThat(add(outbox, item("a"))).containsExactly(AddResult.ADDED);
    }

    @Test
    void keepsStoresWithAnotherPrefixApart() {
        OutboxStorage one = OutboxStorage.of(
                backend.store(builder -> builder.tablePrefix("one_")).outbox());
        OutboxStorage two = OutboxStorage.of(
                backend.store(builder -> builder.tablePrefix("two_")).outbox());

        add(one, item("a"));

        assertThat(one.find(LANE, "a")).isPresent();
        assertThat(two.find(LANE, "a")).isEmpty();
        assertThatThrownBy(() -> AjoStore.builder(backend.dataSource()).tablePrefix("x; DROP TABLE y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("table prefix");
    }

    @Test
    void keepsNoPersonalDataThatItWasToldToHide() {
        AjoStore store = backend.store(builder -> builder.cipher(new XorCipher("k1")));
        OutboxStorage.of(store.outbox())
                .add(
                        List.of(new OutboxItem(LANE, "a", "{\"mail\":\"jane@example.com\"}", "jane@example.com", null)),
                        TransactionRule.SUPPORTS);
        SourceLease lease = SourceStorage.of(store.sourceState())
                .open(new SourceRequest("suppressed", "list", "host", LEASE, false))
                .orElseThrow();
        lease.commit(group("jane@example.com"));

        String rows = backend.text("SELECT CONCAT(payload, recipient_hash, payload_hash) FROM ajo_outbox_item")
                + backend.text("SELECT item_key FROM ajo_source_item");
        assertThat(rows).isNotBlank().doesNotContain("jane").doesNotContain("example");
        OutboxStorage rotated = OutboxStorage.of(
                backend.store(builder -> builder.cipher(new XorCipher("k2"))).outbox());
        rotated.beat();
        assertThat(claim(rotated, 1).items())
                .extracting(ClaimedItem::payload)
                .as("encrypted with the old key")
                .containsExactly("{\"mail\":\"jane@example.com\"}");
    }

    @Test
    void hashesWithTheKeyOfTheApplication() {
        byte[] key = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
        backend.store(builder -> builder.hashKey(key));

        assertThat(backend.number("SELECT COUNT(*) FROM ajo_store WHERE part = 'hash-key'"))
                .isZero();
        assertThatThrownBy(() -> AjoStore.builder(backend.dataSource()).hashKey(new byte[8]))
                .hasMessageContaining("at least 16");
    }

    @Test
    void refusesItemsWithoutAPositionInsteadOfBeginningAnew() {
        SourceStorage state = backend.sources();
        try (SourceLease lease = state.open(request()).orElseThrow()) {
            lease.commit(group("a", "b"));
        }
        backend.execute("DELETE FROM ajo_source");

        assertThatThrownBy(() -> state.open(request()))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("source has no position")
                .hasMessageContaining("reset");

        assertThat(state.reset("source")).isTrue();
        assertThat(backend.number("SELECT COUNT(*) FROM ajo_source_item")).isZero();
        assertThat(state.open(request())).isPresent();
    }

    @Test
    void refusesAPositionOfANewerRelease() {
        SourceStorage state = backend.sources();
        state.open(request()).orElseThrow().close();
        backend.execute("UPDATE ajo_source SET format = 99");

        assertThatThrownBy(() -> state.open(request()))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("format 99");
    }

    @Test
    void writesNothingWhileUnchangedItemsAreCompared() {
        SourceLease lease = backend.sources().open(request()).orElseThrow();
        lease.commit(group(IntStream.range(0, 500).mapToObj(i -> "k" + i).toArray(String[]::new)));
        List<String> statements = Collections.synchronizedList(new ArrayList<>());
        backend.dataSource().hook(statements::add);

        BitSet seen = new BitSet();
        for (int page = 0; page < 5; page++) {
            List<String> keys = IntStream.range(page * 100, page * 100 + 100)
                    .mapToObj(i -> "k" + i)
                    .toList();
            lease.find(keys).values().forEach(item -> seen.set(item.itemNo()));
        }
        assertThat(lease.absent(seen, 0, lease.nextItemNo(), 100)).isEmpty();
        lease.hold(null);

        assertThat(statements.stream().filter(text -> text.startsWith("SELECT")))
                .as("a search for the first page, then the block behind it")
                .hasSize(2);
        assertThat(statements.stream().filter(text -> text.matches("(?s)(INSERT|UPDATE|DELETE|MERGE).*")))
                .isEmpty();
    }

    @Test
    void commitsAGroupInOneTransaction() {
        SourceLease lease = backend.sources().open(request()).orElseThrow();
        AtomicInteger commits = new AtomicInteger();
        backend.dataSource().hook(event -> {
            if (event.equals(HookedDataSource.BEFORE_COMMIT)) {
                commits.incrementAndGet();
            }
        });

        for (int page = 0; page < 10; page++) {
            int from = page * 100;
            lease.commit(group(
                    IntStream.range(from, from + 100).mapToObj(i -> "k" + i).toArray(String[]::new)));
        }

        assertThat(commits).hasValue(10);
        assertThat(lease.items()).isEqualTo(1_000);
    }

    @Test
    void findsOutWhatACommitHasDoneWhoseAnswerWasLost() {
        SourceLease lease = backend.sources().open(request()).orElseThrow();

        backend.dataSource().hook(cut(HookedDataSource.AFTER_COMMIT));
        lease.commit(group("a"));
        backend.dataSource().hook(cut(HookedDataSource.BEFORE_COMMIT));
        lease.commit(group("b"));
        backend.dataSource().unhook();
        lease.commit(group("c"));

        assertThat(lease.items()).isEqualTo(3);
        assertThat(lease.find(List.of("a", "b", "c")).values())
                .extracting(KnownItem::itemNo)
                .containsExactlyInAnyOrder(0, 1, 2);
        assertThat(backend.number("SELECT commit_no FROM ajo_source")).isEqualTo(3);
    }

    @Test
    void findsOutLaterIfTheDatabaseStaysAway() {
        SourceLease lease = backend.sources().open(request()).orElseThrow();
        AtomicBoolean away = new AtomicBoolean();
        backend.dataSource().hook(event -> {
            if (event.equals(HookedDataSource.AFTER_COMMIT) || away.get()) {
                away.set(true);
                throw new SQLException("gone", CONNECTION_LOST);
            }
        });
        assertThatThrownBy(() -> lease.commit(group("a"))).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> lease.commit(group("b"))).isInstanceOf(StoreException.class);
        backend.dataSource().unhook();

        lease.commit(group("a", "b"));

        assertThat(lease.items()).isEqualTo(2);
        assertThat(backend.number("SELECT COUNT(*) FROM ajo_source_item")).isEqualTo(2);
    }

    @Test
    void goesOnOnceTheDatabaseIsBackAndGivesUpConnectionsThatMayOnlyRead() {
        SourceLease lease = backend.sources().open(request()).orElseThrow();
        backend.dataSource().hook(event -> {
            throw new SQLException("refused", "08001");
        });
        assertThatThrownBy(() -> lease.commit(group("a")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("08001");
        assertThatThrownBy(lease::renew).isInstanceOf(StoreException.class);
        List<Connection> handedOut = Collections.synchronizedList(new ArrayList<>());
        backend.dataSource().shape(handedOut::add);
        backend.dataSource().hook(event -> {
            if (event.startsWith("UPDATE")) {
                throw new SQLException("cannot execute UPDATE in a read-only transaction", "25006");
            }
        });
        assertThatThrownBy(() -> lease.commit(group("a")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("25006");
        assertThat(handedOut)
                .allSatisfy(connection -> assertThat(connection.isClosed()).isTrue());

        backend.dataSource().unhook();
        assertThat(lease.position()).isEqualTo(SourcePosition.START);
        // A pool that does not check its connections may hand out the dead one once more.
        Awaitility.await().ignoreExceptionsInstanceOf(StoreException.class).until(() -> {
            lease.commit(group("a"));
            return true;
        });
        assertThat(lease.items()).isEqualTo(1);
    }

    @Test
    void tellsNothingOfARowInAnException() {
        OutboxStorage outbox = backend.process();
        backend.dataSource().hook(event -> {
            if (event.contains("outbox_item")) {
                throw new SQLException("Key (item_key)=(jane@example.com) already exists", "23514");
            }
        });

        assertThatThrownBy(() -> add(outbox, item("a")))
                .hasMessageNotContaining("jane")
                .hasStackTraceContaining("23514")
                .satisfies(e -> assertThat(org.assertj.core.util.Throwables.getStackTrace(e))
                        .doesNotContain("jane"));
    }

    @Test
    void comparesAListInItsOldOrderWithOneStatementForAThousandItems() {
        SourceLease lease = backend.sources().open(request()).orElseThrow();
        List<String> keys = IntStream.range(0, 5_000).mapToObj(i -> "key" + i).toList();
        lease.commit(SourceGroup.delivered(
                SourcePosition.START,
                keys.stream().map(key -> new SourceItem(key, "f", 1)).toList()));
        AtomicInteger statements = new AtomicInteger();
        backend.dataSource().hook(event -> {
            if (event.startsWith("SELECT") && event.contains("source_item")) {
                statements.incrementAndGet();
            }
        });

        for (int from = 0; from < keys.size(); from += 100) {
            assertThat(lease.find(keys.subList(from, from + 100))).hasSize(100);
        }

        assertThat(statements.get()).isBetween(5, 7);
    }

    @Test
    void writesNothingForAPollThatStoodStillWhileItsSourceWasTakenOver() throws Exception {
        SourceLease sleeper = backend.sources().open(request()).orElseThrow();
        SourceStorage state = backend.sources();
        Gate gate = new Gate("SET format");
        backend.dataSource().hook(gate);
        Future<?> commit = inThread(() -> {
            sleeper.commit(group("old"));
            return null;
        });
        gate.awaitReached();
        backend.pass(LEASE.plusSeconds(1));
        SourceLease other = state.open(request()).orElseThrow();
        other.commit(group("new"));

        gate.open();

        assertThatThrownBy(() -> get(commit)).hasCauseInstanceOf(LeaseLostException.class);
        assertThat(other.find(List.of("old", "new"))).containsOnlyKeys("new");
        assertThat(sleeper.remaining()).isZero();
    }

    @Test
    void countsLeasesByTheClockOfTheDatabase() {
        SourceStorage ahead = SourceStorage.of(backend.store(builder -> builder.nanoTime(
                        () -> System.nanoTime() + Duration.ofHours(1).toNanos()))
                .sourceState());
        assertThat(backend.sources().open(request())).isPresent();

        assertThat(ahead.open(request())).isEmpty();
    }

    @Test
    void finishesAResetThatWasCut() {
        SourceStorage state = backend.sources();
        try (SourceLease lease = state.open(request()).orElseThrow()) {
            lease.commit(group(IntStream.range(0, 2_500).mapToObj(i -> "k" + i).toArray(String[]::new)));
        }
        AtomicInteger deletes = new AtomicInteger();
        backend.dataSource().hook(event -> {
            if (event.startsWith("DELETE") && deletes.incrementAndGet() == 2) {
                throw new SQLException("cut", CONNECTION_LOST);
            }
        });
        assertThatThrownBy(() -> state.reset("source")).isInstanceOf(StoreException.class);
        backend.dataSource().unhook();
        assertThat(backend.number("SELECT COUNT(*) FROM ajo_source_item")).isEqualTo(1_500);

        SourceLease lease = state.open(request()).orElseThrow();

        assertThat(backend.number("SELECT COUNT(*) FROM ajo_source_item")).isZero();
        assertThat(lease.items()).isZero();
        assertThat(lease.nextItemNo()).isZero();
        assertThat(lease.position()).isEqualTo(SourcePosition.START);
    }

    @Test
    void storesAnOutcomeThatCouldNotBeWrittenAtFirst() {
        OutboxStorage outbox = backend.process();
        add(outbox, items(2));
        OutboxBatch batch = claim(outbox, 2);
        BatchOutcome sent = BatchOutcome.all(batch, ItemOutcome.sent("1"), 200);
        backend.dataSource().hook(event -> {
            if (event.startsWith("UPDATE")) {
                throw new SQLException("gone", CONNECTION_LOST);
            }
        });
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> outbox.outcome(batch, sent)).isInstanceOf(StoreException.class);
        }
        backend.dataSource().unhook();

        assertThat(outbox.outcome(batch, sent)).isTrue();
        assertThat(outbox.list(LANE, OutboxState.SENT, 0, 10)).hasSize(2);
    }

    @Test
    void findsABatchAgainThatWasTakenOverUnheard() {
        OutboxStorage outbox = backend.process();
        add(outbox, items(2));
        OutboxBatch first = claim(outbox, 2);
        assertThat(outbox.resendLater(first, Duration.ZERO)).isTrue();
        AtomicBoolean taken = new AtomicBoolean();
        backend.dataSource().hook(event -> {
            if (event.contains("sends = sends + 1")) {
                taken.set(true);
            } else if (event.equals(HookedDataSource.AFTER_COMMIT) && taken.getAndSet(false)) {
                throw new SQLException("cut", CONNECTION_LOST);
            }
        });
        assertThatThrownBy(() -> outbox.takeOver(LANE)).isInstanceOf(StoreException.class);
        backend.dataSource().unhook();

        assertThat(outbox.takeOver(LANE)).as("it is taken").isEmpty();
        OutboxBatch found = claim(outbox, 2);

        assertThat(found.requestId()).isEqualTo(first.requestId());
        assertThat(found.sends()).isEqualTo(2);
        assertThat(found.items()).extracting(ClaimedItem::key).containsExactly("k0", "k1");
    }

    @Test
    void findsABatchAgainWhoseClaimWasCommittedUnheard() {
        OutboxStorage outbox = backend.process();
        add(outbox, items(4));
        backend.dataSource().hook(cut(HookedDataSource.AFTER_COMMIT));
        assertThatThrownBy(() -> claim(outbox, 2)).isInstanceOf(StoreException.class);
        backend.dataSource().hook(cut(HookedDataSource.BEFORE_COMMIT));
        OutboxBatch found;
        try {
            found = claim(outbox, 2);
        } catch (StoreException e) {
            // That question was cut off. Ask again.
            found = claim(outbox, 2);
        }
        backend.dataSource().unhook();

        assertThat(found.items()).extracting(ClaimedItem::key).containsExactly("k0", "k1");
        assertThat(claim(outbox, 2).items()).extracting(ClaimedItem::key).containsExactly("k2", "k3");
        assertThat(backend.number("SELECT COUNT(*) FROM ajo_outbox_batch")).isEqualTo(2);
    }

    @Test
    void claimsAnewAfterAClaimThatWasNotCommitted() {
        OutboxStorage outbox = backend.process();
        add(outbox, items(2));
        backend.dataSource().hook(cut(HookedDataSource.BEFORE_COMMIT));
        assertThatThrownBy(() -> claim(outbox, 2)).isInstanceOf(StoreException.class);
        backend.dataSource().unhook();

        OutboxBatch batch = claim(outbox, 2);

        assertThat(batch.items()).allMatch(item -> item.attempts() == 1);
        assertThat(backend.number("SELECT COUNT(*) FROM ajo_outbox_batch")).isEqualTo(1);
    }

    @Test
    void repeatsWhatTheDatabaseAsksToRepeat() {
        OutboxStorage outbox = backend.process();
        add(outbox, items(1));
        for (String state : List.of("40001", "40P01", "55P03", "HYT00")) {
            AtomicInteger failures = new AtomicInteger();
            backend.dataSource().hook(event -> {
                if (event.startsWith("SELECT") && failures.incrementAndGet() <= 2) {
                    throw new SQLException("again", state);
                }
            });
            assertThatCode(() -> outbox.find(LANE, "k0")).doesNotThrowAnyException();
            assertThat(failures).hasValue(3);
        }
    }

    @Test
    void holdsNoConnectionBetweenCalls() throws Exception {
        OutboxStorage outbox = backend.process();
        SourceLease lease = backend.sources().open(request()).orElseThrow();
        add(outbox, items(1));
        AtomicInteger open = new AtomicInteger();
        List<Connection> handedOut = Collections.synchronizedList(new ArrayList<>());
        backend.dataSource().shape(connection -> {
            handedOut.add(connection);
            open.incrementAndGet();
        });
        OutboxBatch batch = claim(outbox, 1);
        lease.commit(group("a"));

        assertThat(handedOut).isNotEmpty().allSatisfy(connection -> assertThat(connection.isClosed())
                .isTrue());
        assertThat(outbox.mayCall(batch, Duration.ofSeconds(1))).isTrue();
        assertThat(open.get()).isEqualTo(handedOut.size());
    }

    @Test
    void countsAtMostEveryTenSeconds() {
        OutboxStorage outbox = backend.process();
        add(outbox, items(1));
        assertThat(outbox.counts(LANE).waiting()).isEqualTo(1);
        add(outbox, item("more"));
        AtomicInteger statements = new AtomicInteger();
        backend.dataSource().hook(event -> statements.incrementAndGet());

        assertThat(outbox.counts(LANE).waiting()).isEqualTo(1);
        assertThat(statements).hasValue(0);
        backend.dataSource().unhook();
        backend.pass(Duration.ofSeconds(11));
        assertThat(outbox.counts(LANE).waiting()).isEqualTo(2);
    }

    @Test
    void cleansWithTwoProcessesAtOnce() throws Exception {
        OutboxStorage outbox = backend.process();
        add(outbox, items(3_000));
        outbox.discard(
                LANE,
                outbox.list(LANE, OutboxState.NEW, 0, 3_000).stream()
                        .map(OutboxEntry::id)
                        .toList());
        backend.pass(Duration.ofDays(2));
        CleanRule rule = new CleanRule(Duration.ofDays(1), Duration.ofDays(1));
        List<Future<Integer>> cleaners = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            OutboxStorage process = backend.process();
            cleaners.add(inThread(() -> {
                int deleted = 0;
                CleanResult step = process.clean(rule);
                while (step.didSomething()) {
                    deleted += step.deleted();
                    step = process.clean(rule);
                }
                return deleted;
            }));
        }

        int deleted = 0;
        for (Future<Integer> cleaner : cleaners) {
            deleted += get(cleaner);
        }
        // A cleaner that ends early leaves the rest to the other one.
        assertThat(backend.number("SELECT COUNT(*) FROM ajo_outbox_item")).isZero();
        assertThat(deleted).isEqualTo(3_000);
    }

    @Test
    void sweepsOnceWhenTwoProcessesSweep() throws Exception {
        OutboxStorage dead = backend.process();
        add(dead, items(40));
        for (int i = 0; i < 20; i++) {
            claim(dead, 2);
        }
        List<OutboxStorage> sweepers = List.of(backend.process(), backend.process());
        backend.pass(JdbcBackend.LIFETIME.plusSeconds(1));
        sweepers.forEach(OutboxStorage::beat);
        List<CompletableFuture<Integer>> sweeps = sweepers.stream()
                .map(each -> CompletableFuture.supplyAsync(
                        () -> each.sweep(LANE, UnknownRule.PARK).parked(), threads))
                .toList();

        int parked = 0;
        for (CompletableFuture<Integer> sweep : sweeps) {
            parked += get(sweep);
        }

        assertThat(parked).isEqualTo(40);
        assertThat(backend.number("SELECT COUNT(*) FROM ajo_outbox_batch WHERE version = 1"))
                .isEqualTo(20);
    }
}
