package io.github.camelajo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.camelajo.testkit.AjoTestSupport;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MetersTest extends AjoTestSupport {

    private static final String LIST = "ajo:capping?operation=list";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        camel.getRegistry().bind("anyName", meters);
        return camel;
    }

    @Test
    void callsAreTimedByOperationOutcomeAndStatus() {
        send(LIST, null);
        send(LIST, null);
        send("ajo:capping?operation=get&id=none", null);
        Timer listed = meters.get("ajo.calls")
                .tags("component", "ajo", "api", "capping", "operation", "list", "outcome", "success", "status", "200")
                .timer();
        assertThat(listed.count()).isEqualTo(2);
        assertThat(listed.totalTime(java.util.concurrent.TimeUnit.NANOSECONDS)).isPositive();
        assertThat(meters.get("ajo.calls")
                        .tags("operation", "get", "outcome", "not_found", "status", "404")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aCallWithoutAnAnswerHasNoStatus() {
        send(LIST + "&baseUrl=http://localhost:1", null);
        assertThat(meters.get("ajo.calls")
                        .tags("outcome", "network", "status", "none")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void tokensAreCountedForAllComponentsOnce() throws Exception {
        context.addComponent("ajo2", component());
        send(LIST, null);
        send("ajo2:capping?operation=list", null);
        send(LIST + "&clientSecret=wrong-but-long-enough", null);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(meters.get("ajo.tokens")
                            .tag("outcome", "minted")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("ajo.tokens")
                            .tag("outcome", "failed")
                            .counter()
                            .count())
                    .isEqualTo(1);
        });
    }

    @Test
    void retriesAreCounted() {
        simulator().failNext(2, 503);
        send(LIST + "&maxRetries=3", null);
        assertThat(meters.get("ajo.retries")
                        .tags("api", "capping", "operation", "list")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void callsUnderWayAndInTheQueueAreGauges() throws Exception {
        AjoComponent narrow = component();
        narrow.setMaxConcurrentRequests(1);
        context.addComponent("narrow", narrow);
        send("narrow:capping?operation=list", null);
        simulator().latency(Duration.ofSeconds(1));
        CompletableFuture<Exchange> first = template.asyncSend("narrow:capping?operation=list", e -> {});
        CompletableFuture<Exchange> second = template.asyncSend("narrow:capping?operation=list", e -> {});
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(meters.get("ajo.inflight")
                            .tag("component", "narrow")
                            .gauge()
                            .value())
                    .isEqualTo(2);
            assertThat(meters.get("ajo.queued")
                            .tag("component", "narrow")
                            .gauge()
                            .value())
                    .isEqualTo(1);
        });
        CompletableFuture.allOf(first, second).join();
        assertThat(meters.get("ajo.inflight").tag("component", "narrow").gauge().value())
                .isZero();
    }

    @Test
    void noTagNamesAResourceOrASandbox() {
        send("ajo:capping?operation=get&id=my-private-id", null);
        assertThat(meters.getMeters()).flatExtracting(Meter::getId).hasSizeGreaterThan(3);
        assertThat(meters.getMeters().stream()
                        .flatMap(meter -> meter.getId().getTags().stream())
                        .map(Tag::getValue))
                .doesNotContain("my-private-id", "dev");
    }

    @Test
    void theGaugesOfAStoppedComponentGo() {
        send(LIST, null);
        context.stop();
        assertThat(meters.find("ajo.inflight").gauge()).isNull();
        assertThat(meters.find("ajo.calls").timer()).isNotNull();
    }
}
