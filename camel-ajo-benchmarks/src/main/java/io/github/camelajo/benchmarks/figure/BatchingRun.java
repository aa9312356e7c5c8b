package io.github.camelajo.benchmarks.figure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import io.github.camelajo.RecipientBatch;
import io.github.camelajo.benchmarks.client.Call;
import io.github.camelajo.benchmarks.client.CamelSetup;
import io.github.camelajo.benchmarks.server.ServerProcess;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Messages per second with one recipient in a call and with twenty, with the same number of calls at a time. */
final class BatchingRun {

    static final int LATENCY_MILLIS = 50;
    static final int CALLS_AT_A_TIME = 8;

    private final LongAdder sent = new LongAdder();
    private final Semaphore waiting = new Semaphore(40 * CALLS_AT_A_TIME);
    private final ProducerTemplate template;

    private BatchingRun(DefaultCamelContext context) {
        this.template = context.createProducerTemplate();
    }

    /** Arguments: port of the server, rounds, milliseconds of a window. */
    public static void main(String[] args) {
        ChildJvm.measure(() -> measure(args));
    }

    private static Map<String, ?> measure(String[] args) throws Exception {
        ServerProcess server = ServerProcess.at(Integer.parseInt(args[0]));
        int rounds = Integer.parseInt(args[1]);
        long window = Long.parseLong(args[2]);
        try (DefaultCamelContext context = CamelSetup.context(server, LATENCY_MILLIS, CALLS_AT_A_TIME)) {
            BatchingRun run = new BatchingRun(context);
            context.addRoutes(run.routes());
            context.start();
            Samples single = new Samples();
            Samples batched = new Samples();
            for (int i = 0; i <= rounds; i++) {
                single.add(run.measure("seda:single?size=1000", window));
                batched.add(run.measure("seda:batched?size=1000", window));
            }
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("single", single.withoutFirst(1).median());
            report.put("batched", batched.withoutFirst(1).median());
            report.put("ratio", batched.withoutFirst(1).medianRatio(single.withoutFirst(1)));
            return report;
        }
    }

    private RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:single?size=1000").to("direct:send");
                from("seda:batched?size=1000")
                        .aggregate(simple("${body[campaignId]}"), new RecipientBatch())
                        .completionTimeout(500)
                        .eagerCheckCompletion()
                        .to("direct:send");
                from("direct:send")
                        .process(exchange -> exchange.setProperty("recipients", recipients(exchange)))
                        .to(Call.MESSAGE_URI)
                        .process(exchange -> {
                            int recipients = exchange.getProperty("recipients", int.class);
                            sent.add(recipients);
                            waiting.release(recipients);
                        });
            }
        };
    }

    private static int recipients(Exchange exchange) {
        return ((Collection<?>) exchange.getMessage().getBody(Map.class).get("recipients")).size();
    }

    private double measure(String entrance, long windowMillis) throws InterruptedException {
        Thread sender = new Thread(() -> {
            try {
                for (long number = 0; true; number++) {
                    waiting.acquire();
                    template.sendBody(entrance, Call.messageTo("somebody" + number + "@example.com"));
                }
            } catch (InterruptedException e) {
                // The window is over.
            }
        });
        sender.start();
        TimeUnit.MILLISECONDS.sleep(500);
        long before = sent.sum();
        long start = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(windowMillis);
        double perSecond = (sent.sum() - before) * 1e9 / (System.nanoTime() - start);
        sender.interrupt();
        sender.join();
        // What is left of a batch goes when its time is up.
        if (!waiting.tryAcquire(40 * CALLS_AT_A_TIME, 30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Messages were not sent");
        }
        waiting.release(40 * CALLS_AT_A_TIME);
        return perSecond;
    }
}
