package io.github.camelajo.simulator.internal.family.limits;

import com.fasterxml.jackson.core.JsonProcessingException;
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

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ThrottlingTest {

    private static final String BASE = "/journey/orchestration/throttlingConfigs";
    private static final String LIST = "/journey/orchestration/list/throttlingConfigs";
    private static final String VALID = """
            {"name": "Shop", "urlPattern": "https://api.example.org/shop/*", "methods": ["POST"], "maxThroughput": 4000}""";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator).inProduction();
    }

    @Test
    void createsTheConfiguration() {
        JsonNode body = client.post(BASE, VALID).json();

        String uid = body.path("uid").asText();
        assertThat(body.path("resStatus").asText()).isEqualTo("created");
        assertThat(body.path("uri").asText()).endsWith(uid);
        assertThat(body.path("canDeploy").path("validationStatus").asText()).isEqualTo("ok");
        JsonNode element = body.path("createdElement");
        assertThat(element.path("_id").asText())
                .isEqualTo(uid + "_" + element.path("sandboxId").asText());
        assertThat(element.path("state").asText()).isEqualTo("created");
        assertThat(element.path("maxThroughput").asInt()).isEqualTo(4000);
        assertThat(element.path("name").asText()).isEqualTo("Shop");
        assertThat(element.has("version")).isFalse();
        assertThat(client.post(LIST, "{}").json().path("results")).hasSize(1);
    }

    @Test
    void allowsOneConfigurationPerOrganization() {
        create();

        assertError(client.post(BASE, VALID), 400, 1465);
    }

    @Test
    void appliesAnUpdateAtOnce() {
        String uid = create();
        assertThat(client.post(BASE + "/" + uid + "/deploy", null).status()).isEqualTo(204);
        assertThat(element(uid).path("version").asText()).isEqualTo("1.0");

        JsonNode updated =
                client.put(BASE + "/" + uid, VALID.replace("4000", "300")).json();

        assertThat(updated.path("resStatus").asText()).isEqualTo("updated");
        assertThat(updated.path("updatedElement").path("state").asText()).isEqualTo("deployed");
        assertThat(element(uid).path("maxThroughput").asInt()).isEqualTo(300);
    }

    @Test
    void isUpdatedWhenNotDeployed() {
        String uid = create();

        client.put(BASE + "/" + uid, VALID);

        assertThat(element(uid).path("state").asText()).isEqualTo("updated");
        assertThat(element(uid).path("hasBeenDeployed").asBoolean()).isFalse();
    }

    @Test
    void refusesToDeployTwiceAndToUndeployTwice() {
        String uid = create();
        assertError(client.post(BASE + "/" + uid + "/undeploy", null), 400, 14468);

        assertThat(client.post(BASE + "/" + uid + "/deploy", null).status()).isEqualTo(204);
        assertError(client.post(BASE + "/" + uid + "/deploy", null), 500, 14466);

        assertThat(client.post(BASE + "/" + uid + "/undeploy", null).status()).isEqualTo(204);
        assertThat(element(uid).path("state").asText()).isEqualTo("created");
        assertError(client.post(BASE + "/" + uid + "/undeploy", null), 400, 14468);
        assertThat(client.post(BASE + "/" + uid + "/deploy", null).status()).isEqualTo(204);
    }

    @Test
    void refusesToDeleteWhatIsDeployedUnlessForced() {
        String uid = create();
        client.post(BASE + "/" + uid + "/deploy", null);

        assertError(client.delete(BASE + "/" + uid), 500, 1456);
        assertThat(client.delete(BASE + "/" + uid + "?forceDelete=true").status())
                .isEqualTo(200);
        assertThat(client.post(LIST, null).json().path("results")).isEmpty();
        assertThat(client.post(BASE, VALID).status()).isEqualTo(200);
    }

    @Test
    void refusesAnUpdateWhileTheRunningCopyIsNotActive() {
        String uid = create();
        client.post(BASE + "/" + uid + "/deploy", null);
        simulator.throttlingRuntimeActive(false);

        assertError(client.put(BASE + "/" + uid, VALID), 500, 1461);
        simulator.throttlingRuntimeActive(true);
        assertThat(client.put(BASE + "/" + uid, VALID).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"POST,''", "PUT,/{uid}", "DELETE,/{uid}", "POST,/{uid}/deploy", "POST,/{uid}/undeploy"})
    void refusesEveryWriteOutsideProduction(String method, String path) {
        String uid = create();
        TestClient development = client.with("x-sandbox-name", "dev");

        assertError(development.call(method, BASE + path.replace("{uid}", uid), VALID), 400, 1463);
        assertThat(element(uid).path("state").asText()).isEqualTo("created");
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "PUT,''", "DELETE,''", "GET,/canDeploy", "POST,/deploy", "POST,/undeploy"})
    void doesNotKnowAnotherUid(String method, String action) {
        create();

        assertError(client.call(method, BASE + "/no-such-uid" + action, VALID), 404, 14467);
    }

    @Test
    void answers500WithCode4000ForAnUnknownSandbox() {
        assertError(client.with("x-sandbox-name", "nowhere").post(BASE, VALID), 500, 4000);
    }

    @Test
    void anErrorContainsItsContext() {
        JsonNode error = inner(client.get(BASE + "/none"));

        assertThat(error.path("context").asText()).isNotEmpty();
        assertThat(error.path("schema").asText()).isEqualTo(simulator.organizationId() + "_prod_journeyVersions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://api.example.org/shop/* | ''                        | ERR_THROTTLING_CONFIG_100",
                "[\"POST\"]                     | []                        | ERR_THROTTLING_CONFIG_100",
                "4000                           | 199                       | ERR_THROTTLING_CONFIG_101",
                "4000                           | 5001                      | ERR_THROTTLING_CONFIG_101",
                ", \"maxThroughput\": 4000      | ''                        | ERR_THROTTLING_CONFIG_101",
                "https://api.example.org/shop/* | api.example.org           | ERR_THROTTLING_CONFIG_104",
                "https://api.example.org/shop/* | https://*.example.org/    | ERR_THROTTLING_CONFIG_105"
            })
    void saysWhyADefinitionCannotBeDeployed(String part, String replacement, String code) {
        JsonNode created = client.post(BASE, VALID.replace(part, replacement)).json();

        String uid = created.path("uid").asText();
        JsonNode check = client.get(BASE + "/" + uid + "/canDeploy").json().path("canDeploy");
        assertThat(check).isEqualTo(created.path("canDeploy"));
        assertThat(check.path("validationStatus").asText()).isEqualTo("error");
        assertThat(check.path("errors"))
                .singleElement()
                .satisfies(error -> assertThat(error.path("errorCode").asText()).isEqualTo(code));
        Answered deployed = client.post(BASE + "/" + uid + "/deploy", null);
        assertThat(deployed.status()).isEqualTo(500);
        assertThat(inner(deployed).path("code").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "5000"})
    void acceptsTheLimitsOfTheThroughput(String throughput) {
        assertThat(client.post(BASE, VALID.replace("4000", throughput))
                        .json()
                        .at("/canDeploy/validationStatus")
                        .asText())
                .isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "", "[]", "{\"methods\": {}}", "{\"methods\": [\"FETCH\"]}", "{\"maxThroughput\": \"many\"}"
            })
    void refusesAnInvalidPayload(String body) {
        Answered answer = client.post(BASE, body);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(inner(answer).path("code").asText()).isEqualTo("ERR_THROTTLING_CONFIG_106");
    }

    private String create() {
        return client.post(BASE, VALID).json().path("uid").asText();
    }

    private JsonNode element(String uid) {
        return client.get(BASE + "/" + uid).json().path("result");
    }

    private static void assertError(Answered answer, int status, int code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("requestId").asText()).isNotEmpty();
        assertThat(inner(answer).path("code").asInt()).isEqualTo(code);
    }

    /** Returns the error inside the wrapper, where it is a text that contains JSON. */
    private static JsonNode inner(Answered answer) {
        JsonNode error = answer.json().path("error");
        assertThat(error.isTextual()).isTrue();
        try {
            return Json.parse(error.asText().getBytes(UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError("error holds no JSON", e);
        }
    }
}
