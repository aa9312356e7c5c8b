package io.github.camelajo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoPartialFailureException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.internal.observe.EndpointFacts;
import io.github.camelajo.internal.observe.PollTrace;
import io.github.camelajo.internal.trace.Outgoing;
import io.github.camelajo.model.AudienceRequest;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.control.SampleIds;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What an application that traces gets to see of the component: one trace from the route to the last request. */
class TracesTest extends TraceTestSupport {

    private static final String LIST = "ajo:capping?operation=list";
    private static final String LIST_REQUEST = "POST /journey/orchestration/list/endpointConfigs";
    private static final String AUDIENCE = "/ajo/im/executions/audience";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:nightly?repeatCount=1&delay=0")
                        .routeId("nightly")
                        .autoStartup(false)
                        .to(LIST + "&maxRetries=2")
                        .setBody(constant(AudienceRequest.of(SampleIds.LIVE_AUDIENCE_CAMPAIGN)))
                        .to(
                                "ajo:message?operation=triggerAudience&awaitCompletion=true&awaitDelay=20&awaitMaxDelay=20");
                from("direct:address").toD("ajo:suppression-address?operation=get&id=${body}");
                from("ajo:template?operation=list&startScheduler=false&sourceId=test")
                        .routeId("source")
                        .log("got one");
            }
        };
    }

    /** The picture on the page, which this test draws. */
    private static String picture() throws IOException {
        String page = Files.readString(Path.of("../docs/tracing.md"));
        String block = page.substring(page.indexOf("```text\n") + "```text\n".length());
        return block.substring(0, block.indexOf("```"));
    }

    @Test
    void aRouteItsCallsTheirRepeatsAndTheWaitForAJobAreOneTrace() throws Exception {
        send(LIST, null);
        exporter.reset();
        simulator().expireTokens();
        simulator().jobStep(Duration.ofMillis(100));
        AtomicBoolean busy = new AtomicBoolean();
        AtomicBoolean down = new AtomicBoolean();
        simulator().addListener((request, status) -> {
            if (request.path().endsWith("/list/endpointConfigs") && busy.compareAndSet(false, true)) {
                simulator().failNext(1, 429);
            } else if (request.path().equals(AUDIENCE) && down.compareAndSet(false, true)) {
                simulator().failNext(1, 503);
            }
        });
        context.getRouteController().startRoute("nightly");
        await().until(() -> !spans("timer").isEmpty());
        assertThat(tree().replaceAll("\\d+ polls", "6 polls")).isEqualTo(picture());
        assertThat(spans())
                .extracting(SpanData::getTraceId)
                .containsOnly(spans().get(0).getTraceId());
    }

    @Test
    void aRequestHasTheNamesAndTypesOfOpenTelemetry() {
        Exchange listed = send(LIST, null);
        SpanData request = span(LIST_REQUEST);
        assertThat(request.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(text(request, "http.request.method")).isEqualTo("POST");
        assertThat(text(request, "url.template")).isEqualTo("/journey/orchestration/list/endpointConfigs");
        assertThat(text(request, "server.address")).isEqualTo("localhost");
        assertThat(number(request, "server.port")).isEqualTo(simulator().port());
        assertThat(number(request, "http.response.status_code")).isEqualTo(200);
        assertThat(number(request, "http.request.resend_count")).isNull();
        assertThat(text(request, "ajo.request_id"))
                .isEqualTo(listed.getMessage().getHeader(AjoConstants.REQUEST_ID));
        assertThat(request.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        SpanData endpoint = span("ajo capping.list");
        assertThat(text(endpoint, "ajo.api")).isEqualTo("capping");
        assertThat(text(endpoint, "ajo.operation")).isEqualTo("list");
        assertThat(text(endpoint, "ajo.sandbox")).isEqualTo("dev");
        assertThat(text(endpoint, "ajo.attempts")).isEqualTo("1");
        assertThat(text(endpoint, "http.request.method"))
                .as("said by the span below")
                .isNull();
    }

    @Test
    void neitherIdsNorAddressesNorUrisNorTextsOfExceptionsAreTold() {
        String address = "jane.roe+secret@example.com";
        simulator()
                .failNext(Fault.builder()
                        .status(404)
                        .body("application/json", "{\"title\":\"no " + address + "\"}")
                        .build());
        assertThat(send("direct:address", address).getException()).isInstanceOf(AjoNotFoundException.class);
        send("ajo:raw?httpMethod=GET&path=/ajo/secret/jane", null);
        send("ajo:journey?operation=get&id=jane-roe", null);
        assertThat(everythingTold())
                .doesNotContain("jane")
                .doesNotContain("roe")
                .doesNotContain("secret")
                .doesNotContain("?operation")
                .doesNotContain("ajo:")
                .doesNotContain(simulator().clientId())
                .doesNotContain(simulator().organizationId())
                .doesNotContain("Exception");
        assertThat(text(spans("ajo suppression-address.get").get(0), "error.type"))
                .isEqualTo("not_found");
        assertThat(spans("GET")).as("a raw request").hasSize(1);
    }

    @Test
    void aRequestWithoutAnAnswerSaysWhy() {
        send(LIST + "&baseUrl=http://localhost:1", null);
        assertThat(spans(LIST_REQUEST)).isNotEmpty().allSatisfy(request -> {
            assertThat(text(request, "error.type")).isEqualTo("network");
            assertThat(request.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        });
        assertThat(text(span("ajo capping.list"), "error.type")).isEqualTo("network");
    }

    @Test
    void aBatchOfEventsCountsWhatBecameOfThem() {
        List<Object> events = List.of(
                Map.of("_id", "a"),
                Map.of("header", Map.of("a", 1), "body", Map.of("xdmEntity", Map.of("_id", "bad"))),
                Map.of("_id", "c"));
        failure(
                AjoPartialFailureException.class,
                "ajo:event?operation=sendBatch&checkBody=never&maxBatchMessages=2&connectionId="
                        + EventSamples.CONNECTION + "&schemaId=" + EventSamples.SCHEMA,
                events);
        SpanData batch = span("ajo event.sendBatch");
        assertThat(text(batch, "ajo.events.sent")).isEqualTo("2");
        assertThat(text(batch, "ajo.events.refused")).isEqualTo("1");
        assertThat(text(batch, "ajo.events.unknown")).isEqualTo("0");
        assertThat(text(batch, "error.type")).isEqualTo("partial");
        assertThat(spans("POST /collection/batch/{connectionId}")).hasSize(2);
        assertThat(everythingTold()).doesNotContain(EventSamples.CONNECTION);
    }

    @Test
    void aDesiredStateIsOneTraceWithTheNumberOfItsChanges() {
        send(
                "ajo:capping?operation=apply",
                List.of(Map.of(
                        "url",
                        "https://a.example.com/x",
                        "methods",
                        List.of("POST"),
                        "services",
                        Map.of("action", Map.of("rating", Map.of("maxCallsCount", 100, "periodInMs", 1000))))));
        SpanData apply = span("ajo capping.apply");
        assertThat(text(apply, "ajo.changes")).isEqualTo("2");
        assertThat(span("POST /journey/orchestration/endpointConfigs/{uid}/deploy")
                        .getParentSpanId())
                .isEqualTo(apply.getSpanId());
    }

    @Test
    void aPollOfASourceIsATraceAndEachChangeBeginsAnother() throws Exception {
        AjoConsumer consumer = (AjoConsumer) context.getRoute("source").getConsumer();
        consumer.poll();
        SpanData poll = span("ajo poll template.list");
        assertThat(number(poll, "ajo.source.changes")).isEqualTo(3);
        assertThat(number(poll, "ajo.source.items")).isEqualTo(3);
        assertThat(spans("GET /ajo/content/templates")).isNotEmpty().allMatch(request -> request.getParentSpanId()
                .equals(poll.getSpanId()));
        assertThat(spans("ajo template.list")).hasSize(3);
        simulator().failNext(1, 500);
        assertThatThrownBy(consumer::poll).isInstanceOf(AjoServerException.class);
        assertThat(spans("ajo poll template.list"))
                .extracting(span -> text(span, "error.type"))
                .containsExactly(null, "server");
    }

    @Test
    void aComponentUnderAnotherNameIsTracedAlike() {
        context.addComponent("ajo-emea", component());
        send("ajo-emea:capping?operation=list", null);
        assertThat(span(LIST_REQUEST).getParentSpanId())
                .isEqualTo(span("ajo capping.list").getSpanId());
        assertThat(text(span("ajo capping.list"), "url.query")).isNull();
    }

    @Test
    void exchangesThatMixOnFewThreadsKeepTheirTraces() {
        AjoComponent narrow = component();
        narrow.setMaxConcurrentRequests(3);
        context.addComponent("narrow", narrow);
        ExecutorService threads = Executors.newFixedThreadPool(10);
        CompletableFuture<?>[] exchanges = IntStream.range(0, 100)
                .mapToObj(i -> CompletableFuture.runAsync(() -> send("narrow:capping?operation=list", null), threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(exchanges).join();
        threads.shutdown();
        List<SpanData> endpoints = spans("ajo capping.list");
        assertThat(endpoints).hasSize(100);
        assertThat(endpoints).allSatisfy(endpoint -> assertThat(spans(LIST_REQUEST).stream()
                        .filter(request -> request.getParentSpanId().equals(endpoint.getSpanId()))
                        .filter(request -> text(request, "ajo.request_id").equals(text(endpoint, "ajo.request_id"))))
                .hasSize(1));
    }

    @Test
    void theContextOfTheThreadIsNeitherReadNorChanged() {
        AjoComponent component = context.getComponent("ajo", AjoComponent.class);
        PollTrace poll;
        Context around = Context.root().with(ContextKey.named("a"), "a");
        try (Scope ignored = around.makeCurrent()) {
            poll = component
                    .observation()
                    .pollTrace(new EndpointFacts("template", "list", "dev"), "ajo:template?operation=list");
            poll.calls().attempt(new Outgoing("GET", "/a", "host", -1, 0)).answered(200, null, true);
            poll.calls().waiting("x").ended(1, null, null);
            assertThat(Context.current()).isSameAs(around);
        }
        poll.end(null);
        assertThat(span("ajo poll template.list").getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(span("GET /a").getParentSpanId())
                .isEqualTo(span("ajo poll template.list").getSpanId());
    }

    @Test
    void theTraceOfTheApplicationStaysInside() {
        template.requestBodyAndHeader(
                LIST, null, "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(simulator().requests()).allSatisfy(request -> {
            assertThat(request.header("traceparent")).isNull();
            assertThat(request.header("tracestate")).isNull();
        });
        assertThat(span("ajo capping.list").getTraceId())
                .as("it goes on")
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void theTraceGoesAlongWhereThatIsWantedAndEachRequestHasItsOwnSpan() {
        AjoComponent open = component();
        open.setTraceContext(true);
        context.addComponent("open", open);
        simulator().failNext(1, 503);
        template.requestBodyAndHeader(
                "open:capping?operation=list&maxRetries=2",
                null,
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(simulator().requests())
                .extracting((ReceivedRequest request) -> request.header("traceparent"))
                .containsExactlyElementsOf(spans(LIST_REQUEST).stream()
                        .map(span -> "00-0af7651916cd43dd8448eb211c80319c-" + span.getSpanId() + "-01")
                        .toList());
        assertThat(simulator().tokenRequests())
                .allSatisfy(request -> assertThat(request.header("traceparent")).isNull());
    }
}
