package io.github.camelajo.springboot;

import io.github.camelajo.simulator.AjoSimulatorExtension;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One application for several test methods. The simulator is reset before each of them. */
@SpringBootTest
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimulatorInSeveralTestsTest {

    @RegisterExtension
    static final AjoSimulatorExtension ADOBE = new AjoSimulatorExtension();

    @Autowired
    private ProducerTemplate template;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:journeys").to("ajo:journey?operation=list&pageSize=5");
                }
            };
        }
    }

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry properties) {
        properties.add("camel.component.ajo.base-url", () -> ADOBE.simulator().baseUrl());
        properties.add(
                "camel.component.ajo.token-endpoint", () -> ADOBE.simulator().tokenEndpoint());
        properties.add("camel.component.ajo.client-id", () -> ADOBE.simulator().clientId());
        properties.add(
                "camel.component.ajo.client-secret", () -> ADOBE.simulator().clientSecret());
        properties.add(
                "camel.component.ajo.organization-id", () -> ADOBE.simulator().organizationId());
        properties.add("camel.component.ajo.sandbox", () -> "dev");
    }

    private Object journeys() {
        return template.requestBody("direct:journeys", null, Object.class);
    }

    @Test
    @Order(1)
    void theFirstTestLogsIn() {
        assertThat(journeys()).isNotNull();
        assertThat(ADOBE.simulator().tokenRequests()).hasSize(1);
    }

    @Test
    @Order(2)
    void theNextUsesTheTokenThatTheApplicationHas() {
        assertThat(journeys()).isNotNull();
        assertThat(ADOBE.simulator().tokenRequests()).isEmpty();
        assertThat(ADOBE.simulator().requests()).hasSize(1);
        ADOBE.simulator().failNext(100, 404);
        assertThatExceptionOfType(CamelExecutionException.class).isThrownBy(this::journeys);
    }

    @Test
    @Order(3)
    void faultsOfTheTestBeforeAreGone() {
        assertThat(journeys()).isNotNull();
    }
}
