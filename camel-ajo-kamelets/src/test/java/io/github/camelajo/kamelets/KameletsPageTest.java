package io.github.camelajo.kamelets;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.control.SentMessage;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** With {@code -Ddocs.update=true} this test writes the tables of the page before it checks them. */
class KameletsPageTest extends KameletTestSupport {

    @BeforeAll
    static void updateIfAskedTo() throws IOException {
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(KameletsPage.FILE, KameletsPage.rewritten());
        }
    }

    private MockEndpoint run(String snippet, String sink) throws Exception {
        String yaml = KameletsPage.snippets().get(snippet);
        assertThat(yaml).as("snippet " + snippet).isNotNull().contains(sink);
        boolean pipe = yaml.contains("kind: Pipe");
        load(context, snippet + (pipe ? ".pipe.yaml" : ".yaml"), yaml.replace(sink, "mock:out"));
        context.start();
        return context.getEndpoint("mock:out", MockEndpoint.class);
    }

    private void run(String snippet) throws Exception {
        load(context, snippet + ".yaml", KameletsPage.snippets().get(snippet));
        context.start();
    }

    @Test
    void theTablesSayWhatTheKameletsSay() {
        assertThat(KameletsPage.text())
                .withFailMessage(() -> "docs/kamelets.md is out of date. Run this in the root of the repository and "
                        + "commit what it changes:\n\n    " + KameletsPage.COMMAND + "\n")
                .isEqualTo(KameletsPage.rewritten());
    }

    @Test
    void everyKameletHasItsSection() {
        assertThat(KameletFiles.names())
                .allSatisfy(name -> assertThat(KameletsPage.text()).contains("### " + name + "\n"));
    }

    @Test
    void aLimitIsAppliedByARoute() throws Exception {
        run("apply-limit");
        assertThat(send("apply-limit", CAPPING).getException()).isNull();
        assertThat(calls()).anyMatch(call -> call.endsWith("/deploy"));
    }

    @Test
    void createHandsItsIdToDeploy() throws Exception {
        run("create-and-deploy");
        assertThat(send("create-and-deploy", CAPPING).getException()).isNull();
        assertThat(calls()).last().asString().endsWith("/deploy");
    }

    @Test
    void messagesAreSentInBatches() throws Exception {
        Properties campaign = new Properties();
        campaign.put("order-shipped-campaign", SampleIds.LIVE_CAMPAIGN);
        context.getPropertiesComponent().setOverrideProperties(campaign);
        run("send-in-batches");
        send("order-shipped", null, Map.of("customer", "customer-1"));
        send("order-shipped", null, Map.of("customer", "customer-2"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(simulator().messagesSent())
                        .extracting(SentMessage::userId)
                        .containsExactly("customer-1", "customer-2"));
    }

    @Test
    void aPipeBeginsWithASource() throws Exception {
        MockEndpoint out = run("live-journeys", "log:live-journeys");
        await().atMost(Duration.ofSeconds(30)).until(() -> out.getReceivedCounter() > 10);
        JsonNode journey = json(out.getReceivedExchanges().get(0).getMessage().getBody(String.class));
        assertThat(journey.fieldNames()).toIterable().contains("id", "name", "status");
    }

    @Test
    void aPipeHasActionsAsSteps() throws Exception {
        MockEndpoint out = run("check-limits", "log:limits");
        await().atMost(Duration.ofSeconds(30)).until(() -> out.getReceivedCounter() == 1);
        assertThat(json(out.getReceivedExchanges().get(0).getMessage().getBody(String.class)))
                .isEmpty();
    }

    @Test
    void aCampaignIsSentEveryEvening() throws Exception {
        Properties campaign = new Properties();
        campaign.put("evening-campaign", SampleIds.LIVE_AUDIENCE_CAMPAIGN);
        context.getPropertiesComponent().setOverrideProperties(campaign);
        run("evening-campaign");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(simulator().audienceRuns()).hasSize(1));
    }
}
