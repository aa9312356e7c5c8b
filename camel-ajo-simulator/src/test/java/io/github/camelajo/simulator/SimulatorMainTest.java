package io.github.camelajo.simulator;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelajo.simulator.control.SampleIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void printsExactlyTheLinesInTheDocs() throws Exception {
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
    void printsExactlyTheTextOnTheSimulatorPage() throws Exception {
        Path folder = Files.isDirectory(Path.of("docs")) ? Path.of("docs") : Path.of("../docs");
        String page = Files.readString(folder.resolve("simulator.md")).replace("\r\n", "\n");
        Matcher shown = Pattern.compile("<!-- printed at the start -->\\s*```text\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(shown.find()).isTrue();
        run(
                simulator -> assertThat(out.toString(UTF_8).replace(simulator.baseUrl(), "http://localhost:8088"))
                        .isEqualTo(shown.group(1)),
                "--port=0");

        assertThat(seen.get()).isNotNull();
        assertThat(shown.group(1)).contains("in a browser: http://localhost:8088/\n");
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
    void removesPermissions() throws InterruptedException {
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
    void acceptsASecondSecretAndAnotherClientAsDuringARotation() throws InterruptedException {
        run(
                simulator -> {
                    Map<String, String> form = TestClient.tokenForm(simulator);
                    form.put("client_secret", "second-secret");
                    assertThat(TestClient.requestToken(simulator, form).status())
                            .isEqualTo(200);
                    form.put("client_id", "other");
                    form.put("client_secret", "its:secret");
                    assertThat(TestClient.requestToken(simulator, form).status())
                            .isEqualTo(200);
                },
                "--port=0",
                "--second-client-secret=second-secret",
                "--other-client=other:its:secret");

        assertThat(seen.get()).isNotNull();
    }

    @Test
    void checksScopesAndIgnoresRepeatedRequestsWhenToldTo() throws InterruptedException {
        run(
                simulator -> {
                    TestClient client = TestClient.of(simulator);
                    assertThat(client.withScopes("openid")
                                    .delete("/ajo/config/suppression/addresses/suppressed0000000001@example.com")
                                    .status())
                            .isEqualTo(403);
                    TestClient repeating = client.with("x-request-id", "same");
                    for (int i = 0; i < 2; i++) {
                        assertThat(repeating
                                        .post("/ajo/im/executions/unitary", """
                                {"requestId": "r", "campaignId": "%s", "recipients": [
                                  {"type": "external", "userId": "ann@example.com", "namespace": "Email"}]}""".formatted(SampleIds.LIVE_CAMPAIGN))
                                        .status())
                                .isEqualTo(202);
                    }
                    assertThat(simulator.messagesSent()).hasSize(1);
                },
                "--port=0",
                "--check-scopes",
                "--ignore-repeated-requests");

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
                "--prot=1        | Unknown option: --prot; there are --host, --port, --state,",
                "--version=2     | Option --version takes no value",
                "--host=no.such.host.invalid | Option --host needs an address of this machine, such as 127.0.0.1",
                "--host=         | Option --host needs an address of this machine",
                "--state=/no/such/folder/x.json | Option --state needs a file in a folder that exists",
                "--token-lifetime=0 | Option --token-lifetime must be from 1 to 2147483647, not 0",
                "start           | Unknown option: start",
                "--port          | Option --port needs a value",
                "--port=high     | Option --port needs a whole number, not 'high'",
                "--port=70000    | Option --port must be from 0 to 65535, not 70000",
                "--job-step=-1   | Option --job-step must be from 0 to 2147483647, not -1",
                "--job-step=slow | Option --job-step needs a whole number, not 'slow'",
                "--journeys=-1   | Option --journeys must be from 0 to 100000, not -1",
                "--without-permissions=Fly | There is no permission 'Fly'",
                "--organization-id=MINE | Option --organization-id needs an ID that ends with @AdobeOrg, not 'MINE'",
                "--client-id=    | Option --client-id needs a value",
                "--other-client=x | Option --other-client needs an ID and a secret",
                "--journeys=9999999999 | Option --journeys must be from 0 to 100000, not 9999999999"
            })
    void endsWithTwoAndAClearMessageOnWrongUsage(String argument, String message) throws InterruptedException {
        assertThat(run(simulator -> {}, argument)).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains(message, "--help");
        assertThat(seen.get()).isNull();
    }

    @Test
    void endsWithOneWhenThePortIsTaken() throws InterruptedException {
        int port;
        try (AjoSimulator other = AjoSimulator.builder().journeys(0).start()) {
            port = other.port();
            assertThat(run(simulator -> {}, "--port", String.valueOf(port))).isEqualTo(1);
        }

        assertThat(err.toString(UTF_8))
                .contains("Cannot start: port " + port + " of 127.0.0.1 is in use; choose another one with --port");
        assertThat(seen.get()).isNull();
    }

    @Test
    void endsWithOneWhenTheAddressBelongsToAnotherMachine() throws InterruptedException {
        assertThat(run(simulator -> {}, "--port=0", "--host=192.0.2.1")).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("Cannot start: ").contains("192.0.2.1");
    }

    @Test
    void saysItsVersion() throws InterruptedException {
        assertThat(run(simulator -> {}, "--version")).isZero();

        assertThat(out.toString(UTF_8)).startsWith("camel-ajo-simulator ");
    }

    @Test
    void warnsWhenOthersCanReachIt() throws InterruptedException {
        run(
                simulator -> assertThat(out.toString(UTF_8))
                        .contains("It listens on 0.0.0.0: everybody who can reach this machine can call it")
                        .contains("AJO simulator is running on http://localhost:" + simulator.port()),
                "--port=0",
                "--host=0.0.0.0");
        assertThat(seen.get()).isNotNull();
    }

    @Test
    void tellsWhetherASimulatorRuns() throws InterruptedException {
        int port;
        try (AjoSimulator other = AjoSimulator.builder().journeys(0).start()) {
            port = other.port();
            assertThat(run(simulator -> {}, "--health", "--port", String.valueOf(port)))
                    .isZero();
        }

        assertThat(run(simulator -> {}, "--health", "--port", String.valueOf(port)))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("No simulator answers at http://localhost:" + port);
    }

    @Test
    void continuesWithTheStateThatItHadWhenItStopped(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("state.json");
        String path = "/journey/orchestration/list/endpointConfigs";
        run(
                simulator -> TestClient.of(simulator)
                        .post("/journey/orchestration/endpointConfigs", "{\"url\": \"https://example.org\"}"),
                "--port=0",
                "--state=" + file);
        assertThat(out.toString(UTF_8)).contains("Saved the state to " + file).doesNotContain("Loaded");

        run(
                simulator -> assertThat(
                                TestClient.of(simulator).post(path, null).json().path("results"))
                        .hasSize(1),
                "--port=0",
                "--state=" + file);

        assertThat(out.toString(UTF_8)).contains("Loaded the state from " + file);
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).as("no temporary file is left").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"format\":          | is broken: it is not valid JSON",
                "[]                    | cannot be used: This is not a state of a simulator",
                "{\"format\": \"camel-ajo-simulator-state\", \"version\": 99, \"simulator\": \"9.9\"} | saved by a newer simulator (9.9); this one reads versions up to 1",
                "{\"format\": \"camel-ajo-simulator-state\", \"version\": 1} | 'general' of the state must have exactly the fields"
            })
    void refusesAStateFileThatItCannotUse(String content, String message, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("state.json"), content);

        assertThat(run(simulator -> {}, "--port=0", "--state=" + file)).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("Cannot start: The state file " + file, message);
        assertThat(file).as("the file is unchanged").hasContent(content);
        assertThat(seen.get()).isNull();
    }

    /** The actions of a test while the simulator runs. */
    @FunctionalInterface
    private interface Look {
        void at(AjoSimulator simulator) throws InterruptedException;
    }

    private int run(Look look, String... arguments) throws InterruptedException {
        return SimulatorMain.run(
                arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), (simulator, stop) -> {
                    seen.set(simulator);
                    look.at(simulator);
                });
    }
}
