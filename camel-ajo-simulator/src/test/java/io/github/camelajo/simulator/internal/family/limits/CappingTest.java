package io.github.camelajo.simulator.internal.family.limits;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.internal.core.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CappingTest {

    private static final String BASE = "/journey/orchestration/endpointConfigs";
    private static final String LIST = "/journey/orchestration/list/endpointConfigs";
    private static final String VALID = """
            {"url": "https://api.example.org/data/*", "methods": ["GET", "POST"], "services": {"action":
            {"maxHttpConnections": 50, "rating": {"maxCallsCount": 500, "periodInMs": 1000}}}}""";

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
    void createsAConfiguration() {
        Answered answer = client.post(BASE, VALID);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        JsonNode body = answer.json();
        String uid = body.path("uid").asText();
        assertThat(uid).isNotEmpty();
        assertThat(body.path("uri").asText()).isEqualTo("/voyager/apis/endpointConfigs/" + uid);
        assertThat(body.path("resStatus").asText()).isEqualTo("created");
        assertThat(body.path("canDeploy")).isEqualTo(Json.object().put("validationStatus", "ok"));
        JsonNode element = body.path("createdElement");
        assertThat(element.path("uid").asText()).isEqualTo(uid);
        assertThat(element.path("state").asText()).isEqualTo("created");
        assertThat(element.path("hasBeenDeployed").isBoolean()).isTrue();
        assertThat(element.path("hasBeenDeployed").asBoolean()).isFalse();
        assertThat(element.path("orgId").asText()).isEqualTo(simulator.organizationId());
        assertThat(element.path("sandboxName").asText()).isEqualTo("dev");
        assertThat(element.path("authoringFormatVersion").asText()).isEqualTo("1.0");
        assertThat(element.path("metadata").path("createdAt").asText()).endsWith("Z");
        assertThat(element.path("services")
                        .path("action")
                        .path("rating")
                        .path("maxCallsCount")
                        .asInt())
                .isEqualTo(500);
        assertThat(element.has("deployedConfig")).isFalse();
    }

    @Test
    void listsTheConfigurationsOfTheSandboxOnly() {
        String first = create(VALID);
        String second = create(VALID);

        assertThat(uids(client.post(LIST, null))).containsExactly(first, second);
        assertThat(uids(client.post(LIST, "{}"))).containsExactly(first, second);
        assertThat(uids(client.inProduction().post(LIST, "{}"))).isEmpty();
        assertThat(client.inProduction().get(BASE + "/" + first).status()).isEqualTo(404);
    }

    @Test
    void goesThroughItsWholeLife() {
        String uid = create(VALID);

        Answered updated = client.put(BASE + "/" + uid, VALID.replace("500", "600"));
        assertThat(updated.json().path("resStatus").asText()).isEqualTo("updated");
        assertThat(updated.json().path("updatedElement").path("state").asText()).isEqualTo("updated");
        assertThat(updated.json().path("canDeploy").path("validationStatus").asText())
                .isEqualTo("ok");

        Answered deployed = client.post(BASE + "/" + uid + "/deploy", null);
        assertThat(deployed.status()).isEqualTo(204);
        assertThat(deployed.body()).isEmpty();
        assertState(uid, "deployed", true);
        assertThat(running(uid)).isEqualTo(600);

        client.put(BASE + "/" + uid, VALID.replace("500", "700"));
        assertState(uid, "updated", true);
        assertThat(running(uid)).as("the old rule still runs").isEqualTo(600);

        client.post(BASE + "/" + uid + "/deploy", null);
        assertState(uid, "deployed", true);
        assertThat(running(uid)).isEqualTo(700);

        assertThat(client.post(BASE + "/" + uid + "/undeploy", null).status()).isEqualTo(204);
        assertState(uid, "updated", false);
        assertThat(element(uid).has("deployedConfig")).isFalse();

        assertThat(client.post(BASE + "/" + uid + "/undeploy", null).status())
                .as("not deployed")
                .isEqualTo(204);

        Answered deleted = client.delete(BASE + "/" + uid);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.json()).isEqualTo(Json.object());
        assertThat(client.delete(BASE + "/" + uid).status()).isEqualTo(404);
    }

    @Test
    void undeployRestoresTheStateCreated() {
        String uid = create(VALID);
        client.post(BASE + "/" + uid + "/deploy", null);
        client.post(BASE + "/" + uid + "/undeploy", null);

        assertState(uid, "created", false);
    }

    @Test
    void showsMinusOneInTheRunningCopyIfConnectionsAreNotLimited() {
        String uid = create(VALID.replace("\"maxHttpConnections\": 50, ", ""));
        client.post(BASE + "/" + uid + "/deploy", null);

        JsonNode action = element(uid).path("deployedConfig").path("services").path("action");
        assertThat(action.path("maxHttpConnections").asInt()).isEqualTo(-1);
        assertThat(element(uid).path("services").path("action").has("maxHttpConnections"))
                .isFalse();
    }

    @Test
    void refusesToDeleteWhatIsDeployedUnlessForced() {
        String uid = create(VALID);
        client.post(BASE + "/" + uid + "/deploy", null);
        client.put(BASE + "/" + uid, VALID);

        Answered refused = client.delete(BASE + "/" + uid);
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.json().path("status").asInt()).isEqualTo(500);
        assertThat(refused.json().path("error").path("code").asInt()).isEqualTo(1451);
        assertThat(refused.json().path("error").path("family").asText()).isEqualTo("INPUT_OUTPUT_ERROR");
        assertThat(refused.json().path("error").path("service").asText()).isNotEmpty();
        assertThat(refused.json().path("error").path("version").asText()).isNotEmpty();
        assertThat(refused.json().path("error").path("context").asText()).isNotEmpty();
        assertThat(refused.json().path("error").path("schema").asText())
                .isEqualTo(simulator.organizationId() + "_dev_journeyVersions");
        assertThat(refused.json().path("requestId").asText()).isEqualTo(refused.header("X-Request-Id"));

        assertThat(client.delete(BASE + "/" + uid + "?forceDelete=maybe").status())
                .isEqualTo(400);
        assertThat(client.delete(BASE + "/" + uid + "?forceDelete=false").status())
                .isEqualTo(500);
        assertThat(client.delete(BASE + "/" + uid + "?forceDelete=true").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://api.example.org/data/* | ''                           | ERR_ENDPOINTCONFIG_100",
                "https://api.example.org/data/* | not a url                    | ERR_ENDPOINTCONFIG_101",
                "https://api.example.org/data/* | https://api.example.org:80x/ | ERR_ENDPOINTCONFIG_101",
                "https://api.example.org/data/* | https://*.example.org/data   | ERR_ENDPOINTCONFIG_102",
                "https://api.example.org/data/* | https://example.org:8*/data  | ERR_ENDPOINTCONFIG_102",
                "[\"GET\", \"POST\"]            | []                           | ERR_ENDPOINTCONFIG_103",
                "\"rating\"                     | \"rates\"                    | ERR_ENDPOINTCONFIG_104",
                "500                            | 0                            | ERR_ENDPOINTCONFIG_107",
                "500                            | \"many\"                     | ERR_ENDPOINTCONFIG_107",
                "1000                           | 0                            | ERR_ENDPOINTCONFIG_108",
                "action                         | webhook                      | ERR_AUTHORING_ENDPOINTCONFIG_1"
            })
    void saysWhyADefinitionCannotBeDeployed(String part, String replacement, String code) {
        Answered created = client.post(BASE, VALID.replace(part, replacement));

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().path("canDeploy").path("validationStatus").asText())
                .isEqualTo("error");
        String uid = created.json().path("uid").asText();
        JsonNode check = client.get(BASE + "/" + uid + "/canDeploy").json().path("canDeploy");
        assertThat(check).isEqualTo(created.json().path("canDeploy"));
        assertThat(check.path("reason").asText()).startsWith("1 error");
        assertThat(check.path("errors"))
                .singleElement()
                .satisfies(error -> assertThat(error.path("errorCode").asText()).isEqualTo(code))
                .satisfies(error -> assertThat(error.path("error").asText()).isNotEmpty());

        Answered deployed = client.post(BASE + "/" + uid + "/deploy", null);
        assertThat(deployed.status()).isEqualTo(500);
        assertThat(deployed.json().path("error").path("code").asText()).isEqualTo(code);
        assertState(uid, "created", false);
    }

    @Test
    void reportsEveryFaultOfAnEmptyDefinition() {
        JsonNode check = client.post(BASE, "{}").json().path("canDeploy");

        assertThat(check.path("errors"))
                .extracting(error -> error.path("errorCode").asText())
                .containsExactly("ERR_ENDPOINTCONFIG_100", "ERR_ENDPOINTCONFIG_103", "ERR_ENDPOINTCONFIG_104");
    }

    @Test
    void warnsWhenConnectionsAreNotLimited() {
        JsonNode check = client.post(BASE, VALID.replace("\"maxHttpConnections\": 50, ", ""))
                .json()
                .path("canDeploy");

        assertThat(check.path("validationStatus").asText()).isEqualTo("ok");
        JsonNode warning = check.path("warnings").path(0);
        assertThat(warning.path("warningCode").asText()).isEqualTo("ERR_ENDPOINTCONFIG_106");
        assertThat(warning.path("scope").path("endpointConfigService").asText()).isEqualTo("action");
        assertThat(warning.path("scope").path("endpointConfigUrl").asText())
                .isEqualTo("https://api.example.org/data/*");
    }

    @Test
    void warnsAboveFourHundredConnections() {
        JsonNode check = client.post(BASE, VALID.replace("50,", "401,")).json().path("canDeploy");

        assertThat(check.path("validationStatus").asText()).isEqualTo("ok");
        assertThat(check.path("warnings").path(0).path("warningCode").asText())
                .isEqualTo(CappingValidator.TOO_MANY_CONNECTIONS);
        assertThat(client.post(BASE, VALID.replace("50,", "400,"))
                        .json()
                        .path("canDeploy")
                        .has("warnings"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"methods\": \"GET\"}",
                "{\"methods\": [\"OPTIONS\"]}",
                "{\"services\": []}",
                "{\"services\": {\"action\": 1}}",
                "{\"url\": 5}",
                "{\"orgId\": \"OTHER@AdobeOrg\"}",
                "{\"services\": {\"action\": {\"maxHttpConnections\": \"50\"}}}"
            })
    void refusesABodyOfTheWrongShape(String body) {
        Answered answer = client.post(BASE, body);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("error").path("code").asText()).isEqualTo("ERR_ENDPOINTCONFIG_111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}"})
    void refusesABodyThatIsNotJson(String body) {
        Answered answer = client.post(BASE, body);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("error").path("code").asText()).isEqualTo("ERR_ENDPOINTCONFIG_112");
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "PUT,''", "DELETE,''", "GET,/canDeploy", "POST,/deploy", "POST,/undeploy"})
    void answers404WithoutABodyForAnUnknownUid(String method, String action) {
        Answered answer = client.call(method, BASE + "/no-such-uid" + action, "PUT".equals(method) ? VALID : null);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void answers500WithCode4000ForAnUnknownSandbox() {
        Answered answer = client.with("x-sandbox-name", "nowhere").post(LIST, "{}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("error").path("code").asInt()).isEqualTo(4000);
    }

    private String create(String body) {
        return client.post(BASE, body).json().path("uid").asText();
    }

    private JsonNode element(String uid) {
        return client.get(BASE + "/" + uid).json().path("result");
    }

    private int running(String uid) {
        return element(uid)
                .at("/deployedConfig/services/action/rating/maxCallsCount")
                .asInt();
    }

    private void assertState(String uid, String state, boolean deployed) {
        assertThat(element(uid).path("state").asText()).isEqualTo(state);
        assertThat(element(uid).path("hasBeenDeployed").asBoolean()).isEqualTo(deployed);
    }

    private static List<String> uids(Answered list) {
        return list.json().path("results").findValuesAsText("uid");
    }
}
