package io.github.camelajo.quarkus.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

import io.github.camelajo.simulator.AjoSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/**
 * Properties alone create a second component. The Dev Service simulates the first organization, a simulator the second
 * one.
 */
class TwoOrganizationsTest {

    private static final String EMEA = "camel.beans.ajoEmea.";
    private static final String ORGANIZATION = "0123456789ABCDEF01234567@AdobeOrg";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Routes.class, Meters.class, Simulator.class))
            .overrideConfigKey("emea.port", String.valueOf(freePort()))
            .overrideConfigKey("camel.beans.ajoEmea", "#class:io.github.camelajo.AjoComponent")
            .overrideConfigKey(EMEA + "base-url", "http://localhost:${emea.port}")
            .overrideConfigKey(EMEA + "token-endpoint", "http://localhost:${emea.port}/ims/token/v3")
            .overrideConfigKey(EMEA + "client-id", "emea-client")
            .overrideConfigKey(EMEA + "client-secret", "emea-secret")
            .overrideConfigKey(EMEA + "organization-id", ORGANIZATION)
            .overrideConfigKey(EMEA + "sandbox", AjoSimulator.DEVELOPMENT_SANDBOX);

    @Inject
    ProducerTemplate template;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "emea.port")
    int port;

    @ConfigProperty(name = "camel.component.ajo.base-url")
    String first;

    public static class Routes extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:first").to("ajo:campaign?operation=list");
            from("direct:emea").to("ajoEmea:campaign?operation=list");
        }
    }

    /** Where the component finds its registry of meters; Quarkus has one with its Micrometer extension. */
    public static class Meters {

        @Produces
        @Singleton
        @Unremovable
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @Test
    void eachOrganizationIsCalledWithItsOwnCredentialsAndSeenByItself() throws Exception {
        try (AjoSimulator emea = AjoSimulator.builder()
                .port(port)
                .clientId("emea-client")
                .clientSecret("emea-secret")
                .organizationId(ORGANIZATION)
                .build()
                .start()) {
            template.sendBody("direct:first", null);
            template.sendBody("direct:emea", null);

            assertThat(emea.requests()).singleElement().satisfies(request -> {
                assertThat(request.header("x-api-key")).isEqualTo("emea-client");
                assertThat(request.header("x-gw-ims-org-id")).isEqualTo(ORGANIZATION);
            });
            assertThat(Simulator.requests(first)).contains("/campaigns").doesNotContain("emea-client", ORGANIZATION);
        }
        RestAssured.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks[0].data.'producer:ajo'", equalTo("UP"))
                .body("checks[0].data.'producer:ajoEmea'", equalTo("UP"));
        assertThat(calls("ajo")).isEqualTo(1);
        assertThat(calls("ajoEmea")).isEqualTo(1);
    }

    private long calls(String component) {
        return meters.get("ajo.calls").tag("component", component).timer().count();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
