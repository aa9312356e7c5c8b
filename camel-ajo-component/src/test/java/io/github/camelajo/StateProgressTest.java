package io.github.camelajo;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.simulator.RequestListener;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How far a run has got, and that it ends when the component stops. */
class StateProgressTest extends StateTestSupport {

    @Override
    protected boolean useJmx() {
        return true;
    }

    @Test
    void jmxShowsWhatTheLastRunCameTo() throws Exception {
        apply("capping", List.of(StateOfLimitsTest.limit("https://a.example.com", 1), StateOfLimitsTest.limit("https://b.example.com", 1)));
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName endpoint = server
                .queryNames(new ObjectName("org.apache.camel:type=endpoints,*"), null)
                .stream()
                .filter(name -> name.toString().contains(context().getName()) && name.toString().contains("apply"))
                .findFirst()
                .orElseThrow();
        assertThat(server.getAttribute(endpoint, "StateObjects")).isEqualTo(2);
        assertThat(server.getAttribute(endpoint, "StateCompared")).isEqualTo(2);
        assertThat(server.getAttribute(endpoint, "StateChanges")).isEqualTo(2);
        assertThat(server.getAttribute(endpoint, "StateApplied")).isEqualTo(2);
        assertThat((String) server.getAttribute(endpoint, "StateProgress")).contains("2 of 2 changes made");
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
            var running = template.asyncSend("ajo:fragment?operation=apply&awaitDelay=1&awaitMaxDelay=60000", sent -> sent.getMessage()
                    .setBody(Map.copyOf(StateOfContentTest.footer("<p>1</p>"))));
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
