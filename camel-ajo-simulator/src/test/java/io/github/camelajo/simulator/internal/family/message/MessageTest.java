package io.github.camelajo.simulator.internal.family.message;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.AudienceRun;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.control.SentMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageTest {

    private static final String BASE = "/ajo/im/executions";
    private static final String UNITARY = BASE + "/unitary";
    private static final String FAST = BASE + "/highthroughput";
    private static final String AUDIENCE = BASE + "/audience";
    private static final String SCHEDULES = BASE + "/schedules/";
    private static final String EXTERNAL =
            "{\"type\": \"external\", \"userId\": \"ann@example.com\", \"namespace\": \"email\"}";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(2));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
    }

    @Test
    void sendsToEveryRecipientOfAUnitaryCall() {
        Answered answer = client.post(UNITARY, body("r1", SampleIds.LIVE_CAMPAIGN, """
                {"type": "aep", "userId": "p1", "namespace": "ecid", "mergePolicyName": "Default"}, %s""".formatted(EXTERNAL)));

        assertThat(answer.status()).isEqualTo(202);
        JsonNode body = answer.json();
        assertThat(body.fieldNames())
                .toIterable()
                .containsExactly("executionId", "requestId", "createdAt", "createdBy", "modifiedAt", "modifiedBy");
        assertThat(body.path("requestId").asText()).isEqualTo("r1");
        List<SentMessage> sent = simulator.messagesSent();
        assertThat(sent).extracting(SentMessage::userId).containsExactly("p1", "ann@example.com");
        assertThat(sent).allSatisfy(message -> {
            assertThat(message.executionId()).isEqualTo(body.path("executionId").asText());
            assertThat(message.campaignId()).isEqualTo(SampleIds.LIVE_CAMPAIGN);
            assertThat(message.sandbox()).isEqualTo("dev");
        });
    }

    @Test
    void showsADuplicateWhenACallIsRepeated() {
        client.post(UNITARY, body("r1", SampleIds.LIVE_CAMPAIGN, EXTERNAL));
        client.post(UNITARY, body("r2", SampleIds.LIVE_CAMPAIGN, EXTERNAL));
        client.post(UNITARY, body("r1", SampleIds.LIVE_CAMPAIGN, EXTERNAL));

        assertThat(simulator.messagesSent("r1", "ann@example.com")).isEqualTo(2);
        assertThat(simulator.messagesSent("r2", "ann@example.com")).isEqualTo(1);
        assertThat(simulator.messagesSent("r1", "bob@example.com")).isZero();
    }

    @Test
    void sendsAgainForARepeatedRequestIdHeaderByDefault() {
        TestClient constant = client.with("x-request-id", "same");
        constant.post(UNITARY, body("r1", SampleIds.LIVE_CAMPAIGN, EXTERNAL));
        constant.post(UNITARY, body("r1", SampleIds.LIVE_CAMPAIGN, EXTERNAL));

        assertThat(simulator.messagesSent()).hasSize(2);
    }

    @Test
    void canIgnoreARepeatedRequestIdHeader() {
        try (AjoSimulator minding = AjoSimulator.builder()
                .journeys(0)
                .repeatedRequestIdsIgnored(true)
                .start()) {
            TestClient constant = TestClient.of(minding).with("x-request-id", "same");
            assertThat(constant.post(UNITARY, "{}").status()).isEqualTo(400);
            String first = constant.post(UNITARY, body("r1", SampleIds.LIVE_CAMPAIGN, EXTERNAL))
                    .body();
            Answered second = constant.post(UNITARY, body("r2", SampleIds.LIVE_CAMPAIGN, EXTERNAL));
            constant.inProduction().post(UNITARY, body("r3", SampleIds.LIVE_CAMPAIGN, EXTERNAL));
            constant.with("x-request-id", null).post(UNITARY, body("r4", SampleIds.LIVE_CAMPAIGN, EXTERNAL));

            assertThat(second.status()).isEqualTo(202);
            assertThat(second.body()).isEqualTo(first);
            assertThat(minding.messagesSent())
                    .extracting(SentMessage::requestId)
                    .containsExactly("r1", "r3", "r4");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void acceptsUpToTwentyRecipients(int count) {
        assertThat(client.post(UNITARY, body("r", SampleIds.LIVE_CAMPAIGN, recipients(count)))
                        .status())
                .isEqualTo(202);
        assertThat(client.post(FAST, body("r", SampleIds.HIGH_THROUGHPUT_CAMPAIGN, recipients(count)))
                        .status())
                .isEqualTo(202);
        assertThat(simulator.messagesSent()).hasSize(2 * count);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 21})
    void refusesAnotherNumberOfRecipients(int count) {
        refused(client.post(UNITARY, body("r", SampleIds.LIVE_CAMPAIGN, recipients(count))), "recipients");
        refused(client.post(FAST, body("r", SampleIds.HIGH_THROUGHPUT_CAMPAIGN, recipients(count))), "recipients");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"userId\": \"u\", \"namespace\": \"n\"}                                            | type",
                "{\"type\": \"other\", \"userId\": \"u\", \"namespace\": \"n\"}                       | type",
                "{\"type\": \"aep\", \"namespace\": \"n\"}                                            | userId",
                "{\"type\": \"aep\", \"userId\": \"u\", \"namespace\": \" \"}                         | namespace",
                "{\"type\": \"aep\", \"userId\": \"u\", \"namespace\": \"n\", \"channelData\": \"x\"} | channelData",
                "{\"type\": \"aep\", \"userId\": \"u\", \"namespace\": \"n\", \"profile\": []}        | profile",
                "{\"type\": \"aep\", \"userId\": \"u\", \"namespace\": \"n\", \"context\": {\"a\": 1}} | context",
                "17                                                                                   | recipient"
            })
    void refusesABadRecipient(String recipient, String word) {
        refused(client.post(UNITARY, body("r", SampleIds.LIVE_CAMPAIGN, EXTERNAL + "," + recipient)), word);
        assertThat(simulator.messagesSent()).isEmpty();
    }

    @Test
    void refusesProfilesInHighThroughput() {
        refused(
                client.post(FAST, body("r", SampleIds.HIGH_THROUGHPUT_CAMPAIGN, EXTERNAL.replace("external", "aep"))),
                "aep");
        refused(
                client.post(
                        FAST,
                        body(
                                "r",
                                SampleIds.HIGH_THROUGHPUT_CAMPAIGN,
                                EXTERNAL.replace("}", ", \"profile\": {\"name\": \"Ann\"}}"))),
                "profile");
        assertThat(client.post(
                                FAST,
                                body(
                                        "r",
                                        SampleIds.HIGH_THROUGHPUT_CAMPAIGN,
                                        EXTERNAL.replace("}", ", \"context\": {\"code\": \"17\"}}")))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void refusesHighThroughputForAnotherCampaign() {
        refused(client.post(FAST, body("r", SampleIds.LIVE_CAMPAIGN, EXTERNAL)), "high-throughput");
    }

    @ParameterizedTest
    @CsvSource({
        "no-such-campaign, no-such-campaign",
        SampleIds.DRAFT_CAMPAIGN + ", DRAFT",
        SampleIds.STOPPED_CAMPAIGN + ", STOPPED",
        SampleIds.SCHEDULED_CAMPAIGN + ", triggered",
        SampleIds.ENDED_CAMPAIGN + ", ended",
        SampleIds.LATER_CAMPAIGN + ", starts later"
    })
    void refusesACampaignThatCannotRun(String campaignId, String word) {
        Answered answer = client.post(UNITARY, body("r", campaignId, EXTERNAL));

        refused(answer, word);
        assertThat(answer.json().at("/report/additionalContext/campaignId").asText())
                .isEqualTo(campaignId);
        refused(client.post(AUDIENCE, "{\"campaignId\": \"" + campaignId + "\"}"), word);
    }

    @Test
    void sendsWithinTheDatesOfACampaignOnly() {
        Instant start = Instant.parse("2020-01-02T00:00:00Z");
        String body = body("r", SampleIds.ENDED_CAMPAIGN, EXTERNAL);
        try (AjoSimulator own = AjoSimulator.builder()
                .journeys(0)
                .clock(() -> start.minusSeconds(1))
                .start()) {
            refused(TestClient.of(own).post(UNITARY, body), "starts later");

            own.advanceClock(Duration.ofSeconds(1));
            assertThat(TestClient.of(own).post(UNITARY, body).status()).isEqualTo(202);

            own.advanceClock(Duration.ofDays(30));
            refused(TestClient.of(own).post(UNITARY, body), "has ended");
            assertThat(own.messagesSent()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {UNITARY, FAST, AUDIENCE})
    void refusesAnInvalidBody(String path) {
        refused(client.post(path, "{"), "JSON");
        refused(client.post(path, null), "JSON");
        refused(client.post(path, "[]"), "object");
        refused(client.post(path, "{\"requestId\": \"r\"}"), "campaignId");
        assertThat(client.with("Content-Type", "text/plain").post(path, "{}").status())
                .isEqualTo(415);
        refused(client.post(path + "?x=1", "{}"), "'x'");
    }

    @Test
    void requiresARequestIdForDirectCallsOnly() {
        refused(client.post(UNITARY, "{\"campaignId\": \"c\", \"recipients\": [" + EXTERNAL + "]}"), "requestId");
        refused(client.post(AUDIENCE, "{\"campaignId\": \"c\", \"requestId\": 5}"), "requestId");
        assertThat(client.post(AUDIENCE, "{\"campaignId\": \"" + SampleIds.LIVE_AUDIENCE_CAMPAIGN + "\"}")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void runsOverAnAudienceAndSucceedsWithTheSecondPoll() {
        JsonNode accepted = client.post(AUDIENCE, """
                {"campaignId": "%s", "requestId": "r1", "audience": {"id": "a1"}, "context": {"x": "y"}}""".formatted(SampleIds.LIVE_AUDIENCE_CAMPAIGN))
                .json();
        String id = accepted.path("executionId").asText();

        JsonNode first = client.get(AUDIENCE + "/" + id).json();
        JsonNode second = client.get(AUDIENCE + "/" + id).json();

        assertThat(accepted.has("scheduleId")).isFalse();
        assertThat(first.path("status").asText()).isEqualTo("InProgress");
        assertThat(first.has("targetedProfileCount")).isFalse();
        assertThat(second.path("status").asText()).isEqualTo("Succeeded");
        assertThat(second.path("targetedProfileCount").asInt()).isBetween(1000, 1999);
        assertThat(second.path("audienceId").asText()).isEqualTo("a1");
        assertThat(second.path("createdAt").asText()).isNotEmpty();
        assertThat(simulator.audienceRuns()).singleElement().satisfies(run -> {
            assertThat(run.executionId()).isEqualTo(id);
            assertThat(run.requestId()).isEqualTo("r1");
            assertThat(run.scheduleId()).isNull();
        });
        assertThat(simulator.messagesSent()).isEmpty();
    }

    @Test
    void letsARunFailOnRequest() {
        simulator.failNextJob("no segment");
        String failing = start();
        String good = start();

        client.get(AUDIENCE + "/" + failing);
        client.get(AUDIENCE + "/" + good);

        assertThat(client.get(AUDIENCE + "/" + failing).json().path("status").asText())
                .isEqualTo("Failed");
        assertThat(client.get(AUDIENCE + "/" + good).json().path("status").asText())
                .isEqualTo("Succeeded");
    }

    @Test
    void letsARunFailThroughTheAdminCall() {
        client.post("/__admin/ajo/fail-next-job", "{\"failure\": \"timed_out\", \"reason\": \"slow\"}");
        String id = start();
        client.get(AUDIENCE + "/" + id);

        assertThat(client.get(AUDIENCE + "/" + id).json().path("status").asText())
                .isEqualTo("Failed");
        assertThat(client.post("/__admin/ajo/fail-next-job", "{\"failure\": \"oops\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void movesAJobByTheClockOnRequest() {
        try (AjoSimulator slow = AjoSimulator.builder()
                .journeys(0)
                .jobStep(Duration.ofSeconds(30))
                .start()) {
            TestClient own = TestClient.of(slow);
            String id = own.post(AUDIENCE, "{\"campaignId\": \"" + SampleIds.LIVE_AUDIENCE_CAMPAIGN + "\"}")
                    .json()
                    .path("executionId")
                    .asText();
            for (int i = 0; i < 3; i++) {
                assertThat(own.get(AUDIENCE + "/" + id).json().path("status").asText())
                        .isEqualTo("InProgress");
            }
            slow.advanceClock(Duration.ofSeconds(30));

            assertThat(own.get(AUDIENCE + "/" + id).json().path("status").asText())
                    .isEqualTo("Succeeded");
        }
    }

    @Test
    void triggersAScheduleWhenItIsDue() {
        Answered accepted = schedule(Duration.ofHours(1));
        JsonNode waiting = accepted.json();
        String one = SCHEDULES + waiting.path("scheduleId").asText();

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(waiting.path("scheduleStatus").asText()).isEqualTo("Scheduled");
        assertThat(waiting.has("executionId")).isFalse();
        assertThat(waiting.at("/audience/id").asText()).isEqualTo(SampleIds.AUDIENCE);
        assertThat(client.get(one).json().path("scheduleStatus").asText()).isEqualTo("Scheduled");
        assertThat(simulator.audienceRuns()).isEmpty();

        simulator.advanceClock(Duration.ofHours(1));
        JsonNode triggered = client.get(one).json();

        assertThat(triggered.path("scheduleStatus").asText()).isEqualTo("Triggered");
        assertThat(triggered.at("/executionDetails/status").asText()).isEqualTo("InProgress");
        assertThat(triggered.at("/executionDetails/createdAt").asText())
                .isEqualTo(waiting.path("executeAt").asText());
        String executionId = triggered.at("/executionDetails/executionId").asText();
        assertThat(client.get(AUDIENCE + "/" + executionId)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("Succeeded");
        assertThat(simulator.audienceRuns())
                .extracting(AudienceRun::scheduleId)
                .containsExactly(waiting.path("scheduleId").asText());
    }

    @Test
    void deletesAScheduleThatHasNotTriggered() {
        String one = SCHEDULES
                + schedule(Duration.ofHours(1)).json().path("scheduleId").asText();

        Answered answer = client.delete(one);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEmpty();
        assertThat(client.get(one).status()).isEqualTo(404);
        assertThat(client.delete(one).status()).isEqualTo(404);
        simulator.advanceClock(Duration.ofHours(2));
        assertThat(simulator.audienceRuns()).isEmpty();
    }

    @Test
    void doesNotDeleteAScheduleThatHasTriggered() {
        String one = SCHEDULES
                + schedule(Duration.ofHours(1)).json().path("scheduleId").asText();
        simulator.advanceClock(Duration.ofHours(1));

        assertThat(client.delete(one).status()).isEqualTo(404);
        assertThat(client.get(one).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"executeAt\": \"tomorrow\"}", "{\"executeAt\": \"2020-01-01T00:00:00Z\"}", "7"})
    void refusesABadSchedule(String schedule) {
        refused(
                client.post(
                        AUDIENCE,
                        "{\"campaignId\": \"%s\", \"schedule\": %s}"
                                .formatted(SampleIds.LIVE_AUDIENCE_CAMPAIGN, schedule)),
                "executeAt");
    }

    @Test
    void refusesABadAudience() {
        refused(client.post(AUDIENCE, "{\"campaignId\": \"c\", \"audience\": {}}"), "id");
        refused(client.post(AUDIENCE, "{\"campaignId\": \"c\", \"context\": 1}"), "context");
        refused(client.post(AUDIENCE, "{\"campaignId\": \"" + SampleIds.HIGH_THROUGHPUT_CAMPAIGN + "\"}"), "audience");
    }

    @Test
    void runsACampaignWithoutAnAudienceOnlyOverThatOfTheCall() {
        String body = "{\"campaignId\": \"" + SampleIds.LIVE_CAMPAIGN + "\"%s}";
        String schedule = ", \"schedule\": {\"executeAt\": \"2100-01-01T00:00:00Z\"}";

        refused(client.post(AUDIENCE, body.formatted("")), "audience");
        refused(client.post(AUDIENCE, body.formatted(schedule)), "audience");
        assertThat(client.post(AUDIENCE, body.formatted(", \"audience\": {\"id\": \"a1\"}"))
                        .status())
                .isEqualTo(202);
        assertThat(simulator.audienceRuns()).extracting(AudienceRun::audienceId).containsExactly("a1");
    }

    @Test
    void doesNotKnowOtherExecutions() {
        String id = start();

        Answered answer = client.inProduction().get(AUDIENCE + "/" + id);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("type").asText())
                .startsWith("https://ns.adobe.com/aep/errors/MSG-")
                .endsWith("-404");
        String schedule =
                schedule(Duration.ofHours(1)).json().path("scheduleId").asText();
        assertThat(client.inProduction().get(SCHEDULES + schedule).status()).isEqualTo(404);
        assertThat(client.with("x-sandbox-name", "nowhere")
                        .get(AUDIENCE + "/" + id)
                        .json()
                        .path("type")
                        .asText())
                .endsWith("-403");
    }

    @Test
    void isHealthy() {
        Answered answer = client.get("/ajo/im/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void forgetsEverythingWhenItIsReset() {
        client.post(UNITARY, body("r1", SampleIds.LIVE_CAMPAIGN, EXTERNAL));
        String id = start();
        simulator.reset();

        assertThat(simulator.messagesSent()).isEmpty();
        assertThat(simulator.audienceRuns()).isEmpty();
        assertThat(TestClient.of(simulator).get(AUDIENCE + "/" + id).status()).isEqualTo(404);
    }

    private String start() {
        return client.post(AUDIENCE, "{\"campaignId\": \"" + SampleIds.LIVE_AUDIENCE_CAMPAIGN + "\"}")
                .json()
                .path("executionId")
                .asText();
    }

    private Answered schedule(Duration in) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(in);
        return client.post(
                AUDIENCE,
                "{\"campaignId\": \"%s\", \"schedule\": {\"executeAt\": \"%s\"}}"
                        .formatted(SampleIds.LIVE_AUDIENCE_CAMPAIGN, at));
    }

    @ParameterizedTest
    @ValueSource(strings = {UNITARY, FAST})
    void refusesARecipientThatIsNamedTwice(String path) {
        String other = EXTERNAL.replace("ann", "bob");
        String campaign = path.equals(FAST) ? SampleIds.HIGH_THROUGHPUT_CAMPAIGN : SampleIds.LIVE_CAMPAIGN;
        refused(
                client.post(path, body("r1", campaign, String.join(",", EXTERNAL, other, EXTERNAL))),
                "recipient twice");
        assertThat(simulator.messagesSent()).isEmpty();
        assertThat(client.post(path, body("r2", campaign, EXTERNAL + "," + other))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void treatsTheSameIdInTwoNamespacesAsTwoRecipients() {
        String other = EXTERNAL.replace("\"email\"", "\"crm\"");
        assertThat(client.post(UNITARY, body("r1", SampleIds.LIVE_CAMPAIGN, EXTERNAL + "," + other))
                        .status())
                .isEqualTo(202);
    }

    private static String recipients(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> EXTERNAL.replace("ann", "user" + i))
                .collect(Collectors.joining(","));
    }

    private static String body(String requestId, String campaignId, String recipients) {
        return "{\"requestId\": \"%s\", \"campaignId\": \"%s\", \"recipients\": [%s]}"
                .formatted(requestId, campaignId, recipients);
    }

    private static void refused(Answered answer, String word) {
        assertThat(answer.status()).isEqualTo(400);
        JsonNode body = answer.json();
        assertThat(body.path("type").asText()).isEqualTo("https://ns.adobe.com/aep/errors/MSG-000052-400");
        assertThat(body.path("status").asInt()).isEqualTo(400);
        assertThat(body.path("title").asText()).contains(word);
        assertThat(body.at("/report/additionalContext/requestId").asText()).isNotEmpty();
    }
}
