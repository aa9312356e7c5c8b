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

class LoyaltyChallengeTest {

    private static final String BASE = "/ajo/loyalty/metadata/challenges";
    private static final String VALID = """
            {"name": "Mine", "startDate": "2026-01-01T00:00:00Z", "endDate": "2099-01-01T00:00:00Z", "tasksToComplete": 1,
             "tasks": [{"taskName": "t"}], "state": "published"}""";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(AJO.simulator());
    }

    @Test
    void createsADraftWhateverStateTheBodyHas() {
        Answered answer = client.post(BASE, VALID);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode challenge = answer.json();
        String id = answer.header("x-resource-id");
        assertThat(challenge.path("get_id").asText()).isEqualTo(id);
        assertThat(answer.header("Location")).isEqualTo("/loyalty/metadata/challenges/" + id);
        assertThat(challenge.path("state").asText()).isEqualTo("draft");
        assertThat(challenge.path("active").isBoolean()).isTrue();
        assertThat(client.get(BASE + "/" + id).json()).isEqualTo(challenge);
    }

    @Test
    void goesThroughItsWholeLife() {
        String path = BASE + "/" + create();

        assertEmpty(client.put(path, VALID.replace("Mine", "Yours")));
        assertEmpty(client.call("PATCH", path, "{\"desc\": \"d\", \"state\": \"archived\"}"));
        assertEmpty(client.post(path + "/publish?dry-run=true", null));
        assertState(path, "draft");
        assertEmpty(client.post(path + "/publish?dry-run=false", null));
        assertState(path, "published");
        assertThat(client.get(path).json().path("publishedVersion").asInt()).isEqualTo(1);
        assertProblem(client.put(path, VALID), 409, "published");
        assertProblem(client.call("PATCH", path, "{\"desc\": \"e\"}"), 409, "published");
        assertProblem(client.post(path + "/publish", null), 409, "published");
        assertEmpty(client.post(path + "/unpublish", null));
        assertState(path, "draft");
        assertProblem(client.post(path + "/unpublish", null), 409, "not published");
        assertEmpty(client.post(path + "/archive", null));
        assertState(path, "archived");
        JsonNode archived = client.get(path).json();
        assertThat(archived.path("name").asText()).isEqualTo("Yours");
        assertThat(archived.path("desc").asText()).isEqualTo("d");
        for (String action : List.of("/archive", "/publish", "/duplicate")) {
            assertProblem(client.post(path + action, null), 409, "only be deleted");
        }
        assertProblem(client.put(path, VALID), 409, "only be deleted");
        assertEmpty(client.delete(path));
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void checksBeforeItPublishes() {
        String path = BASE + "/" + LoyaltySamples.INCOMPLETE_CHALLENGE;

        Answered dryRun = client.post(path + "/publish?dry-run=true", null);
        assertProblem(dryRun, 422, "tasks is required");
        assertThat(dryRun.json().at("/properties/errors/endDate").asText()).contains("required");
        assertProblem(client.post(path + "/publish", null), 422, "tasks is required");
        assertState(path, "draft");
        client.call(
                "PATCH",
                path,
                "{\"startDate\": \"2020-01-01T00:00:00Z\", \"endDate\": \"2020-02-01T00:00:00Z\","
                        + " \"tasks\": [{}], \"tasksToComplete\": 2}");
        assertProblem(client.post(path + "/publish", null), 422, "endDate must lie in the future");
        assertProblem(client.post(path + "/publish", null), 422, "tasksToComplete");
        assertProblem(client.post(path + "/publish?dry-run=perhaps", null), 400, "dry-run");
    }

    @Test
    void needsAConfigurationToPublish() {
        client.delete("/ajo/loyalty/metadata/config");

        assertProblem(
                client.post(BASE + "/" + LoyaltySamples.DRAFT_CHALLENGE + "/publish", null), 404, "Configuration");
    }

    @Test
    void duplicatesWithItsJourneyMetadata() {
        Answered answer = client.post(BASE + "/" + LoyaltySamples.PUBLISHED_CHALLENGE + "/duplicate", null);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode copy = answer.json();
        assertThat(copy.path("get_id").asText()).isNotEqualTo(LoyaltySamples.PUBLISHED_CHALLENGE);
        assertThat(copy.path("name").asText()).isEqualTo("Copy of Sample summer challenge");
        assertThat(copy.path("state").asText()).isEqualTo("draft");
        assertThat(copy.has("linkedJourneyContainerId")).isFalse();
        assertThat(copy.at("/journeyMetadata/metadata/challengeId")).isEqualTo(copy.path("get_id"));
        assertThat(client.get(BASE + "/" + copy.path("get_id").asText()).json()).isEqualTo(copy);
        assertState(BASE + "/" + LoyaltySamples.PUBLISHED_CHALLENGE, "published");
    }

    @Test
    void initializesAJourneyOncePerChallenge() {
        String body = "{\"challengeId\": \"" + LoyaltySamples.DRAFT_CHALLENGE + "\"}";

        Answered answer = client.post(BASE + "/initialize", body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .allSatisfy(value -> assertThat(value.isTextual()).isTrue());
        assertThat(client.get(BASE + "/" + LoyaltySamples.DRAFT_CHALLENGE)
                        .json()
                        .path("linkedJourneyContainerId"))
                .isEqualTo(answer.json().path("journeyContainerId"));
        assertProblem(client.post(BASE + "/initialize", body), 409, "already associated with a journey");
        Answered fresh = client.post(BASE + "/initialize", null);
        assertState(BASE + "/" + fresh.json().path("challengeId").asText(), "draft");
        assertProblem(client.post(BASE + "/initialize", "{\"challengeId\": \"nope\"}"), 404, "nope");
        assertProblem(client.post(BASE + "/initialize", "{\"challengeId\": 5}"), 400, "must be a text");
        assertProblem(client.post(BASE + "/initialize", "[]"), 400, "object");
    }

    @Test
    void listsWithoutACursorBySkippingItems() {
        create();
        JsonNode first = client.get(BASE + "?limit=3").json();

        assertThat(first.fieldNames()).toIterable().containsExactly("challengeList");
        assertThat(first.path("challengeList")).hasSize(3);
        assertThat(client.get(BASE + "?limit=3&start=3").json().path("challengeList"))
                .hasSize(1);
        assertThat(client.get(BASE + "?limit=3&start=6").json().path("challengeList"))
                .isEmpty();
        assertThat(client.get(BASE + "?property=state%3D%3Dpublished").json().path("challengeList"))
                .hasSize(1);
        assertThat(client.get(BASE + "?orderby=-name")
                        .json()
                        .at("/challengeList/0/name")
                        .asText())
                .isEqualTo("Sample summer challenge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "orderby=nosuch", "property=x", "start=abc", "dry-run=true"})
    void refusesABadParameter(String query) {
        assertProblem(client.get(BASE + "?" + query), 400, "Query parameter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                                             | 400 | JSON",
                "{\"name\": 5}                                                 | 400 | name must be a text",
                "{\"milestones\": {\"interval\": \"hourly\"}}                  | 400 | milestones.interval must be one of",
                "{\"journeyMetadata\": {}}                                     | 400 | journeyMetadata.metadata is required",
                "{\"taskTemplates\": [{\"templateTaskId\": \"no-such-task\"}]} | 404 | no-such-task",
                "{\"startDate\": \"2026-02-01T00:00:00Z\", \"endDate\": \"2026-02-01T00:00:00Z\"} | 422 | endDate must be later"
            })
    void refusesABadBody(String body, int status, String message) {
        String path = BASE + "/" + LoyaltySamples.DRAFT_CHALLENGE;

        assertProblem(client.post(BASE, body), status, message);
        assertProblem(client.put(path, body), status, message);
        assertProblem(client.call("PATCH", path, body), status, message);
    }

    @Test
    void acceptsOnlyAKnownTaskAsATemplate() {
        assertThat(client.post(BASE, "{\"taskTemplates\": [{\"templateTaskId\": \"" + LoyaltySamples.TASK + "\"}]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void doesNotKnowAnotherId() {
        String path = BASE + "/nope";
        for (Answered answer : List.of(
                client.get(path),
                client.put(path, VALID),
                client.call("PATCH", path, "{}"),
                client.delete(path),
                client.post(path + "/publish", null),
                client.post(path + "/unpublish", null),
                client.post(path + "/duplicate", null),
                client.post(path + "/archive", null),
                client.inProduction().get(BASE + "/" + create()))) {
            assertProblem(answer, 404, "not found");
        }
    }

    private String create() {
        return client.post(BASE, VALID).header("x-resource-id");
    }

    private void assertState(String path, String state) {
        assertThat(client.get(path).json().path("state").asText()).isEqualTo(state);
    }

    private static void assertEmpty(Answered answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }
}
