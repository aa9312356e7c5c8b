package io.github.camelajo.example.customaction;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.example.common.LogLines;
import io.github.camelajo.example.common.WithoutAccount;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.ActionAuth;
import io.github.camelajo.simulator.control.ActionOutcome;
import io.github.camelajo.simulator.control.CustomAction;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.ReceivedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class VouchersTest {

    private static final String KEY = "a-key-of-this-test-alone";
    private static final Duration SECOND = Duration.ofSeconds(1);

    @RegisterExtension
    final WithoutAccount withoutAccount = new WithoutAccount();

    @RegisterExtension
    final LogLines log = new LogLines("vouchers");

    @TempDir
    private Path folder;

    private final int port = freePort();
    private final CountDownLatch backOfficeOpens = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Vouchers vouchers;
    private AjoSimulator simulator;
    private String database;

    @BeforeEach
    void start() {
        database = "jdbc:h2:file:" + folder.resolve("vouchers");
        run(1000);
    }

    @AfterEach
    void stop() {
        backOfficeOpens.countDown();
        threads.shutdownNow();
        vouchers.stop();
        simulator.close();
    }

    @Test
    void answersAtOnceWorksLaterAndTellsTheJourney() throws Exception {
        ActionOutcome outcome = simulator.callCustomAction(action("i-1").build());

        assertThat(outcome.joStatusCode()).isEqualTo("http_202");
        assertThat(outcome.attempts()).hasSize(1);
        assertThat(outcome.body()).isEqualTo("{\"accepted\":true}");
        assertThat(outcome.answerProblem()).isNull();
        assertThat(simulator.events().received()).isEmpty();

        backOfficeOpens.countDown();
        await().untilAsserted(() -> assertThat(simulator.events().started())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.id()).isEqualTo("voucher/i-1/n-1");
                    assertThat(event.profile()).isEqualTo("Email:jane@example.com");
                    assertThat(event.json()).contains(SlowBackOffice.code("i-1/n-1"));
                }));
        await().untilAsserted(() -> assertThat(count("done_at IS NOT NULL")).isEqualTo(1));
    }

    @Test
    void repeatsOfACallAreOneOrderAndAllAreAnsweredWell() throws Exception {
        List<Callable<ActionOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> simulator.callCustomAction(action("i-2").build()));
        }

        for (Future<ActionOutcome> call : threads.invokeAll(calls)) {
            assertThat(call.get().joStatusCode()).isEqualTo("http_202");
            assertThat(call.get().attempts()).hasSize(1);
        }

        assertThat(count("TRUE")).isEqualTo(1);
        backOfficeOpens.countDown();
        await().untilAsserted(() -> assertThat(count("done_at IS NOT NULL")).isEqualTo(1));
        assertThat(simulator.callCustomAction(action("i-2").build()).joStatusCode())
                .as("a repeat after the work is done")
                .isEqualTo("http_202");
        assertThat(simulator.events().count("voucher/i-2/n-1")).isEqualTo(1);
    }

    @Test
    void aWrongKeyIsRefusedForGoodAndNothingIsStored() throws Exception {
        ActionOutcome outcome = simulator.callCustomAction(action("i-3")
                .auth(ActionAuth.header(ActionKey.HEADER, "some-other-key-here"))
                .build());
        ActionOutcome without =
                simulator.callCustomAction(action("i-3").auth(ActionAuth.none()).build());

        assertThat(outcome.joStatusCode()).isEqualTo("http_401");
        assertThat(outcome.attempts()).hasSize(1);
        assertThat(without.joStatusCode()).isEqualTo("http_401");
        assertThat(count("TRUE")).isZero();
        assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("some-other-key-here"));
    }

    @Test
    void anOrderThatCanNeverBeCarriedOutIsNotRepeatedAndTheJourneyCanReadWhy() throws Exception {
        Map<String, Object> body = new HashMap<>(body("i-4"));
        body.put("amount", 1_000_000);

        ActionOutcome outcome =
                simulator.callCustomAction(action("i-4").body(body).build());

        assertThat(outcome.joStatusCode()).isEqualTo("http_200");
        assertThat(outcome.attempts()).hasSize(1);
        assertThat(outcome.body()).contains("\"accepted\":false", "amount must be a whole number from 1 to 500");
        assertThat(count("TRUE")).isZero();
    }

    @Test
    void aDatabaseThatIsBlockedForAWhileIsTriedAgainByTheJourney() throws Exception {
        Future<ActionOutcome> call;
        try (Connection other = blocking("i-5/n-1")) {
            call = threads.submit(() -> simulator.callCustomAction(action("i-5").build()));
            await().untilAsserted(() -> assertThat(log.lines()).anyMatch(line -> line.startsWith("503")));
            other.rollback();
        }

        ActionOutcome outcome = call.get(20, TimeUnit.SECONDS);
        assertThat(outcome.joStatusCode()).isEqualTo("http_202");
        assertThat(outcome.attempts().get(0).status()).isEqualTo(503);
        assertThat(count("TRUE")).isEqualTo(1);
    }

    @Test
    void anOrderWhoseAnswerCameTooLateForTheJourneyIsCarriedOutOnce() throws Exception {
        restart(30_000);
        ActionOutcome outcome;
        try (Connection other = blocking("i-6/n-1")) {
            outcome = simulator.callCustomAction(action("i-6").timeout(SECOND).build());
            other.rollback();
        }

        assertThat(outcome.joStatusCode()).isEqualTo(ActionOutcome.TIMED_OUT);
        assertThat(outcome.isSlow()).isTrue();
        backOfficeOpens.countDown();
        await().untilAsserted(() -> assertThat(count("done_at IS NOT NULL")).isEqualTo(1));
        assertThat(simulator.events().received()).extracting(ReceivedEvent::id).containsExactly("voucher/i-6/n-1");
    }

    @Test
    void whatIsStoredIsWorkedOnAfterARestart() throws Exception {
        simulator.callCustomAction(action("i-7").build());
        vouchers.stop();
        simulator.close();
        backOfficeOpens.countDown();

        run(1000);

        await().untilAsserted(() -> assertThat(simulator.events().started())
                .extracting(ReceivedEvent::id)
                .containsExactly("voucher/i-7/n-1"));
    }

    @Test
    void anEventThatCannotBeSentIsTriedAgainFiveTimesAndThenLeftToPeople() throws Exception {
        simulator.failNext(
                Fault.builder().count(5).status(500).pathPrefix("/collection").build());
        simulator.callCustomAction(action("i-8").build());
        backOfficeOpens.countDown();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(count("tries = 5 AND done_at IS NULL"))
                .isEqualTo(1));
        assertThat(simulator.events().received()).isEmpty();
    }

    @Test
    void itsOwnLimitIsInForceAndSettingItOnceMoreWritesNothing() throws Exception {
        vouchers.stop();
        simulator.close();
        System.setProperty("vouchers.calls-per-second", "2");
        run(1000);
        await().untilAsserted(() -> assertThat(log.lines()).last().isEqualTo("The limit is in force, 2 changes"));

        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            codes.add(simulator.callCustomAction(action("i-9").build()).joStatusCode());
        }
        assertThat(codes).containsExactly("http_202", "http_202", ActionOutcome.CAPPED);

        vouchers.getCamelContext().getRouteController().stopRoute("limit");
        vouchers.getCamelContext().getRouteController().startRoute("limit");
        await().untilAsserted(() -> assertThat(log.lines()).last().isEqualTo("The limit is in force, 0 changes"));
    }

    @Test
    void otherMethodsAreNotTaken() throws Exception {
        CustomAction get = CustomAction.get(url())
                .auth(ActionAuth.header(ActionKey.HEADER, KEY))
                .retryPause(Duration.ZERO)
                .build();

        assertThat(simulator.callCustomAction(get).joStatusCode()).isEqualTo("http_405");
        assertThat(count("TRUE")).isZero();
    }

    private void restart(int lockTimeout) {
        vouchers.stop();
        simulator.close();
        run(lockTimeout);
    }

    private void run(int lockTimeoutMillis) {
        System.setProperty("server.port", String.valueOf(port));
        System.setProperty("vouchers.key", KEY);
        System.setProperty("vouchers.database", database + ";LOCK_TIMEOUT=" + lockTimeoutMillis);
        vouchers = new Vouchers((order, amount) -> {
            backOfficeOpens.await();
            return SlowBackOffice.code(order);
        });
        vouchers.start();
        simulator = vouchers.simulator().orElseThrow();
    }

    private CustomAction.Builder action(String instance) {
        return CustomAction.post(url())
                .sandbox(AjoSimulator.DEVELOPMENT_SANDBOX)
                .auth(ActionAuth.header(ActionKey.HEADER, KEY))
                .body(body(instance));
    }

    private static Map<String, Object> body(String instance) {
        return Map.of("instance", instance, "node", "n-1", "email", "jane@example.com", "amount", 20);
    }

    private String url() {
        return "http://localhost:" + port + "/vouchers";
    }

    /** Another connection that has stored the same order and not committed it: the database waits for it. */
    private Connection blocking(String id) throws SQLException {
        Connection other = connect();
        other.setAutoCommit(false);
        try (var insert = other.prepareStatement("INSERT INTO voucher_order (id, email, amount) VALUES (?, 'x', 1)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
        return other;
    }

    private long count(String condition) throws SQLException {
        try (Connection connection = connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT COUNT(*) FROM voucher_order WHERE " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database, "sa", "");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
