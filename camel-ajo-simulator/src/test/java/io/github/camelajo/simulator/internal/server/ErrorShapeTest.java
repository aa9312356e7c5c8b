package io.github.camelajo.simulator.internal.server;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.internal.family.content.TemplateService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Errors are complete even if a request is refused before it reaches its handler. */
class ErrorShapeTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final String TEMPLATES = "/ajo/content/templates";
    private static final String PROOFS = "/ajo/simulations/campaigns/" + SampleIds.LIVE_CAMPAIGN + "/proofs";
    private static final String ENABLE = "/ajo/relational/modeler/datasets/extensions/enablement";
    private static final String TASKS = "/ajo/loyalty/metadata/tasks";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(0).clock(() -> NOON));

    private final AjoSimulator simulator = AJO.simulator();
    private TestClient client;
    private TestClient lost;

    @BeforeEach
    void takeAToken() {
        client = TestClient.of(simulator);
        lost = client.with("x-sandbox-name", "nowhere");
    }

    @Test
    void ofContentNamesPathAndTenant() {
        TestClient writer = client.with("Content-Type", TemplateService.TYPE);
        for (Answered answer : List.of(
                client.get(TEMPLATES + "?limit=0"),
                client.get(TEMPLATES + "?start=none"),
                client.get(TEMPLATES + "?unknown=1"),
                writer.post(TEMPLATES, "{"))) {
            assertThat(answer.status()).isEqualTo(400);
            content(answer);
            tenant(answer.json());
        }
        Answered answer = lost.get(TEMPLATES);
        assertThat(answer.status()).isEqualTo(403);
        content(answer);
        foreign(answer.json());
    }

    private static void content(Answered answer) {
        assertThat(answer.json().path("path").asText()).isEqualTo("/templates");
        assertThat(answer.json().at("/request-id/0").asText()).isNotEmpty();
        chain(answer.json());
    }

    @Test
    void ofSimulationsNamesPathAndTenant() {
        for (Answered answer : List.of(client.post(PROOFS, "{"), client.post(PROOFS + "?unknown=1", "{}"))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("path").asText()).isEqualTo(PROOFS);
            chain(answer.json());
            tenant(answer.json());
        }
        Answered answer = lost.post(PROOFS, "{}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("path").asText()).isEqualTo(PROOFS);
        foreign(answer.json());
    }

    @Test
    void ofDatasetsNamesThePath() {
        for (Answered answer :
                List.of(client.post(ENABLE, "{"), client.post(ENABLE + "?unknown=1", "{}"), lost.post(ENABLE, "{}"))) {
            assertThat(answer.status()).isIn(400, 403);
            assertThat(answer.json().path("path").asText()).isEqualTo("/modeler/datasets/extensions/enablement");
            assertThat(answer.json().path("unixTimeStampMs").asLong()).isEqualTo(NOON.toEpochMilli());
        }
    }

    @Test
    void ofLoyaltyNamesTheInstance() {
        for (Answered answer : List.of(
                client.get(TASKS + "?limit=x"),
                client.get(TASKS + "?unknown=1"),
                client.post(TASKS, "{"),
                lost.get(TASKS))) {
            assertThat(answer.status()).isIn(400, 403);
            assertThat(answer.json().path("instance").asText()).isEqualTo("https://platform.adobe.io" + TASKS);
        }
    }

    private static void chain(JsonNode body) {
        assertThat(body.at("/error-chain/0/unixTimeStampMs").asLong()).isEqualTo(NOON.toEpochMilli());
    }

    private void tenant(JsonNode body) {
        JsonNode tenant = body.at("/report/tenantInfo");
        assertThat(tenant.path("sandboxName").asText()).isEqualTo("dev");
        assertThat(tenant.path("sandboxId").asText()).isEqualTo(simulator.sandboxId("dev"));
        assertThat(tenant.path("imsOrgId").asText()).isEqualTo(simulator.organizationId());
        assertThat(body.at("/report/additionalContext/detailedMessage").asText())
                .isNotEmpty();
    }

    /** A sandbox that does not exist has a name, but no id. */
    private void foreign(JsonNode body) {
        JsonNode tenant = body.at("/report/tenantInfo");
        assertThat(tenant.path("sandboxName").asText()).isEqualTo("nowhere");
        assertThat(tenant.has("sandboxId")).isFalse();
        assertThat(tenant.path("imsOrgId").asText()).isEqualTo(simulator.organizationId());
    }
}
