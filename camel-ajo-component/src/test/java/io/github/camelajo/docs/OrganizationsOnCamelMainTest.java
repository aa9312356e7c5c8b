package io.github.camelajo.docs;

import java.io.StringReader;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelajo.docs.generator.DocsFolder;
import io.github.camelajo.simulator.AjoSimulator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The properties of the page about credentials make a second component on Camel Main, as they do on Quarkus. */
class OrganizationsOnCamelMainTest {

    private static final Pattern SNIPPET = Pattern.compile(
            "<!-- properties-snippet: two-organizations -->\\s*```properties\\n(.*?)```", Pattern.DOTALL);

    private final AjoSimulator first = AjoSimulator.builder().build().start();
    private final AjoSimulator emea = AjoSimulator.builder()
            .clientId("emea-client")
            .clientSecret("emea-secret")
            .organizationId("0123456789ABCDEF01234567@AdobeOrg")
            .build()
            .start();
    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
        first.close();
        emea.close();
    }

    private Properties shown() throws Exception {
        String page = DocsFolder.read(DocsFolder.pages().stream()
                .filter(file -> file.endsWith("authentication.md"))
                .findFirst()
                .orElseThrow());
        Matcher snippet = SNIPPET.matcher(page);
        assertThat(snippet.find()).isTrue();
        Properties properties = new Properties();
        properties.load(new StringReader(snippet.group(1)
                .replace("{{env:AJO_CLIENT_ID}}", first.clientId())
                .replace("{{env:AJO_CLIENT_SECRET}}", first.clientSecret())
                .replace("{{env:AJO_ORGANIZATION_ID}}", first.organizationId())
                .replace("{{env:AJO_EMEA_CLIENT_ID}}", emea.clientId())
                .replace("{{env:AJO_EMEA_CLIENT_SECRET}}", emea.clientSecret())
                .replace("{{env:AJO_EMEA_ORGANIZATION_ID}}", emea.organizationId())));
        properties.put("camel.component.ajo.base-url", first.baseUrl());
        properties.put("camel.component.ajo.token-endpoint", first.tokenEndpoint());
        properties.put("camel.beans.ajoEmea.base-url", emea.baseUrl());
        properties.put("camel.beans.ajoEmea.token-endpoint", emea.tokenEndpoint());
        return properties;
    }

    @Test
    void eachOrganizationIsCalledWithItsOwnCredentialsAndSeenByItself() throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        main.bind("meters", meters);
        Properties properties = shown();
        properties.put("camel.health.producersEnabled", "true");
        properties.put("camel.health.exposureLevel", "full");
        main.setInitialProperties(properties);
        main.start();
        main.getCamelTemplate().sendBody("ajo:campaign?operation=list", null);
        main.getCamelTemplate().sendBody("ajoEmea:campaign?operation=list", null);

        assertThat(first.requests()).singleElement().satisfies(request -> {
            assertThat(request.header("x-api-key")).isEqualTo(first.clientId());
            assertThat(request.header("x-sandbox-name")).isEqualTo("prod");
        });
        assertThat(emea.requests()).singleElement().satisfies(request -> {
            assertThat(request.header("x-api-key")).isEqualTo("emea-client");
            assertThat(request.header("x-gw-ims-org-id")).isEqualTo(emea.organizationId());
        });
        assertThat(HealthCheckHelper.invokeReadiness(main.getCamelContext()))
                .extracting(result -> result.getCheck().getId())
                .contains("producer:ajo", "producer:ajoEmea");
        assertThat(calls(meters, "ajo")).isEqualTo(1);
        assertThat(calls(meters, "ajoEmea")).isEqualTo(1);
    }

    private static long calls(MeterRegistry meters, String component) {
        return meters.get("ajo.calls").tag("component", component).timer().count();
    }

    @Test
    void anOptionThatThereIsNotStopsTheStartAndIsNamed() throws Exception {
        Properties properties = shown();
        properties.put("camel.beans.ajoEmea.clint-id", "x");
        main.setInitialProperties(properties);
        assertThatThrownBy(main::start).hasStackTraceContaining("clint");
    }

    @Test
    void whatIsMissingIsNamedWithItsProperty() throws Exception {
        Properties properties = shown();
        properties.remove("camel.beans.ajoEmea.client-secret");
        main.setInitialProperties(properties);
        main.start();
        assertThatThrownBy(() -> main.getCamelTemplate().sendBody("ajoEmea:campaign?operation=list", null))
                .hasStackTraceContaining("The component ajoEmea has no clientSecret")
                .hasStackTraceContaining("camel.beans.ajoEmea.clientSecret");
    }

    @Test
    void aComponentThatThereIsNotIsNamed() throws Exception {
        main.setInitialProperties(shown());
        main.start();
        assertThatThrownBy(() -> main.getCamelTemplate().sendBody("ajoAmea:campaign?operation=list", null))
                .hasStackTraceContaining("ajoAmea");
    }
}
