package io.github.camelajo.kamelets;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.simulator.control.SampleIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OtherActionsTest extends KameletTestSupport {

    @BeforeEach
    void startRoutes() throws Exception {
        start(Map.of(
                "verify",
                "ajo-verify-connection-action?sandbox=dev",
                "wrongSandbox",
                "ajo-verify-connection-action?sandbox=nowhere",
                "trigger",
                "ajo-trigger-orchestrated-campaign-action?sandbox=dev",
                "named",
                "ajo-trigger-orchestrated-campaign-action?sandbox=dev&campaignId="
                        + SampleIds.TESTED_ORCHESTRATED_CAMPAIGN,
                "raw",
                "ajo-raw-action?sandbox=dev&path=/ajo/journey&query=RAW(pageSize=2&fields=id)",
                "post",
                "ajo-raw-action?sandbox=dev&path=/journey/orchestration/endpointConfigs&httpMethod=POST",
                "missing",
                "ajo-raw-action?sandbox=dev&path=/ajo/journey/nobody"));
    }

    @Test
    void aGoodConnectionIsReported() {
        assertThat(json("verify", null, Map.of()).path("ok").asBoolean()).isTrue();
    }

    @Test
    void aBadConnectionIsReportedToo() {
        JsonNode report = json("wrongSandbox", null, Map.of());
        assertThat(report.path("ok").asBoolean()).isFalse();
        assertThat(report.path("advice").asText()).isNotBlank();
    }

    @Test
    void anOrchestratedCampaignIsStartedByTheIdOfTheHeader() {
        JsonNode answer = json("trigger", null, Map.of("CamelAjoId", SampleIds.LIVE_ORCHESTRATED_CAMPAIGN));
        assertThat(answer).isNotEmpty();
        assertThat(simulator().orchestratedTriggers()).singleElement().satisfies(trigger -> assertThat(
                        trigger.orchestratedCampaignId())
                .isEqualTo(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN));
    }

    @Test
    void anOrchestratedCampaignIsStartedByItsOwnIdAndTakesVariables() {
        json(
                "named",
                "{ \"variables\": { \"shop\": \"Hamburg\" } }",
                Map.of("CamelAjoId", SampleIds.STOPPED_ORCHESTRATED_CAMPAIGN));
        assertThat(simulator().orchestratedTriggers()).singleElement().satisfies(trigger -> {
            assertThat(trigger.orchestratedCampaignId()).isEqualTo(SampleIds.TESTED_ORCHESTRATED_CAMPAIGN);
            assertThat(trigger.variables()).contains("Hamburg");
        });
    }

    @Test
    void rawReadsAnything() {
        assertThat(json("raw", "not sent", Map.of()).path("results")).hasSize(2);
    }

    @Test
    void rawSendsAnything() {
        String withOrganization =
                CAPPING.replaceFirst("\\{", "{ \"orgId\": \"" + simulator().organizationId() + "\",");
        assertThat(json("post", withOrganization, Map.of()).path("resStatus").asText())
                .isEqualTo("created");
    }

    @Test
    void rawTurnsErrorsIntoExceptions() {
        assertThat(send("missing", null).getException()).isInstanceOf(AjoNotFoundException.class);
    }
}
