package io.github.camelajo.benchmarks.figure;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelajo.benchmarks.client.AsyncClient;
import io.github.camelajo.benchmarks.client.BareClients;
import io.github.camelajo.benchmarks.client.Call;
import io.github.camelajo.benchmarks.client.CamelSetup;
import io.github.camelajo.benchmarks.server.ServerProcess;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Calls per second of routes that begin with four threads, against an answer that takes 100 ms. All subjects run in this JVM,
 * one window after the other, round and round.
 */
final class ThroughputRun {

    static final int LATENCY_MILLIS = 100;
    private static final int ROUTE_THREADS = 4;

    /** So long that the compilers have done most of their work. */
    private static final int WARM_UP_ROUNDS = 3;

    private final ServerProcess server;
    private final int inFlight;
    private final Map<String, Load> loads = new LinkedHashMap<>();
    private final Map<String, Runnable> senders = new LinkedHashMap<>();

    private ThroughputRun(ServerProcess server, int inFlight) {
        this.server = server;
        this.inFlight = inFlight;
    }

    /** Arguments: port of the server, calls in flight, rounds, milliseconds of a window. */
    public static void main(String[] args) {
        ChildJvm.measure(() -> {
            ThroughputRun run =
                    new ThroughputRun(ServerProcess.at(Integer.parseInt(args[0])), Integer.parseInt(args[1]));
            run.prepare();
            return run.measure(Integer.parseInt(args[2]), Long.parseLong(args[3]));
        });
    }

    private void prepare() throws Exception {
        route("ajo", ROUTE_THREADS, inFlight, Call.URI, exchange -> {}, exchange -> {});
        // With four threads never more than four calls are made; what waits behind them does not matter.
        route(
                "http",
                ROUTE_THREADS,
                2 * ROUTE_THREADS,
                CamelSetup.httpUri(server, LATENCY_MILLIS),
                CamelSetup::setHeaders,
                ThroughputRun::parseStream);
        route(
                "vertx",
                ROUTE_THREADS,
                inFlight,
                CamelSetup.vertxUri(server, LATENCY_MILLIS),
                CamelSetup::setHeadersAndToken,
                ThroughputRun::parseBytes);
        route(
                "httpManyThreads",
                inFlight,
                inFlight,
                CamelSetup.httpUri(server, LATENCY_MILLIS),
                CamelSetup::setHeaders,
                ThroughputRun::parseStream);
        Load load = new Load(inFlight);
        AsyncClient client = BareClients.apacheAsync(server, LATENCY_MILLIS, inFlight);
        loads.put("async", load);
        senders.put(
                "async",
                () -> client.call((answer, failure) -> {
                    if (failure == null) {
                        load.ended();
                    } else {
                        load.failed(failure);
                    }
                }));
    }

    private void route(String name, int threads, int calls, String uri, Processor before, Processor after)
            throws Exception {
        Load load = new Load(calls);
        String entrance = Load.queue(10_000, threads);
        DefaultCamelContext context = CamelSetup.context(server, LATENCY_MILLIS, inFlight);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                load.countFailures(this);
                from(entrance).process(before).to(uri).process(after).process(exchange -> load.ended());
            }
        });
        context.start();
        ProducerTemplate template = context.createProducerTemplate();
        Endpoint endpoint = context.getEndpoint(entrance);
        loads.put(name, load);
        senders.put(name, () -> template.sendBody(endpoint, Call.BODY));
    }

    private static void parseStream(Exchange exchange) throws Exception {
        exchange.getMessage()
                .setBody(Call.MAPPER.readValue(exchange.getMessage().getBody(InputStream.class), Map.class));
    }

    private static void parseBytes(Exchange exchange) throws Exception {
        exchange.getMessage()
                .setBody(Call.MAPPER.readValue(exchange.getMessage().getBody(byte[].class), Map.class));
    }

    private Map<String, Object> measure(int rounds, long windowMillis) throws InterruptedException {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            for (String name : loads.keySet()) {
                loads.get(name).window(server, senders.get(name), 1000, windowMillis);
            }
        }
        Map<String, Samples> perSecond = new LinkedHashMap<>();
        Map<String, Object> report = new LinkedHashMap<>();
        double busiest = 0;
        for (int round = 0; round < rounds; round++) {
            for (String name : loads.keySet()) {
                loads.get(name).window(server, senders.get(name), 700, windowMillis);
            }
        }
        for (Map.Entry<String, Load> entry : loads.entrySet()) {
            Load load = entry.getValue();
            Samples counted = load.perSecond().withoutFirst(WARM_UP_ROUNDS);
            perSecond.put(entry.getKey(), counted);
            busiest = Math.max(busiest, load.serverBusy().percentile(1));
            report.put(
                    entry.getKey(),
                    Map.of(
                            "perSecond", counted.median(),
                            "cpuMicros",
                                    load.cpuMicros()
                                            .withoutFirst(WARM_UP_ROUNDS)
                                            .median()));
        }
        report.put("toHttp", perSecond.get("ajo").medianRatio(perSecond.get("http")));
        report.put("toAsync", perSecond.get("ajo").medianRatio(perSecond.get("async")));
        report.put("toVertx", perSecond.get("ajo").medianRatio(perSecond.get("vertx")));
        report.put("serverBusy", busiest);
        return report;
    }
}
