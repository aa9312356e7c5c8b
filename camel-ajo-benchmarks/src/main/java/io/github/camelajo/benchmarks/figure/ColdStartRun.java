package io.github.camelajo.benchmarks.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelajo.benchmarks.client.Call;
import io.github.camelajo.benchmarks.client.CamelSetup;
import io.github.camelajo.benchmarks.server.ServerProcess;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** How many tokens are asked for when many exchanges come before there is one. */
final class ColdStartRun {

    static final int TOKEN_MILLIS = 200;
    static final int LATENCY_MILLIS = 20;
    static final int THREADS = 200;

    private ColdStartRun() {}

    /** Arguments: port of the server, number of exchanges. */
    public static void main(String[] args) {
        ChildJvm.measure(() -> measure(args));
    }

    private static Map<String, ?> measure(String[] args) throws Exception {
        ServerProcess server = ServerProcess.at(Integer.parseInt(args[0]));
        int exchanges = Integer.parseInt(args[1]);
        Map<String, Object> report = new LinkedHashMap<>();
        server.reset(86_400, TOKEN_MILLIS, 0);
        run(server, exchanges, Call.URI, exchange -> {});
        report.put("ajo", server.tokenRequests("ajo").length);
        run(server, exchanges, CamelSetup.httpUri(server, LATENCY_MILLIS), CamelSetup::setHeaders);
        report.put("http", server.tokenRequests("http").length);
        return report;
    }

    private static void run(ServerProcess server, int exchanges, String uri, Processor before) throws Exception {
        CountDownLatch ended = new CountDownLatch(exchanges);
        AtomicInteger failed = new AtomicInteger();
        try (DefaultCamelContext context = CamelSetup.context(server, LATENCY_MILLIS, THREADS)) {
            String entrance = "seda:cold?size=" + exchanges + "&concurrentConsumers=" + THREADS;
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    onException(Exception.class).handled(true).process(exchange -> {
                        failed.incrementAndGet();
                        ended.countDown();
                    });
                    from(entrance).process(before).to(uri).process(exchange -> ended.countDown());
                }
            });
            context.start();
            // Until then Camel's threads look at the queue only once a second.
            TimeUnit.MILLISECONDS.sleep(1500);
            ProducerTemplate template = context.createProducerTemplate();
            for (int i = 0; i < exchanges; i++) {
                template.sendBody(entrance, Call.BODY);
            }
            if (!ended.await(2, TimeUnit.MINUTES) || failed.get() > 0) {
                throw new IllegalStateException(
                        failed.get() + " exchanges failed, " + ended.getCount() + " did not end");
            }
        }
    }
}
