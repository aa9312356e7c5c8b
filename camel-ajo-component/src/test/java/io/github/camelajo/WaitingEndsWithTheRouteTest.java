package io.github.camelajo;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.Fault;
import org.apache.camel.Exchange;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class WaitingEndsWithTheRouteTest extends AjoTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // Asks once and then not for an hour.
                String publish =
                        "ajo:fragment?operation=publish&awaitCompletion=true&awaitDelay=3600000&awaitMaxDelay=3600000"
                                + "&awaitTimeout=7200000";
                // The second page is not to be had for a minute.
                from("direct:pages")
                        .routeId("direct:pages")
                        .to("ajo:journey?operation=list&paging=iterator&pageSize=5&maxRetries=5")
                        .split(body())
                        .streaming()
                        .process(item -> {
                            if (item.getProperty(Exchange.SPLIT_INDEX, Integer.class) == 0) {
                                simulator()
                                        .failNext(Fault.builder()
                                                .status(503)
                                                .header("Retry-After", "60")
                                                .count(1000)
                                                .build());
                            }
                        });
                from("direct:publish").routeId("direct:publish").to(publish);
                from("direct:publishSynchronously")
                        .routeId("direct:publishSynchronously")
                        .to(publish + "&synchronous=true");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:publish", "direct:publishSynchronously"})
    void aContextThatStopsTellsWhoWaitsThatTheJobGoesOn(String route) {
        CompletableFuture<Object> waiting =
                template.asyncRequestBody(route, Map.of("fragmentId", ContentSamples.EXPRESSION_FRAGMENT));
        await().until(() -> !simulator().requests().isEmpty());
        context.getShutdownStrategy().setTimeout(1);
        context.stop();
        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .cause()
                .isInstanceOf(AjoRejectedException.class)
                .hasMessageContaining("continues at Adobe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:publish", "direct:publishSynchronously"})
    void aRouteThatStopsEndsTheWaitingOnceItsExchangesHaveHadTheirTime(String route) throws Exception {
        CompletableFuture<Object> waiting =
                template.asyncRequestBody(route, Map.of("fragmentId", ContentSamples.EXPRESSION_FRAGMENT));
        await().until(() -> !simulator().requests().isEmpty());
        context.getRouteController().stopRoute(route, 1, TimeUnit.SECONDS);
        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .cause()
                .isInstanceOf(AjoRejectedException.class)
                .hasMessageContaining("the route stops")
                .hasMessageContaining("continues at Adobe");
    }

    @Test
    void aRouteThatStopsEndsTheRepeatsOfALaterPage() throws Exception {
        CompletableFuture<Object> reading = template.asyncRequestBody("direct:pages", (Object) null);
        await().until(() -> simulator().requests().size() == 2);
        context.getRouteController().stopRoute("direct:pages", 1, TimeUnit.SECONDS);
        assertThatThrownBy(() -> reading.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasStackTraceContaining("The call was given up while it waited: the route is stopping");
        assertThat(simulator().requests()).hasSize(2);
    }

    @Test
    void aRouteThatIsStartedAgainWaitsAgain() throws Exception {
        String route = "direct:publish";
        context.getRouteController().stopRoute(route);
        context.getRouteController().startRoute(route);
        CompletableFuture<Object> waiting =
                template.asyncRequestBody(route, Map.of("fragmentId", ContentSamples.EXPRESSION_FRAGMENT));
        await().until(() -> !simulator().requests().isEmpty());
        await().during(200, TimeUnit.MILLISECONDS).until(() -> !waiting.isDone());
    }
}
