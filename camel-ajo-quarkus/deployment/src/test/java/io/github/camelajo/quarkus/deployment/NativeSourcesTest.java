package io.github.camelajo.quarkus.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.model.AjoModel;
import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The input of a native build. Quarkus writes it without a GraalVM. This test does not show whether the executable
 * runs.
 */
class NativeSourcesTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar.addClasses(CappingRoutes.class))
            .setApplicationName("native-sources")
            .setApplicationVersion("1")
            .overrideConfigKey("quarkus.native.enabled", "true")
            .overrideConfigKey("quarkus.native.sources-only", "true");

    @ProdBuildResults
    ProdModeTestResults results;

    private NativeConfiguration configuration;

    @BeforeEach
    void read() throws IOException {
        configuration = NativeConfiguration.read(sources().resolve("native-sources-runner.jar"));
    }

    @Test
    void typedRecordsAreReadAndWrittenByReflection() {
        List<String> records = Stream.of(AjoModel.class.getPermittedSubclasses())
                .map(Class::getName)
                .toList();

        assertThat(records).hasSizeGreaterThan(40).contains("io.github.camelajo.model.CanDeploy$Problem");
        assertThat(configuration.withMethodsFieldsAndConstructors()).containsAll(records);
    }

    @Test
    void classesThatCamelFindsByNameAreThere() {
        assertThat(configuration.classes())
                .contains(
                        "io.github.camelajo.AjoComponent",
                        "io.github.camelajo.AjoComponentConfigurer",
                        "io.github.camelajo.AjoConfiguration",
                        "io.github.camelajo.AjoEndpoint",
                        "io.github.camelajo.AjoEndpointConfigurer",
                        "io.github.camelajo.AjoEndpointUriFactory",
                        "io.github.camelajo.internal.observe.AjoDevConsole");
    }

    @Test
    void routesCanNameAndReadEveryException() throws IOException {
        List<String> exceptions;
        try (Stream<Path> files = Files.list(Resources.folderOf(AjoException.class))) {
            exceptions = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("Ajo") && name.endsWith("Exception.class"))
                    .map(name -> AjoException.class.getPackageName() + "." + name.replace(".class", ""))
                    .toList();
        }

        assertThat(exceptions).hasSizeGreaterThan(10);
        assertThat(configuration.classes())
                .containsAll(exceptions)
                .contains("io.github.camelajo.exception.ErrorDetails");
    }

    @Test
    void descriptorAndServicesAreResources() {
        String services = "META-INF/services/org/apache/camel/";

        assertThat(List.of(
                        "META-INF/io/github/camelajo/ajo.json",
                        services + "TypeConverterLoader",
                        services + "component/ajo",
                        services + "configurer/ajo-component",
                        services + "configurer/ajo-endpoint",
                        services + "urifactory/ajo-endpoint"))
                .allMatch(configuration::hasResource);
        assertThat(configuration.hasResource("META-INF/no/such/resource")).isFalse();
    }

    @Test
    void tlsIsSwitchedOn() throws IOException {
        assertThat(Files.readString(sources().resolve("native-image.args")))
                .contains("--enable-url-protocols=http,https");
    }

    private Path sources() {
        return results.getBuildDir().resolve("native-sources");
    }
}
