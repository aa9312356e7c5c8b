package io.github.camelajo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.model.Recipient;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecipientBatchTest extends CamelTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:mail")
                        .aggregate(simple("${body[campaignId]}"), new RecipientBatch())
                        .completionTimeout(300)
                        .completionTimeoutCheckerInterval(50)
                        .to("mock:batch");
            }
        };
    }

    private static Map<String, Object> message(String campaign, int recipients, int from) {
        List<Map<String, Object>> people = new ArrayList<>();
        for (int i = 0; i < recipients; i++) {
            people.add(Map.of("type", "external", "userId", "u" + (from + i), "namespace", "email"));
        }
        return Map.of("campaignId", campaign, "requestId", "r" + from, "recipients", people);
    }

    private static int size(Exchange batch) {
        return ((List<?>) batch.getMessage().getBody(Map.class).get("recipients")).size();
    }

    @Test
    void fortyFiveMessagesBecomeTwoFullBatchesAndOneThatTimeEnds() throws Exception {
        MockEndpoint batches = getMockEndpoint("mock:batch");
        batches.expectedMessageCount(3);
        for (int i = 0; i < 45; i++) {
            template.sendBody("direct:mail", message("c1", 1, i));
        }
        batches.assertIsSatisfied();
        assertThat(batches.getExchanges()).extracting(RecipientBatchTest::size).containsExactly(20, 20, 5);
        assertThat(batches.getExchanges())
                .extracting(RecipientBatchTest::requestId)
                .doesNotHaveDuplicates();
    }

    private static String requestId(Exchange batch) {
        return (String) batch.getMessage().getBody(Map.class).get("requestId");
    }

    private static String requestId(Object... messages) {
        RecipientBatch strategy = new RecipientBatch();
        Exchange batch = null;
        for (Object message : messages) {
            Exchange next = new DefaultExchange(new DefaultCamelContext());
            next.getMessage().setBody(message);
            batch = strategy.aggregate(batch, next);
        }
        return requestId(batch);
    }

    @Test
    void aBatchOfTheSameMessagesHasTheSameRequestId() {
        assertThat(requestId(message("c1", 1, 0), message("c1", 1, 1)))
                .isEqualTo(requestId(message("c1", 1, 0), message("c1", 1, 1)))
                .isNotIn("r0", "r1");
    }

    @Test
    void anotherCompositionHasAnotherRequestId() {
        assertThat(List.of(
                        requestId(message("c1", 1, 0)),
                        requestId(message("c1", 1, 0), message("c1", 1, 1)),
                        requestId(message("c1", 1, 1), message("c1", 1, 0)),
                        requestId(message("c1", 1, 0), message("c1", 1, 1), message("c1", 1, 2))))
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo("r0");
    }

    @Test
    void messagesWithoutARequestIdMakeANewOneEachTime() {
        assertThat(requestId(to(person("jane")), to(person("bob"))))
                .isNotBlank()
                .isNotEqualTo(requestId(to(person("jane")), to(person("bob"))));
    }

    @Test
    void aMessageThatDoesNotFitBeginsTheNextBatch() throws Exception {
        MockEndpoint batches = getMockEndpoint("mock:batch");
        batches.expectedMessageCount(2);
        template.sendBody("direct:mail", message("c1", 15, 0));
        template.sendBody("direct:mail", message("c1", 10, 15));
        batches.assertIsSatisfied();
        assertThat(batches.getExchanges()).extracting(RecipientBatchTest::size).containsExactly(15, 10);
    }

    private static Map<String, Object> to(Object recipient) {
        return Map.of("campaignId", "c1", "recipients", List.of(recipient));
    }

    private static Map<String, Object> person(Object userId) {
        return Map.of("type", "external", "userId", userId, "namespace", "email");
    }

    private static List<?> recipients(Exchange batch) {
        return (List<?>) batch.getMessage().getBody(Map.class).get("recipients");
    }

    @Test
    void aSecondMessageToSomebodyGoesIntoTheNextCall() throws Exception {
        MockEndpoint batches = getMockEndpoint("mock:batch");
        batches.expectedMessageCount(2);
        for (String name : List.of("jane", "bob", "jane")) {
            template.sendBody("direct:mail", to(person(name)));
        }
        batches.assertIsSatisfied();
        assertThat(batches.getExchanges())
                .extracting(RecipientBatchTest::recipients)
                .containsExactly(List.of(person("jane"), person("bob")), List.of(person("jane")));
    }

    @Test
    void aRecipientIsTheSameWhateverClassItHas() throws Exception {
        MockEndpoint batches = getMockEndpoint("mock:batch");
        List<Object> janes = List.of(
                person("jane"),
                person(new StringBuilder("jane")),
                Recipient.external("jane", "email"),
                new ObjectMapper().valueToTree(person("jane")));
        batches.expectedMessageCount(janes.size());
        janes.forEach(jane -> template.sendBody("direct:mail", to(jane)));
        batches.assertIsSatisfied();
    }

    @Test
    void theSameIdInAnotherNamespaceIsSomebodyElse() throws Exception {
        MockEndpoint batches = getMockEndpoint("mock:batch");
        batches.expectedMessageCount(1);
        template.sendBody("direct:mail", to(person("jane")));
        template.sendBody("direct:mail", to(Recipient.external("jane", "crm")));
        batches.assertIsSatisfied();
    }

    @Test
    void aMessageThatNamesSomebodyTwiceFailsAlone() throws Exception {
        MockEndpoint batches = getMockEndpoint("mock:batch");
        batches.expectedMessageCount(1);
        template.sendBody("direct:mail", to(person("bob")));
        Exchange twice = template.request("direct:mail", e -> e.getMessage()
                .setBody(Map.of("campaignId", "c1", "recipients", List.of(person("jane"), person("jane")))));
        assertThat(twice.getException()).hasStackTraceContaining("names a recipient twice");
        batches.assertIsSatisfied();
        assertThat(batches.getExchanges())
                .extracting(RecipientBatchTest::recipients)
                .containsExactly(List.of(person("bob")));
    }

    @Test
    void campaignsAreKeptApart() throws Exception {
        MockEndpoint batches = getMockEndpoint("mock:batch");
        batches.expectedMessageCount(2);
        template.sendBody("direct:mail", message("c1", 1, 0));
        template.sendBody("direct:mail", message("c2", 1, 1));
        batches.assertIsSatisfied();
    }

    @Test
    void theBodyOfASingleMessageIsNotChanged() throws Exception {
        Map<String, Object> first = message("c1", 1, 0);
        MockEndpoint batches = getMockEndpoint("mock:batch");
        batches.expectedMessageCount(1);
        template.sendBody("direct:mail", first);
        template.sendBody("direct:mail", message("c1", 1, 1));
        batches.assertIsSatisfied();
        assertThat((List<?>) first.get("recipients")).hasSize(1);
    }
}
