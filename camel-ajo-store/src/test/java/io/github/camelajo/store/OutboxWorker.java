package io.github.camelajo.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.camelajo.AjoConstants;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A process that adds mails to the outbox and delivers them, until it is killed. It prints {@code ready} when it
 * delivers, and {@code idle} when nothing is left to do. It writes what its route is told into a file, one line each.
 *
 * <p>
 * Arguments: JDBC URL of H2, or port and schema of PostgreSQL as {@code port/schema}; file for what was told; base URL, token
 * endpoint, client id, secret, organization and scopes; what to do with unknown items; first and last number of the mails to add.
 * </p>
 */
final class OutboxWorker {

    static final String LANE = "message/orders";
    static final Duration LIFETIME = Duration.ofSeconds(6);

    private static final String OUTBOX = "ajo:outbox?deliver=message&lane=orders&outboxStore=#outbox";

    private OutboxWorker() {}

    public static void main(String[] arguments) throws Exception {
        WorkerDatabase database = WorkerDatabase.open(arguments[0]);
        AjoStore store = AjoStore.builder(database.dataSource())
                .schema(database.schema())
                .lifetime(LIFETIME)
                .build();
        CamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("outbox", store.outbox());
        context.addComponent("ajo", WorkerLogin.read(arguments, 2).component());
        Path told = Path.of(arguments[1]);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(OUTBOX
                                + "&batchSize=5&parallelCalls=2&idleDelay=50&retryDelay=50&maxRetryDelay=500&maxAttempts=1000"
                                + "&onUnknown=" + arguments[8])
                        .process(exchange -> Files.write(
                                told,
                                List.of(line(exchange)),
                                StandardCharsets.UTF_8,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND));
            }
        });
        context.start();
        WorkerProcess.print("ready");
        add(context, Integer.parseInt(arguments[9]), Integer.parseInt(arguments[10]));
        while (true) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            if (isDone(database)) {
                WorkerProcess.print("idle");
            }
        }
    }

    private static void add(CamelContext context, int from, int to) throws Exception {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            for (int i = from; i < to; i++) {
                Map<String, Object> mail =
                        Map.of("type", "external", "userId", "p" + i + "@example.com", "namespace", "email");
                template.sendBodyAndHeader(
                        OUTBOX + "&operation=add&campaignId=" + KilledOutboxTest.CAMPAIGN,
                        mail,
                        AjoConstants.OUTBOX_KEY,
                        "p" + i);
            }
        }
    }

    private static String line(Exchange exchange) {
        return exchange.getMessage().getHeader(AjoConstants.OUTBOX_KEY) + ";"
                + exchange.getMessage().getHeader(AjoConstants.OUTBOX_STATE) + ";"
                + exchange.getMessage().getHeader(AjoConstants.OUTBOX_OUTCOME);
    }

    private static boolean isDone(WorkerDatabase database) throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT (SELECT COUNT(*) FROM " + database.prefix()
                        + "ajo_outbox_item WHERE state IN ('N', 'C')) + (SELECT COUNT(*) FROM " + database.prefix()
                        + "ajo_outbox_batch WHERE state = 'O' OR told_pos < size)")) {
            rows.next();
            return rows.getLong(1) == 0;
        }
    }
}
