package io.github.camelajo.simulator;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelajo.simulator.control.SampleIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class SimulatorMainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicReference<AjoSimulator> seen = new AtomicReference<>();

    @Test
    void startsPrintsTheSettingsAndStops() throws InterruptedException {
        int status = run(
                simulator -> {
                    assertThat(simulator.isRunning()).isTrue();
                    assertThat(TestClient.of(simulator)
                                    .get("/ajo/journey")
                                    .json()
                                    .path("results"))
                            .hasSize(5);
                    assertThat(out.toString(UTF_8))
                            .contains(simulator.baseUrl(), simulator.tokenEndpoint())
                            .contains(
                                    "camel.component.ajo.client-id = my-client",
                                    "camel.component.ajo.client-secret = my=secret")
                            .contains("camel.component.ajo.organization-id = MINE@AdobeOrg")
                            .contains(SampleIds.LIVE_CAMPAIGN);
                },
                "--port",
                "0",
                "--seed=9",
                "--journeys",
                "5",
                "--client-id",
                "my-client",
                "--client-secret=my=secret",
                "--organization-id",
                "MINE@AdobeOrg");

        assertThat(status).isZero();
        assertThat(seen.get().isRunning()).isFalse();
    }

    @Test
    void printsTheVeryLinesThatTheDocsShow() throws Exception {
        Path folder = Files.isDirectory(Path.of("docs")) ? Path.of("docs") : Path.of("../docs");
        String page = Files.readString(folder.resolve("getting-started.md")).replace("\r\n", "\n");
        Matcher shown = Pattern.compile(
                        "<!-- generated:simulator-properties -->\\s*```properties\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(shown.find()).isTrue();
        run(
                simulator -> assertThat(out.toString(UTF_8).replace(simulator.baseUrl(), "http://localhost:8088"))
                        .contains(shown.group(1)),
                "--port=0");

        assertThat(seen.get()).isNotNull();
    }

    @Test
    void setsTheStepOfJobs() throws InterruptedException {
        String workflow = "/journey/campaigns/service/workflows/" + SampleIds.WORKFLOW;
        run(
                simulator -> {
                    TestClient client = TestClient.of(simulator);
                    client.get(workflow);
                    simulator.advanceClock(Duration.ofHours(1));
                    assertThat(client.get(workflow).json().path("state").asText())
                            .isEqualTo("PROCESSING");
                },
                "--port=0",
                "--job-step=3600000");

        assertThat(seen.get()).isNotNull();
    }

    @Test
    void leavesOutPermissions() throws InterruptedException {
        run(
                simulator -> {
                    TestClient client = TestClient.of(simulator);
                    assertThat(client.get("/ajo/journey").status()).isEqualTo(403);
                    assertThat(client.get("/journey/orchestration/endpointConfigs/x")
                                    .status())
                            .isEqualTo(403);
                    assertThat(client.get("/journey/campaigns/service/campaigns")
                                    .status())
                            .isEqualTo(200);
                },
                "--port=0",
                "--without-permissions",
                "Journey View; Manage Journeys Events, Data Sources and Action");

        assertThat(seen.get()).isNotNull();
    }

    @Test
    void showsTheOptions() throws InterruptedException {
        assertThat(run(simulator -> {}, "--help")).isZero();

        assertThat(out.toString(UTF_8)).contains("--port", "--seed", "--journeys", "--client-id", "--organization-id");
        assertThat(seen.get()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot=1        | Unknown option: --prot",
                "start           | Unknown option: start",
                "--port          | Option --port needs a value",
                "--port=high     | Option --port needs a whole number, not 'high'",
                "--port=70000    | port must be between 0 and 65535, not 70000",
                "--job-step=-1   | jobStep must not be negative",
                "--job-step=slow | Option --job-step needs a whole number, not 'slow'",
                "--journeys=-1   | journeys must not be negative, but is -1",
                "--without-permissions=Fly | There is no permission 'Fly'",
                "--journeys=9999999999 | Option --journeys is out of range: 9999999999"
            })
    void endsWithTwoAndAClearMessageOnWrongUsage(String argument, String message) throws InterruptedException {
        assertThat(run(simulator -> {}, argument)).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains(message, "--help");
        assertThat(seen.get()).isNull();
    }

    @Test
    void endsWithOneWhenThePortIsTaken() throws InterruptedException {
        try (AjoSimulator other = AjoSimulator.builder().journeys(0).start()) {
            assertThat(run(simulator -> {}, "--port", String.valueOf(other.port())))
                    .isEqualTo(1);
        }

        assertThat(err.toString(UTF_8)).contains("Cannot start");
        assertThat(seen.get()).isNull();
    }

    private int run(SimulatorMain.Session session, String... arguments) throws InterruptedException {
        return SimulatorMain.run(
                arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), simulator -> {
                    seen.set(simulator);
                    session.run(simulator);
                });
    }
}
