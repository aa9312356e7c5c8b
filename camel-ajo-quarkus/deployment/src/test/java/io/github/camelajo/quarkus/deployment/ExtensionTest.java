package io.github.camelajo.quarkus.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConstants;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.model.CappingChange;
import io.github.camelajo.model.EndpointConfig;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.PluginHelper;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/**
 * An application that sets everything but the client id, which production gets from its environment. The Dev Service
 * simulates Adobe and takes over these settings.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExtensionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(CappingRoutes.class, Simulator.class))
            .overrideConfigKey("quarkus.camel.ajo.devservices.port", String.valueOf(freePort()))
            .overrideConfigKey("camel.component.ajo.client-secret", "own-secret")
            .overrideConfigKey("camel.component.ajo.organizationId", "0123456789ABCDEF@AdobeOrg")
            .overrideConfigKey("camel.component.ajo.sandbox", "prod")
            .overrideConfigKey("camel.component.ajo.max-retries", "0");

    private static final EndpointConfig LIMIT =
            EndpointConfig.action("https://example.com/*", List.of("POST"), 100, Duration.ofSeconds(1));

    @Inject
    CamelContext context;

    @Inject
    ProducerTemplate template;

    @ConfigProperty(name = "quarkus.camel.ajo.devservices.port")
    int port;

    @ConfigProperty(name = "camel.component.ajo.base-url")
    String baseUrl;

    @Test
    void callsAdobeWithTypedRecords() {
        CappingChange created = template.requestBody("direct:create", LIMIT, CappingChange.class);

        assertThat(created.canDeploy().ok()).isTrue();
        assertThat(template.requestBodyAndHeader(
                                "direct:get", null, AjoConstants.ID, created.uid(), EndpointConfig.class)
                        .url())
                .isEqualTo("https://example.com/*");
        assertThat(template.requestBody("direct:list", null, List.class))
                .isNotEmpty()
                .hasOnlyElementsOfType(EndpointConfig.class);
    }

    @Test
    void failsWithTheExceptionsOfTheComponent() {
        assertThatThrownBy(() -> template.requestBodyAndHeader("direct:get", null, AjoConstants.ID, "no-such-id"))
                .isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(AjoNotFoundException.class);
    }

    @Test
    void theSimulatorListensWhereItIsToldTo() throws Exception {
        assertThat(baseUrl).isEqualTo("http://localhost:" + port);
        assertThat(Simulator.state(baseUrl)).contains("capping");
        assertThat(context.getComponent("ajo", AjoComponent.class)
                        .getConfiguration()
                        .getEventUrl())
                .isEqualTo(baseUrl);
    }

    @Test
    void whatTheApplicationSettlesStays() {
        assertThat(context.getComponent("ajo", AjoComponent.class)
                        .getConfiguration()
                        .getSandbox())
                .isEqualTo("prod");
    }

    @Test
    void convertsRecordsLikeEverywhereInCamel() {
        assertThat(context.getTypeConverter().convertTo(String.class, LIMIT)).contains("\"maxCallsCount\":100");
    }

    @Test
    void theDevConsoleIsFound() {
        assertThat(PluginHelper.getDevConsoleResolver(context).resolveDevConsole("ajo"))
                .isNotNull();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void readinessFollowsTheComponent() throws Exception {
        RestAssured.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks[0].name", equalTo("camel-ajo"))
                .body("checks[0].data.'producer:ajo'", equalTo("UP"));

        Simulator.refuseTokens(baseUrl);
        assertThatThrownBy(() -> template.requestBody("direct:list", (Object) null))
                .isInstanceOf(CamelExecutionException.class);

        RestAssured.get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks[0].status", equalTo("DOWN"))
                .body("checks[0].data.'producer:ajo'", equalTo("DOWN"))
                .body("checks[0].data.'producer:ajo.message'", containsString("503"))
                .body(not(containsString("own-secret")));
        RestAssured.get("/q/health/live").then().statusCode(200).body(not(containsString("camel-ajo")));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
