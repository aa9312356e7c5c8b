package io.github.camelajo.benchmarks.client;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

import io.github.camelajo.AjoEndpoint;
import io.github.camelajo.benchmarks.server.ServerProcess;
import io.github.camelajo.spi.SourceState;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;

/** Ways to find out what has changed in a long list: a route that begins with it, and one that is written by hand. */
public final class Following {

    private static final String PAGES = "&pageSize=" + Listing.PAGE_SIZE;
    private static final String HANDWRITTEN = "handwritten";
    private static final int BATCH = 10_000;

    private final AtomicLong told = new AtomicLong();

    private Following() {}

    /** Looks for changes, and tells how many there were, until it is closed. */
    public interface Poll extends AutoCloseable {
        long poll() throws Exception;
    }

    /** A source that reads the whole list at each poll, as {@code removed} asks for. */
    public static Poll source(ServerProcess server, SourceState state, String startFrom) throws Exception {
        Following following = new Following();
        DefaultCamelContext context = CamelSetup.context(server, 0, 20);
        context.getRegistry().bind("state", state);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ajo:suppression-address?operation=list&changes=created,updated,removed&startScheduler=false"
                                + "&sourceState=#state&sourceId=suppressed&startFrom=" + startFrom + PAGES)
                        .routeId("source")
                        .process(following::count);
            }
        });
        context.start();
        AjoEndpoint endpoint = (AjoEndpoint) context.getRoute("source").getEndpoint();
        return following.poll(context, endpoint::pollNow);
    }

    /** The list by {@code paging=iterator}, each item past an idempotent consumer that keeps what was seen in a database. */
    public static Poll handwritten(ServerProcess server, DataSource dataSource) throws Exception {
        Following following = new Following();
        DefaultCamelContext context = CamelSetup.context(server, 0, 20);
        JdbcMessageIdRepository seen = new JdbcMessageIdRepository(dataSource, HANDWRITTEN);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:poll")
                        .to("ajo:suppression-address?operation=list&paging=iterator" + PAGES)
                        .split(body())
                        .streaming()
                        .idempotentConsumer(simple("${body[id]} ${body[lastModifiedDate]}"), seen)
                        .process(following::count);
            }
        });
        context.start();
        ProducerTemplate template = context.createProducerTemplate();
        return following.poll(context, () -> {
            Exchange done = template.send("direct:poll", exchange -> {});
            if (done.getException() != null) {
                throw done.getException();
            }
        });
    }

    private interface Look {
        void look() throws Exception;
    }

    private Poll poll(DefaultCamelContext context, Look look) {
        return new Poll() {
            @Override
            public long poll() throws Exception {
                told.set(0);
                look.look();
                return told.get();
            }

            @Override
            public void close() throws Exception {
                context.close();
            }
        };
    }

    /** Fills the table of the idempotent consumer with what a first read of the list would leave in it. */
    public static void fill(DataSource dataSource, int items) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE CAMEL_MESSAGEPROCESSED (processorName VARCHAR(255), messageId VARCHAR(100),"
                                + " createdAt TIMESTAMP, PRIMARY KEY (processorName, messageId))");
            }
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO CAMEL_MESSAGEPROCESSED VALUES (?, ?, ?)")) {
                for (int i = 0; i < items; i++) {
                    insert.setString(1, HANDWRITTEN);
                    insert.setString(2, String.format("e%08d 1750000000000", i));
                    insert.setTimestamp(3, new Timestamp(0));
                    insert.addBatch();
                    if (i % BATCH == BATCH - 1) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    private void count(Exchange ignored) {
        told.incrementAndGet();
    }
}
