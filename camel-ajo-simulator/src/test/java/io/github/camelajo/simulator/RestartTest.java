package io.github.camelajo.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RestartTest {

    private static final String PATH = "/ajo/im/health";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

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
    void countsTheConnectionsThatAreHeldAndBreaksThemAtARestart() throws IOException, InterruptedException {
        int before = simulator.openConnections();
        try (Socket held = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            await().until(() -> simulator.openConnections() == before + 1);

            simulator.restart(Duration.ZERO);

            await().until(() -> simulator.openConnections() == 0);
            assertThat(held.getInputStream().read()).isEqualTo(-1);
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
    void tellsListenersOfEveryRequestWithItsStatus() {
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
