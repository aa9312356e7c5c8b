package io.github.camelajo.example.quarkus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.ReceivedRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The application as it is shipped, in a process of its own. */
class PackagedApplicationIT {

    private static final Path APPLICATION = Path.of("target/quarkus-app");

    private final List<String> output = new ArrayList<>();

    @Test
    void runsOnSettingsFromTheEnvironment() throws Exception {
        try (AjoSimulator adobe = AjoSimulator.builder()
                .clientId("own-client")
                .clientSecret("own-secret")
                .organizationId("0123456789ABCDEF@AdobeOrg")
                .start()) {
            application(RunWithSimulator.environment(adobe)).run("apply", "ajo");

            assertThat(String.join("\n", output)).contains("4 to create, 0 unchanged");
            assertThat(adobe.requests())
                    .extracting(ReceivedRequest::path)
                    .filteredOn(path -> path.endsWith("/deploy") || path.endsWith("/publications"))
                    .hasSize(3);
            assertThat(adobe.tokenRequests()).hasSize(1);
        }
    }

    @Test
    void withoutAnAccountItDoesNotStartASimulatorButNamesWhatIsMissing() throws Exception {
        int status = application(Map.of()).exitStatus("apply", "ajo");

        assertThat(status).isNotZero();
        assertThat(String.join("\n", output)).contains("clientId").doesNotContain("[done]");
    }

    @Test
    void theSimulatorIsNotShipped() throws IOException {
        try (Stream<Path> jars = Files.walk(APPLICATION.resolve("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("io.github.camelajo.camel-ajo-quarkus-"))
                    .noneMatch(name -> name.contains("simulator") || name.contains("wiremock"));
        }
    }

    private RunWithSimulator application(Map<String, String> environment) {
        return new RunWithSimulator(APPLICATION.resolve("quarkus-run.jar"), environment, output::add);
    }
}
