package io.github.camelajo.simulator.internal.server;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayTest {

    private static final String LIST = "/ajo/journey";
    private static final String SUPPRESSION = "/ajo/config/suppression";

    @RegisterExtension
    static final AjoSimulatorExtension AJO = new AjoSimulatorExtension(
            AjoSimulator.builder().otherClient("other-client", "other-secret").journeys(3));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Authorization,   -,                 403, 403010",
                "Authorization,   Bearer unknown,    401, 401013",
                "Authorization,   Basic abc,         401, 401013",
                "x-api-key,       -,                 403, 403000",
                "x-api-key,       foreign,           403, 403003",
                "x-api-key,       other-client,      401, 401014",
                "x-gw-ims-org-id, -,                 400, 400003",
                "x-gw-ims-org-id, ABCDEF@AdobeOrg,   403, 403025",
                "x-gw-ims-org-id, just-a-name,       403, 403027"
            })
    void refusesAMissingOrWrongHeader(String header, String value, int status, String code) {
        Answered answer = client.with(header, value).get(LIST);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.json().path("error_code").isTextual()).isTrue();
        assertThat(answer.json().path("error_code").asText()).isEqualTo(code);
        assertThat(answer.json().path("message").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "openid,                                         POST,   /addresses,        403",
        "openid,                                         DELETE, /addresses/a@b.cd, 403",
        "openid,                                         POST,   /uploads,          403",
        "openid,                                         GET,    /addresses,        200",
        "cjm.suppression_service.client.delete,          POST,   /domains,          403",
        "cjm.suppression_service.client.delete,          DELETE, /domains/b.cd,     404",
        "cjm.suppression_service.client.all,             DELETE, /domains/b.cd,     404",
        "cjm.suppression_service.client.all,             POST,   /addresses,        400"
    })
    void checksTheScopesOfTheSuppressionListsIfThatIsEnabled(String scopes, String method, String path, int status) {
        try (AjoSimulator strict = AjoSimulator.builder().scopesChecked(true).start()) {
            Answered answer = TestClient.of(strict).withScopes(scopes).call(method, SUPPRESSION + path, null);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.json().path("error_code").asText()).isEqualTo(status == 403 ? "403011" : "");
        }
        assertThat(client.withScopes(scopes)
                        .call(method, SUPPRESSION + path, null)
                        .status())
                .isNotEqualTo(403);
    }

    @Test
    void acceptsTheOtherClientWithItsOwnToken() {
        Map<String, String> form = new LinkedHashMap<>(TestClient.tokenForm(simulator));
        form.put("client_id", "other-client");
        form.put("client_secret", "other-secret");
        String token = TestClient.requestToken(simulator, form)
                .json()
                .path("access_token")
                .asText();

        Answered answer = client.with("Authorization", "Bearer " + token)
                .with("x-api-key", "other-client")
                .get(LIST);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refusesAnExpiredToken() {
        simulator.advanceClock(Duration.ofSeconds(86_398));
        assertThat(client.get(LIST).status()).isEqualTo(200);

        simulator.advanceClock(Duration.ofSeconds(1));
        assertThat(client.get(LIST).json().path("error_code").asText()).isEqualTo("401013");
    }

    @Test
    void refusesInvalidatedTokensAndAcceptsLaterOnes() {
        simulator.expireTokens();

        assertThat(client.get(LIST).status()).isEqualTo(401);
        assertThat(TestClient.of(simulator).get(LIST).status()).isEqualTo(200);
    }

    @Test
    void answersAnUnknownPathWithHtmlEvenWithoutAToken() {
        Answered answer = client.with("Authorization", null).get("/no/such/service");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html");
        assertThat(answer.body()).startsWith("<html>");
    }

    @Test
    void answersAWrongMethodWith405() {
        Answered answer = client.get("/journey/orchestration/endpointConfigs");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void usesTheProductionSandboxWithoutANameAndRecordsThat() {
        Answered answer = client.with("x-sandbox-name", null).get(LIST);

        assertThat(answer.json().path("results").path(0).path("sandboxName").asText())
                .isEqualTo("prod");
        assertThat(simulator.requestsWithoutSandbox()).singleElement().satisfies(request -> assertThat(request.path())
                .isEqualTo(LIST));
    }

    @Test
    void doesNotRecordAMissingSandboxForTheHealthCheck() {
        Answered answer = client.with("x-sandbox-name", null).get("/ajo/im/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(simulator.requestsWithoutSandbox()).isEmpty();
    }

    @Test
    void refusesAnUnknownSandboxWithAPlatformError() {
        Answered answer = client.with("x-sandbox-name", "Prod").get(LIST);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("detail").asText()).contains("Prod");
    }

    @Test
    void returnsTheRequestIdThatWasSent() {
        assertThat(client.with("x-request-id", "my-id").get(LIST).header("X-Request-Id"))
                .isEqualTo("my-id");
    }

    @Test
    void refusesABodyWithoutContentType() {
        Answered answer = client.with("Content-Type", "").post("/journey/orchestration/endpointConfigs", "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("title").asText()).isEqualTo("Content type missing");
    }

    @Test
    void refusesABodyOfAnotherMediaType() {
        Answered answer =
                client.with("Content-Type", "text/plain").post("/journey/orchestration/endpointConfigs", "{}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().path("status").asInt()).isEqualTo(415);
    }

    @Test
    void refusesAnUnknownQueryParameter() {
        Answered answer = client.get("/journey/orchestration/endpointConfigs/x?expand=all");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains("expand");
    }

    @Test
    void echoesARawCallWithoutHeaderValues() {
        Answered answer = client.get("/imp/executions/42?depth=2");

        assertThat(answer.json().path("method").asText()).isEqualTo("GET");
        assertThat(answer.json().path("path").asText()).isEqualTo("/imp/executions/42");
        assertThat(answer.json().path("query").asText()).isEqualTo("depth=2");
        assertThat(answer.json().path("headers"))
                .extracting(node -> node.asText().toLowerCase())
                .contains("authorization");
        assertThat(answer.body()).doesNotContain(simulator.issuedTokens()).doesNotContain(simulator.clientId());
        assertThat(client.get("/imp/").status()).isEqualTo(200);
    }
}
