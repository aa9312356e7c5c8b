package io.github.camelajo.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.JobFailure;
import io.github.camelajo.simulator.control.Permissions;
import io.github.camelajo.simulator.control.SampleIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WatchCallsTest {

    private static final String ADMIN = "/__admin/ajo/";
    private static final String HEALTH = "/ajo/im/health";
    private static final String CAPPING = "/journey/orchestration/endpointConfigs";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(4)).resettingAll();

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
    }

    private JsonNode read(String call) {
        Answered answer = client.get(ADMIN + call);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode last() {
        JsonNode calls = read("calls").path("calls");
        return calls.path(calls.size() - 1);
    }

    private JsonNode whole() {
        return read("call?cursor=" + last().path("cursor").asText());
    }

    @Test
    void namesACallAsTheComponentDoes() {
        Answered answer = client.with("X-Request-Id", "mine").get("/ajo/journey?pageSize=1");

        JsonNode call = last();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(call.path("api").asText()).isEqualTo("journey");
        assertThat(call.path("operation").asText()).isEqualTo("list");
        assertThat(call.path("status").asInt()).isEqualTo(200);
        assertThat(call.path("sandbox").asText()).isEqualTo("dev");
        assertThat(call.path("requestId").asText()).isEqualTo("mine");
        assertThat(call.path("durationMilliseconds").asDouble()).isPositive();
        assertThat(call.has("why")).isFalse();
        assertThat(call.has("request")).as("no body unless requested").isFalse();
    }

    @Test
    void showsTheSandboxOfACallThatNamesNone() {
        client.with("x-sandbox-name", null).get("/ajo/journey");
        assertThat(last().path("sandbox").asText()).isEqualTo("prod");
        assertThat(last().path("sandboxNamed").asBoolean(true)).isFalse();

        client.with("x-sandbox-name", null).get(HEALTH);
        assertThat(last().has("sandbox")).as("it acts on no sandbox").isFalse();
    }

    @Test
    void followsCallsWithACursor() {
        String cursor = read("calls").path("next").asText();
        client.get(HEALTH);
        client.get(HEALTH);

        JsonNode look = read("calls?after=" + cursor + "&limit=1");
        JsonNode rest = read("calls?after=" + look.path("next").asText());

        assertThat(look.path("calls")).hasSize(1);
        assertThat(look.path("more").asBoolean()).isTrue();
        assertThat(rest.path("calls")).hasSize(1);
        assertThat(rest.path("more").asBoolean()).isFalse();
    }

    @Test
    void reportsAReset() {
        String cursor = read("calls").path("next").asText();
        client.post(ADMIN + "reset", "");

        JsonNode look = read("calls?after=" + cursor);

        assertThat(look.path("restarted").asBoolean()).isTrue();
        assertThat(look.path("total").asInt()).isZero();
    }

    @Test
    void showsWhoRefusedACallAndWhy() {
        client.with("x-api-key", null).get(HEALTH);
        assertRefused("gateway", "403000: Api Key is required");
        client.with("x-sandbox-name", "stage").get("/ajo/journey");
        assertRefused("sandbox", "stage");
        simulator.revokePermission(Permissions.VIEW_CAMPAIGNS);
        client.get("/journey/campaigns/service/campaigns");
        assertRefused("permission", Permissions.VIEW_CAMPAIGNS);
        client.get("/ajo/journey?colour=red");
        assertRefused("service", "colour");
        client.get("/no/such/path");
        assertRefused("address", "no operation");
        client.delete("/ajo/journey");
        assertRefused("address", "DELETE is not offered here");
        simulator.failNext(1, 429);
        client.get(HEALTH);
        assertRefused("fault", "Too many requests");
        assertThat(last().path("fault").asBoolean()).isTrue();
        simulator.failNextTokens(Fault.builder().status(400).build());
        TestClient.requestToken(simulator, TestClient.tokenForm(simulator));
        assertRefused("fault", "invalid client_secret");
    }

    private void assertRefused(String by, String word) {
        JsonNode call = last();
        assertThat(call.path("refusedBy").asText()).isEqualTo(by);
        assertThat(call.path("why").asText()).contains(word);
    }

    @Test
    void distinguishesAnExpiredTokenFromAnUnknownOne() {
        simulator.expireTokens();
        client.get(HEALTH);
        assertRefused("gateway", "it expired at");

        client.with("Authorization", "Bearer nonsense").get(HEALTH);
        assertRefused("gateway", "it was not issued here");
    }

    @Test
    void showsABrokenConnectionAndTheDelayOfAFault() {
        simulator.failNext(
                Fault.builder().status(500).delay(Duration.ofMillis(30)).build());
        client.get(HEALTH);

        assertThat(last().path("durationMilliseconds").asDouble()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void showsEverythingOfACallExceptSecrets() {
        client.post("/imp/hello?client_secret=abc&x=1", "{\"password\": \"geheim\", \"name\": \"<b>\"}");

        JsonNode call = whole();

        assertThat(call.at("/request/body").asText()).contains("<b>").doesNotContain("geheim");
        assertThat(call.at("/request/bytes").asInt()).isEqualTo(37);
        assertThat(call.path("query").asText()).isEqualTo("client_secret=***&x=1");
        assertThat(call.at("/answer/body").asText()).contains("/imp/hello");
        assertThat(call.at("/request/headers").toString()).contains("{\"name\":\"Authorization\",\"value\":\"***\"}");
    }

    @Test
    void neverShowsATokenOrTheClientSecret() {
        client.post(CAPPING, "{\"note\": \"" + simulator.clientSecret() + "\"}");
        client.get("/data/foundation/query/connection_parameters");
        client.with("Authorization", "Bearer nonsense").get(HEALTH);
        TestClient.token(simulator);

        List<String> shown = new ArrayList<>();
        JsonNode calls = read("calls");
        shown.add(calls.toString());
        calls.path("calls")
                .forEach(call -> shown.add(
                        read("call?cursor=" + call.path("cursor").asText()).toString()));
        for (String call : List.of("tokens", "jobs", "faults", "overview")) {
            shown.add(read(call).toString());
        }

        assertThat(shown).hasSizeGreaterThan(8).allSatisfy(text -> assertThat(text)
                .doesNotContain(simulator.issuedTokens())
                .doesNotContain(simulator.clientSecret())
                .doesNotContain("nonsense"));
    }

    @Test
    void limitsBinaryAndHugeBodies() {
        client.post("/imp/hello", "x".repeat(50_000));

        JsonNode sent = whole().path("request");

        assertThat(sent.path("bytes").asInt()).isEqualTo(50_000);
        assertThat(sent.path("cut").asBoolean()).isTrue();
        assertThat(sent.path("body").asText()).hasSize(16 * 1024);
        assertThat(whole().at("/route/yaml").asText()).doesNotContain("xxx");
    }

    @Test
    void listsTokensByTheirFingerprintsAndInvalidatesOne() {
        TestClient other = TestClient.of(simulator);
        JsonNode tokens = read("tokens").path("tokens");
        assertThat(tokens).hasSize(2);
        assertThat(tokens.path(0).path("valid").asBoolean()).isTrue();
        assertThat(tokens.path(0).path("clientId").asText()).isEqualTo(simulator.clientId());

        tokens.forEach(token -> client.post(
                ADMIN + "expire-token",
                "{\"fingerprint\": \"" + token.path("fingerprint").asText() + "\"}"));

        assertThat(client.get(HEALTH).status()).isEqualTo(401);
        assertThat(other.get(HEALTH).status()).isEqualTo(401);
        assertThat(read("tokens").path("tokens").path(0).path("valid").asBoolean())
                .isFalse();
    }

    @Test
    void listsPendingFaultsAndRemovesOne() {
        client.post(ADMIN + "fail-next", "{\"count\": 3, \"status\": 429, \"pathPrefix\": \"/ajo/im\"}");
        client.post(ADMIN + "fail-next-tokens", "{\"connection\": \"empty\"}");
        client.get(HEALTH);

        JsonNode faults = read("faults").path("faults");
        assertThat(faults).hasSize(2);
        assertThat(faults.path(0).path("calls").asText()).isEqualTo("api");
        assertThat(faults.path(0).path("left").asInt()).isEqualTo(2);
        assertThat(faults.path(0).path("status").asInt()).isEqualTo(429);
        assertThat(faults.path(1).path("connection").asText()).isEqualTo("empty");
        String first = faults.path(0).path("id").asText();

        assertThat(client.post(ADMIN + "remove-fault", "{\"id\": \"" + first + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(client.get(HEALTH).status()).isEqualTo(200);
        assertThat(client.post(ADMIN + "remove-fault", "{\"id\": \"" + first + "\"}")
                        .status())
                .as("it has gone already")
                .isEqualTo(400);
        client.post(ADMIN + "clear-faults", "{}");
        assertThat(read("faults").path("faults")).isEmpty();
    }

    @Test
    void showsJobsOfAllFamiliesWithoutMovingThem() {
        simulator.failNextJob(JobFailure.TIMED_OUT, "too slow");
        client.post(
                "/ajo/relational/modeler/datasets/extensions/enablement",
                "{\"datasetId\": \"" + SampleIds.DATASET + "\"}");
        client.with("Content-Type", "application/vnd.adobe.ajo.fragment.publication.request.v1.0+json")
                .post(
                        "/ajo/content/fragments/publications",
                        "{\"fragmentId\": \"" + ContentSamples.EXPRESSION_FRAGMENT + "\"}");
        client.get("/journey/campaigns/service/workflows/" + SampleIds.WORKFLOW);

        JsonNode jobs = read("jobs").path("jobs");
        assertThat(read("jobs").path("jobs")).isEqualTo(jobs);
        assertThat(jobs.findValuesAsText("api")).contains("campaign", "fragment");
        JsonNode workflow = jobs.path(0);
        assertThat(workflow.path("state").asText()).isEqualTo("CREATED");
        assertThat(workflow.path("step").asInt()).isEqualTo(1);
        assertThat(workflow.path("steps").asInt()).isEqualTo(3);
        assertThat(jobs.path(jobs.size() - 1).path("reason").asText()).isEqualTo("too slow");

        client.post(ADMIN + "advance-clock", "{\"seconds\": 60}");
        assertThat(read("jobs").path("jobs"))
                .allSatisfy(job -> assertThat(job.path("ended").asBoolean()).isTrue());
        assertThat(read("overview").at("/jobs/running").asInt()).isZero();
    }

    @Test
    void showsTheClockAndTheSettings() {
        client.post(ADMIN + "advance-clock", "{\"seconds\": 3600}");
        client.post(ADMIN + "job-step", "{\"milliseconds\": 1500}");
        client.post(ADMIN + "latency", "{\"milliseconds\": 7}");

        JsonNode overview = read("overview");

        assertThat(overview.path("clockAheadSeconds").asInt()).isEqualTo(3600);
        assertThat(overview.path("jobStepMilliseconds").asInt()).isEqualTo(1500);
        assertThat(overview.at("/latencyMilliseconds/api").asInt()).isEqualTo(7);
        assertThat(overview.path("sandboxes")).hasSize(2);
        client.post(ADMIN + "latency", "{\"milliseconds\": 0}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calls?before=1             | before",
                "calls?after=17             | cursor",
                "calls?limit=0              | limit",
                "calls?limit=many           | limit",
                "calls?limit=1001           | 1000",
                "call                       | cursor",
                "call?cursor=0a1b2c3d-1     | no longer kept",
                "overview?all=true          | all",
                "tokens?values=true         | values",
                "jobs?x=1                   | x",
                "faults?x=1                 | x"
            })
    void refusesAQueryItDoesNotKnow(String call, String word) {
        Answered answer = client.get(ADMIN + call);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).contains(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clear-faults | {\"all\": true}                    | all",
                "remove-fault | {}                                 | id",
                "remove-fault | {\"id\": \"api-1\", \"x\": 1}      | x",
                "remove-fault | {\"id\": \"other-1\"}              | other-1",
                "remove-fault | {\"id\": \"api-one\"}              | api-one",
                "expire-token | {\"fingerprint\": \"0a1b2c3d4e5f\"} | 0a1b2c3d4e5f",
                "expire-token | {\"token\": \"x\"}                 | token"
            })
    void refusesABodyItDoesNotKnow(String call, String body, String word) {
        Answered answer = client.post(ADMIN + call, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).contains(word);
    }

    @Test
    void convertsACallToARoute() {
        client.with("X-Request-Id", "never-in-a-route")
                .put(CAPPING + "/some%20id", "{\"a\": {\"b\": {\"c\": \"{{x}}\"}}}");

        JsonNode route = whole().path("route");

        assertThat(route.path("yaml").asText()).isEqualTo("""
            - route:
                from:
                  uri: direct:capping-update
                  steps:
                    - setBody:
                        expression:
                          constant:
                            expression: |-
                              {
                                "a": {
                                  "b": {
                                    "c": "{\\u007bx}\\u007d"
                                  }
                                }
                              }
                    - to:
                        uri: ajo:capping
                        parameters:
                          operation: "update"
                          id: "RAW(some id)"
                          sandbox: "dev"
            """);
        assertThat(route.path("java").asText()).isEqualTo("""
            from("direct:capping-update")
                .setBody(constant(\"""
                    {
                      "a": {
                        "b": {
                          "c": "{\\\\u007bx}\\\\u007d"
                        }
                      }
                    }\"""))
                .to("ajo:capping?operation=update&id=RAW(some id)&sandbox=dev");
            """);
    }
}
