package io.github.camelajo.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelajo.simulator.control.RequestListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RestartTest {

    private static final String PATH = "/ajo/im/health";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1)).resettingAll();

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
    }

    @Test
    void comesBackOnTheSamePortWithTokensAndJournal() throws InterruptedException {
        client.get(PATH);
        int port = simulator.port();

        simulator.restart(Duration.ZERO);

        assertThat(simulator.isRunning()).isTrue();
        assertThat(simulator.port()).isEqualTo(port);
        assertThat(client.get(PATH).status()).isEqualTo(200);
        assertThat(simulator.requests()).hasSize(2);
    }

    @Test
    void countsOpenConnectionsAndBreaksThemAtARestart() throws IOException, InterruptedException {
        int before = simulator.openConnections();
        try (Socket held = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            await().until(() -> simulator.openConnections() == before + 1);

            simulator.restart(Duration.ZERO);

            await().until(() -> simulator.openConnections() == 0);
            assertThat(held.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void countsNoConnectionThatArrivedWhileItWasStopping() throws Exception {
        AtomicBoolean goOn = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        int port = simulator.port();
        for (int i = 0; i < 4; i++) {
            clients.submit(() -> {
                while (goOn.get()) {
                    ask(port);
                }
            });
        }
        for (int i = 0; i < 25; i++) {
            simulator.restart(Duration.ZERO);
        }
        goOn.set(false);
        clients.shutdown();

        assertThat(clients.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        await().until(() -> simulator.openConnections() == 0);
    }

    /** Waits a short time for an answer. A connection that arrives very late may never get one. */
    private static void ask(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream()
                    .write(("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().read();
        } catch (IOException e) {
            // The connection is refused, broken or ignored while the simulator is down.
        }
    }

    @Test
    void revokesOneTokenAndLeavesTheOthers() {
        String first = simulator.issuedTokens().iterator().next();
        TestClient other = TestClient.of(simulator);

        simulator.revokeToken(first);
        simulator.revokeToken("unknown");

        assertThat(client.get(PATH).status()).isEqualTo(401);
        assertThat(other.get(PATH).status()).isEqualTo(200);
    }

    @Test
    void notifiesListenersOfEveryRequestWithItsStatus() {
        List<String> told = new CopyOnWriteArrayList<>();
        RequestListener listener = (request, status) -> told.add(request.path() + " " + status);
        simulator.addListener(listener);
        simulator.failNext(1, 429);
        client.get(PATH);
        client.get(PATH);
        simulator.removeListener(listener);
        client.get(PATH);

        assertThat(told).containsExactly(PATH + " 429", PATH + " 200");
    }
}
