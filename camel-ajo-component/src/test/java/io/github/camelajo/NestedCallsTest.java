package io.github.camelajo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class NestedCallsTest extends AjoTestSupport {

    private static final String LIST = "ajo:capping?operation=list";

    @Override
    protected AjoComponent component() {
        AjoComponent narrow = super.component();
        narrow.setMaxConcurrentRequests(2);
        return narrow;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:nested")
                        .to(LIST)
                        .process(e -> {
                            // A blocking call inside a route that a thread of the component carries on.
                            Object inner =
                                    e.getContext().createProducerTemplate().requestBody(LIST, (Object) null);
                            e.getMessage().setBody(inner);
                        })
                        .to(LIST);
            }
        };
    }

    @Test
    void callsInsideCallsDoNotWaitForEachOther() {
        simulator().latency(Duration.ofMillis(20));
        CompletableFuture<?>[] calls = IntStream.range(0, 20)
                .mapToObj(i -> template.asyncRequestBody("direct:nested", (Object) null))
                .toArray(CompletableFuture[]::new);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> CompletableFuture.allOf(calls).isDone());
        assertThat(calls).noneMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(simulator().requests()).hasSize(60);
    }
}
