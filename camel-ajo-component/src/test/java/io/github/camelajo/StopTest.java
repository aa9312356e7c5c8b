package io.github.camelajo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Stops in the middle of calls and token requests: every exchange ends, and what goes on is not disturbed. */
class StopTest extends AjoTestSupport {

    private static final String LIST = "ajo:capping?operation=list";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:in").routeId("in").to(LIST).to("mock:done");
            }
        };
    }

    private CompletableFuture<Exchange> begin(String uri) {
        return template.asyncSend(uri, new DefaultExchange(context));
    }

    private static void requestsAtAdobe(int count) {
        await().until(() -> simulator().requests().size() == count);
    }

    private static void tokenIsAskedFor() {
        await().until(() -> simulator().tokenRequests().size() == 1);
    }

    @Test
    void aCallAtAdobeHasTimeToEndWhenTheContextStops() {
        simulator().latency(Duration.ofMillis(700));
        CompletableFuture<Exchange> call = begin(LIST);
        requestsAtAdobe(1);
        context.stop();
        assertThat(call.join().getException()).isNull();
    }

    @Test
    void callsThatWaitForTheirTurnAreTurnedAwayAndTheOneAtAdobeEnds() {
        AjoComponent narrow = component();
        narrow.setMaxConcurrentRequests(1);
        context.addComponent("narrow", narrow);
        send("narrow:capping?operation=list", null);
        simulator().latency(Duration.ofMillis(700));
        CompletableFuture<Exchange> first = begin("narrow:capping?operation=list");
        requestsAtAdobe(2);
        CompletableFuture<Exchange> second = begin("narrow:capping?operation=list");
        await().until(() -> narrow.transport().dispatcher().queued() == 1);
        narrow.stop();
        assertThat(first.join().getException()).isNull();
        assertThat(second.join().getException()).isInstanceOf(AjoRejectedException.class);
        assertThat(simulator().requests()).hasSize(2);
    }

    @Test
    void aCallThatTakesTooLongIsCutOffAndEndsToo() {
        context.getExecutorServiceManager().setShutdownAwaitTermination(200);
        simulator().latency(Duration.ofSeconds(30));
        CompletableFuture<Exchange> call = begin(LIST);
        CompletableFuture<Exchange> synchronous = begin(LIST + "&synchronous=true&requestTimeout=0");
        requestsAtAdobe(2);
        context.stop();
        assertThat(call).succeedsWithin(Duration.ofSeconds(10));
        assertThat(synchronous).succeedsWithin(Duration.ofSeconds(10));
        assertThat(call.join().getException()).isInstanceOf(AjoException.class);
        assertThat(synchronous.join().getException()).isInstanceOf(AjoException.class);
    }

    @Test
    void aRouteThatStopsDuringATokenRequestEndsItsExchangeAndStartsAgain() throws Exception {
        simulator().tokenLatency(Duration.ofMillis(500));
        getMockEndpoint("mock:done").expectedMessageCount(2);
        template.sendBody("seda:in", "first");
        tokenIsAskedFor();
        context.getRouteController().stopRoute("in");
        assertThat(context.getRouteController().getRouteStatus("in")).isEqualTo(ServiceStatus.Stopped);
        assertThat(getMockEndpoint("mock:done").getReceivedCounter()).isEqualTo(1);
        context.getRouteController().startRoute("in");
        template.sendBody("seda:in", "second");
        getMockEndpoint("mock:done").assertIsSatisfied();
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @Test
    void theLastEndpointOfATokenTellsItsCallersWhenItStopsDuringTheRequest() throws Exception {
        context.getRouteController().stopRoute("in");
        context.removeEndpoints("ajo:*");
        simulator().tokenLatency(Duration.ofMillis(800));
        CompletableFuture<Exchange> call = begin(LIST);
        tokenIsAskedFor();
        context.removeEndpoints("ajo:*");
        assertThat(call.join().getException()).isInstanceOf(AjoRejectedException.class);
        simulator().tokenLatency(Duration.ZERO);
        // The old template remembers the endpoint that was removed.
        Exchange next = context.createProducerTemplate().request(LIST, exchange -> {});
        assertThat(next.getException()).isNull();
    }

    @Test
    void aComponentThatSharesTheCredentialsGoesOnWhenAnotherStopsDuringTheRequest() {
        AjoComponent other = component();
        context.addComponent("other", other);
        simulator().tokenLatency(Duration.ofMillis(800));
        CompletableFuture<Exchange> call = begin(LIST);
        CompletableFuture<Exchange> stopped = begin("other:capping?operation=list");
        tokenIsAskedFor();
        context.getEndpoint("other:capping?operation=list").stop();
        assertThat(call.join().getException()).isNull();
        assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @Test
    void twoContextsHaveTokensOfTheirOwnAndStopOnTheirOwn() throws Exception {
        simulator().tokenLatency(Duration.ofMillis(800));
        try (CamelContext second = new DefaultCamelContext()) {
            second.addComponent("ajo", component());
            second.start();
            CompletableFuture<Exchange> mine = begin(LIST);
            CompletableFuture<Exchange> its =
                    second.createProducerTemplate().asyncSend(LIST, new DefaultExchange(second));
            await().until(() -> simulator().tokenRequests().size() == 2);
            second.stop();
            assertThat(its.join().getException()).isInstanceOf(AjoRejectedException.class);
            assertThat(mine.join().getException()).isNull();
        }
        assertThat(send(LIST, null).getException()).isNull();
        assertThat(simulator().tokenRequests()).hasSize(2);
    }
}
