package io.github.camelajo;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import io.github.camelajo.internal.token.LogCapture;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** An application without camel-health, Micrometer, JMX, console and YAML calls Adobe all the same. */
class WithoutOptionalJarsTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    private static final String MISSING_YAML = "YAML needs the library org.snakeyaml:snakeyaml-engine";
    private static final List<String> LEFT_OUT = List.of(
            "micrometer-",
            "camel-health-",
            "camel-management-4",
            "camel-console-",
            "camel-telemetry-",
            "camel-opentelemetry2-",
            "opentelemetry-",
            "snakeyaml");

    /** Runs inside the class loader that lacks the jars. */
    public static final class Application implements Callable<List<String>> {

        private static final String JSON =
                "{\"version\": 1, \"capping\": [{\"url\": \"https://a.example.com\", \"methods\": [\"GET\"], "
                        + "\"services\": {\"action\": {\"rating\": {\"maxCallsCount\": 1, \"periodInMs\": 1000}}}}]}";

        private final String baseUrl = System.getProperty("ajo.test.baseUrl");

        @Override
        public List<String> call() throws Exception {
            // The class of this class loader, whose messages are not those of the test.
            try (LogCapture log = new LogCapture("io.github.camelajo", Level.WARN);
                    CamelContext context = new DefaultCamelContext()) {
                AjoComponent component = new AjoComponent();
                AjoConfiguration configuration = component.getConfiguration();
                configuration.setClientId(System.getProperty("ajo.test.clientId"));
                configuration.setClientSecret(System.getProperty("ajo.test.clientSecret"));
                configuration.setOrganizationId(System.getProperty("ajo.test.organizationId"));
                configuration.setBaseUrl(baseUrl);
                configuration.setTokenEndpoint(baseUrl + "/ims/token/v3");
                configuration.setSandbox("dev");
                context.getPropertiesComponent().addInitialProperty("camel.health.producersEnabled", "true");
                context.addComponent("ajo", component);
                context.start();
                ProducerTemplate template = context.createProducerTemplate();
                String apply = "ajo:state?operation=apply&outputType=json&mode=plan";
                return List.of(
                        template.requestBody("ajo:capping?operation=list", null, List.class)
                                .toString(),
                        template.requestBody(apply, JSON, String.class),
                        failure(template, apply, "version: 1"),
                        template.requestBody(
                                "ajo:state?operation=export&format=json&kinds=capping", null, String.class),
                        failure(template, "ajo:state?operation=export&format=yaml&kinds=capping", null),
                        String.join("\n", log.at(Level.WARN)));
            }
        }
    }

    private static String failure(ProducerTemplate template, String uri, Object body) {
        return String.valueOf(
                template.request(uri, exchange -> exchange.getMessage().setBody(body))
                        .getException());
    }

    @Test
    void callsWorkYamlSaysWhatIsMissingAndAMissingHealthCheckIsTold() throws Exception {
        AjoSimulator simulator = EXTENSION.simulator();
        System.setProperty("ajo.test.baseUrl", simulator.baseUrl());
        System.setProperty("ajo.test.clientId", simulator.clientId());
        System.setProperty("ajo.test.clientSecret", simulator.clientSecret());
        System.setProperty("ajo.test.organizationId", simulator.organizationId());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            assertThat(loader.getResource("io/micrometer/core/instrument/MeterRegistry.class"))
                    .isNull();
            assertThat(loader.getResource("org/apache/camel/impl/health/AbstractHealthCheck.class"))
                    .isNull();
            Callable<?> application = (Callable<?>) loader.loadClass(Application.class.getName())
                    .getConstructor()
                    .newInstance();
            assertThat(loader.getResource("org/snakeyaml/engine/v2/api/Load.class"))
                    .isNull();
            List<?> results = (List<?>) application.call();
            assertThat(results.get(0)).isEqualTo("[]");
            assertThat(results.get(1).toString()).contains("\"action\":\"create\"");
            assertThat(results.get(2).toString()).contains(MISSING_YAML);
            assertThat(results.get(3).toString()).contains("\"version\"");
            assertThat(results.get(4).toString()).contains(MISSING_YAML);
            assertThat(results.get(5).toString())
                    .containsOnlyOnce(
                            "There is no health check of the component ajo, although camel.health.producersEnabled is true: "
                                    + "add org.apache.camel:camel-health to the application, which Camel Main does not bring");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL[] classPath() throws Exception {
        List<URL> kept = new ArrayList<>();
        String[] entries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator);
        assertThat(Arrays.stream(entries)).anyMatch(entry -> entry.contains("micrometer-core"));
        for (String entry : entries) {
            String file = Path.of(entry).getFileName().toString();
            if (LEFT_OUT.stream().noneMatch(file::startsWith)) {
                kept.add(Path.of(entry).toUri().toURL());
            }
        }
        return kept.toArray(URL[]::new);
    }
}
