package io.github.camelajo.simulator.internal.family.event;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.BatchAnswerForm;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.ReceivedEvent;
import io.github.camelajo.simulator.control.ReceivedEvent.Fate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class EventHostTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SINGLE = "/collection/" + EventSamples.CONNECTION;
    private static final String BATCH = "/collection/batch/" + EventSamples.CONNECTION;
    private static final String CLOSED = "/collection/" + EventSamples.AUTHENTICATED_CONNECTION;

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(0));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
    }

    private String message(Object id, String person, String timestamp) throws Exception {
        Map<String, Object> schema = Map.of("id", EventSamples.SCHEMA, "contentType", "x");
        return MAPPER.writeValueAsString(Map.of(
                "header", Map.of("schemaRef", schema, "imsOrgId", simulator.organizationId()),
                "body",
                        Map.of(
                                "xdmMeta",
                                Map.of("schemaRef", schema),
                                "xdmEntity",
                                Map.of(
                                        "_id",
                                        id,
                                        "timestamp",
                                        timestamp,
                                        "identityMap",
                                        Map.of("Email", new Object[] {Map.of("id", person)}),
                                        "_experience",
                                        Map.of(
                                                "campaign",
                                                Map.of("orchestration", Map.of("eventID", EventSamples.EVENT_ID)))))));
    }

    private String message(String id) throws Exception {
        return message(id, id + "@example.com", "2026-11-29T10:15:30.123Z");
    }

    private Answered batch(String... messages) {
        return client.post(BATCH, "{\"messages\":[" + String.join(",", messages) + "]}");
    }

    @Test
    void anEventStartsAJourneyOncePerPersonInFiveMinutes() throws Exception {
        JsonNode answer = client.post(SINGLE, message("e1")).json();

        assertThat(answer.path("inletId").asText()).isEqualTo(EventSamples.CONNECTION);
        assertThat(answer.path("xactionId").asText()).isNotEmpty();
        assertThat(answer.path("receivedTimeMs").isIntegralNumber()).isTrue();
        assertThat(answer.at("/syncValidation/skipped").asBoolean()).isTrue();
        client.post(SINGLE, message("e2", "e1@example.com", "2026-11-29T10:15:31Z"));
        simulator.advanceClock(Duration.ofMinutes(5));
        client.post(SINGLE, message("e3", "e1@example.com", "2026-11-29T10:20:31Z"));
        assertThat(simulator.events().received())
                .extracting(ReceivedEvent::id, ReceivedEvent::fate)
                .containsExactly(tuple("e1", Fate.STARTED), tuple("e2", Fate.DISCARDED), tuple("e3", Fate.STARTED));
        assertThat(simulator.events().started()).hasSize(2);
    }

    @Test
    void anEventThatBreaksTheSchemaIsAcceptedAndEndsInAFailedBatch() throws Exception {
        assertThat(client.post(SINGLE, message(7, "a", "2026-11-29T10:15:30Z")).status())
                .isEqualTo(200);

        ReceivedEvent failed = simulator.events().received().get(0);
        assertThat(failed.fate()).isEqualTo(Fate.FAILED);
        String path = "/data/foundation/export/batches/" + failed.batchId() + "/failed";
        assertThat(client.get(path).json().at("/data/0/name").asText()).isEqualTo("failed.json");
        assertThat(client.get(path + "?path=failed.json").body()).contains("DCVS-1104-400");
        assertThat(client.get("/data/foundation/export/batches/none/failed").status())
                .isEqualTo(404);
    }

    @Test
    void synchronousValidationRefusesBeforehandAndIsLimited() throws Exception {
        Answered refused = client.post(SINGLE + "?syncValidation=true", message(7, "a", "2026-11-29T10:15:30Z"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .at("/report/cause/_streamingValidation/0/pointerToViolation")
                        .asText())
                .isEqualTo("#/_id");
        assertThat(simulator.events().count()).isZero();
        for (int i = 1; i < 60; i++) {
            assertThat(client.post(SINGLE + "?syncValidation=true", message("v" + i))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(client.post(SINGLE + "?syncValidation=true", message("v60")).status())
                .isEqualTo(429);
        simulator.events().syncValidationAvailable(false);
        assertThat(client.post(SINGLE + "?syncValidation=true", message("v61")).status())
                .isEqualTo(501);
    }

    @Test
    void theOldNameOfSynchronousValidationWorksToo() throws Exception {
        String old = SINGLE + "?synchronousValidation=true";

        assertThat(client.post(old, message(7, "a", "2026-11-29T10:15:30Z")).status())
                .isEqualTo(400);
        JsonNode answer = client.post(old, message("e1")).json();
        assertThat(answer.at("/synchronousValidation/status").asText()).isEqualTo("pass");
        assertThat(answer.has("syncValidation")).isFalse();
        assertThat(simulator.events().received()).extracting(ReceivedEvent::id).containsExactly("e1");
    }

    @Test
    void everySettingCanBeMadeByHttp() throws Exception {
        admin("event-answer-form", "{\"form\": \"colons\", \"dropped\": 1, \"shuffled\": true}");
        JsonNode answer = batch(message("a"), message("b")).json();
        assertThat(answer.path("responses")).hasSize(1);
        assertThat(answer.at("/responses/0/xactionId").asText())
                .startsWith(answer.path("batchId").asText() + ":");
        JsonNode state = client.get("/__admin/ajo/state").json().at("/services/event");
        assertThat(state.path("answersShuffled").asBoolean()).isTrue();
        assertThat(state.path("answersDropped").asInt()).isEqualTo(1);
        admin("event-answer-form", "{}");
        assertThat(batch(message("c"), message("d")).json().path("responses")).hasSize(2);

        admin("event-token-status", "{\"status\": 401}");
        simulator.expireTokens();
        assertThat(client.post(CLOSED, message("e")).status()).isEqualTo(401);
        admin("event-validation", "{\"available\": false}");
        assertThat(client.post(SINGLE + "?syncValidation=true", message("f")).status())
                .isEqualTo(501);
        assertThat(client.post("/__admin/ajo/event-token-status", "{\"status\": 200}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/__admin/ajo/refuse-next-events", "{\"status\": 200}")
                        .status())
                .isEqualTo(400);
    }

    private void admin(String call, String body) {
        assertThat(client.post("/__admin/ajo/" + call, body).status()).isEqualTo(200);
    }

    @Test
    void anInjectedFaultHasTheFormOfThisHostAndNotThatOfTheGateway() throws Exception {
        simulator.failNext(1, 503);
        JsonNode unavailable = client.post(SINGLE, message("a")).json();
        simulator.failNext(1, 401);
        JsonNode unauthorized = client.post(SINGLE, message("a")).json();
        simulator.failNext(1, 503);
        JsonNode gateway = client.get("/ajo/journey").json();

        assertThat(unavailable.has("error_code")).isFalse();
        assertThat(unavailable.path("type").asText()).endsWith("/data-collection-service/inlet");
        assertThat(unavailable.path("status").asInt()).isEqualTo(503);
        assertThat(unauthorized.path("status").isTextual()).isTrue();
        assertThat(gateway.path("error_code").asText()).isEqualTo("503010");
    }

    @Test
    void aBodyOfAnotherTypeIsRefusedInTheFormOfTheHost() throws Exception {
        Answered plain = client.with("Content-Type", "text/plain").post(SINGLE, message("e1"));
        Answered without = client.with("Content-Type", "").post(SINGLE, message("e2"));

        assertThat(plain.status()).isEqualTo(415);
        assertThat(plain.json().at("/report/message").asText()).contains("text/plain");
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.json().at("/report/message").asText()).contains("Content-Type");
    }

    @Test
    void aConnectionThatRequiresATokenRefusesInItsOwnForm() throws Exception {
        TestClient without = client.with("Authorization", null);

        Answered missing = without.post(CLOSED, message("e1"));
        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.json().path("status").asText()).isEqualTo("401");
        assertThat(missing.json().path("status").isTextual()).isTrue();
        assertThat(missing.json().at("/report/message").asText()).contains("token is empty");
        assertThat(without.post(SINGLE, message("e2")).status()).isEqualTo(200);
        assertThat(client.post(CLOSED, message("e3")).status()).isEqualTo(200);
        simulator.expireTokens();
        assertThat(client.post(CLOSED, message("e4")).status()).isEqualTo(403);
        simulator.events().invalidTokenStatus(401);
        assertThat(client.post(CLOSED, message("e5")).status()).isEqualTo(401);
    }

    @Test
    void aBatchIsAnsweredMessageByMessageInThreeForms() throws Exception {
        Answered newer = batch(message("a"), "{}", message("c"));

        assertThat(newer.status()).isEqualTo(207);
        assertThat(newer.json().path("responses")).hasSize(3);
        assertThat(newer.json().at("/responses/0/xactionId").asText()).endsWith("-0");
        assertThat(newer.json().at("/responses/1/status").asInt()).isEqualTo(400);
        assertThat(newer.json().at("/responses/1/xactionId").asText()).endsWith("-1");
        simulator.events().answerForm(BatchAnswerForm.FAILURES_WITHOUT_ID);
        assertThat(batch("{}").json().at("/responses/0").has("xactionId")).isFalse();
        simulator.events().answerForm(BatchAnswerForm.COLONS);
        JsonNode older = batch(message("d"), "{}").json();
        assertThat(older.at("/responses/0/xactionId").asText())
                .isEqualTo(older.path("batchId").asText() + ":0");
        assertThat(older.at("/responses/1/statusCode").asInt()).isEqualTo(400);
        assertThat(simulator.events().received()).extracting(ReceivedEvent::id).containsExactly("a", "c", "d");
    }

    @Test
    void answersCanBeMissingAndMessagesRefusedOnRequest() throws Exception {
        simulator.events().refuseNext(1, 429, "slow down");
        simulator.events().dropAnswers(1);

        JsonNode answer = batch(message("a"), message("b")).json();

        assertThat(answer.path("responses")).hasSize(1);
        assertThat(simulator.events().received()).extracting(ReceivedEvent::id).containsExactly("b");
        assertThat(simulator.events().count("a")).isZero();
    }

    @Test
    void aRequestAboveOneMegabyteIsRefused() throws Exception {
        String large = message("x".repeat(1_048_576));

        assertThat(client.post(SINGLE, large).status()).isEqualTo(413);
        assertThat(simulator.events().count()).isZero();
    }

    @Test
    void aBodyThatIsNotAnEventIsRefused() throws Exception {
        assertThat(client.post(SINGLE, "{}").status()).isEqualTo(400);
        assertThat(client.post(SINGLE, "{").status()).isEqualTo(400);
        assertThat(client.post(BATCH, "{}").status()).isEqualTo(400);
        assertThat(client.post("/collection/unknown", message("a")).status()).isEqualTo(404);
        Answered foreign = client.post(SINGLE, message("a").replace(simulator.organizationId(), "X@AdobeOrg"));
        assertThat(foreign.json().at("/report/message").asText()).contains("ims org");
    }

    @Test
    void aResetForgetsEverything() throws Exception {
        batch(message("a"));
        simulator.events().answerForm(BatchAnswerForm.COLONS);
        simulator.reset();
        assertThat(simulator.events().count()).isZero();
        assertThat(simulator.events().received()).isEmpty();
        client = TestClient.of(simulator);
        assertThat(batch(message("a")).json().at("/responses/0/xactionId").asText())
                .endsWith("-0");
    }
}
