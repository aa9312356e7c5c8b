package io.github.camelajo.desired;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.AjoEndpoint;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.simulator.control.RequestListener;
import io.github.camelajo.testkit.StateTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How far a run has got, and that it ends when the component stops. */
class StateProgressTest extends StateTestSupport {

    @Test
    void theEndpointTellsWhatTheLastRunCameTo() {
        String uri = "ajo:capping?operation=apply&awaitDelay=1";
        send(
                uri,
                List.of(
                        StateOfLimitsTest.limit("https://a.example.com", 1),
                        StateOfLimitsTest.limit("https://b.example.com", 1)));
        AjoEndpoint endpoint = context().getEndpoint(uri, AjoEndpoint.class);
        assertThat(endpoint.getStateObjects()).isEqualTo(2);
        assertThat(endpoint.getStateCompared()).isEqualTo(2);
        assertThat(endpoint.getStateChanges()).isEqualTo(2);
        assertThat(endpoint.getStateApplied()).isEqualTo(2);
        assertThat(endpoint.getStateProgress())
                .isEqualTo("2 of 2 objects compared, 2 of 2 changes made, 4 reads, 4 writes");
    }

    @Test
    void aRunEndsWhenTheComponentStopsAndTheExchangeIsTold() throws Exception {
        CountDownLatch publishing = new CountDownLatch(1);
        RequestListener watch = (request, status) -> {
            if (request.path().endsWith("/lastPublicationStatus")) {
                publishing.countDown();
            }
        };
        simulator().addListener(watch);
        simulator().jobStep(java.time.Duration.ofHours(1));
        try {
            var running = template.asyncSend(
                    "ajo:fragment?operation=apply&awaitDelay=1&awaitMaxDelay=60000",
                    sent -> sent.getMessage().setBody(Map.copyOf(StateOfContentTest.footer("<p>1</p>"))));
            assertThat(publishing.await(20, TimeUnit.SECONDS)).isTrue();
            context().stop();
            Exchange done = running.get(20, TimeUnit.SECONDS);
            assertThat(done.getException()).isInstanceOf(AjoException.class);
        } finally {
            simulator().removeListener(watch);
            simulator().jobStep(java.time.Duration.ZERO);
        }
    }
}
