package io.github.camelajo.broker;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.ReceivedEvent;
import jakarta.jms.Connection;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static org.awaitility.Awaitility.await;

/**
 * Kills a process that forwards events of a broker, at random, while the host of events refuses some, leaves answers out and breaks
 * connections. In the end each event of the broker has arrived at least once, and none was reported as sent that was not. {@code
 * -Dbroker.kills} and {@code -Dbroker.seed} set the number and repeat an order.
 */
@Tag("broker")
@Timeout(600)
class BrokerKillTest {

    private static final int KILLS = Integer.getInteger("broker.kills", 8);
    private static final long SEED = Long.getLong("broker.seed", System.nanoTime());
    private static final int EVENTS_IN_A_MESSAGE = 10;
    private static final int MESSAGES_OF_A_LIFE = 30;
    /** Enough for the redeliveries of Camel to be used up, so that the broker delivers some messages again. */
    private static final int MOST_EVENTS_WITHOUT_ALL_ANSWERS = 60;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final AjoSimulator simulator = AjoSimulator.builder().start();
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private Path ledger;
    private String address;
    private Process process;

    @BeforeEach
    void startTheBroker() throws Exception {
        ledger = Files.createFile(folder.resolve("sent"));
        address = "tcp://127.0.0.1:" + freePort();
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                // A client that was killed does not say goodbye.
                .setConnectionTTLOverride(2_000)
                .addAcceptorConfiguration("tcp", address)
                .addAddressSetting(
                        "#", new AddressSettings().setMaxDeliveryAttempts(-1).setRedeliveryDelay(0));
        broker.setConfiguration(configuration).start();
    }

    @AfterEach
    void end() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        broker.stop();
        simulator.close();
    }

    @Test
    void eachEventOfTheBrokerArrivesAndNoneIsReportedAsSentThatWasNot() throws Exception {
        System.out.println(KILLS + " kills, seed " + SEED);
        int messages = (KILLS + 1) * MESSAGES_OF_A_LIFE;
        fill(messages);
        Set<String> all = IntStream.range(0, messages * EVENTS_IN_A_MESSAGE)
                .mapToObj(BrokerKillTest::id)
                .collect(Collectors.toSet());

        for (int i = 0; i < KILLS; i++) {
            makeTrouble();
            int before = sent().size();
            long untilArrived = simulator.events().count() + 1 + random.nextInt(MOST_EVENTS_WITHOUT_ALL_ANSWERS);
            start();
            int enough = before + (1 + random.nextInt(MESSAGES_OF_A_LIFE)) * EVENTS_IN_A_MESSAGE;
            awaitOfTheProcess(() -> {
                // The host leaves answers out until it is told not to, and as long as it does no message gets done.
                if (simulator.events().count() >= untilArrived) {
                    simulator.events().dropAnswers(0);
                }
                List<String> sent = sent();
                return sent.size() >= enough || Set.copyOf(sent).containsAll(all);
            });
            // And a moment more, so that it can be anywhere.
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(3_000)));
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(arrived())
                    .as("what was reported as sent until kill %s", i + 1)
                    .containsAll(sent());
        }
        simulator.events().dropAnswers(0);
        start();
        awaitOfTheProcess(() -> Set.copyOf(sent()).containsAll(all));

        assertThat(arrived()).isEqualTo(all);
        assertThat(Set.copyOf(sent())).isEqualTo(all);
        long twice = simulator.events().count() - all.size();
        System.out.println(all.size() + " events arrived, " + twice + " of them more than once; "
                + simulator.tokenRequests().size() + " token requests");
    }

    private void awaitOfTheProcess(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    assertThat(process.isAlive())
                            .as(() -> "process lives; it wrote: " + contentOf(output()))
                            .isTrue();
                    return condition.call();
                });
    }

    /** Some of all that a host can do to a batch. */
    private void makeTrouble() {
        simulator.events().refuseNext(1 + random.nextInt(3), random.nextBoolean() ? 503 : 401, "not now");
        simulator.events().dropAnswers(random.nextInt(4) == 0 ? 1 : 0);
        Fault.Builder fault = Fault.builder().count(1).pathPrefix("/collection");
        simulator.failNext(
                switch (random.nextInt(4)) {
                    case 0 -> fault.status(503).build();
                    case 1 -> fault.reset().build();
                    case 2 -> fault.empty().build();
                    default -> fault.delay(Duration.ofMillis(20)).build();
                });
    }

    private void fill(int messages) throws Exception {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(address);
                Connection connection = factory.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createQueue(EventForwarder.QUEUE))) {
            for (int message = 0; message < messages; message++) {
                int first = message * EVENTS_IN_A_MESSAGE;
                List<Map<String, Object>> events = IntStream.range(first, first + EVENTS_IN_A_MESSAGE)
                        .mapToObj(i -> Map.<String, Object>of("_id", id(i)))
                        .toList();
                producer.send(session.createTextMessage(MAPPER.writeValueAsString(events)));
            }
            session.commit();
        }
    }

    private static String id(int number) {
        return "e%06d".formatted(number);
    }

    private void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EventForwarder.class.getName(),
                        address,
                        simulator.baseUrl(),
                        simulator.clientId(),
                        simulator.clientSecret(),
                        simulator.organizationId(),
                        ledger.toString())
                .redirectErrorStream(true)
                .redirectOutput(output())
                .start();
    }

    private File output() {
        return new File(folder.toFile(), "forwarder.log");
    }

    private List<String> sent() throws IOException {
        return Files.readAllLines(ledger);
    }

    private Set<String> arrived() {
        return simulator.events().received().stream()
                .map(ReceivedEvent::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
