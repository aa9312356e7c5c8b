package io.github.camelajo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.testkit.AjoTestSupport;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
    void eventsAreCountedByWhatBecameOfThem() {
        simulator().events().refuseNext(1, 400, "no");
        send(
                "ajo:event?operation=sendBatch&connectionId=" + EventSamples.CONNECTION + "&schemaId="
                        + EventSamples.SCHEMA,
                List.of(Map.of("_id", "a"), Map.of("_id", "b"), Map.of("_id", "c")));

        assertThat(meters.get("ajo.events")
                        .tags("component", "ajo", "outcome", "taken")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(meters.get("ajo.events").tags("outcome", "refused").counter().count())
                .isEqualTo(1);
        assertThat(meters.find("ajo.events").tags("outcome", "unknown").counter())
                .isNull();
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

    private AjoComponent named(String httpMeters) {
        AjoComponent component = component();
        component.setHttpMeters(httpMeters);
        context.addComponent(httpMeters, component);
        return component;
    }

    @Test
    void requestsAreMeasuredUnderMicrometersNamesWhereThatIsWanted() {
        send(LIST, null);
        assertThat(meters.find("http.client.requests").timer()).isNull();
        named("micrometer");
        simulator().failNext(1, 503);
        send("micrometer:capping?operation=list&maxRetries=2", null);
        send("micrometer:capping?operation=list&baseUrl=http://localhost:1", null);
        String uri = "/journey/orchestration/list/endpointConfigs";
        Timer good = meters.get("http.client.requests")
                .tags("method", "POST", "uri", uri, "status", "200", "outcome", "SUCCESS", "exception", "none")
                .tags("client.name", "localhost", "error", "none")
                .timer();
        assertThat(good.count()).isEqualTo(1);
        assertThat(good.takeSnapshot().histogramCounts()).hasSizeGreaterThan(10);
        assertThat(meters.get("http.client.requests")
                        .tags("status", "503", "outcome", "SERVER_ERROR")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("http.client.requests")
                        .tags("status", "CLIENT_ERROR", "outcome", "UNKNOWN", "exception", "network")
                        .timer()
                        .count())
                .isPositive();
        assertThat(meters.get("ajo.calls").tags("component", "micrometer").timers())
                .hasSize(2);
    }

    @Test
    void requestsAreMeasuredUnderOpenTelemetrysNamesWhereThatIsWanted() {
        named("opentelemetry");
        send("opentelemetry:capping?operation=get&id=my-private-id", null);
        assertThat(meters.get("http.client.request.duration")
                        .tags("http.request.method", "GET")
                        .tags("url.template", "/journey/orchestration/endpointConfigs/{uid}")
                        .tags(
                                "server.address",
                                "localhost",
                                "server.port",
                                Integer.toString(simulator().port()))
                        .tags("http.response.status_code", "404", "error.type", "404")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void thePoolOfConnectionsIsMeasuredAsMicrometerDoes() {
        AjoComponent component = named("micrometer");
        send("micrometer:capping?operation=list", null);
        assertThat(meters.get("httpcomponents.httpclient.pool.total.connections")
                        .tags("httpclient", "micrometer", "state", "available")
                        .gauge()
                        .value())
                .isEqualTo(1);
        component.stop();
        assertThat(meters.find("httpcomponents.httpclient.pool.total.connections")
                        .gauges())
                .isEmpty();
    }

    @Test
    void anUnknownNameIsRefused() {
        AjoComponent component = component();
        component.setHttpMeters("otel");
        component.setCamelContext(context);
        assertThatThrownBy(component::start)
                .hasStackTraceContaining("httpMeters is otel, allowed: none, micrometer, opentelemetry");
    }

    @Test
    void theGaugesOfAStoppedComponentGo() {
        send(LIST, null);
        context.stop();
        assertThat(meters.find("ajo.inflight").gauge()).isNull();
        assertThat(meters.find("ajo.calls").timer()).isNotNull();
    }
}
