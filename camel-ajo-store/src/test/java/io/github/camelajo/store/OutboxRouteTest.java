package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.AjoConstants;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.internal.storage.OutboxStorage;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Routes with an outbox in a database: in one process, in two processes, and in a transaction of the caller. */
class OutboxRouteTest {

    private static final String ADD = "ajo:outbox?operation=add&deliver=message&campaignId=" + SampleIds.LIVE_CAMPAIGN;

    private final AjoSimulator simulator = AjoSimulator.builder().start();
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final AtomicReference<Connection> transaction = new AtomicReference<>();
    private Supplier<Optional<Connection>> joined = () -> Optional.ofNullable(transaction.get());
    private JdbcBackend backend;

    @AfterEach
    void end() {
        simulator.close();
        backend.close();
    }

    private CamelContext context(boolean delivers) throws Exception {
        CamelContext context = new DefaultCamelContext();
        OutboxStorage outbox =
                OutboxStorage.of(backend.store(builder -> builder.callerTransaction(this::join)).outbox());
        context.getRegistry().bind("outbox", outbox);
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setClientId(simulator.clientId());
        configuration.setClientSecret(simulator.clientSecret());
        configuration.setOrganizationId(simulator.organizationId());
        configuration.setScopes(simulator.scopes());
        configuration.setBaseUrl(simulator.baseUrl());
        configuration.setTokenEndpoint(simulator.tokenEndpoint());
        configuration.setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
        context.addComponent("ajo", component);
        if (delivers) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("ajo:outbox?deliver=message&idleDelay=20")
                            .process(exchange -> told.merge(
                                    exchange.getMessage().getHeader(AjoConstants.OUTBOX_KEY, String.class),
                                    exchange.getMessage().getHeader(AjoConstants.OUTBOX_STATE, String.class),
                                    (one, other) -> one + " " + other));
                }
            });
        }
        context.start();
        return context;
    }

    private Optional<Connection> join() {
        return joined.get();
    }

    private static void add(CamelContext context, String options, String key) throws Exception {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            template.sendBodyAndHeader(
                    ADD + options,
                    Map.of("type", "external", "userId", key + "@example.com", "namespace", "email"),
                    AjoConstants.OUTBOX_KEY,
                    key);
        }
    }

    private void open(String database) {
        backend = database.equals("H2") ? JdbcBackend.h2InMemory() : JdbcBackend.postgres();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void twoProcessesShareALaneAndTellEachItemOnce(String database) throws Exception {
        open(database);
        try (CamelContext one = context(true);
                CamelContext other = context(true)) {
            for (int i = 0; i < 100; i++) {
                add(i % 2 == 0 ? one : other, "", "k" + i);
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> told.size() == 100);
            assertThat(told.values()).containsOnly("sent");
            assertThat(simulator.messagesSent()).hasSize(100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void anItemExistsWhenTheCallersTransactionCommits(String database) throws Exception {
        open(database);
        try (CamelContext context = context(true);
                Connection connection = backend.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            transaction.set(connection);
            add(context, "&transaction=required", "rolled-back");
            connection.rollback();
            add(context, "&transaction=required", "committed");
            connection.commit();
            transaction.set(null);
            await().atMost(Duration.ofSeconds(30)).until(() -> told.containsKey("committed"));
            assertThat(told).doesNotContainKey("rolled-back");
            assertThat(simulator.messagesSent()).hasSize(1);
            assertThatThrownBy(() -> add(context, "&transaction=required", "outside"))
                    .isInstanceOf(CamelExecutionException.class)
                    .rootCause()
                    .hasMessageContaining("requires a transaction");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aProcessThatOnlyAddsLeavesDeliveryToAnother(String database) throws Exception {
        open(database);
        try (CamelContext adding = context(false)) {
            add(adding, "", "k");
            assertThat(backend.text("SELECT state FROM ajo_outbox_item"))
                    .isEqualTo(String.valueOf(OutboxState.NEW.code()));
            try (CamelContext ignored = context(true)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> told.containsKey("k"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aBranchOnAnotherThreadIsNotInTheTransaction(String database) throws Exception {
        open(database);
        ThreadLocal<Connection> ofThread = new ThreadLocal<>();
        joined = () -> Optional.ofNullable(ofThread.get());
        try (CamelContext context = context(false);
                Connection connection = backend.dataSource().getConnection();
                ProducerTemplate template = context.createProducerTemplate()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:orders")
                            .split(body())
                            .parallelProcessing()
                            .stopOnException()
                            .setHeader(AjoConstants.OUTBOX_KEY, body())
                            .setBody(
                                    simple(
                                            "{\"type\":\"external\",\"userId\":\"${body}@example.com\",\"namespace\":\"email\"}"))
                            .to(ADD + "&transaction=required");
                }
            });
            connection.setAutoCommit(false);
            ofThread.set(connection);
            assertThatThrownBy(() -> template.sendBody("direct:orders", List.of("one", "two")))
                    .isInstanceOf(CamelExecutionException.class)
                    .rootCause()
                    .hasMessageContaining("requires a transaction");
            connection.commit();
            assertThat(backend.number("SELECT COUNT(*) FROM ajo_outbox_item")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void nothingIsLockedWhileAdobeIsCalled(String database) throws Exception {
        open(database);
        List<String> states = new CopyOnWriteArrayList<>();
        simulator.addListener((request, status) -> states.add(lockedState()));
        try (CamelContext context = context(true)) {
            add(context, "", "k");
            await().atMost(Duration.ofSeconds(30)).until(() -> told.containsKey("k"));
        }
        assertThat(states).containsExactly("C O");
    }

    /** Locks the rows of item and batch and returns their states. Fails if somebody else has locked them. */
    private String lockedState() {
        try (Connection connection = backend.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            String states = state(connection, "ajo_outbox_item") + " " + state(connection, "ajo_outbox_batch");
            connection.rollback();
            connection.setAutoCommit(true);
            return states;
        } catch (SQLException e) {
            return e.toString();
        }
    }

    private String state(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        backend.qualified("SELECT state FROM " + table + " FOR UPDATE NOWAIT"));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
