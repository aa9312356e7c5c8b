package io.github.camelajo.example.quarkus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.ReceivedRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

            assertThat(String.join("\n", output)).contains("4 created, 0 unchanged");
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

        assertThat(status).isEqualTo(1);
        assertThat(String.join("\n", output))
                .contains("Nothing was changed: The component ajo has no clientId")
                .doesNotContain("[done]", "\tat ");
    }

    @Test
    void onATerminalABarFillsAndMakesPlaceForTheTable() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs /usr/bin/script for a terminal");
        try (AjoSimulator adobe = AjoSimulator.builder().start()) {
            adobe.latency(Duration.ofMillis(300));
            List<String> command = List.of(
                    "/usr/bin/script",
                    "-qec",
                    RunWithSimulator.java() + " -jar " + APPLICATION.resolve("quarkus-run.jar") + " plan ajo",
                    "/dev/null");

            int status = RunWithSimulator.exitStatus(command, RunWithSimulator.environment(adobe), output::add);

            assertThat(status).isEqualTo(2);
            String shown = String.join("\n", output);
            assertThat(shown).contains(" of 4 compared");
            // The line of the bar is wiped before the first line of the table.
            assertThat(shown).containsPattern("\\s{70,}\\s*\\+ create     fragment");
        }
    }

    @Test
    void whatFailsAtTheLoginIsToldInWordsAndOnTheErrorOutput() throws Exception {
        try (AjoSimulator adobe = AjoSimulator.builder().start()) {
            Map<String, String> environment = new HashMap<>(RunWithSimulator.environment(adobe));
            environment.put("AJO_CLIENT_SECRET", "another-secret");

            assertThat(application(environment).exitStatus("plan", "ajo")).isEqualTo(1);

            assertThat(String.join("\n", output))
                    .contains("Nothing was changed: ", "invalid_client")
                    .doesNotContain("another-secret", "\tat ");
        }
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
