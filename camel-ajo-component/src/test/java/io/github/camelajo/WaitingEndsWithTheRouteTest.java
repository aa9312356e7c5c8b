package io.github.camelajo;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.simulator.ContentSamples;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class WaitingEndsWithTheRouteTest extends AjoTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // Asks once and then not for an hour.
                from("direct:publish")
                        .to(
                                "ajo:fragment?operation=publish&awaitCompletion=true&awaitDelay=3600000&awaitMaxDelay=3600000"
                                        + "&awaitTimeout=7200000");
            }
        };
    }

    @Test
    void aContextThatStopsTellsWhoWaitsThatTheJobGoesOn() {
        CompletableFuture<Object> waiting =
                template.asyncRequestBody("direct:publish", Map.of("fragmentId", ContentSamples.EXPRESSION_FRAGMENT));
        await().until(() -> !simulator().requests().isEmpty());
        context.getShutdownStrategy().setTimeout(1);
        context.stop();
        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(AjoRejectedException.class)
                .rootCause()
                .hasMessageContaining("It goes on at Adobe");
    }
}
