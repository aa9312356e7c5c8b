package io.github.camelajo.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.camelajo.EventBatch;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventBatchTest extends CamelTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:event")
                        .aggregate(constant(true), new EventBatch(3))
                        .completionTimeout(300)
                        .completionTimeoutCheckerInterval(50)
                        .to("mock:batch");
            }
        };
    }

    private static List<Integer> sizes(MockEndpoint batches) {
        return batches.getExchanges().stream()
                .map(batch -> batch.getMessage().getBody(Collection.class).size())
                .toList();
    }

    @Test
    void sevenEventsBecomeTwoFullBatchesAndOneThatTimeEnds() throws Exception {
        MockEndpoint batches = getMockEndpoint("mock:batch");
        batches.expectedMessageCount(3);
        List<Object> sent = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Map<String, Integer> event = Map.of("n", i);
            sent.add(event);
            template.sendBody("direct:event", event);
        }
        batches.assertIsSatisfied();
        assertThat(sizes(batches)).containsExactly(3, 3, 1);
        List<Object> received = new ArrayList<>();
        batches.getExchanges()
                .forEach(batch -> received.addAll(batch.getMessage().getBody(List.class)));
        assertThat(received).isEqualTo(sent);
    }

    @Test
    void aListAddsAllItsEventsAndOneThatDoesNotFitBeginsTheNextBatch() throws Exception {
        MockEndpoint batches = getMockEndpoint("mock:batch");
        batches.expectedMessageCount(2);
        List<Map<String, Integer>> two = List.of(Map.of("n", 1), Map.of("n", 2));
        template.sendBody("direct:event", two);
        template.sendBody("direct:event", List.of(Map.of("n", 3), Map.of("n", 4)));
        batches.assertIsSatisfied();
        assertThat(sizes(batches)).containsExactly(2, 2);
        assertThat(two).hasSize(2);
    }

    @Test
    void anEmptyMessageIsRefusedAndTheBatchGoesOn() throws Exception {
        MockEndpoint batches = getMockEndpoint("mock:batch");
        batches.expectedMessageCount(1);
        template.sendBody("direct:event", Map.of("n", 1));
        assertThatThrownBy(() -> template.sendBody("direct:event", null))
                .isInstanceOf(CamelExecutionException.class)
                .hasStackTraceContaining("A message of a batch is empty");
        batches.assertIsSatisfied();
        assertThat(sizes(batches)).containsExactly(1);
    }

    @Test
    void aBatchHasAtLeastOneEvent() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EventBatch(0)).withMessageContaining("at least 1");
    }
}
