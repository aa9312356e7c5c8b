package io.github.camelajo.springboot;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConstants;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.spi.OutboxStore;
import io.github.camelajo.spi.SourceState;
import io.github.camelajo.spi.StoreRefusedException;
import io.github.camelajo.store.AjoStore;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The outbox uses the application's database and its transactions. */
class AjoStoreAutoConfigurationTest {

    private static final String ADD =
            "ajo:outbox?operation=add&deliver=message&campaignId=" + SampleIds.LIVE_CAMPAIGN + "&sandbox=dev";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    CamelAutoConfiguration.class,
                    AjoComponentConverter.class,
                    AjoComponentAutoConfiguration.class,
                    AjoStoreAutoConfiguration.class));

    @Configuration
    static class Plain {
        @Bean
        DataSource dataSource() {
            return database();
        }

        @Bean
        DataSourceTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }
    }

    @Configuration
    static class Proxied {
        @Bean
        DataSource dataSource() {
            return new TransactionAwareDataSourceProxy(database());
        }

        @Bean
        DataSourceTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }
    }

    private static DataSource database() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    private static void add(ApplicationContext context, String key, String options) {
        ProducerTemplate template = context.getBean(ProducerTemplate.class);
        template.sendBodyAndHeader(
                ADD + options,
                Map.of("type", "external", "userId", key + "@example.com", "namespace", "email"),
                AjoConstants.OUTBOX_KEY,
                key);
    }

    @Test
    void theComponentTakesTheOutboxOfTheApplicationsDatabase() {
        application.withUserConfiguration(Plain.class).run(context -> {
            OutboxStore outbox = context.getBean(OutboxStore.class);
            assertThat(outbox.isDurable()).isTrue();
            assertThat(context.getBean(SourceState.class).isDurable()).isTrue();
            assertThat(context.getBean(CamelContext.class)
                            .getComponent("ajo", AjoComponent.class)
                            .getOutboxStore())
                    .isSameAs(outbox);
        });
    }

    @Test
    void anAddJoinsTheApplicationsTransaction() {
        application.withUserConfiguration(Plain.class).run(AjoStoreAutoConfigurationTest::joins);
    }

    @Test
    void anAddJoinsATransactionAlsoBehindAProxy() {
        application.withUserConfiguration(Proxied.class).run(AjoStoreAutoConfigurationTest::joins);
    }

    private static void joins(ApplicationContext context) {
        OutboxStore outbox = context.getBean(OutboxStore.class);
        TransactionTemplate transactions = new TransactionTemplate(context.getBean(DataSourceTransactionManager.class));
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    add(context, "lost", "&transaction=required");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(outbox.find("message", "lost")).isEmpty();
        transactions.executeWithoutResult(status -> add(context, "kept", "&transaction=required"));
        assertThat(outbox.find("message", "kept")).isPresent();
        assertThatThrownBy(() -> add(context, "outside", "&transaction=required"))
                .hasRootCauseInstanceOf(StoreRefusedException.class);
        add(context, "outside", "");
        assertThat(outbox.find("message", "outside")).isPresent();
    }

    @Test
    void aTransactionThatCanOnlyBeRolledBackTakesNoAdd() {
        application.withUserConfiguration(Plain.class).run(context -> {
            TransactionTemplate transactions =
                    new TransactionTemplate(context.getBean(DataSourceTransactionManager.class));
            transactions.executeWithoutResult(status -> {
                status.setRollbackOnly();
                add(context, "k", "");
            });
            assertThat(context.getBean(OutboxStore.class).find("message", "k")).isEmpty();
        });
    }

    @Test
    void aTransactionThatHasRunOutOfTimeTakesNoAdd() {
        application.withUserConfiguration(Plain.class).run(context -> {
            TransactionTemplate transactions =
                    new TransactionTemplate(context.getBean(DataSourceTransactionManager.class));
            transactions.setTimeout(60);
            assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                        holder(context).setTimeoutInMillis(-1);
                        add(context, "k", "");
                    }))
                    .hasRootCauseInstanceOf(TransactionTimedOutException.class);
            assertThat(context.getBean(OutboxStore.class).find("message", "k")).isEmpty();
        });
    }

    private static ConnectionHolder holder(ApplicationContext context) {
        return (ConnectionHolder) TransactionSynchronizationManager.getResource(context.getBean(DataSource.class));
    }

    @Test
    void aRouteInATransactionKeepsOrderAndMailOrNeither() {
        application.withUserConfiguration(Plain.class).run(context -> {
            TransactionTemplate transactions =
                    new TransactionTemplate(context.getBean(DataSourceTransactionManager.class));
            context.getBean(CamelContext.class).addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:order")
                            .process(exchange -> new JdbcTemplate(context.getBean(DataSource.class))
                                    .update(
                                            "INSERT INTO orders VALUES (?)",
                                            exchange.getMessage().getBody()))
                            .setHeader(AjoConstants.OUTBOX_KEY, body())
                            .setBody(constant(Map.of("type", "external", "userId", "1", "namespace", "email")))
                            .to(ADD + "&transaction=required")
                            .filter(header(AjoConstants.OUTBOX_KEY).isEqualTo("bad"))
                            .throwException(new IllegalStateException("on purpose"));
                }
            });
            JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
            jdbc.execute("CREATE TABLE orders (name VARCHAR(20))");
            ProducerTemplate template = context.getBean(ProducerTemplate.class);
            assertThatThrownBy(
                            () -> transactions.executeWithoutResult(status -> template.sendBody("direct:order", "bad")))
                    .hasStackTraceContaining("on purpose");
            transactions.executeWithoutResult(status -> template.sendBody("direct:order", "good"));
            OutboxStore outbox = context.getBean(OutboxStore.class);
            assertThat(outbox.find("message", "bad")).isEmpty();
            assertThat(outbox.find("message", "good")).isPresent();
            assertThat(jdbc.queryForList("SELECT name FROM orders", String.class))
                    .containsExactly("good");
        });
    }

    @Configuration
    static class Delivering {

        static final String URL = "jdbc:h2:mem:delivering;DB_CLOSE_DELAY=-1";

        @Bean(destroyMethod = "dispose")
        JdbcConnectionPool dataSource() {
            return JdbcConnectionPool.create(URL, "sa", "");
        }

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("ajo:outbox?deliver=message&idleDelay=20").to("log:told");
                }
            };
        }
    }

    @Test
    void theOutcomeOfACallUnderWayIsStoredBeforeTheDatabaseIsClosed() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (AjoSimulator adobe = AjoSimulator.builder().start()) {
            adobe.failNext(Fault.builder()
                    .status(0)
                    .delay(Duration.ofMillis(500))
                    .pathPrefix("/ajo/im")
                    .build());
            adobe.addListener((request, status) -> arrived.countDown());
            application
                    .withUserConfiguration(Delivering.class)
                    .withPropertyValues(
                            "camel.component.ajo.base-url=" + adobe.baseUrl(),
                            "camel.component.ajo.token-endpoint=" + adobe.tokenEndpoint(),
                            "camel.component.ajo.client-id=" + adobe.clientId(),
                            "camel.component.ajo.client-secret=" + adobe.clientSecret(),
                            "camel.component.ajo.organization-id=" + adobe.organizationId(),
                            "camel.component.ajo.sandbox=dev")
                    .run(context -> {
                        add(context, "k", "");
                        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
                    });
        }
        try (var connection = DriverManager.getConnection(Delivering.URL, "sa", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT state FROM ajo_outbox_item")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("S");
            statement.execute("SHUTDOWN");
        }
    }

    @Test
    void propertiesChangeTheStore() {
        application
                .withUserConfiguration(Plain.class)
                .withPropertyValues("camel.ajo.store.table-prefix=my_", "camel.ajo.store.lifetime=10s")
                .run(context -> {
                    assertThat(OutboxStorage.of(context.getBean(OutboxStore.class)).lifetime())
                            .hasSeconds(10);
                    try (var connection = context.getBean(DataSource.class).getConnection();
                            var statement = connection.createStatement();
                            var rows = statement.executeQuery("SELECT COUNT(*) FROM my_outbox_item")) {
                        assertThat(rows.next()).isTrue();
                    }
                });
    }

    @Test
    void withoutADatabaseTheModuleOrTheWishThereIsNoStore() {
        application.run(context -> assertThat(context).doesNotHaveBean(AjoStore.class));
        application
                .withUserConfiguration(Plain.class)
                .withPropertyValues("camel.ajo.store.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(AjoStore.class));
        application
                .withUserConfiguration(Plain.class)
                .withClassLoader(new FilteredClassLoader("io.github.camelajo.store"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(OutboxStore.class));
    }
}
