package io.github.camelajo.kamelets;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.control.SentMessage;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SendMessageKameletTest extends KameletTestSupport {

    private static final String KAMELET = "ajo-send-message-sink?sandbox=dev";

    private static String recipient(int number) {
        return "{ \"type\": \"aep\", \"userId\": \"customer-" + number + "\", \"namespace\": \"customerId\" }";
    }

    private static String request(String recipient) {
        return "{ \"campaignId\": \"" + SampleIds.LIVE_CAMPAIGN + "\", \"recipients\": [" + recipient + "] }";
    }

    private static List<String> people() {
        return simulator().messagesSent().stream().map(SentMessage::userId).toList();
    }

    @Test
    void sendsARequestAsAdobeWantsIt() throws Exception {
        start(Map.of("send", KAMELET));
        assertThat(send("send", request(recipient(1))).getException()).isNull();
        assertThat(people()).containsExactly("customer-1");
    }

    @Test
    void makesARequestOfARecipientWhenTheCampaignIsNamed() throws Exception {
        start(Map.of("send", KAMELET + "&campaignId=" + SampleIds.LIVE_CAMPAIGN));
        assertThat(send("send", recipient(1)).getException()).isNull();
        assertThat(send("send", Map.of("type", "aep", "userId", "customer-2", "namespace", "customerId"))
                        .getException())
                .isNull();
        assertThat(people()).containsExactly("customer-1", "customer-2");
    }

    @Test
    void saysSoWhenNothingNamesTheCampaign() throws Exception {
        start(Map.of("send", KAMELET));
        assertThat(send("send", recipient(1)).getException()).hasMessageContaining("campaignId");
        assertThat(people()).isEmpty();
    }

    @Test
    void sendsInHighThroughputModeWhenAskedTo() throws Exception {
        start(Map.of(
                "send", KAMELET + "&operation=triggerHighThroughput&campaignId=" + SampleIds.HIGH_THROUGHPUT_CAMPAIGN));
        assertThat(send("send", recipient(1).replace("aep", "external")).getException())
                .isNull();
        assertThat(calls()).last().asString().contains("/ajo/im/executions/highthroughput");
    }

    @Test
    void collectsRecipientsIntoBatchesOfTwenty() throws Exception {
        start(Map.of("send", KAMELET + "&batch=true&batchTimeout=200&campaignId=" + SampleIds.LIVE_CAMPAIGN));
        for (int i = 0; i < 45; i++) {
            assertThat(send("send", recipient(i)).getException()).isNull();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> people().size() == 45);
        assertThat(people()).doesNotHaveDuplicates();
        assertThat(calls()).hasSizeBetween(3, 10);
    }

    @Test
    void aBatchIsSentBeforeTheContextStops() throws Exception {
        start(Map.of("send", KAMELET + "&batch=true&batchTimeout=600000&campaignId=" + SampleIds.LIVE_CAMPAIGN));
        send("send", recipient(1));
        assertThat(people()).isEmpty();
        context.stop();
        assertThat(people()).containsExactly("customer-1");
    }

    @Test
    void aBatchThatFailsGoesToTheErrorHandlerOfTheRoute() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(deadLetterChannel("mock:failed"));
                from("direct:send")
                        .kamelet(KAMELET + "&batch=true&batchTimeout=100&campaignId=" + SampleIds.STOPPED_CAMPAIGN);
            }
        });
        context.start();
        send("send", recipient(1));
        MockEndpoint failed = context.getEndpoint("mock:failed", MockEndpoint.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> failed.getReceivedCounter() == 1);
        assertThat(failed.getReceivedExchanges().get(0).getProperty("CamelExceptionCaught"))
                .isInstanceOf(AjoException.class);
        assertThat(people()).isEmpty();
    }
}
