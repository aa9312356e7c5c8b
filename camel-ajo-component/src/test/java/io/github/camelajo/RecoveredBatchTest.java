package io.github.camelajo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.control.SampleIds;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.jdbc.JdbcAggregationRepository;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Batches in the JDBC aggregation repository of camel-sql, which gives them out again after a failure or a restart. */
class RecoveredBatchTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNITARY = "/ajo/im/executions/unitary";
    private static final String BATCHES_OF_EVENTS = "/collection/batch/" + EventSamples.CONNECTION;
    private static final String MAILS = "ajo:message?operation=triggerUnitary";
    private static final String EVENTS = "ajo:event?operation=sendBatch&connectionId=" + EventSamples.CONNECTION
            + "&schemaId=" + EventSamples.SCHEMA;

    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final AjoSimulator simulator = EXTENSION.simulator();

    @BeforeEach
    void createTables() {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute(
                "CREATE TABLE batches (id VARCHAR(255) PRIMARY KEY, exchange BLOB NOT NULL, version BIGINT NOT NULL)");
        jdbc.execute("CREATE TABLE batches_completed (id VARCHAR(255) PRIMARY KEY, exchange BLOB NOT NULL,"
                + " version BIGINT NOT NULL, instance_id VARCHAR(255))");
    }

    @AfterEach
    void closeDatabase() {
        database.dispose();
    }

    @Test
    void aRecoveredBatchOfMailsIsSentWithTheSameRequestId() throws Exception {
        try (DefaultCamelContext context = context(new RecipientBatch(), MAILS, repository(100))) {
            // Sent, but the answer comes too late.
            simulator.failNext(Fault.builder().delay(Duration.ofSeconds(2)).build());
            add(context, mail("jane", "order-1"), mail("bob", "order-2"));

            await().untilAsserted(() -> assertThat(calls(UNITARY)).hasSizeGreaterThanOrEqualTo(2));
            await().untilAsserted(() -> assertThat(completed()).isZero());
        }
        // On a busy machine the batch is recovered more than once.
        List<JsonNode> calls = calls(UNITARY);
        assertThat(calls).allSatisfy(call -> assertThat(call).isEqualTo(calls.get(0)));
        assertThat(calls.get(0).path("requestId").asText()).isNotBlank();
        // Recovery is at least once: Adobe promises nothing about a requestId that it has seen.
        assertThat(simulator.messagesSent()).hasSize(2 * calls.size());
    }

    @Test
    void aBatchThatARestartRecoversIsSentWithTheSameRequestId() throws Exception {
        try (DefaultCamelContext context = context(new RecipientBatch(), MAILS, repository(100))) {
            simulator.failNext(1000, 500);
            add(context, mail("jane", null), mail("bob", null));
            await().untilAsserted(() -> assertThat(calls(UNITARY)).isNotEmpty());
        }
        List<JsonNode> before = calls(UNITARY);
        simulator.reset();

        try (DefaultCamelContext context = context(new RecipientBatch(), MAILS, repository(100))) {
            await().untilAsserted(() -> assertThat(simulator.messagesSent()).hasSize(2));
        }
        assertThat(before).isNotEmpty().containsOnly(calls(UNITARY).get(0));
    }

    @Test
    void withoutRecoveryABatchOfUnknownOutcomeIsNotSentAgain() throws Exception {
        JdbcAggregationRepository repository = repository(100);
        repository.setUseRecovery(false);
        try (DefaultCamelContext context = context(new RecipientBatch(), MAILS, repository)) {
            simulator.failNext(Fault.builder().delay(Duration.ofSeconds(2)).build());
            MockEndpoint dead = context.getEndpoint("mock:dead", MockEndpoint.class);
            dead.expectedMessageCount(1);
            add(context, mail("jane", "order-1"), mail("bob", "order-2"));

            dead.assertIsSatisfied();
            await().untilAsserted(() -> assertThat(completed()).isZero());
            // What was parked can be told apart: it has the identifier of the call.
            assertThat(dead.getExchanges().get(0).getMessage().getBody(Map.class))
                    .extracting("requestId")
                    .isEqualTo(calls(UNITARY).get(0).path("requestId").asText());
        }
        assertThat(simulator.messagesSent()).hasSize(2);
    }

    @Test
    void aRecoveredBatchOfEventsIsSentWithTheSameIds() throws Exception {
        try (DefaultCamelContext context = context(new EventBatch(2), EVENTS, repository(100))) {
            simulator.failNext(Fault.builder().delay(Duration.ofSeconds(2)).build());
            add(context, order("jane"), order("bob"));

            await().untilAsserted(() -> assertThat(calls(BATCHES_OF_EVENTS)).hasSizeGreaterThanOrEqualTo(2));
            await().untilAsserted(() -> assertThat(completed()).isZero());
        }
        // On a busy machine the batch is recovered more than once.
        List<JsonNode> calls = calls(BATCHES_OF_EVENTS);
        assertThat(calls).allSatisfy(call -> assertThat(call).isEqualTo(calls.get(0)));
    }

    private DefaultCamelContext context(
            AggregationStrategy strategy, String endpoint, JdbcAggregationRepository repository) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        AjoComponent ajo = context.getComponent("ajo", AjoComponent.class);
        ajo.getConfiguration().setClientId(simulator.clientId());
        ajo.getConfiguration().setClientSecret(simulator.clientSecret());
        ajo.getConfiguration().setOrganizationId(simulator.organizationId());
        ajo.getConfiguration().setScopes(simulator.scopes());
        ajo.getConfiguration().setBaseUrl(simulator.baseUrl());
        ajo.getConfiguration().setEventUrl(simulator.baseUrl());
        ajo.getConfiguration().setTokenEndpoint(simulator.tokenEndpoint());
        ajo.getConfiguration().setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
        ajo.getConfiguration().setResponseTimeout(1000);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                if (!repository.isUseRecovery()) {
                    errorHandler(deadLetterChannel("mock:dead"));
                }
                from("direct:add")
                        .aggregate(constant("all"), strategy)
                        .aggregationRepository(repository)
                        .completionTimeout(200)
                        .completionTimeoutCheckerInterval(50)
                        .to(endpoint);
            }
        });
        context.start();
        return context;
    }

    private JdbcAggregationRepository repository(long recoveryMillis) {
        JdbcAggregationRepository repository =
                new JdbcAggregationRepository(new DataSourceTransactionManager(database), "batches", database);
        repository.setRecoveryInterval(recoveryMillis);
        return repository;
    }

    private long completed() {
        return new JdbcTemplate(database).queryForObject("SELECT COUNT(*) FROM batches_completed", Long.class);
    }

    private static void add(DefaultCamelContext context, Object... messages) {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            for (Object message : messages) {
                template.sendBody("direct:add", message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> calls(String path) {
        return simulator.requests().stream()
                .filter(request -> request.path().equals(path))
                .map(ReceivedRequest::bodyAsString)
                .map(RecoveredBatchTest::json)
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> mail(String name, String requestId) {
        Map<String, Object> message = new HashMap<>();
        message.put("campaignId", SampleIds.LIVE_CAMPAIGN);
        message.put("requestId", requestId);
        message.put(
                "recipients",
                List.of(Map.of(
                        "type",
                        "external",
                        "userId",
                        name + "@example.com",
                        "namespace",
                        "email",
                        "channelData",
                        Map.of("emailAddress", name + "@example.com"))));
        return message;
    }

    private static Map<String, Object> order(String name) {
        return Map.of("identityMap", Map.of("Email", List.of(Map.of("id", name + "@example.com"))));
    }
}
