package io.github.camelajo.simulator.internal.action;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.ActionAuth;
import io.github.camelajo.simulator.control.ActionOutcome;
import io.github.camelajo.simulator.control.CustomAction;
import io.github.camelajo.simulator.internal.core.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Endpoints with their own certificate, and endpoints that require a client certificate. */
class CustomActionTlsTest {

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    @TempDir
    static Path folder;

    private static TestCertificate server;
    private static TestCertificate elsewhere;
    private static TestCertificate adobe;
    private static TestCertificate stranger;

    private final AjoSimulator simulator = AJO.simulator();

    @BeforeAll
    static void makeCertificates() throws Exception {
        List<TestCertificate> made = TestCertificate.of(
                folder, "localhost", "elsewhere.example.com", "adobe.example.com", "stranger.example.com");
        server = made.get(0);
        elsewhere = made.get(1);
        adobe = made.get(2);
        stranger = made.get(3);
    }

    private ActionOutcome call(PlayedEndpoint endpoint, SSLContext tls) throws InterruptedException {
        return simulator.callCustomAction(CustomAction.post(endpoint.url("/orders"))
                .body(Map.of("order", "A-1"))
                .retryPause(Duration.ZERO)
                .tls(tls)
                .build());
    }

    private static void assertNoConnection(ActionOutcome outcome) {
        assertThat(outcome.joStatusCode()).isEqualTo(ActionOutcome.INTERNAL_ERROR);
        assertThat(outcome.attempts()).hasSize(4).allSatisfy(attempt -> {
            assertThat(attempt.status()).isZero();
            assertThat(attempt.problem()).isNotEmpty();
        });
    }

    @Test
    void aCertificateOfATestAuthorityIsAcceptedOnlyIfItIsTrusted() throws Exception {
        try (PlayedEndpoint endpoint = new PlayedEndpoint(server.trusting(), false)) {
            assertNoConnection(call(endpoint, null));
            assertNoConnection(call(endpoint, TestCertificate.onlyTrusting(adobe)));
            assertThat(endpoint.received).isEmpty();

            assertThat(call(endpoint, TestCertificate.onlyTrusting(server)).joStatusCode())
                    .isEqualTo("http_200");
            assertThat(endpoint.received).singleElement().satisfies(request -> {
                assertThat(request.body()).isEqualTo("{\"order\":\"A-1\"}");
                assertThat(request.client()).isNull();
            });
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        try (PlayedEndpoint endpoint = new PlayedEndpoint(elsewhere.trusting(), false)) {
            assertNoConnection(call(endpoint, TestCertificate.onlyTrusting(elsewhere)));
            assertThat(endpoint.received).isEmpty();
        }
    }

    @Test
    void anEndpointThatRequiresAClientCertificateGetsThatOfTheAction() throws Exception {
        try (PlayedEndpoint endpoint = new PlayedEndpoint(server.trusting(adobe), true)) {
            assertThat(call(endpoint, adobe.trusting(server)).isSuccess()).isTrue();
            assertThat(endpoint.received)
                    .singleElement()
                    .extracting(PlayedEndpoint.Received::client)
                    .isEqualTo("CN=adobe.example.com");
        }
    }

    @Test
    void withoutTheRightClientCertificateNoCallArrives() throws Exception {
        try (PlayedEndpoint endpoint = new PlayedEndpoint(server.trusting(adobe), true)) {
            assertNoConnection(call(endpoint, TestCertificate.onlyTrusting(server)));
            assertNoConnection(call(endpoint, stranger.trusting(server)));
            assertThat(endpoint.received).isEmpty();
        }
    }

    @Test
    void tokenRequestAndRedirectShowTheSameCertificate() throws Exception {
        try (PlayedEndpoint login = new PlayedEndpoint(server.trusting(adobe), true);
                PlayedEndpoint endpoint = new PlayedEndpoint(server.trusting(adobe), true)) {
            login.answers(200, "token-1");
            endpoint.redirects(endpoint.url("/moved"));
            ActionAuth auth = ActionAuth.custom("""
                    {"type": "customAuthorization", "endpoint": "%s", "method": "GET", "tokenInResponse": "response",
                     "authorizationType": "bearer"}""".formatted(login.url("/token")));

            ActionOutcome outcome = simulator.callCustomAction(CustomAction.post(endpoint.url("/orders"))
                    .auth(auth)
                    .tls(adobe.trusting(server))
                    .build());

            assertThat(outcome.joStatusCode()).isEqualTo("http_200");
            assertThat(login.received).hasSize(1);
            assertThat(endpoint.received).hasSize(2).allSatisfy(request -> assertThat(request.client())
                    .isEqualTo("CN=adobe.example.com"));
        }
    }

    @Test
    void certificatesInPemFormWorkOverHttp() throws Exception {
        try (PlayedEndpoint endpoint = new PlayedEndpoint(server.trusting(adobe), true)) {
            Map<String, String> strangers = Map.of(
                    "trustedCertificates",
                    server.pem(),
                    "clientCertificates",
                    stranger.pem(),
                    "clientKey",
                    stranger.keyPem());
            assertThat(byHttp(endpoint, strangers).json().path("joStatusCode").asText())
                    .isEqualTo(ActionOutcome.INTERNAL_ERROR);
            assertThat(endpoint.received).isEmpty();

            JsonNode outcome = byHttp(
                            endpoint,
                            Map.of(
                                    "trustedCertificates",
                                    adobe.pem() + server.pem(),
                                    "clientCertificates",
                                    adobe.pem(),
                                    "clientKey",
                                    adobe.keyPem()))
                    .json();
            assertThat(outcome.path("joStatusCode").asText()).isEqualTo("http_200");
            assertThat(endpoint.received)
                    .singleElement()
                    .extracting(PlayedEndpoint.Received::client)
                    .isEqualTo("CN=adobe.example.com");
        }
    }

    @Test
    void wrongPemIsRefusedWithoutTheKey() throws Exception {
        String key = adobe.keyPem();
        String secret = key.lines().skip(1).findFirst().orElseThrow();
        assertRefused(new PemTls(null, adobe.pem(), null), "needs its key", secret);
        assertRefused(new PemTls(null, null, key), "needs its key", secret);
        assertRefused(new PemTls("no certificate", null, null), "trusted certificates", secret);
        assertRefused(new PemTls("", null, null), "no certificate among the trusted", secret);
        assertRefused(new PemTls(null, adobe.pem(), "x" + secret), "BEGIN PRIVATE KEY", secret);
        assertRefused(
                new PemTls(null, adobe.pem(), key.replace(secret, "QUJD" + secret)),
                "not one of the client certificate, which is EC",
                secret);
        assertThat(new PemTls(null, adobe.pem(), key)).asString().doesNotContain(secret);
    }

    private static void assertRefused(PemTls tls, String why, String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(tls::context)
                .withMessageContaining(why)
                .withMessageNotContaining(secret);
    }

    private Answered byHttp(PlayedEndpoint endpoint, Map<String, String> fields) {
        return TestClient.of(simulator)
                .post(
                        "/__admin/ajo/custom-action",
                        Json.object()
                                .put("url", endpoint.url("/orders"))
                                .put("retryPauseMilliseconds", 0)
                                .setAll(Map.copyOf(asNodes(fields)))
                                .toString());
    }

    private static Map<String, JsonNode> asNodes(Map<String, String> fields) {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        fields.forEach((name, value) -> nodes.put(name, Json.tree(value)));
        return nodes;
    }
}
