package io.github.camelajo.simulator.internal.server;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultTest {

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

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"401,401013,-", "403,403003,-", "429,429050,1", "503,503010,-"})
    void answersTheNextCallsWithAGatewayError(int status, String code, String retryAfter) {
        simulator.failNext(2, status);

        for (int i = 0; i < 2; i++) {
            Answered answer = client.get(PATH);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.json().path("error_code").asText()).isEqualTo(code);
            assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
            assertThat(answer.header("X-Request-Id")).isNotBlank();
        }
        assertThat(client.get(PATH).status()).isEqualTo(200);
        assertThat(simulator.requests()).hasSize(3);
    }

    @Test
    void answersOtherStatusesWithAPlatformError() {
        simulator.failNext(1, 500);

        Answered answer = client.get(PATH);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("title").asText()).isNotEmpty();
    }

    @Test
    void answersWithAnyStatusHeaderAndBody() {
        simulator.failNext(Fault.builder()
                .status(503)
                .header("Retry-After", "1500")
                .body("text/html", "<html>down</html>")
                .build());

        Answered answer = client.get(PATH);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1500");
        assertThat(answer.header("Content-Type")).isEqualTo("text/html");
        assertThat(answer.body()).isEqualTo("<html>down</html>");
    }

    @Test
    void appliesOnlyToItsPaths() {
        simulator.failNext(
                Fault.builder().status(500).pathPrefix("/ajo/journey").build());

        assertThat(client.get(PATH).status()).isEqualTo(200);
        assertThat(client.get("/ajo/journey").status()).isEqualTo(500);
        assertThat(client.get("/ajo/journey").status()).isEqualTo(200);
    }

    @Test
    void usesUpFaultsInTheirOrder() {
        simulator.failNext(1, 500);
        simulator.failNext(1, 502);

        assertThat(List.of(
                        client.get(PATH).status(),
                        client.get(PATH).status(),
                        client.get(PATH).status()))
                .containsExactly(500, 502, 200);
    }

    @ParameterizedTest
    @EnumSource(Fault.Connection.class)
    void breaksTheConnection(Fault.Connection connection) {
        simulator.failNext(Fault.builder().count(1).connection(connection).build());

        // A POST, because java.net.http repeats a GET by itself.
        assertThatThrownBy(() -> client.post("/imp/", "{}")).isInstanceOf(UncheckedIOException.class);
        assertThat(client.post("/imp/", "{}").status()).isEqualTo(200);
    }

    @Test
    void aFaultOfApiCallsDoesNotAffectTokenCalls() {
        simulator.failNext(1, 500);

        assertThat(TestClient.requestToken(simulator, TestClient.tokenForm(simulator))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void failsTokenCalls() {
        simulator.failNextTokens(Fault.ofStatus(1, 500));
        simulator.failNextTokens(Fault.ofStatus(1, 429));
        simulator.failNextTokens(Fault.ofStatus(1, 400));

        assertThat(token().json().path("error").asText()).isEqualTo("internal_error");
        Answered throttled = token();
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.header("Retry-After")).isEqualTo("1");
        assertThat(throttled.body()).isEmpty();
        assertThat(token().json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(client.get(PATH).status()).isEqualTo(200);
        assertThat(token().status()).isEqualTo(200);
    }

    @Test
    void delaysApiCallsOnly() {
        simulator.latency(Duration.ofMillis(150));

        assertThat(millis(() -> client.get(PATH))).isGreaterThanOrEqualTo(150);
        simulator.latency(Duration.ZERO);
        simulator.tokenLatency(Duration.ofMillis(150));
        assertThat(millis(this::token)).isGreaterThanOrEqualTo(150);
    }

    @Test
    void delaysOneCallAndAnswersItAsUsual() {
        simulator.failNext(Fault.builder().delay(Duration.ofMillis(150)).build());

        assertThat(millis(() -> assertThat(client.get(PATH).status()).isEqualTo(200)))
                .isGreaterThanOrEqualTo(150);
    }

    @Test
    void servesThreeHundredSlowCallsAtATime() {
        simulator.latency(Duration.ofMillis(1_500));
        ExecutorService executor = Executors.newFixedThreadPool(300);
        try {
            long millis = millis(() -> {
                List<CompletableFuture<Integer>> calls = IntStream.range(0, 300)
                        .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> client.get(PATH).status(), executor))
                        .toList();
                assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(200));
            });
            // One after the other they would take 450 s. With 100 at a time they take 4.5 s.
            assertThat(millis).isLessThan(4_500);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void refusesAFaultThatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.ofStatus(0, 500));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.ofStatus(1, 99));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.latency(Duration.ofMillis(-1)));
    }

    private Answered token() {
        return TestClient.requestToken(simulator, TestClient.tokenForm(simulator));
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
