package io.github.camelajo.kamelets;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoJobException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.SampleIds;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Daily tasks of marketing: suppress an address, publish content, send to an audience, look things up. */
class MarketingKameletsTest extends KameletTestSupport {

    private static final String QUICKLY = "&awaitDelay=10";

    private static final String TEMPLATE = """
            { "name": "Spring", "templateType": "html", "channels": ["email"], "template": { "html": "<p>%s</p>" } }
            """;

    private static final String FRAGMENT = """
            { "name": "Footer", "type": "html", "channels": ["email"], "fragment": { "content": "<p>%s</p>" } }
            """;

    @BeforeEach
    void startRoutes() throws Exception {
        Map<String, String> routes = new HashMap<>();
        routes.put("upload", "ajo-suppression-upload-action?sandbox=dev" + QUICKLY);
        routes.put("addresses", "ajo-suppression-list-action?sandbox=dev");
        routes.put("domains", "ajo-suppression-list-action?sandbox=dev&kind=domain");
        routes.put("allowed", "ajo-suppression-list-action?sandbox=dev&list=allowed");
        routes.put("wrongKind", "ajo-suppression-list-action?sandbox=dev&kind=person");
        routes.put("suppress", "ajo-suppress-address-sink?sandbox=dev");
        routes.put("allow", "ajo-suppress-address-sink?sandbox=dev&list=allowed");
        routes.put("send", "ajo-send-audience-message-action?sandbox=dev" + QUICKLY);
        routes.put(
                "sendCampaign",
                "ajo-send-audience-message-action?sandbox=dev&campaignId=" + SampleIds.LIVE_AUDIENCE_CAMPAIGN
                        + QUICKLY);
        routes.put(
                "sendToAudience",
                "ajo-send-audience-message-action?sandbox=dev&campaignId=" + SampleIds.LIVE_AUDIENCE_CAMPAIGN
                        + "&audienceId=" + SampleIds.AUDIENCE + QUICKLY);
        routes.put("order", "ajo-send-audience-message-action?sandbox=dev&wait=false");
        routes.put("status", "ajo-execution-status-action?sandbox=dev");
        routes.put("statusOfBody", "ajo-execution-status-action?sandbox=dev&id=RAW(${body})");
        routes.put("campaigns", "ajo-campaign-list-action?sandbox=dev");
        routes.put("liveCampaigns", "ajo-campaign-list-action?sandbox=dev&property=RAW(status==LIVE)&full=true");
        routes.put("template", "ajo-template-publish-action?sandbox=dev");
        routes.put("fragment", "ajo-fragment-apply-action?sandbox=dev");
        routes.put("draft", "ajo-fragment-apply-action?sandbox=dev&publish=false");
        routes.put("publish", "ajo-fragment-publish-action?sandbox=dev" + QUICKLY);
        start(routes);
    }

    private static String request(String campaign) {
        return "{ \"requestId\": \"spring-1\", \"campaignId\": \"" + campaign + "\" }";
    }

    @Test
    void aFileOfAddressesIsUploadedAndWaitedFor() {
        Exchange done = send("upload", "TYPE,VALUE,COMMENT\nEMAIL,jane@example.com,asked\nDOMAIN,example.org,\n");
        assertThat(done.getException()).isNull();
        assertThat(json(done.getMessage().getBody(String.class)).path("status").asText())
                .isEqualTo("COMPLETE");
        assertThat(done.getMessage().getHeader("CamelAjoJobPartial")).isEqualTo(false);
        assertThat(json("addresses", null, Map.of()).findValuesAsText("entityValue"))
                .contains("jane@example.com");
        assertThat(json("domains", null, Map.of()).findValuesAsText("entityValue"))
                .contains("example.org")
                .doesNotContain("jane@example.com");
    }

    @Test
    void aFileWithoutContentIsNotUploaded() {
        assertThat(send("upload", "").getException()).isInstanceOf(AjoValidationException.class);
        assertThat(calls()).noneMatch(call -> call.contains("/uploads"));
    }

    @Test
    void aListHasAllPages() {
        for (int i = 0; i < 25; i++) {
            assertThat(send("suppress", "somebody-" + i + "@example.com").getException())
                    .isNull();
        }
        assertThat(json("addresses", null, Map.of()).size()).isGreaterThanOrEqualTo(25);
    }

    @Test
    void theAllowListIsAnotherOne() {
        send("allow", "partner@example.com");
        assertThat(json("allowed", null, Map.of()).findValuesAsText("entityValue"))
                .contains("partner@example.com");
        assertThat(json("addresses", null, Map.of()).findValuesAsText("entityValue"))
                .doesNotContain("partner@example.com");
    }

