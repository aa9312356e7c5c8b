package io.github.camelajo.simulator;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.SampleIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every kind of data by HTTP: add, read, change, remove. */
class AdminDataTest {

    private static final String DATA = "/__admin/ajo/data";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(4).campaigns(2));

    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(AJO.simulator()).inProduction().with("Content-Type", "application/json");
    }

    @Test
    void everyWritableKindCanBeAddedReadChangedAndRemoved() {
        List<String> kinds = new ArrayList<>();
        for (JsonNode kind : client.get(DATA).json().path("kinds")) {
            if (!kind.path("writable").asBoolean()) {
                continue;
            }
            String name = kind.path("kind").asText();
            String id = id(name);
            if (name.equals("loyalty-config")) {
                client.delete(DATA + "/loyalty-config");
            }
            kinds.add(name);
            int before = count(name);

            Answered added = put(name, id, "{}");
            assertThat(added.status()).as("%s: %s", name, added.body()).isEqualTo(201);
            assertThat(added.json().path("id").asText()).isEqualTo(id);
            JsonNode value = added.json().path("value");
            assertThat(value.isObject()).as(name).isTrue();
            assertThat(client.get(DATA + "/" + name + "/" + id).json().path("value"))
                    .as(name)
                    .isEqualTo(value);
            assertThat(count(name)).as(name).isEqualTo(before + 1);

            Answered same = put(name, id, value.toString());
            assertThat(same.status())
                    .as("%s accepts what it has returned: %s", name, same.body())
                    .isEqualTo(200);
            assertThat(same.json().path("value")).as(name).isEqualTo(value);
            Answered wrong = put(name, id, "{\"noSuchField\": 1}");
            assertThat(wrong.status()).as(name).isEqualTo(400);
            assertThat(wrong.json().path("error").asText()).as(name).contains("noSuchField");

            assertThat(client.delete(DATA + "/" + name + "/" + id).status())
                    .as(name)
                    .isEqualTo(200);
            assertThat(client.get(DATA + "/" + name + "/" + id).status())
                    .as(name)
                    .isEqualTo(404);
            assertThat(client.delete(DATA + "/" + name + "/" + id).status())
                    .as(name)
                    .isEqualTo(404);
            assertThat(count(name)).as(name).isEqualTo(before);
        }
        assertThat(kinds).contains("journey", "campaign", "template", "fragment", "suppressed-address", "package");
    }

    @Test
    void everyKindCanBeEmptiedAndComesBackWithAReset() {
        for (JsonNode kind : client.get(DATA).json().path("kinds")) {
            String name = kind.path("kind").asText();
            assertThat(client.delete(DATA + "/" + name).status()).as(name).isEqualTo(200);
            assertThat(count(name)).as(name).isZero();
        }
        AJO.simulator().resetData();

        assertThat(count("journey")).isEqualTo(3);
        assertThat(count("campaign")).isEqualTo(10);
        assertThat(count("suppressed-address")).isEqualTo(45);
        assertThat(count("sandbox")).isEqualTo(4);
    }

    @Test
    void aJourneyThatATestAddsIsListedAndItsCampaignToo() {
        put("journey", "mine", """
                {"name": "Mine", "status": "Draft", "nodes": [{"id": "n", "type": "message",
                  "campaign": {"campaignId": "c-in-journey", "name": "Inside", "status": "DRAFT"}}]}""");

        JsonNode found = client.get("/ajo/journey?filter=" + TestClient.encode("name=Mine"))
                .json();
        assertThat(found.at("/results/0/id").asText()).isEqualTo("mine");
        assertThat(client.get("/journey/campaigns/service/campaigns/c-in-journey")
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Inside");
        client.delete(DATA + "/journey/mine");
        assertThat(client.get("/journey/campaigns/service/campaigns/c-in-journey")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void everyFieldOfAdobesSchemasCanBeSet() {
        put("journey", "mine", """
                {"schedule": {"type": "once", "startDate": "2026-12-01"}, "metrics": ["clicks"],
                 "profileMergePolicyId": "policy"}""");
        put("campaign", "mine", """
                {"throttleRatePerSec": 100, "displayStartDate": "2026-12-01", "objectives": ["email_click"],
                 "targets": {"targetId": "t"}, "ranking": {"type": "simple", "value": "HIGH"}}""");

        JsonNode journey = client.get("/ajo/journey/mine").json();
        assertThat(journey.at("/schedule/type").asText()).isEqualTo("once");
        assertThat(client.get("/ajo/journey?filter=" + TestClient.encode("schedule.type=once"))
                        .json()
                        .at("/results/0/id")
                        .asText())
                .isEqualTo("mine");
        assertThat(client.get("/journey/campaigns/service/campaigns/mine")
                        .json()
                        .path("throttleRatePerSec")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    void aCampaignThatATestAddsCanBeTriggeredUntilItIsStopped() {
        put("campaign", "mine", "{}");
        String body = """
                {"requestId": "r", "campaignId": "mine",
                 "recipients": [{"type": "external", "userId": "a@example.com", "namespace": "Email"}]}""";
        assertThat(client.post("/ajo/im/executions/unitary", body).status()).isEqualTo(202);

        put("campaign", "mine", "{\"status\": \"STOPPED\"}");

        assertThat(client.post("/ajo/im/executions/unitary", body).status()).isEqualTo(400);
        assertThat(client.get(DATA + "/message")
                        .json()
                        .at("/entries/0/value/campaignId")
                        .asText())
                .isEqualTo("mine");
    }

    @Test
    void anEnabledDateOfACampaignMustBeATime() {
        Answered refused = client.put(
                DATA + "/campaign/mine", "{\"schedule\": {\"startDate\": \"tomorrow\", \"startDateEnabled\": true}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).contains("schedule.startDate", "tomorrow");
        assertThat(client.get(DATA + "/campaign/mine").status()).isEqualTo(404);
    }

    @Test
    void dataInOneSandboxIsNotInTheOther() {
        assertThat(client.put(DATA + "/template/mine?sandbox=dev", "{\"definition\": {\"name\": \"Mine\"}}")
                        .status())
                .isEqualTo(201);

        assertThat(client.get(DATA + "/template/mine?sandbox=dev").status()).isEqualTo(200);
        assertThat(client.get(DATA + "/template/mine?sandbox=prod").status()).isEqualTo(404);
        assertThat(client.get(DATA + "/template/mine").status()).isEqualTo(404);
    }

    @Test
    void listsByPages() {
        JsonNode all = client.get(DATA + "/suppressed-address").json();
        JsonNode page = client.get(DATA + "/suppressed-address?skip=2&limit=3").json();

        assertThat(page.path("total").asInt()).isEqualTo(45);
        assertThat(page.path("entries")).hasSize(3);
        assertThat(page.at("/entries/0")).isEqualTo(all.at("/entries/2"));
    }

    @Test
    void anIdCanContainAnyCharacter() {
        String id = "https://example.org/a b?c=d&e%f#\u00e9";
        String path = DATA + "/package-object/" + TestClient.encode(id).replace("+", "%20");

        assertThat(client.put(path, "{\"type\": \"JOURNEY\"}").status()).isEqualTo(201);

        assertThat(client.get(path).json().path("id").asText()).isEqualTo(id);
    }

    @Test
    void anOrchestratedCampaignCanBeGivenAnyState() {
        String path = "/ajo/campaign-orchestration/orchestratedCampaigns/mine/trigger";
        TestClient versioned = client.with("x-api-version", "1");
        assertThat(versioned.post(path, "{}").status()).isEqualTo(404);
        put("orchestrated-campaign", "mine", "{\"status\": \"LIVE\", \"lastTrigger\": \"2020-01-01T00:00:00Z\"}");

        assertThat(versioned.post(path, "{}").status()).isEqualTo(200);
        assertThat(versioned.post(path, "{}").status()).isEqualTo(429);
        put("orchestrated-campaign", "mine", "{\"status\": \"STOPPED\"}");
        assertThat(versioned.post(path, "{}").json().toString()).contains("STOPPED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET    | /jorney                       |                           | 404 | There is no kind of data 'jorney', only [",
                "GET    | /journey?sandbox=moon         |                           | 400 | There is no sandbox 'moon', only [prod, dev]",
                "GET    | /journey?limt=3               |                           | 400 | Unknown parameter 'limt'; allowed are [limit, sandbox, skip]",
                "GET    | /journey?limit=many           |                           | 400 | Parameter 'limit' must be a whole number of at least 0",
                "GET    | /journey?limit=1&limit=2      |                           | 400 | Parameter 'limit' must be given once",
                "GET    | /message?sandbox=dev          |                           | 400 | belongs to the organization",
                "GET    | /journey/none                 |                           | 404 | There is no journey 'none'",
                "PUT    | /journey/x                    | []                        | 400 | must be an object",
                "PUT    | /journey/x                    | {\"id\": \"y\"}           | 400 | Field 'id' must be 'x'",
                "PUT    | /journey/x                    | {\"statsu\": \"y\"}       | 400 | Unknown field 'statsu'; allowed are [description, id, imsOrgId",
                "PUT    | /capping/x                    | {\"uid\": \"y\"}          | 400 | Field 'uid' must be 'x', as in the call",
                "PUT    | /schedule/x                   | {\"sandbox\": \"dev\"}    | 400 | Field 'sandbox' must be 'prod'",
                "PUT    | /dataset/x                    | {\"enabled\": \"y\"}      | 400 | Field '/enabled' has a wrong value",
                "PUT    | /dataset/x                    | {\"nam\": \"y\"}          | 400 | Unknown field 'nam'; allowed are [enabled, name, supported]",
                "PUT    | /orchestrated-campaign/x      | {\"status\": \"GONE\"}    | 400 | status must be one of [DRAFT",
                "PUT    | /suppressed-address/nobody    | {}                        | 400 | The id must be an address",
                "PUT    | /suppressed-address/a@b.example | {\"kind\": \"X\"}       | 400 | Field 'kind' must be MANUAL, HARD or SOFT",
                "PUT    | /schedule/x                   | {\"executeAt\": \"soon\"} | 400 | Field '/executeAt' has a wrong value",
                "PUT    | /throttling/x?sandbox=dev     | {}                        | 400 | one throttling configuration at most",
                "PUT    | /loyalty-config/x             | {}                        | 400 | one loyalty configuration",
                "PUT    | /loyalty-task/x               | {\"taskType\": \"nap\"}   | 400 | taskType",
                "PUT    | /message/1                    | {}                        | 405 | can be read, or deleted all together, but not changed",
                "DELETE | /proof/1                      |                           | 405 | can be read, or deleted all together, but not changed",
                "PUT    | /journey                      | {}                        | 405 | is not called with PUT, only with [DELETE, GET]"
            })
    void aRefusalSaysWhatIsWrongAndWhatIsAllowed(String method, String path, String body, int status, String message) {
        TestClient json = client.with("Content-Type", "application/json");

        Answered answer = json.call(method, DATA + path, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("error").asText()).contains(message);
    }

    @Test
    void theDoorAlsoProtectsData() {
        assertThat(client.with("Content-Type", "text/plain")
                        .put(DATA + "/journey/x", "{}")
                        .status())
                .isEqualTo(415);
        assertThat(client.with("Origin", "https://evil.example")
                        .get(DATA + "/journey")
                        .status())
                .isEqualTo(403);
        assertThat(client.with("Sec-Fetch-Site", "cross-site")
                        .get("/__admin/ajo/snapshot")
                        .status())
                .isEqualTo(403);
        assertThat(client.get("/__admin/ajo/../mappings").status()).isEqualTo(404);
        assertThat(client.get("/__admin/ajo/%2e%2e/mappings").status()).isNotEqualTo(200);
    }

    @Test
    void requestsHaveStatusTimeAndIdAndCanBeFilteredAndCleared() {
        AJO.simulator().forgetRequests();
        client.with("x-request-id", "mine").get("/ajo/journey/none");
        client.get("/ajo/journey");
        AJO.simulator()
                .failNext(io.github.camelajo.simulator.control.Fault.builder()
                        .status(503)
                        .build());
        client.post("/imp/x", "{}");

        JsonNode all = client.get("/__admin/ajo/requests").json();
        assertThat(all).hasSize(3);
        assertThat(all.at("/0/status").asInt()).isEqualTo(404);
        assertThat(all.at("/0/requestId").asText()).isEqualTo("mine");
        assertThat(all.at("/0/time").asText()).endsWith("Z");
        assertThat(all.at("/0/headers/Authorization").asText()).isEqualTo("***");
        assertThat(all.at("/1/requestId").asText()).hasSize(36);
        assertThat(requests("status=200")).hasSize(1);
        assertThat(requests("status=503&method=post")).hasSize(1);
        assertThat(requests("path=/ajo/journey")).hasSize(2);
        assertThat(requests("requestId=mine")).hasSize(1);
        assertThat(requests("last=1").at("/0/path").asText()).isEqualTo("/imp/x");
        assertThat(requests("since=2100-01-01T00:00:00Z")).isEmpty();
        assertThat(client.get("/__admin/ajo/requests?since=today")
                        .json()
                        .path("error")
                        .asText())
                .contains("2026-11-29T08:00:00Z", "today");

        assertThat(client.with("Content-Type", "application/json")
                        .delete("/__admin/ajo/requests")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/__admin/ajo/requests").json()).isEmpty();
    }

    @Test
    void theLoginIsListedWithoutItsSecrets() {
        TestClient.token(AJO.simulator());

        Answered answer = client.get("/__admin/ajo/token-requests?last=1");

        assertThat(answer.json().at("/0/status").asInt()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(AJO.simulator().clientSecret());
    }

    @Test
    void showsTheSamplesWithTheirValues() {
        JsonNode samples = client.get("/__admin/ajo/samples").json();

        assertThat(samples.at("/samples/general/live_campaign").asText()).isEqualTo(SampleIds.LIVE_CAMPAIGN);
        assertThat(samples.at("/sandboxes/prod").asText())
                .isEqualTo(AJO.simulator().sandboxId("prod"));
        assertThat(samples.at("/credentials/clientId").asText())
                .isEqualTo(AJO.simulator().clientId());
    }

    private JsonNode requests(String query) {
        return client.get("/__admin/ajo/requests?" + query).json();
    }

    private Answered put(String kind, String id, String body) {
        return client.put(DATA + "/" + kind + "/" + id, body);
    }

    private int count(String kind) {
        return client.get(DATA + "/" + kind).json().path("total").asInt();
    }

    private static String id(String kind) {
        return switch (kind) {
            case "suppressed-address", "allowed-address" -> "new@example.org";
            case "suppressed-domain", "allowed-domain" -> "new.example";
            default -> "new-one";
        };
    }
}
