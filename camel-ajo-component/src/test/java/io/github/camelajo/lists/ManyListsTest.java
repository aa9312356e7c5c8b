package io.github.camelajo.lists;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.internal.token.LogCapture;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.MulticastProcessor;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Lists of many pages, read by more routes than there are places for calls. */
class ManyListsTest extends AjoTestSupport {

    private static final String ADDRESSES = "ajo:suppression-address?operation=list&pageSize=5";

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
                from("direct:all").to(ADDRESSES + "&paging=all");
                from("direct:iterator")
                        .to(ADDRESSES + "&paging=iterator")
                        .split(body())
                        .streaming()
                        .to("mock:item");
                from("direct:failing")
                        .to(ADDRESSES + "&paging=iterator")
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .throwException(new IllegalStateException("the first item is bad"));
                from("direct:parallel")
                        .split(body())
                        .parallelProcessing()
                        .to("ajo:capping?operation=list")
                        .end();
            }
        };
    }

    private void readTwelveTimes(String uri) {
        CompletableFuture<?>[] lists = IntStream.range(0, 12)
                .mapToObj(i -> template.asyncSend(uri, exchange -> {}))
                .toArray(CompletableFuture[]::new);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> CompletableFuture.allOf(lists).isDone());
        assertThat(lists).allSatisfy(list -> assertThat(((Exchange) list.join()).getException())
                .isNull());
    }

    @Test
    void listsThatAreReadAtOnceDoNotWaitForEachOthersPlaces() {
        simulator().latency(Duration.ofMillis(5));
        readTwelveTimes("direct:all");
        assertThat(simulator().requests()).hasSize(12 * 9);
    }

    @Test
    void listsThatAreReadLazilyDoNotWaitForEachOthersPlaces() throws Exception {
        simulator().latency(Duration.ofMillis(5));
        getMockEndpoint("mock:item").expectedMessageCount(12 * 45);
        readTwelveTimes("direct:iterator");
        getMockEndpoint("mock:item").assertIsSatisfied();
    }

    @Test
    void aListWhoseRouteHasFailedIsNotReadToItsEnd() {
        try (LogCapture log = new LogCapture(MulticastProcessor.class.getName(), Level.WARN)) {
            Exchange exchange = send("direct:failing", null);
            assertThat(exchange.getException()).hasRootCauseInstanceOf(IllegalStateException.class);
            // The second page was on its way before the first item was looked at.
            assertThat(simulator().requests()).hasSizeLessThanOrEqualTo(2);
            assertThat(log.everything()).isEmpty();
        }
    }

    @Test
    void theEndOfALazyListIsQuiet() {
        try (LogCapture log = new LogCapture(MulticastProcessor.class.getName(), Level.WARN)) {
            assertThat(send("direct:iterator", null).getException()).isNull();
            assertThat(log.everything()).isEmpty();
        }
    }

    @Test
    void aParallelSplitMayCallThoughCamelStartsItBeforeTheComponent() {
        assertThat(send("direct:parallel", List.of(1, 2, 3)).getException()).isNull();
        assertThat(simulator().requests()).hasSize(3);
    }
}
