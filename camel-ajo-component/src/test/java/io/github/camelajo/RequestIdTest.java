package io.github.camelajo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A message has one requestId, however often it is delivered, and another message has another one. */
class RequestIdTest extends AjoTestSupport {

    private static final String SEND = "ajo:message?operation=triggerUnitary";

    private final AtomicInteger deliveries = new AtomicInteger();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(1));
                from("direct:again").to(SEND);
                from("direct:afterAnotherStep")
                        .process(e -> failOnce())
                        .setBody(e -> mail("jane"))
                        .to(SEND)
                        .setBody(e -> mail("joe"))
                        .to(SEND);
                from("direct:split")
                        .setBody(e -> mail("jane"))
                        .to(SEND)
                        .setBody(e -> List.of(mail("a"), mail("b"), mail("c")))
                        .split(body())
                        .to(SEND);
                from("direct:loop")
                        .loop(3)
                        .setBody(e -> mail("jane" + deliveries.incrementAndGet()))
                        .to(SEND);
                from("direct:caught")
                        .setBody(e -> mail("jane"))
                        .to("direct:given up")
                        .setBody(e -> mail("joe"))
                        .to("direct:given up");
                from("direct:outer").to("direct:inner");
                from("direct:inner")
                        .errorHandler(noErrorHandler())
                        .setBody(e -> mail("jane"))
                        .to(SEND);
                from("direct:outer json").to("direct:inner json");
                from("direct:inner json")
                        .errorHandler(noErrorHandler())
                        .setBody(e -> mail("jane"))
                        .marshal()
                        .json()
                        .to(SEND);
                from("direct:given up")
                        .onException(Exception.class)
                        .maximumRedeliveries(1)
                        .redeliveryDelay(1)
                        .continued(true)
                        .end()
                        .to(SEND);
            }
        };
    }

    private void failOnce() throws IOException {
        if (deliveries.getAndIncrement() == 0) {
            throw new IOException("once");
        }
    }

    private static Map<String, Object> mail(String user) {
        return Map.of(
                "campaignId",
                SampleIds.LIVE_CAMPAIGN,
                "recipients",
                List.of(Map.of("type", "external", "userId", user, "namespace", "email")));
    }

    private static List<String> requestIds() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        List<String> ids = new java.util.ArrayList<>();
        for (var request : simulator().requests()) {
            ids.add(mapper.readTree(request.bodyAsString()).path("requestId").asText());
        }
        return ids;
    }

    private List<String> idsAfter(String route) throws Exception {
        template.request(route, e -> {});
        return requestIds();
    }

    @Test
    void isTheSameWhenTheMessageIsDeliveredAgain() throws Exception {
        simulator().failNext(2, 503);
        template.request("direct:again", e -> e.getMessage().setBody(mail("jane")));
        assertThat(requestIds()).hasSize(3).doesNotContain("");
        assertThat(requestIds().stream().distinct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:outer", "direct:outer json"})
    void isTheSameWhenTheRouteBuildsTheMessageAgainToDeliverItAgain(String route) throws Exception {
        simulator().failNext(2, 503);
        List<String> ids = idsAfter(route);
        assertThat(ids).hasSize(3);
        assertThat(ids.stream().distinct()).hasSize(1);
    }

    @Test
    void isAnotherOneForAnotherMessageThoughAStepBeforeWasDeliveredAgain() throws Exception {
        assertThat(idsAfter("direct:afterAnotherStep")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void isAnotherOneForEachPartAfterAMessageThatWasDeliveredAgain() throws Exception {
        simulator().failNext(1, 503);
        List<String> ids = idsAfter("direct:split");
        assertThat(ids).hasSize(5);
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(ids.subList(1, 5)).doesNotHaveDuplicates();
    }

    @Test
    void isAnotherOneInEachRoundOfALoop() throws Exception {
        simulator().failNext(1, 503);
        List<String> ids = idsAfter("direct:loop");
        assertThat(ids).hasSize(4);
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(ids.subList(1, 4)).doesNotHaveDuplicates();
    }

    @Test
    void isAnotherOneForAnotherMessageOfAStepThatGaveUpBefore() throws Exception {
        simulator().failNext(2, 503);
        List<String> ids = idsAfter("direct:caught");
        assertThat(ids).hasSize(3);
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }
}
