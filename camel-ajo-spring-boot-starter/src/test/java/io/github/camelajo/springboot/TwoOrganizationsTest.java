package io.github.camelajo.springboot;

import java.util.Map;
import java.util.TreeMap;

import io.github.camelajo.simulator.AjoSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** One application for two organizations, each with a simulator. */
@SpringBootTest(
        properties = {
            "camel.health.producers-enabled=true",
            "camel.health.exposure-level=full",
            "spring.main.web-application-type=none"
        })
@DirtiesContext
class TwoOrganizationsTest {

    private static final AjoSimulator AMERICAS = AjoSimulator.builder().build();
    private static final AjoSimulator EMEA = AjoSimulator.builder()
            .organizationId("0123456789ABCDEF01234567@AdobeOrg")
            .clientId("emea-client")
            .clientSecret("emea-secret")
            .build();

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private CamelContext context;

    @Autowired
    private MeterRegistry meters;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:americas").to("ajo:campaign?operation=list");
                    from("direct:emea").to("ajo-emea:campaign?operation=list");
                }
            };
        }
    }

    @DynamicPropertySource
    static void accounts(DynamicPropertyRegistry properties) {
        account(properties, "camel.component.ajo.", AMERICAS.start());
        account(properties, "camel.component.ajo.organizations.emea.", EMEA.start());
    }

    private static void account(DynamicPropertyRegistry properties, String prefix, AjoSimulator adobe) {
        properties.add(prefix + "base-url", adobe::baseUrl);
        properties.add(prefix + "token-endpoint", adobe::tokenEndpoint);
        properties.add(prefix + "client-id", adobe::clientId);
        properties.add(prefix + "client-secret", adobe::clientSecret);
        properties.add(prefix + "organization-id", adobe::organizationId);
        properties.add(prefix + "scopes", adobe::scopes);
        properties.add(prefix + "sandbox", () -> AjoSimulator.DEVELOPMENT_SANDBOX);
    }

    @AfterAll
    static void close() {
        AMERICAS.close();
        EMEA.close();
    }

    @Test
    void eachOrganizationIsCalledWithItsOwnCredentialsAndSeenByItself() {
        template.sendBody("direct:americas", null);
        template.sendBody("direct:emea", null);

        assertThat(AMERICAS.requests()).singleElement().satisfies(request -> {
            assertThat(request.header("x-api-key")).isEqualTo(AMERICAS.clientId());
            assertThat(request.header("x-gw-ims-org-id")).isEqualTo(AMERICAS.organizationId());
        });
        assertThat(EMEA.requests()).singleElement().satisfies(request -> {
            assertThat(request.header("x-api-key")).isEqualTo("emea-client");
            assertThat(request.header("x-gw-ims-org-id")).isEqualTo("0123456789ABCDEF01234567@AdobeOrg");
        });
        assertThat(health())
                .containsEntry("producer:ajo", HealthCheck.State.UP)
                .containsEntry("producer:ajo-emea", HealthCheck.State.UP);
        assertThat(calls("ajo")).isEqualTo(1);
        assertThat(calls("ajo-emea")).isEqualTo(1);
    }

    private long calls(String component) {
        return meters.get("ajo.calls").tag("component", component).timer().count();
    }

    private Map<String, HealthCheck.State> health() {
        Map<String, HealthCheck.State> states = new TreeMap<>();
        HealthCheckHelper.invokeReadiness(context)
                .forEach(result -> states.put(result.getCheck().getId(), result.getState()));
        return states;
    }
}
