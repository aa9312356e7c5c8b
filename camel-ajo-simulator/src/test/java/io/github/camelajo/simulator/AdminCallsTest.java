package io.github.camelajo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.SampleIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AdminCallsTest {

    private static final String ADMIN = "/__admin/ajo/";
    private static final String PATH = "/ajo/im/health";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(4)).resettingAll();

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
    }

    @Test
    void expiresTokens() {
        assertThat(client.post(ADMIN + "expire-tokens", "").status()).isEqualTo(200);

        assertThat(client.get(PATH).status()).isEqualTo(401);
    }

    @Test
    void letsTheNextCallsFail() {
        client.post(ADMIN + "fail-next", "{\"count\": 2, \"status\": 429}");
        client.post(ADMIN + "fail-next", """
                {"status": 400, "headers": {"X-Note": "on purpose"}, "body": {"title": "No"}, "pathPrefix": "/ajo/im"}""");

        assertThat(client.get(PATH).header("Retry-After")).isEqualTo("1");
        assertThat(client.get(PATH).status()).isEqualTo(429);
        Answered answer = client.get(PATH);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("X-Note")).isEqualTo("on purpose");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().path("title").asText()).isEqualTo("No");
        assertThat(client.get(PATH).status()).isEqualTo(200);
    }

    @Test
    void letsTheNextTokenCallsFail() {
        client.post(
                ADMIN + "fail-next-tokens", "{\"status\": 503, \"body\": \"gone\", \"contentType\": \"text/plain\"}");

        Answered answer = TestClient.requestToken(simulator, TestClient.tokenForm(simulator));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("gone");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
    }

    @Test
    void advancesTheClock() {
        client.post(ADMIN + "advance-clock", "{\"seconds\": 86399}");

        assertThat(client.get(PATH).status()).isEqualTo(401);
    }

    @Test
    void setsTheStepOfJobs() {
        client.post(ADMIN + "job-step", "{\"milliseconds\": 3600000}");
        String workflow = "/journey/campaigns/service/workflows/" + SampleIds.WORKFLOW;

        client.get(workflow);
        assertThat(client.get(workflow).json().path("state").asText()).isEqualTo("CREATED");
        client.post(ADMIN + "advance-clock", "{\"seconds\": 7200}");
        assertThat(client.get(workflow).json().path("state").asText()).isEqualTo("PROCESSED");
        assertThat(client.get(ADMIN + "state")
                        .json()
                        .path("jobStepMilliseconds")
                        .asInt())
                .isEqualTo(3_600_000);
    }

    @Test
    void showsTheState() {
        client.post("/journey/orchestration/endpointConfigs", "{}");
        client.post(ADMIN + "latency", "{\"milliseconds\": 1}");
        client.post(ADMIN + "token-latency", "{\"milliseconds\": 2}");
        client.post(ADMIN + "fail-next", "{\"count\": 3, \"connection\": \"reset\"}");

        Answered answer = client.get(ADMIN + "state");

        JsonNode state = answer.json();
        assertThat(state.at("/tokens/valid").asInt()).isEqualTo(1);
        assertThat(state.at("/requests/api").asInt()).isEqualTo(1);
        assertThat(state.at("/faults/api").asInt()).isEqualTo(3);
        assertThat(state.at("/latencyMilliseconds/api").asInt()).isEqualTo(1);
        assertThat(state.at("/latencyMilliseconds/token").asInt()).isEqualTo(2);
        assertThat(state.at("/services/capping")).hasSize(1);
        assertThat(state.at("/services/journey/prod").asInt()).isEqualTo(4);
        assertThat(answer.body()).doesNotContain(simulator.clientSecret()).doesNotContain(simulator.issuedTokens());
    }

    @Test
    void showsTheRequestsWithoutTheirTokens() {
        client.post("/imp/hello?a=b", "{\"some\": \"body\"}");

        Answered answer = client.get(ADMIN + "requests");

        JsonNode request = answer.json().path(0);
        assertThat(answer.json()).hasSize(1);
        assertThat(request.path("method").asText()).isEqualTo("POST");
        assertThat(request.path("path").asText()).isEqualTo("/imp/hello");
        assertThat(request.path("query").asText()).isEqualTo("a=b");
        assertThat(request.path("body").asText()).isEqualTo("{\"some\": \"body\"}");
        assertThat(answer.body()).doesNotContain(simulator.issuedTokens());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/imp/x                     | application/json | {\"client_secret\": \"hush-1\"}",
                "/imp/x                     | application/json | {\"credentials\": {\"user\": \"u\", \"value\": \"hush-1\"}}",
                "/imp/x                     | application/json | {\"tokens\": [\"a\", \"hush-1\"]}",
                "/imp/x                     | application/json | {\"url\": \"https://host/?api_key=hush-1\"}",
                "/imp/x                     | application/json | {\"header\": \"Bearer hush-1\"}",
                "/imp/x                     | application/json | {\"password\": \"hush-1",
                "/imp/x                     | application/x-www-form-urlencoded | grant_type=a&client_secret=hush-1",
                "/imp/x?access_token=hush-1 | application/json | {}",
                "/ims/token/v3?client_secret=hush-1 | application/x-www-form-urlencoded | client_secret=hush-1",
                "/no/such/path?token=hush-1 | application/json | {\"secret\": \"hush-1\"}"
            })
    void showsNoSecretOfACall(String path, String type, String body) {
        client.with("Content-Type", type)
                .with("X-Custom-Auth", "Bearer hush-1")
                .with("X-Partner-Token", "hush-1")
                .post(path, body);
        client.get("/data/foundation/query/connection_parameters");

        JsonNode feed = client.get(ADMIN + "calls").json().path("calls");
        assertThat(feed.size()).isGreaterThanOrEqualTo(3);
        StringBuilder shown = new StringBuilder(feed.toString());
        feed.forEach(call -> shown.append(
                client.get(ADMIN + "call?cursor=" + call.path("cursor").asText())
                        .body()));
        for (String name : new String[] {"requests", "token-requests", "requests-without-sandbox", "state"}) {
            shown.append(client.get(ADMIN + name).body());
        }
        assertThat(shown)
                .contains("***")
                .doesNotContain("hush-1")
                .doesNotContain(simulator.issuedTokens())
                .doesNotContain(simulator.clientSecret());
    }

    @Test
    void showsTheApiKeyOfACallBecauseItIsNotSecret() {
        client.get(PATH);

        assertThat(client.get(ADMIN + "requests")
                        .json()
                        .path(0)
                        .at("/headers/x-api-key")
                        .asText())
                .isEqualTo(simulator.clientId());
    }

    @Test
    void resetsEverything() {
        client.post("/journey/orchestration/endpointConfigs", "{}");
        client.post(ADMIN + "fail-next", "{\"status\": 500}");
        client.post(ADMIN + "reset", "");

        assertThat(simulator.requests()).isEmpty();
        assertThat(simulator.tokenRequests()).isEmpty();
        assertThat(simulator.issuedTokens()).isEmpty();
        assertThat(client.get(PATH).status()).as("the old token").isEqualTo(401);
        assertThat(TestClient.of(simulator)
                        .post("/journey/orchestration/list/endpointConfigs", null)
                        .json()
                        .path("results"))
                .isEmpty();
    }

    @Test
    void survivesAResetOfTheMappings() {
        client.post("/__admin/mappings/reset", null);
        client.post("/__admin/reset", null);

        assertThat(client.get(PATH).status()).isEqualTo(200);
    }

    @Test
    void namesTheCallsThatExist() {
        assertThat(client.post(ADMIN + "explode", "").json().path("error").asText())
                .contains("explode", "fail-next");
        assertThat(client.get(ADMIN + "stats").json().path("error").asText()).contains("stats", "requests");
    }

    @Test
    void stopsTheRunningCopyOfTheThrottlingConfiguration() {
        String base = "/journey/orchestration/throttlingConfigs";
        String body = """
                {"urlPattern": "https://example.org/*", "methods": ["POST"], "maxThroughput": 500}""";
        TestClient production = client.inProduction();
        String one = base + "/" + production.post(base, body).json().path("uid").asText();
        production.post(one + "/deploy", null);
        client.post(ADMIN + "throttling-runtime", "{\"active\": false}");

        assertThat(production.put(one, body).json().path("error").asText()).contains("1461");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "latency       | {}                            | milliseconds",
                "latency       | {\"milliseconds\": -1}        | milliseconds",
                "latency       | {                             | JSON",
                "advance-clock | {\"seconds\": \"soon\"}       | seconds",
                "fail-next     | {\"connection\": \"explode\"} | connection",
                "fail-next     | {\"count\": 0}                | count",
                "fail-next     | {\"headers\": {\"X-A\": {}}}  | X-A",
                "fail-next     | {\"headers\": {\" \": \"b\"}}  | headers",
                "fail-next     | {\"headers\": {\"X-A\": \"b\\r\\nX-B: c\"}} | X-A",
                "fail-next-tokens | {\"headers\": {\"X-A\": [1]}} | X-A",
                "custom-action | {\"url\": \"::\"}     | address of a custom action",
                "throttling-runtime | {}                       | active",
                "job-step      | {\"milliseconds\": -1}        | milliseconds",
                "revoke-permission | {}                        | name",
                "grant-permission  | {\"name\": \"Fly\"}       | Journey View"
            })
    void saysWhatIsWrongWithACall(String name, String body, String word) {
        Answered answer = client.post(ADMIN + name, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).contains(word);
    }
}
