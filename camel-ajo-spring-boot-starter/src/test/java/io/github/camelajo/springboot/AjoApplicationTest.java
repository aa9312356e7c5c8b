package io.github.camelajo.springboot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.simulator.AjoSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A whole application with all auto-configurations, against the simulator. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.health.show-details=always",
            "management.endpoint.env.show-values=always",
            "management.endpoint.configprops.show-values=always",
            "management.endpoint.health.probes.enabled=true",
            "camel.health.producers-enabled=true",
            "camel.health.exposure-level=full",
            "camel.component.ajo.http-meters=micrometer",
            "camel.component.ajo.secondary-client-secret=second-secret"
        })
@DirtiesContext
class AjoApplicationTest {

    // Not reset between the tests, which look at what the whole application has done.
    private static final AjoSimulator ADOBE = AjoSimulator.builder().build();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private MeterRegistry registry;

    @LocalServerPort
    private int port;

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
        ADOBE.start();
        properties.add("camel.component.ajo.base-url", ADOBE::baseUrl);
        properties.add("camel.component.ajo.token-endpoint", ADOBE::tokenEndpoint);
        properties.add("camel.component.ajo.client-id", ADOBE::clientId);
        properties.add("camel.component.ajo.client-secret", ADOBE::clientSecret);
        properties.add("camel.component.ajo.organization-id", ADOBE::organizationId);
        properties.add("camel.component.ajo.scopes", ADOBE::scopes);
        properties.add("camel.component.ajo.sandbox", () -> AjoSimulator.DEVELOPMENT_SANDBOX);
    }

    @AfterAll
    static void close() {
        ADOBE.close();
    }

    private List<?> journeys() {
        return template.requestBody("direct:journeys", null, List.class);
    }

    /** Uses nothing of Spring that has moved since Spring Boot 3: this class runs on 3.5 and on 4. */
    private HttpResponse<String> call(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode get(String path) {
        String body = call(path).body();
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(path + " answered " + body, e);
        }
    }

    @Test
    void aRouteCallsAdobeWithThePropertiesOfTheApplication() {
        assertThat(journeys()).hasSize(5);
        assertThat(ADOBE.requests()).last().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/ajo/journey");
            assertThat(request.header("x-sandbox-name")).isEqualTo("dev");
            assertThat(request.header("x-api-key")).isEqualTo(ADOBE.clientId());
        });
    }

    @Test
    void healthOfActuatorHasTheCheckAndItsDetails() {
        journeys();
        JsonNode health = get("/actuator/health").path("components").path("camelHealth");
        assertThat(health.path("status").asText()).as("%s", health).isEqualTo("UP");
        assertThat(health.path("details").path("producer:ajo").asText()).isEqualTo("UP");
        JsonNode details = health.path("details").path("producer:ajo.data");
        assertThat(details.path("ajo.host").asText()).startsWith("localhost:");
        assertThat(details.path("ajo.token.state").asText()).isEqualTo("FRESH");
        assertThat(details.path("ajo.client.id").asText()).isEqualTo(ADOBE.clientId());
    }

    @Test
    void healthIsDownWhileAdobeFails() {
        journeys();
        ADOBE.failNext(5, 503);
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(CamelExecutionException.class)
                    .isThrownBy(this::journeys)
                    .withCauseInstanceOf(AjoException.class);
        }

        assertThat(get("/actuator/health/camelHealth").path("status").asText()).isEqualTo("DOWN");
        assertThat(get("/actuator/health/camelReadinessState").path("status").asText())
                .isEqualTo("OUT_OF_SERVICE");
        assertThat(get("/actuator/health/camelLivenessState").path("status").asText())
                .isEqualTo("UP");

        journeys();
        assertThat(get("/actuator/health/camelHealth").path("status").asText()).isEqualTo("UP");
    }

    @Test
    void callsAreMetersOfActuatorsRegistry() {
        double before = calls();
        journeys();
        assertThat(calls()).isEqualTo(before + 1);
        assertThat(get("/actuator/metrics").path("names").toString())
                .contains("ajo.calls", "ajo.inflight", "ajo.queued", "ajo.tokens");
    }

    @Test
    void requestsAndConnectionsAreMetersUnderTheNamesThatDashboardsKnow() {
        journeys();
        JsonNode requests = get("/actuator/metrics/http.client.requests?tag=uri:/ajo/journey&tag=outcome:SUCCESS");
        assertThat(requests.path("measurements").get(0).path("value").asDouble())
                .as("%s", requests)
                .isPositive();
        JsonNode connections =
                get("/actuator/metrics/httpcomponents.httpclient.pool.total.connections?tag=httpclient:ajo");
        assertThat(connections.path("measurements").get(0).path("value").asDouble())
                .as("%s", connections)
                .isPositive();
        assertThat(registry.get("http.client.requests")
                        .tag("outcome", "SUCCESS")
                        .timers())
                .allSatisfy(timer ->
                        assertThat(timer.takeSnapshot().histogramCounts()).hasSizeGreaterThan(10));
    }

    private double calls() {
        String path = "/actuator/metrics/ajo.calls?tag=operation:list&tag=outcome:success";
        return call(path).statusCode() == 404
                ? 0
                : get(path).path("measurements").get(0).path("value").asDouble();
    }

    @Test
    void actuatorShowsPropertiesButNoSecret() {
        JsonNode shown = get("/actuator/configprops/camel.component.ajo");
        // Further organizations have properties with the same prefix, in another bean.
        JsonNode properties = shown.findValues("properties").stream()
                .filter(bean -> bean.has("clientId"))
                .findFirst()
                .orElseThrow();
        assertThat(properties.path("clientId").asText()).isEqualTo(ADOBE.clientId());
        assertThat(properties.path("clientSecret").asText()).isEqualTo("******");
        assertThat(shown.toString() + get("/actuator/env"))
                .contains(ADOBE.clientId())
                .doesNotContain(ADOBE.clientSecret(), "second-secret");
    }
}