    @Test
    void whatCanBeListedIsNamed() {
        assertThat(send("wrongKind", null).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kind is 'person', allowed: address, domain");
    }

    @Test
    void anAudienceMessageIsWaitedFor() {
        JsonNode execution = json("send", request(SampleIds.LIVE_AUDIENCE_CAMPAIGN), Map.of());
        assertThat(execution.path("status").asText()).isEqualTo("Succeeded");
        String id = execution.path("executionId").asText();
        assertThat(json("status", null, Map.of("CamelAjoId", id)).path("status").asText())
                .isEqualTo("Succeeded");
        assertThat(json("statusOfBody", id, Map.of()).path("executionId").asText())
                .isEqualTo(id);
    }

    @Test
    void aCampaignOfThePropertyIsSentWhateverTheBodyIs() {
        assertThat(json("sendCampaign", "tick", Map.of()).path("status").asText())
                .isEqualTo("Succeeded");
        assertThat(json("sendToAudience", null, Map.of()).path("status").asText())
                .isEqualTo("Succeeded");
        assertThat(simulator().requests())
                .filteredOn(sent -> sent.toString().startsWith("POST"))
                .extracting(sent -> sent.bodyAsString())
                .anyMatch(body -> !body.contains("audience"))
                .anyMatch(body -> body.contains(SampleIds.AUDIENCE));
    }

    @Test
    void withoutWaitingTheOrderIsEnough() {
        JsonNode answer = json("order", request(SampleIds.LIVE_AUDIENCE_CAMPAIGN), Map.of());
        assertThat(answer.path("executionId").asText()).isNotBlank();
        assertThat(calls()).noneMatch(call -> call.startsWith("GET"));
    }

    @Test
    void aCampaignThatCannotBeSentEndsInAnException() {
        assertThat(send("send", request(SampleIds.STOPPED_CAMPAIGN)).getException())
                .isInstanceOf(AjoException.class)
                .isNotInstanceOf(AjoJobException.class);
    }

    @Test
    void anUnknownExecutionIsNotFound() {
        assertThat(send("status", null, Map.of("CamelAjoId", "nobody")).getException())
                .isInstanceOf(AjoNotFoundException.class);
    }

    @Test
    void campaignsInsideJourneysAreNotListed() {
        JsonNode campaigns = json("campaigns", null, Map.of());
        assertThat(campaigns).isNotEmpty();
        assertThat(campaigns.findValuesAsText("campaignClass")).doesNotContain("inline");
    }

    @Test
    void campaignsCanBeChosen() {
        JsonNode live = json("liveCampaigns", null, Map.of());
        assertThat(live).isNotEmpty().allSatisfy(campaign -> assertThat(
                        campaign.path("status").asText())
                .isEqualTo("LIVE"));
    }

    @Test
    void aTemplateIsMadeOnceAndChangedWhereItDiffers() {
        JsonNode made = json("template", TEMPLATE.formatted("One"), Map.of());
        assertThat(made.path("id").asText()).isNotBlank();
        JsonNode changed = json("template", TEMPLATE.formatted("Two"), Map.of());
        assertThat(changed.path("id")).isEqualTo(made.path("id"));
        assertThat(changed.at("/template/html").asText()).contains("Two");
        Exchange again = send("template", TEMPLATE.formatted("Two"));
        assertThat(again.getMessage().getHeader("CamelAjoChanges", Integer.class))
                .isZero();
        assertThat(again.getMessage().getHeader("CamelAjoId", String.class))
                .isEqualTo(made.path("id").asText());
    }

    @Test
    void aFragmentIsMadeAndPublished() {
        JsonNode made = json("fragment", FRAGMENT.formatted("One"), Map.of());
        assertThat(made.path("status").asText()).isEqualToIgnoringCase("published");
    }

    @Test
    void aDraftIsPublishedByItsId() {
        JsonNode draft = json("draft", FRAGMENT.formatted("One"), Map.of());
        assertThat(draft.path("status").asText()).isEqualToIgnoringCase("draft");
        JsonNode publication =
                json("publish", null, Map.of("CamelAjoId", draft.path("id").asText()));
        assertThat(publication.path("status").asText()).isEqualToIgnoringCase("complete");
    }

    @Test
    void theSandboxOfAllCallsIsThatOfTheProperty() {
        json("campaigns", null, Map.of());
        assertThat(simulator().requests())
                .extracting(sent -> sent.header("x-sandbox-name"))
                .containsOnly(AjoSimulator.DEVELOPMENT_SANDBOX);
    }
}
