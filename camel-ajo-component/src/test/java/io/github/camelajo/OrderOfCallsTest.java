package io.github.camelajo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the page about the component says keeps the order. */
class OrderOfCallsTest extends AjoTestSupport {

    private static final int MESSAGES = 60;
    private static final List<Integer> DONE = new CopyOnWriteArrayList<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:ordered")
                        .to("ajo:journey?operation=list&pageSize=1&synchronous=true")
                        .process(exchange -> DONE.add(exchange.getMessage().getHeader("number", Integer.class)));
                from("direct:resequenced")
                        .resequence(header("number"))
                        .batch()
                        .size(MESSAGES)
                        .timeout(60_000)
                        .to("ajo:journey?operation=list&pageSize=1&synchronous=true")
                        .process(exchange -> DONE.add(exchange.getMessage().getHeader("number", Integer.class)));
            }
        };
    }

    @Test
    void behindSedaWithOneConsumerSynchronousCallsKeepTheirOrder() {
        DONE.clear();
        IntStream.range(0, MESSAGES)
                .forEach(number -> template.sendBodyAndHeader("seda:ordered", "", "number", number));
        await().until(() -> DONE.size() == MESSAGES);
        assertThat(DONE).isSorted();
    }

    @Test
    void behindResequenceSynchronousCallsKeepTheirOrder() {
        DONE.clear();
        IntStream.range(0, MESSAGES)
                .forEach(i -> template.sendBodyAndHeader("direct:resequenced", "", "number", MESSAGES - 1 - i));
        await().until(() -> DONE.size() == MESSAGES);
        assertThat(DONE).isSorted();
    }
}
