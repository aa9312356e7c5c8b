package io.github.camelajo.kamelets;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.control.SentMessage;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

class SendMessageKameletTest extends KameletTestSupport {

    private static final String KAMELET = "ajo-send-message-sink?sandbox=dev";

    private static final String BATCHES_THAT_FAIL =
            KAMELET + "&batch=true&batchTimeout=100&campaignId=" + SampleIds.STOPPED_CAMPAIGN;

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
    void sendsASecondMessageToSomebodyInTheNextCall() throws Exception {
        start(Map.of("send", KAMELET + "&batch=true&batchTimeout=1000&campaignId=" + SampleIds.LIVE_CAMPAIGN));
        for (int number : List.of(1, 2, 1)) {
            assertThat(send("send", recipient(number)).getException()).isNull();
        }
        // The simulator refuses a call that names a recipient twice.
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(people())
                .containsExactlyInAnyOrder("customer-1", "customer-2", "customer-1"));
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

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "True", "FALSE"})
    void whetherToCollectCanBeWrittenInCapitals(String batch) throws Exception {
        start(Map.of(
                "send", KAMELET + "&batch=" + batch + "&batchTimeout=600000&campaignId=" + SampleIds.LIVE_CAMPAIGN));
        assertThat(send("send", recipient(1)).getException()).isNull();
        assertThat(people()).hasSize(batch.equals("FALSE") ? 1 : 0);
    }

    @Test
    void aWordThatIsNeitherYesNorNoIsRefusedByName() throws Exception {
        start(Map.of("send", KAMELET + "&batch=yes&campaignId=" + SampleIds.LIVE_CAMPAIGN));
        assertThat(send("send", recipient(1)).getException())
                .hasMessageContaining("batch is 'yes', allowed: true, false");
        assertThat(people()).isEmpty();
    }

    @Test
    void aBatchIsSentBeforeTheContextStops() throws Exception {
        start(Map.of("send", KAMELET + "&batch=true&batchTimeout=600000&campaignId=" + SampleIds.LIVE_CAMPAIGN));
        send("send", recipient(1));
        assertThat(people()).isEmpty();
        context.stop();
        assertThat(people()).containsExactly("customer-1");
    }

    /**
     * Called with {@code to}: a {@code kamelet} step does not use the error handler of its route on every line of
     * Camel.
     */
    @Test
    void aBatchThatFailsGoesToTheErrorHandlerOfTheRoute() throws Exception {
        MockEndpoint failed = context.getEndpoint("mock:failed", MockEndpoint.class);
        failed.expectedMessageCount(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(deadLetterChannel("mock:failed"));
                from("direct:send").to("kamelet:" + BATCHES_THAT_FAIL);
            }
        });
        addRouteWithAnotherErrorHandler();
        context.start();
        send("send", recipient(1));
        failed.assertIsSatisfied(20_000);
        assertThatItIsTheBatch(failed.getReceivedExchanges().get(0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBatchThatFailsGoesToTheEndpointForFailedBatchesHoweverTheKameletIsCalled(boolean kameletStep)
            throws Exception {
        MockEndpoint failed = context.getEndpoint("mock:failed", MockEndpoint.class);
        failed.expectedMessageCount(1);
        String uri = BATCHES_THAT_FAIL + "&failedBatches=mock:failed";
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                if (kameletStep) {
                    from("direct:send").kamelet(uri);
                } else {
                    from("direct:send").to("kamelet:" + uri);
                }
            }
        });
        addRouteWithAnotherErrorHandler();
        context.start();
        send("send", recipient(1));
        failed.assertIsSatisfied(20_000);
        assertThatItIsTheBatch(failed.getReceivedExchanges().get(0));
    }

    @Test
    void aBatchThatIsSentDoesNotGoToTheEndpointForFailedBatches() throws Exception {
        start(Map.of(
                "send",
                KAMELET + "&batch=true&batchTimeout=100&failedBatches=mock:failed&campaignId="
                        + SampleIds.LIVE_CAMPAIGN));
        send("send", recipient(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> people().equals(List.of("customer-1")));
        context.stop();
        assertThat(context.getEndpoint("mock:failed", MockEndpoint.class).getReceivedCounter())
                .isZero();
    }

    /**
     * On Camel 4.18, {@code kamelet} steps of other routes use the error handler of the route that was created last.
     */
    private void addRouteWithAnotherErrorHandler() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(deadLetterChannel("mock:other"));
                from("direct:other").to("mock:done");
            }
        });
    }

    private void assertThatItIsTheBatch(Exchange failed) {
        assertThat(failed.getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(AjoException.class);
        Map<?, ?> request = failed.getMessage().getBody(Map.class);
        assertThat(request.get("campaignId")).isEqualTo(SampleIds.STOPPED_CAMPAIGN);
        assertThat(request.get("recipients"))
                .asInstanceOf(LIST)
                .singleElement()
                .asString()
                .contains("customer-1");
        assertThat(context.getEndpoint("mock:other", MockEndpoint.class).getReceivedCounter())
                .isZero();
        assertThat(people()).isEmpty();
    }
}
