package io.github.camelajo.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.internal.server.Journal;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

class AjoSimulatorTest {

    @Test
    void usesTheGivenClock() {
        Instant noon = Instant.parse("2030-01-01T12:00:00Z");
        try (AjoSimulator simulator = AjoSimulator.builder()
                .clock(() -> noon)
                .tokenLifetime(Duration.ofMinutes(5))
                .start()) {
            TestClient client = TestClient.of(simulator);
            simulator.advanceClock(Duration.ofMinutes(4));

            String createdAt = client.post("/journey/orchestration/endpointConfigs", "{}")
                    .json()
                    .at("/createdElement/metadata/createdAt")
                    .asText();

            assertThat(createdAt).isEqualTo("2030-01-01T12:04:00Z");
            simulator.advanceClock(Duration.ofMinutes(1));
            assertThat(client.get("/ajo/journey").status()).isEqualTo(401);
        }
    }

    @Test
    void canBeStartedAndClosedMoreThanOnce() {
        AjoSimulator simulator = AjoSimulator.builder().journeys(0).build();
        assertThat(simulator.isRunning()).isFalse();

        assertThat(simulator.start().start().isRunning()).isTrue();
        int port = simulator.port();
        simulator.close();
        simulator.close();

        assertThat(simulator.isRunning()).isFalse();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Socket("127.0.0.1", port).close());
    }

    @Test
    void listensOnThisMachineOnly() throws IOException {
        Optional<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
        assumeThat(outside).isPresent();
        try (AjoSimulator simulator = AjoSimulator.builder().journeys(0).start();
                Socket socket = new Socket()) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> socket.connect(new InetSocketAddress(outside.get(), simulator.port()), 1_000));
        }
    }

    @Test
    void compressesAnswersWhenAsked() {
        try (AjoSimulator simulator = AjoSimulator.builder().start()) {
            TestClient.Answered answer =
                    TestClient.of(simulator).with("Accept-Encoding", "gzip").get("/ajo/journey");

            assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        }
    }

    @Test
    void keepsTheConnectionOpen() {
        try (AjoSimulator simulator = AjoSimulator.builder().journeys(0).start()) {
            TestClient.Answered answer =
                    TestClient.send(HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/nowhere")));

            assertThat(answer.header("Connection")).isNotEqualTo("close");
        }
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AjoSimulator.builder().port(-1).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AjoSimulator.builder().threads(0).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AjoSimulator.builder().tokenLifetime(Duration.ZERO).build());
    }

    @Test
    void forgetsTheOldestRequestsFirst() {
        Journal journal = new Journal();
        for (int i = 0; i <= Journal.CAPACITY; i++) {
            journal.add(new ReceivedRequest("GET", "/" + i, null, Map.of(), null), Instant.EPOCH);
        }

        assertThat(journal.all())
                .hasSize(Journal.CAPACITY)
                .first()
                .extracting(ReceivedRequest::path)
                .isEqualTo("/1");
        assertThat(journal.total()).isEqualTo(Journal.CAPACITY + 1L);
    }

    @Test
    void showsNoCredentialInTexts() {
        ReceivedRequest request = new ReceivedRequest(
                "GET", "/a", "b=c", Map.of("Authorization", List.of("Bearer abc")), "secret".getBytes(UTF_8));

        assertThat(request).hasToString("GET /a?b=c");
        assertThat(request.header("authorization")).isEqualTo("Bearer abc");
        assertThat(request.queryParameter("b")).contains("c");
        assertThat(request.bodyAsString()).isEqualTo("secret");
    }
}
