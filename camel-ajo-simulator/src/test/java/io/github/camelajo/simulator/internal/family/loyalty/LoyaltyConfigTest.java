package io.github.camelajo.simulator.internal.family.loyalty;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.LoyaltySamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelajo.simulator.internal.family.loyalty.LoyaltyTaskTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** The configuration and its contents: providers, their parts, and events. */
class LoyaltyConfigTest {

    private static final String BASE = "/ajo/loyalty/metadata/config";
    private static final String PROVIDERS = BASE + "/rewards/providers";
    private static final String EVENTS = BASE + "/events";
    private static final String PROVIDER_PARTS = """
            definitions | rewardDefinition      | f5a8c3e1-724b-4d60-9e1f-0b7c62d4a002
            proxies     | proxyMap              | sample-proxy
            auth-tokens | authTokenGeneratorMap | sample-auth
            """;

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(AJO.simulator());
    }

    @Test
    void readsTheConfigurationWithOrWithoutItsId() {
        JsonNode config = client.get(BASE).json();

        assertThat(config.path("get_id").asText()).isEqualTo(LoyaltySamples.CONFIG);
        assertThat(config.path("sandboxName").asText()).isEqualTo("dev");
        assertThat(client.get(BASE + "/" + LoyaltySamples.CONFIG).json()).isEqualTo(config);
        assertProblem(client.get(BASE + "/nope"), 404, "nope");
        assertThat(client.with("x-sandbox-name", null)
                        .get(BASE)
                        .json()
                        .path("sandboxName")
                        .asText())
                .isEqualTo("prod");
        assertThat(AJO.simulator().requestsWithoutSandbox()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, BASE + "/" + LoyaltySamples.CONFIG})
    void readsTheConfigurationWithoutTheHeaderOfTheOrganization(String path) {
        JsonNode config = client.get(path).json();

        assertThat(client.with("x-gw-ims-org-id", null).get(path).json()).isEqualTo(config);
        assertThat(client.with("x-gw-ims-org-id", "FOREIGN@AdobeOrg").get(path).status())
                .as("a wrong one is still wrong")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"POST, ''", "DELETE, ''", "GET, /rewards/providers", "GET, /events"})
    void needsTheHeaderOfTheOrganizationForEverythingElse(String method, String path) {
        Answered answer = client.with("x-gw-ims-org-id", null).call(method, BASE + path, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error_code").asText()).isEqualTo("400003");
    }

    @Test
    void allowsOneConfigurationOnly() {
        assertProblem(client.post(BASE, "{}"), 409, "already");
        Answered deleted = client.delete(BASE);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.body()).isEmpty();
        for (Answered answer : List.of(
                client.get(BASE),
                client.put(BASE, "{}"),
                client.delete(BASE),
                client.get(BASE + "/" + LoyaltySamples.CONFIG),
                client.get(PROVIDERS),
                client.post(PROVIDERS, "{\"name\": \"n\"}"),
                client.get(EVENTS),
                client.post(EVENTS, "{\"name\": \"n\"}"),
                client.get(BASE + "/rewards/proxies/x"))) {
            assertProblem(answer, 404, "Configuration not found");
        }
        Answered created = client.post(BASE, "{\"namespace\": \"email\", \"eventDefinition\": [{\"name\": \"e\"}]}");
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.header("x-resource-id"))
                .isEqualTo(created.json().path("get_id").asText());
        assertThat(created.header("Location")).isEqualTo("/loyalty/metadata/config/" + created.header("x-resource-id"));
        assertThat(created.json().path("version").asInt()).isEqualTo(1);
        assertThat(created.json().at("/eventDefinition/0/guid").asText()).isNotEmpty();
        assertThat(client.inProduction().get(BASE).json().path("get_id").asText())
                .isEqualTo(LoyaltySamples.CONFIG);
    }

    @Test
    void refusesAnUpdateOfAnOldVersion() {
        Answered updated = client.put(BASE, "{\"version\": 1, \"namespace\": \"phone\"}");

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.json().path("version").asInt()).isEqualTo(2);
        assertThat(updated.json().has("tenantId")).as("replaced completely").isFalse();
        assertProblem(client.put(BASE, "{\"version\": 1}"), 409, "Version conflict");
        assertThat(client.put(BASE, "{\"namespace\": \"crm\"}")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void patchesRootFields() {
        String path = BASE + "/" + LoyaltySamples.CONFIG;

        Answered patched = client.call("PATCH", path, "{\"archiveDays\": 5, \"version\": 1}");

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body()).isEmpty();
        assertThat(client.get(BASE).json().path("archiveDays").asInt()).isEqualTo(5);
        assertThat(client.get(BASE).json().path("tenantId").asText()).isEqualTo("_example");
        assertProblem(client.call("PATCH", path, "{\"version\": 1}"), 409, "Version conflict");
        assertProblem(client.call("PATCH", path, "{\"archiveDays\": \"x\"}"), 400, "archiveDays");
        assertProblem(client.call("PATCH", BASE + "/nope", "{}"), 404, "nope");
        assertProblem(client.put(BASE, "{\"archiveDays\": \"x\"}"), 400, "archiveDays");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rewards/providers", "events"})
    void storesNamedListsInTheConfiguration(String part) {
        boolean provider = part.startsWith("rewards");
        String path = BASE + "/" + part;
        String field = provider ? "rewardEndpointList" : "eventDefinition";
        String sample = provider ? LoyaltySamples.PROVIDER : LoyaltySamples.EVENT;

        assertThat(client.get(path).json()).hasSize(1);
        assertThat(client.get(path + "/" + sample).json())
                .isEqualTo(client.get(path).json().get(0));
        Answered created = client.post(path, "{\"name\": \"mine\", \"guid\": \"x\"}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("get_id").asText()).isEqualTo(LoyaltySamples.CONFIG);
        assertThat(created.json().path("version").asInt()).isEqualTo(2);
        String guid = created.json().path(field).path(1).path("guid").asText();
        assertThat(guid).isNotEqualTo("x");
        assertThat(client.get(path + "/mine").json())
                .isEqualTo(client.get(path + "/" + guid).json());
        assertProblem(client.post(path, "{\"name\": \"mine\"}"), 409, "name already exists");
        Answered updated = client.put(path + "/" + guid, "{\"name\": \"renamed\"}");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.json().path(field).path(1).path("name").asText()).isEqualTo("renamed");
        assertThat(updated.json().path(field).path(1).path("guid").asText()).isEqualTo(guid);
        assertProblem(client.put(path + "/" + sample, "{\"name\": \"renamed\"}"), 409, "name already exists");
        Answered deleted = client.delete(path + "/renamed");
        assertThat(deleted.status()).isEqualTo(provider ? 200 : 204);
        assertThat(deleted.body().isEmpty()).isEqualTo(!provider);
        assertThat(client.get(path).json()).hasSize(1);
        for (Answered answer : List.of(
                client.get(path + "/" + guid),
                client.put(path + "/" + guid, "{\"name\": \"n\"}"),
                client.delete(path + "/" + guid))) {
            assertProblem(answer, 404, guid);
        }
        assertProblem(client.post(path, "{}"), 400, "name is required");
        assertProblem(client.put(path + "/" + sample, "{\"name\": 1}"), 400, "name must be a text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = PROVIDER_PARTS)
    void storesThePartsOfAProvider(String part, String field, String sample) {
        String path = BASE + "/rewards/" + part + "/" + LoyaltySamples.PROVIDER;

        assertThat(client.get(path).json()).hasSize(1);
        assertThat(client.get(path + "/" + sample).json())
                .isEqualTo(client.get(path).json().get(0));
        assertThat(client.get(BASE + "/rewards/" + part + "/sample-provider").json())
                .isEqualTo(client.get(path).json());
        Answered created = client.post(path, "{\"name\": \"mine\", \"desc\": \"d\"}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("get_id").asText()).isEqualTo(LoyaltySamples.CONFIG);
        assertThat(created.json().at("/rewardEndpointList/0/" + field)).hasSize(2);
        assertProblem(client.post(path, "{\"name\": \"mine\"}"), 409, "name already exists");
        Answered updated = client.put(path + "/mine", "{\"name\": \"renamed\", \"enabled\": true}");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.json().path("enabled").asBoolean()).isTrue();
        assertThat(updated.json()).isEqualTo(client.get(path + "/renamed").json());
        assertProblem(
                client.put(path + "/renamed", client.get(path + "/" + sample).body()), 409, "name already exists");
        Answered deleted = client.delete(path + "/renamed");
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(client.get(path).json()).hasSize(1);
        for (Answered answer : List.of(
                client.get(path + "/renamed"),
                client.put(path + "/renamed", "{\"name\": \"n\"}"),
                client.delete(path + "/renamed"))) {
            assertProblem(answer, 404, "renamed");
        }
        assertProblem(client.post(path, "{\"name\": \"\"}"), 400, "name must have");
        assertProblem(client.get(BASE + "/rewards/" + part + "/nope"), 404, "Provider nope");
        assertProblem(client.post(BASE + "/rewards/" + part + "/nope", "{\"name\": \"n\"}"), 404, "Provider nope");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\\\"points\\\": rewardValue | 422",
                "(1 + 2)) | 422",
                "it's | 422",
                "[1) | 422",
                "$sum(a[b = ')']) | 201"
            })
    void refusesABrokenExpression(String expression, int status) {
        String path = BASE + "/rewards/definitions/" + LoyaltySamples.PROVIDER;
        String body = "{\"name\": \"mine\", \"rewardJsonata\": \"" + expression + "\"}";

        Answered answer = client.post(path, body);

        assertThat(answer.status()).isEqualTo(status);
        if (status == 422) {
            assertProblem(client.put(path + "/sample-points", body), 422, "rewardJsonata");
            assertProblem(
                    client.post(PROVIDERS, "{\"name\": \"p\", \"rewardDefinition\": {\"d\": " + body + "}}"),
                    422,
                    "rewardJsonata");
        }
    }

    @Test
    void readsTheWordEventsAsTheListAndNotAsAnId() {
        assertThat(client.get(EVENTS).json().isArray()).isTrue();
        assertThat(client.get(BASE + "/rewards").status())
                .as("an id like any other")
                .isEqualTo(404);
        assertThat(client.get(EVENTS + "?limit=1").status()).isEqualTo(400);
    }
}
