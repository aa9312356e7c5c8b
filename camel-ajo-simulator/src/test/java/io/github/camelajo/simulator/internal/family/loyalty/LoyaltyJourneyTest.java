package io.github.camelajo.simulator.internal.family.loyalty;

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

import static io.github.camelajo.simulator.internal.family.loyalty.LoyaltyTaskTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class LoyaltyJourneyTest {

    private static final String BASE = "/ajo/loyalty/metadata/journeys";
    private static final String CHALLENGES = "/ajo/loyalty/metadata/challenges/";
    private static final String JOURNEYS = "/ajo/journey/";
    private static final String CAMPAIGNS = "/journey/campaigns/service/campaigns";
    private static final String HEALTH = "/ajo/loyalty/journeys/health";
    private static final String EMAIL =
            "{\"type\": \"email\", \"name\": \"Mail\", \"surfaceId\": \"s\", \"messageId\": \"m\","
                    + " \"actionUID\": \"a\"}";
    private static final String EVENTS =
            "\"eventTemplateDetails\": [{\"eventType\": \"signup\", \"name\": \"Sign-up\"}], ";

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
    void createsAJourneyAndLinksIt() {
        Answered answer = client.post(BASE, journey(LoyaltySamples.DRAFT_CHALLENGE, EVENTS, EMAIL));

        assertThat(answer.status()).isEqualTo(201);
        JsonNode result = answer.json();
        assertThat(result.path("validationStatus").asText()).isEqualTo("VALID");
        assertThat(result.path("journeyName").asText()).isEqualTo("My journey");
        assertThat(result.path("createdAt").isDouble()).isTrue();
        assertThat(result.path("events")).hasSize(1);
        assertThat(result.at("/campaigns/0/name").asText()).isEqualTo("Mail");
        assertThat(result.at("/deploymentReadiness/canDeploy").asBoolean()).isTrue();
        assertThat(result.path("challengePublished").asBoolean()).isFalse();
        JsonNode challenge =
                client.get(CHALLENGES + LoyaltySamples.DRAFT_CHALLENGE).json();
        assertThat(challenge.path("linkedJourneyContainerId")).isEqualTo(result.path("journeyContainerId"));
        assertThat(challenge.at("/journeyMetadata/metadata/creationStatus").asText())
                .isEqualTo("created");
        assertProblem(client.post(BASE, journey(LoyaltySamples.DRAFT_CHALLENGE, EVENTS, EMAIL)), 409, "already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"false | true | WARNING", "true | false | ERROR", "false | false | ERROR"})
    void createsAJourneyThatCannotBeDeployed(boolean events, boolean message, String status) {
        JsonNode result = client.post(
                        BASE, journey(LoyaltySamples.DRAFT_CHALLENGE, events ? EVENTS : "", message ? EMAIL : ""))
                .json();

        assertThat(result.path("validationStatus").asText()).isEqualTo(status);
        assertThat(result.path("validationWarnings")).hasSize(events ? 0 : 1);
        assertThat(result.path("validationErrors")).hasSize(message ? 0 : 1);
        assertThat(result.at("/deploymentReadiness/canDeploy").asBoolean()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"contentCard\", \"name\": \"n\", \"messageId\": \"m\", \"actionUID\": \"a\"} | surfaceId | REQUIRED_FIELD_MISSING",
                "{\"type\": \"wait\", \"name\": \"n\"}                                                 | delay     | REQUIRED_FIELD_MISSING",
                "{\"type\": \"inapp\", \"name\": \"n\"}                                                | actionUID | REQUIRED_FIELD_MISSING",
                "{\"type\": \"wait\", \"name\": \"n\", \"delay\": \"one hour\"}                          | delay     | INVALID_FORMAT",
                "{\"type\": \"fax\", \"name\": \"n\"}                                                  | type      | INVALID_VALUE",
                "{\"type\": \"wait\", \"delay\": \"PT1H\"}                                             | name      | REQUIRED_FIELD_MISSING"
            })
    void namesEveryBadField(String message, String field, String code) {
        Answered answer = client.post(BASE, journey(LoyaltySamples.DRAFT_CHALLENGE, "", message));

        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = answer.json();
        assertThat(error.path("error").asText()).isEqualTo("Bad Request");
        assertThat(error.path("path").asText()).isEqualTo("/loyalty/metadata/journeys");
        assertThat(error.path("timestamp").asText()).endsWith("Z");
        assertThat(error.at("/errors/0/field").asText()).isEqualTo("content.launch.messages[0]." + field);
        assertThat(error.at("/errors/0/code").asText()).isEqualTo("VALIDATION_" + code);
        assertThat(error.at("/errors/0/message").asText()).contains(field);
        assertThat(error.at("/errors/0").has("rejectedValue")).isTrue();
    }

    @Test
    void refusesAnInvalidBodyInItsOwnForm() {
        for (String body : new String[] {"{", "[]", "{}", journey("not-a-uuid", "", EMAIL)}) {
            Answered answer = client.post(BASE, body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("errors")).isNotEmpty();
        }
        assertProblem(client.post(BASE, journey("9b46e2d8-15a7-4f03-8c6b-2e7d90f1afff", "", EMAIL)), 404, "Challenge");
    }

    @Test
    void updatesTheJourneyOfAPublishedChallenge() {
        Answered answer = client.put(BASE + "/from-challenge/" + LoyaltySamples.PUBLISHED_CHALLENGE, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("journeyContainerId").asText()).isEqualTo("71e9b0c4-5a26-48d3-8f1b-d40a7e6c9001");
        assertThat(answer.json().path("journeyVersionId").asText())
                .isNotEqualTo("71e9b0c4-5a26-48d3-8f1b-d40a7e6c9002");
        assertThat(answer.json().path("challengePublished").asBoolean()).isFalse();
    }

    @Test
    void publishesADraftOnlyWhenAskedTo() {
        String path = BASE + "/from-challenge/" + LoyaltySamples.DRAFT_CHALLENGE;

        assertProblem(client.put(path, null), 400, "published first");
        assertProblem(client.put(path + "?publishChallenge=maybe", null), 400, "publishChallenge");
        Answered answer = client.put(path + "?publishChallenge=true", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("challengePublished").asBoolean()).isTrue();
        assertThat(client.get(CHALLENGES + LoyaltySamples.DRAFT_CHALLENGE)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("published");
    }

    @Test
    void refusesToUpdateFromAnUnknownEmptyOrBadChallenge() {
        assertProblem(client.put(BASE + "/from-challenge/nope", null), 404, "nope");
        assertProblem(
                client.put(BASE + "/from-challenge/" + LoyaltySamples.INCOMPLETE_CHALLENGE, null), 404, "metadata");
        client.call("PATCH", CHALLENGES + LoyaltySamples.DRAFT_CHALLENGE, "{\"tasks\": null}");
        assertProblem(
                client.put(BASE + "/from-challenge/" + LoyaltySamples.DRAFT_CHALLENGE + "?publishChallenge=true", null),
                422,
                "tasks");
    }

    @Test
    void showsANewJourneyAndItsCampaignsAmongTheOthers() {
        String messages = EMAIL + ", {\"type\": \"wait\", \"name\": \"Pause\", \"delay\": \"PT1H\"}, "
                + "{\"type\": \"inapp\", \"name\": \"Banner\", \"actionUID\": \"b\"}";
        JsonNode result = client.post(BASE, journey(LoyaltySamples.DRAFT_CHALLENGE, EVENTS, messages))
                .json();

        String version = result.path("journeyVersionId").asText();
        JsonNode found = client.get(JOURNEYS + version + "?include=campaigns").json();
        assertThat(found.path("name").asText()).isEqualTo("My journey");
        assertThat(found.path("status").asText()).isEqualTo("Draft");
        assertThat(found.path("sandboxName").asText()).isEqualTo("dev");
        assertThat(found.path("nodes"))
                .extracting(node -> node.path("type").asText())
                .containsExactly("start", "message", "wait", "message", "end");
        assertThat(found.at("/nodes/2/delay").asText()).isEqualTo("PT1H");
        assertThat(client.get("/ajo/journey?sort=metadata.createdAt%3Ddesc&pageSize=1")
                        .json()
                        .at("/results/0/id")
                        .asText())
                .isEqualTo(version);
        assertThat(result.path("campaigns")).hasSize(2);
        for (int i = 0; i < 2; i++) {
            JsonNode expected = result.path("campaigns").get(i);
            JsonNode campaign =
                    client.get(CAMPAIGNS + "/" + expected.path("id").asText()).json();
            assertThat(campaign.path("name")).isEqualTo(expected.path("name"));
            assertThat(campaign.at("/metadata/sourceId")).isEqualTo(result.path("journeyContainerId"));
            assertThat(campaign.at("/metadata/sourceVersionId").asText()).isEqualTo(version);
            assertThat(found.at("/nodes/" + (1 + 2 * i) + "/campaign")).isEqualTo(campaign);
        }
        assertThat(campaignsOf(version)).isEqualTo(2);
        assertThat(client.inProduction().get(JOURNEYS + version).status()).isEqualTo(404);
    }

    @Test
    void showsTheLastVersionOfAJourneyUntilItsChallengeIsDeleted() {
        assertThat(client.get(JOURNEYS + LoyaltySamples.JOURNEY_VERSION)
                        .json()
                        .path("version")
                        .asText())
                .isEqualTo("1.0");
        assertThat(campaignsOf(LoyaltySamples.JOURNEY_VERSION)).isEqualTo(1);

        JsonNode updated = client.put(BASE + "/from-challenge/" + LoyaltySamples.PUBLISHED_CHALLENGE, null)
                .json();
        String version = updated.path("journeyVersionId").asText();
        String campaign = updated.at("/campaigns/0/id").asText();
        assertThat(client.get(JOURNEYS + version).json().path("version").asText())
                .isEqualTo("2.0");
        assertThat(client.get(CAMPAIGNS + "/" + campaign).status()).isEqualTo(200);
        assertThat(client.get(JOURNEYS + LoyaltySamples.JOURNEY_VERSION).status())
                .isEqualTo(404);

        client.delete(CHALLENGES + LoyaltySamples.PUBLISHED_CHALLENGE);
        assertThat(client.get(JOURNEYS + version).status()).isEqualTo(404);
        assertThat(client.get(CAMPAIGNS + "/" + campaign).status()).isEqualTo(404);
        assertThat(campaignsOf(version)).isZero();

        simulator.reset();
        client = TestClient.of(simulator);
        assertThat(client.get(JOURNEYS + LoyaltySamples.JOURNEY_VERSION).status())
                .isEqualTo(200);
        assertThat(client.get(JOURNEYS + version).status()).isEqualTo(404);
    }

    @Test
    void showsTheEmptyJourneyOfAnInitializedChallenge() {
        JsonNode made = client.post(CHALLENGES + "initialize", "{\"journeyName\": \"Empty\"}")
                .json();

        JsonNode found =
                client.get(JOURNEYS + made.path("journeyVersionId").asText()).json();
        assertThat(found.path("name").asText()).isEqualTo("Empty");
        assertThat(found.path("nodes")).hasSize(2);
        assertThat(found.at("/nodes/0/transitions/0/targetNodeId")).isEqualTo(found.at("/nodes/1/id"));
    }

    private int campaignsOf(String version) {
        return client.get(CAMPAIGNS + "?property=metadata.sourceVersionId%3D%3D" + version)
                .json()
                .at("/_page/totalCount")
                .asInt();
    }

    @Test
    void reportsItsHealth() {
        Answered up = client.with("x-sandbox-name", null).get(HEALTH);
        simulator.loyaltyServicesUp(false);
        Answered down = client.get(HEALTH);

        assertThat(up.status()).isEqualTo(200);
        assertThat(up.json().path("status").asText()).isEqualTo("UP");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.json().path("status").asText()).isEqualTo("DOWN");
        assertThat(down.json().at("/voyager/error").asText()).isEqualTo("ConnectException");
        assertThat(down.json().at("/contentService/status").asText()).isEqualTo("UP");
        assertThat(simulator.requestsWithoutSandbox()).isEmpty();
        assertThat(client.post("/__admin/ajo/loyalty-health", "{\"up\": true}").status())
                .isEqualTo(200);
        assertThat(client.get(HEALTH).status()).isEqualTo(200);
        assertThat(client.post("/__admin/ajo/loyalty-health", "{}").status()).isEqualTo(400);
    }

    private static String journey(String challenge, String events, String message) {
        return "{\"metadata\": {\"challengeId\": \"" + challenge + "\", \"journeyName\": \"My journey\"}, "
                + "\"audienceQualification\": {\"segmentId\": \"6a1c0f77-3b52-4d8e-9a04-c5e21b7d8001\"}, " + events
                + "\"content\": {\"launch\": {\"messages\": [" + message + "]}}}";
    }
}
