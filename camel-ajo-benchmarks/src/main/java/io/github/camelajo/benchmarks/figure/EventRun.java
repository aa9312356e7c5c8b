package io.github.camelajo.benchmarks.figure;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.benchmarks.client.Call;
import io.github.camelajo.benchmarks.client.CamelSetup;
import io.github.camelajo.benchmarks.server.Answers;
import io.github.camelajo.benchmarks.server.ServerProcess;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Events per second with a token, of routes that have as many threads as requests at a time. With {@code http:} the route makes
 * the envelopes itself, writes the JSON and reads the answer, as it would have to without this project; what it does not do is to look at
 * the outcomes.
 */
final class EventRun {

    static final int LATENCY_MILLIS = 50;
    static final int CALLS_AT_A_TIME = 8;
    static final int BATCH = Answers.EVENTS_OF_A_BATCH;

    private static final String CONNECTION = "3f1b0c9a7d5e48264c1a9be0f27d63815aa4c07e9d21b6f8e35c40718fd2a96b";
    private static final String SCHEMA = "https://ns.adobe.com/acme/schemas/5d7e2a90b1c34f6888aa13c7f0294e6b";
    private static final String OPTIONS = "&eventToken=true&connectionId=" + CONNECTION + "&schemaId=" + SCHEMA;
    private static final int WARM_UP_ROUNDS = 2;

    private final ServerProcess server;
    private final Map<String, Load> loads = new LinkedHashMap<>();
    private final Map<String, Runnable> senders = new LinkedHashMap<>();

    private EventRun(ServerProcess server) {
        this.server = server;
    }

    /** Arguments: port of the server, rounds, milliseconds of a window. */
    public static void main(String[] args) {
        ChildJvm.measure(() -> {
            EventRun run = new EventRun(ServerProcess.at(Integer.parseInt(args[0])));
            run.prepare();
            return run.measure(Integer.parseInt(args[1]), Long.parseLong(args[2]));
        });
    }

    /** About 1 KB with its envelope. */
    static Map<String, Object> event() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("_id", "6f1d3b7e-2f0a-4f6b-9c51-0d9d6f2f7c11");
        event.put("timestamp", "2026-11-29T10:15:30.123Z");
        event.put("identityMap", Map.of("Email", List.of(Map.of("id", "somebody@example.com"))));
        event.put("_acme", Map.of("order", Map.of("number", "4711", "total", 99.9, "text", "x".repeat(280))));
        return event;
    }

    private static Map<String, Object> envelope(Map<String, Object> event) {
        Map<String, Object> schema =
                Map.of("id", SCHEMA, "contentType", "application/vnd.adobe.xed-full+json;version=1");
        return Map.of(
                "header", Map.of("schemaRef", schema, "imsOrgId", Call.ORGANIZATION),
                "body", Map.of("xdmMeta", Map.of("schemaRef", schema), "xdmEntity", event));
    }

    private static List<Map<String, Object>> events() {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            events.add(event());
        }
        return events;
    }

    private static Map<String, Object> batch() {
        return Map.of("messages", events().stream().map(EventRun::envelope).toList());
    }

    private void prepare() throws Exception {
        ajo("ajoSingle", "ajo:event?operation=send" + OPTIONS, EventRun::event);
        http("httpSingle", "/collection/" + CONNECTION, () -> envelope(event()));
        ajo("ajoBatch", "ajo:event?operation=sendBatch" + OPTIONS, EventRun::events);
        http("httpBatch", "/collection/batch/" + CONNECTION, EventRun::batch);
    }

    private void ajo(String name, String uri, Supplier<Object> body) throws Exception {
        DefaultCamelContext context = CamelSetup.context(server, LATENCY_MILLIS, CALLS_AT_A_TIME);
        AjoComponent ajo = context.getComponent("ajo", AjoComponent.class);
        ajo.setMaxConcurrentEventRequests(CALLS_AT_A_TIME);
        ajo.getConfiguration().setEventUrl(server.baseUrl(LATENCY_MILLIS));
        ajo.getConfiguration().setTokenEndpoint(server.tokenEndpoint(name));
        route(name, context, body, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:calls").to(uri);
            }
        });
    }

    private void http(String name, String path, Supplier<Object> body) throws Exception {
        // Its token request needs a connection while a call has one already.
        DefaultCamelContext context = CamelSetup.context(server, LATENCY_MILLIS, 2 * CALLS_AT_A_TIME);
        String uri = server.baseUrl(LATENCY_MILLIS) + path + "?httpMethod=POST&oauth2ClientId=" + Call.CLIENT_ID
                + "&oauth2ClientSecret=" + Call.CLIENT_SECRET + "&oauth2Scope=" + Call.SCOPES
                + "&oauth2CacheTokens=true&oauth2TokenEndpoint=" + server.tokenEndpoint(name);
        route(name, context, body, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:calls")
                        .process(CamelSetup::setHeaders)
                        .process(exchange -> exchange.getMessage()
                                .setBody(Call.MAPPER.writeValueAsBytes(
                                        exchange.getMessage().getBody())))
                        .to(uri)
                        .process(EventRun::parse);
            }
        });
    }

    private static void parse(Exchange exchange) throws Exception {
        exchange.getMessage()
                .setBody(Call.MAPPER.readValue(exchange.getMessage().getBody(InputStream.class), Map.class));
    }

    private void route(String name, DefaultCamelContext context, Supplier<Object> body, RouteBuilder calls)
            throws Exception {
        Load load = new Load(CALLS_AT_A_TIME);
        String entrance = Load.queue(1000, CALLS_AT_A_TIME);
        context.addRoutes(calls);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                load.countFailures(this);
                from(entrance)
                        .process(exchange -> exchange.getMessage().setBody(body.get()))
                        .to("direct:calls")
                        .process(exchange -> load.ended());
            }
        });
        context.start();
        ProducerTemplate template = context.createProducerTemplate();
        Endpoint endpoint = context.getEndpoint(entrance);
        loads.put(name, load);
        senders.put(name, () -> template.sendBody(endpoint, null));
    }

    private Map<String, Object> measure(int rounds, long windowMillis) throws InterruptedException {
        for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
            for (String name : loads.keySet()) {
                loads.get(name).window(server, senders.get(name), 700, windowMillis);
            }
        }
        Map<String, Object> report = new LinkedHashMap<>();
        for (Map.Entry<String, Load> entry : loads.entrySet()) {
            String name = entry.getKey();
            int events = name.endsWith("Batch") ? BATCH : 1;
            Load load = entry.getValue();
            report.put(
                    name,
                    Map.of(
                            "perSecond",
                            counted(load.perSecond()).median() * events,
                            "cpuMicros",
                            counted(load.cpuMicros()).median() / events,
                            "tokens",
                            server.tokenRequests(name).length));
        }
        report.put("singleToHttp", ratio("ajoSingle", "httpSingle"));
        report.put("batchToHttp", ratio("ajoBatch", "httpBatch"));
        return report;
    }

    private double ratio(String one, String other) {
        return counted(loads.get(one).perSecond())
                .medianRatio(counted(loads.get(other).perSecond()));
    }

    private static Samples counted(Samples samples) {
        return samples.withoutFirst(WARM_UP_ROUNDS);
    }
}
