package io.github.camelajo.simulator.internal.family.orchestrated;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.OrchestratedTrigger;
import io.github.camelajo.simulator.control.SampleIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrchestratedCampaignTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(0).clock(() -> NOON));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator).with("x-api-version", "1");
    }

    @Test
    void triggersALiveCampaignWithVariables() {
        Answered answer = trigger(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, "{\"variables\": {\"store\": \"Basel\"}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("success");
        assertThat(answer.json().path("orchestratedCampaignId").asText())
                .isEqualTo(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN);
        assertThat(answer.json().path("message").asText()).isNotEmpty();
        assertThat(simulator.orchestratedTriggers())
                .containsExactly(new OrchestratedTrigger(
                        SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, "dev", "{\"store\":\"Basel\"}", NOON));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "{}")
    void needsNoVariables(String body) {
        assertThat(trigger(SampleIds.TESTED_ORCHESTRATED_CAMPAIGN, body).status())
                .isEqualTo(200);
        assertThat(simulator.orchestratedTriggers())
                .extracting(OrchestratedTrigger::variables)
                .containsExactly("{}");
    }

    @Test
    void acceptsOneTriggerAnHourForALiveCampaign() {
        trigger(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, null);
        simulator.advanceClock(Duration.ofMillis(600_500));

        Answered early = trigger(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, null);

        refused(early, 429, "6104", "too recently");
        assertThat(early.header("Retry-After")).isEqualTo("3000");
        assertThat(early.json().at("/report/additionalContext/retryAfter").asText())
                .isEqualTo("3000");
        simulator.advanceClock(Duration.ofMillis(2_999_499));
        assertThat(trigger(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, null).header("Retry-After"))
                .isEqualTo("1");
        simulator.advanceClock(Duration.ofMillis(1));
        assertThat(trigger(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, null).status()).isEqualTo(200);
        assertThat(simulator.orchestratedTriggers()).hasSize(2);
    }

    @Test
    void limitsEachSandboxSeparately() {
        trigger(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, null);

        assertThat(client.inProduction()
                        .post(path(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN), null)
                        .status())
                .isEqualTo(200);
        simulator.reset();
        client = TestClient.of(simulator).with("x-api-version", "1");
        assertThat(trigger(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, null).status()).isEqualTo(200);
    }

    @Test
    void acceptsAnyNumberOfTriggersForADraftUnderTest() {
        for (int i = 0; i < 3; i++) {
            assertThat(trigger(SampleIds.TESTED_ORCHESTRATED_CAMPAIGN, null).status())
                    .isEqualTo(200);
        }
        assertThat(simulator.orchestratedTriggers()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({SampleIds.DRAFT_ORCHESTRATED_CAMPAIGN + ", DRAFT", SampleIds.STOPPED_ORCHESTRATED_CAMPAIGN + ", STOPPED"
    })
    void refusesACampaignThatDoesNotRun(String id, String status) {
        Answered answer = trigger(id, null);

        refused(answer, 400, "6100", "Current status: " + status);
        assertThat(answer.json().at("/report/additionalContext/status").asText())
                .isEqualTo(status);
    }

    @Test
    void refusesWithoutPermission() {
        refused(trigger(SampleIds.UNPERMITTED_ORCHESTRATED_CAMPAIGN, null), 403, "1001", "Authorization");
        Answered labeled = trigger(SampleIds.LABELED_ORCHESTRATED_CAMPAIGN, null);
        refused(labeled, 403, "1215", "OLAC");
        assertThat(labeled.json().at("/report/additionalContext/operation").asText())
                .isEqualTo("trigger");
        client = client.with("x-sandbox-name", "nowhere");
        refused(trigger(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, null), 403, "1001", "Authorization");
    }

    @Test
    void doesNotKnowAnotherId() {
        Answered answer = trigger("no-such-id", null);

        refused(answer, 404, "1200", "no-such-id not found");
        assertThat(answer.json().at("/report/additionalContext/type").asText()).isEqualTo("OrchestratedCampaign");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"2", "v1", ""})
    void answers404WithoutTheRightVersion(String version) {
        client = client.with("x-api-version", version);

        JsonNode body = trigger(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, null).json();

        assertThat(body.fieldNames()).toIterable().containsExactly("type", "title", "status", "detail", "instance");
        assertThat(body.path("status").asInt()).isEqualTo(404);
        assertThat(body.path("instance").asText())
                .isEqualTo("/apis/orchestratedCampaigns/" + SampleIds.LIVE_ORCHESTRATED_CAMPAIGN + "/trigger");
        assertThat(simulator.orchestratedTriggers()).isEmpty();
    }

    @Test
    void refusesOtherWrongCallsWithoutACode() {
        for (Answered answer : new Answered[] {
            trigger(SampleIds.SCHEDULED_ORCHESTRATED_CAMPAIGN, null),
            trigger(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, "{"),
            trigger(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, "[]"),
            trigger(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, "{\"variables\": []}"),
            client.post(path(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN) + "?a=b", null)
        }) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("type").asText()).isEqualTo("about:blank");
            assertThat(answer.json().path("message").asText()).isNotEmpty();
        }
        assertThat(client.with("Content-Type", "text/plain")
                        .post(path("x"), "{}")
                        .status())
                .isEqualTo(415);
        assertThat(client.get(path("x")).status()).isEqualTo(405);
    }

    private Answered trigger(String id, String body) {
        return client.post(path(id), body);
    }

    private static String path(String id) {
        return "/ajo/campaign-orchestration/orchestratedCampaigns/" + id + "/trigger";
    }

    private static void refused(Answered answer, int status, String number, String word) {
        assertThat(answer.status()).isEqualTo(status);
        JsonNode body = answer.json();
        assertThat(body.path("type").asText())
                .isEqualTo("https://ns.adobe.com/aep/errors/CJMOC-" + number + "-" + status);
        assertThat(body.path("title").asText())
                .contains(word)
                .isEqualTo(body.path("message").asText());
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.at("/report/tenantInfo/requestId").asText()).isNotEmpty();
        assertThat(body.path("at").asText()).isNotEmpty();
    }
}
