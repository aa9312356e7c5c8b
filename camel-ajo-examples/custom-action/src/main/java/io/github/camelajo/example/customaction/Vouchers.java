package io.github.camelajo.example.customaction;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

import io.github.camelajo.example.common.ExampleMain;
import io.github.camelajo.simulator.control.EventSamples;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.RunScript;

/**
 * A service that Journey Optimizer calls by a custom action. It runs until it is stopped; without an account, until the journey
 * that the simulator plays has its voucher.
 */
public final class Vouchers extends ExampleMain {

    Vouchers(BackOffice backOffice) {
        super(
                "vouchers",
                Map.of(
                        "vouchers.connection", EventSamples.CONNECTION,
                        "vouchers.schema", EventSamples.SCHEMA,
                        "vouchers.event", EventSamples.EVENT_ID,
                        "vouchers.key", "a-key-for-the-simulator-only"));
        bind("backOffice", backOffice);
        configure().addRoutesBuilder(new VoucherRoutes());
        addMainListener(new Database());
    }

    public static void main(String... args) {
        Vouchers vouchers = new Vouchers(new SlowBackOffice());
        vouchers.configure().addRoutesBuilder(vouchers.new Demonstration());
        vouchers.runAndExit(args);
    }

    /** Opens the database before the routes are made, and closes it after they have ended. */
    private static final class Database extends MainListenerSupport {

        private JdbcConnectionPool pool;

        @Override
        public void afterConfigure(BaseMainSupport main) {
            CamelContext context = main.getCamelContext();
            // Without WRITE_DELAY=0 a commit is on disk half a second later, and a crash forgets it.
            pool = JdbcConnectionPool.create(
                    context.resolvePropertyPlaceholders("{{vouchers.database}}") + ";WRITE_DELAY=0", "sa", "");
            createTable(pool);
            context.getRegistry().bind("dataSource", DataSource.class, pool);
        }

        @Override
        public void afterStop(BaseMainSupport main) {
            if (pool != null) {
                pool.dispose();
            }
        }

        private static void createTable(DataSource database) {
            try (Connection connection = database.getConnection();
                    Reader script = new InputStreamReader(
                            Vouchers.class.getResourceAsStream("/tables.sql"), StandardCharsets.UTF_8)) {
                RunScript.execute(connection, script);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("The database cannot be used", e);
            }
        }
    }

    /** Only with the simulator. */
    private final class Demonstration extends RouteBuilder {

        @Override
        public void configure() {
            if (simulator().isEmpty()) {
                return;
            }
            CamelContext context = getContext();
            bindToRegistry(
                    "journey",
                    new PlayedJourney(
                            simulator().orElseThrow(),
                            context.resolvePropertyPlaceholders("{{vouchers.url}}"),
                            context.resolvePropertyPlaceholders("{{vouchers.key}}")));
            from("timer:journey?repeatCount=1&delay=1000").routeId("journey").bean("journey", "run");
            from("timer:voucher?period=200")
                    .routeId("voucher")
                    .filter(exchange ->
                            !simulator().orElseThrow().events().started().isEmpty())
                    .process(exchange -> completed());
        }
    }
}
