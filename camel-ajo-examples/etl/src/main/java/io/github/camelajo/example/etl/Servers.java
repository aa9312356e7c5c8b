package io.github.camelajo.example.etl;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.SampleIds;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** What is there already where the example is real: PostgreSQL, the broker Artemis, and Adobe, which a simulator plays. */
final class Servers implements AutoCloseable {

    /** About as long as a call over the internet takes, and more: so that some are under way when a process is killed. */
    private static final Duration LATENCY = Duration.ofMillis(400);

    private static final int SUPPRESSED_BEFORE = 30;

    private final EmbeddedPostgres postgres;
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final AjoSimulator adobe;
    private final String brokerUrl;

    private Servers() throws Exception {
        postgres = EmbeddedPostgres.builder()
                // As it is by default; for tests it is off.
                .setServerConfig("synchronous_commit", "on")
                .start();
        brokerUrl = "tcp://localhost:" + freePort();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                // An order that cannot be taken after ten deliveries is kept; without such an address it would be
                // dropped.
                .addAddressSetting(
                        "#",
                        new AddressSettings()
                                .setDeadLetterAddress(SimpleString.of("DLQ"))
                                .setExpiryAddress(SimpleString.of("DLQ"))
                                .setAutoCreateDeadLetterResources(true))
                .addAcceptorConfiguration("workers", brokerUrl));
        broker.start();
        adobe = AjoSimulator.builder().suppressionEntries(SUPPRESSED_BEFORE).start();
        adobe.latency(LATENCY);
    }

    static Servers start() throws Exception {
        return new Servers();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** One call for mails is carried out, but its answer comes after the worker has given up. */
    void loseAnAnswer(Duration later) {
        adobe.failNext(
                Fault.builder().pathPrefix("/ajo/im/executions").delay(later).build());
    }

    AjoSimulator adobe() {
        return adobe;
    }

    String databaseUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    String brokerUrl() {
        return brokerUrl;
    }

    /** Where Adobe is, and who calls. */
    Map<String, String> account() {
        return Map.ofEntries(
                Map.entry("AJO_CLIENT_ID", adobe.clientId()),
                Map.entry("AJO_CLIENT_SECRET", adobe.clientSecret()),
                Map.entry("AJO_ORGANIZATION_ID", adobe.organizationId()),
                Map.entry("AJO_SCOPES", adobe.scopes()),
                Map.entry("AJO_SANDBOX", AjoSimulator.DEVELOPMENT_SANDBOX),
                Map.entry("AJO_BASE_URL", adobe.baseUrl()),
                Map.entry("AJO_EVENT_URL", adobe.baseUrl()),
                Map.entry("AJO_TOKEN_ENDPOINT", adobe.tokenEndpoint()),
                Map.entry("ETL_CAMPAIGN_ID", SampleIds.LIVE_CAMPAIGN),
                Map.entry("ETL_CONNECTION_ID", EventSamples.CONNECTION),
                Map.entry("ETL_SCHEMA_ID", EventSamples.SCHEMA),
                Map.entry("ETL_EVENT_ID", EventSamples.EVENT_ID));
    }

    @Override
    public void close() throws IOException {
        adobe.close();
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IOException("The broker has not stopped", e);
        } finally {
            postgres.close();
        }
    }
}
