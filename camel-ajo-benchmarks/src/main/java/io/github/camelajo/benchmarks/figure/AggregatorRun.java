package io.github.camelajo.benchmarks.figure;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

import io.github.camelajo.RecipientBatch;
import io.github.camelajo.benchmarks.client.Call;
import io.github.camelajo.benchmarks.client.CamelSetup;
import io.github.camelajo.benchmarks.server.ServerProcess;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.jdbc.JdbcAggregationRepository;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What one has without an outbox: an aggregator whose batches are kept by Camel's repository for JDBC. */
final class AggregatorRun {

    private final LongAdder sent = new LongAdder();
    private final Semaphore waiting = new Semaphore(200);

    private AggregatorRun() {}

    /** Arguments: port of the server, port of PostgreSQL, milliseconds of the window. */
    public static void main(String[] args) {
        ChildJvm.measure(() -> new AggregatorRun().measure(args));
    }

    private Map<String, ?> measure(String[] args) throws Exception {
        ServerProcess server = ServerProcess.at(Integer.parseInt(args[0]));
        DataSource dataSource = OutboxRun.pool(Integer.parseInt(args[1]));
        JdbcAggregationRepository repository =
                new JdbcAggregationRepository(new DataSourceTransactionManager(dataSource), "aggregation", dataSource);
        repository.setUseRecovery(true);
        try (DefaultCamelContext context = CamelSetup.context(server, OutboxRun.LATENCY_MILLIS, 50);
                ProducerTemplate template = context.createProducerTemplate()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:mails")
                            .aggregate(simple("${body[campaignId]}"), new RecipientBatch())
                            .aggregationRepository(repository)
                            .completionTimeout(500)
                            .eagerCheckCompletion()
                            .process(exchange -> exchange.setProperty(
                                    "size", size(exchange.getMessage().getBody(Map.class))))
                            .to(Call.MESSAGE_URI)
                            .process(exchange -> {
                                int size = exchange.getProperty("size", int.class);
                                sent.add(size);
                                waiting.release(size);
                            });
                }
            });
            context.start();
            Thread sender = new Thread(() -> {
                try {
                    for (long number = 0; true; number++) {
                        waiting.acquire();
                        template.sendBody("direct:mails", Call.messageTo("somebody" + number + "@example.com"));
                    }
                } catch (InterruptedException e) {
                    // The window is over.
                }
            });
            sender.start();
            TimeUnit.SECONDS.sleep(3);
            long before = sent.sum();
            long start = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(Long.parseLong(args[2]));
            double perSecond = (sent.sum() - before) * 1e9 / (System.nanoTime() - start);
            sender.interrupt();
            return Map.of("perSecond", perSecond);
        }
    }

    private static int size(Map<?, ?> body) {
        return ((java.util.Collection<?>) body.get("recipients")).size();
    }
}
