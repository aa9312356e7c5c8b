package io.github.camelajo.simulator;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.internal.core.Json;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The runnable jar in separate processes: how it starts and stops, and what it stores. Needs {@code -Prunnable-jar}.
 */
@Tag("runnable-jar")
class RunnableJarTest {

    private static final Path JAR = Path.of(System.getProperty("simulator.jar", "missing"));
    private static final Duration LONG = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();
    private final Map<Process, Path> logs = new HashMap<>();

    @TempDir
    Path folder;

    @AfterEach
    void stopProcesses() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void answersAndStopsGracefullyWithItsStateSaved() throws Exception {
        Path state = folder.resolve("state.json");
        int port = freePort();
        Process simulator = start("--port", "" + port, "--state", state.toString(), "--journeys=3");
        awaitHealth(port);
        String token = json(send(form(port))).path("access_token").asText();
        assertThat(send(put(port, "/__admin/ajo/data/journey/mine", "{\"name\": \"Mine\"}"))
                        .statusCode())
                .isEqualTo(201);

        simulator.destroy();

        assertThat(simulator.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(simulator.exitValue()).as(output(simulator)).isEqualTo(143);
        assertThat(output(simulator)).contains("Saved the state to " + state);
        assertThat(Files.readString(state)).contains("\"Mine\"").doesNotContain(token);

        start("--port=" + port, "--state=" + state);
        awaitHealth(port);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(port, "/ajo/journey/mine"))
                .header("Authorization", "Bearer " + token)
                .header("x-api-key", "sim-client-4f2d9c7e1b3a4d58")
                .header("x-gw-ims-org-id", "7C3E1A9B5D2F4860A1B2C3D4@AdobeOrg"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("name").asText()).isEqualTo("Mine");
    }

    @Test
    void endsWithOneWhenThePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Process simulator = start("--port", "" + taken.getLocalPort(), "--host", "0.0.0.0");

            assertThat(exitCode(simulator)).as(output(simulator)).isEqualTo(1);
            assertThat(output(simulator))
                    .contains("Cannot start: port " + taken.getLocalPort() + " of 0.0.0.0 is in use")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void endsWithTwoWhenAnArgumentIsWrong() throws Exception {
        Process simulator = start("--prot", "1");

        assertThat(exitCode(simulator)).isEqualTo(2);
        assertThat(output(simulator)).contains("Unknown option: --prot; there are --host, --port");
    }

    @Test
    void endsWithOneAndKeepsABrokenStateFile() throws Exception {
        Path state = Files.writeString(folder.resolve("state.json"), "{\"format\": ");
        Process simulator = start("--port=0", "--state=" + state);

        assertThat(exitCode(simulator)).isEqualTo(1);
        assertThat(output(simulator)).contains("The state file " + state + " is broken");
        assertThat(state).hasContent("{\"format\": ");
    }

    @Test
    void reportsWhetherASimulatorRunsAndItsVersion() throws Exception {
        int port = freePort();
        assertThat(exitCode(start("--health", "--port=" + port))).isEqualTo(1);
        start("--port=" + port);
        awaitHealth(port);

        assertThat(exitCode(start("--health", "--port=" + port))).isZero();
        Process version = start("--version");
        assertThat(exitCode(version)).isZero();
        assertThat(output(version)).contains(version());
    }

    @Test
    void containsItsServicesItsLicensesAndOneLogger() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo(SimulatorMain.class.getName());
            assertThat(text(jar, "META-INF/services/org.slf4j.spi.SLF4JServiceProvider")
                            .strip())
                    .isEqualTo("org.slf4j.simple.SimpleServiceProvider");
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
            assertThat(text(jar, "META-INF/NOTICE")).contains("Jackson");
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .contains("META-INF/LICENSE.txt", "META-INF/NOTICE.txt", "META-INF/thirdparty-LICENSE")
                    .noneMatch(name -> name.startsWith("org/junit/"))
                    .doesNotHaveDuplicates();
        }
    }

    /** Follows the instructions of the Dockerfile in a folder instead of an image. */
    @Test
    void theStepsOfTheDockerfileStartAHealthySimulator() throws Exception {
        Container container = Container.read(Path.of("Dockerfile"));
        assertThat(container.user()).as("not root").isEqualTo("10001:10001");
        assertThat(container.entryPoint()).containsSequence("--host", "0.0.0.0");
        assertThat(container.exposed()).isEqualTo(CommandLine.USUAL_PORT);
        Path image = Files.createDirectories(folder.resolve("image"));
        container.copy(Path.of("").toAbsolutePath(), image);
        int port = freePort();
        List<String> command = container.inside(image, container.entryPoint());
        command.addAll(List.of("--port", "" + port));
        Process simulator = run(command);
        awaitHealth(port);

        List<String> check = container.inside(image, container.healthCheck());
        check.addAll(List.of("--port", "" + port));
        Process healthy = run(check);

        assertThat(exitCode(healthy)).as(output(healthy)).isZero();
        assertThat(output(simulator)).contains("It listens on 0.0.0.0");
        assertThat(send(HttpRequest.newBuilder(uri(port, "/__admin/ajo/samples")))
                        .statusCode())
                .isEqualTo(200);
        simulator.destroy();
        assertThat(exitCode(simulator)).isEqualTo(143);
        assertThat(exitCode(run(check))).isEqualTo(1);
    }

    /** Returns the instructions of a Dockerfile that define the content of the image and how it runs. */
    private record Container(
            String workFolder,
            Map.Entry<String, String> copied,
            String user,
            int exposed,
            List<String> healthCheck,
            List<String> entryPoint) {

        private static Container read(Path file) throws IOException {
            String workFolder = null;
            Map.Entry<String, String> copied = null;
            String user = null;
            int exposed = 0;
            List<String> health = List.of();
            List<String> entry = List.of();
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(" ", 2);
                switch (parts[0]) {
                    case "WORKDIR" -> workFolder = parts[1];
                    case "COPY" -> copied = Map.entry(parts[1].split(" ")[0], parts[1].split(" ")[1]);
                    case "USER" -> user = parts[1];
                    case "EXPOSE" -> exposed = Integer.parseInt(parts[1]);
                    case "HEALTHCHECK" -> health = list(parts[1].substring(parts[1].indexOf("CMD ") + 4));
                    case "ENTRYPOINT" -> entry = list(parts[1]);
                    default -> {}
                }
            }
            return new Container(workFolder, copied, user, exposed, health, entry);
        }

        private static List<String> list(String json) throws IOException {
            List<String> words = new ArrayList<>();
            Json.parse(json.getBytes(StandardCharsets.UTF_8)).forEach(word -> words.add(word.asText()));
            return words;
        }

        private void copy(Path context, Path image) throws IOException {
            Path pattern = context.resolve(copied.getKey());
            List<Path> found = new ArrayList<>();
            try (var matching = Files.newDirectoryStream(
                    pattern.getParent(), pattern.getFileName().toString())) {
                matching.forEach(found::add);
            }
            assertThat(found).as("the files that COPY needs").hasSize(1);
            Path target = image.resolve(workFolder.substring(1));
            Files.createDirectories(target);
            Files.copy(found.get(0), target.resolve(copied.getValue()));
        }

        private List<String> inside(Path image, List<String> command) {
            List<String> words = new ArrayList<>();
            command.forEach(word ->
                    words.add(word.equals("java") ? java() : word.startsWith(workFolder) ? image + word : word));
            return words;
        }
    }

    private static String version() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getJarEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Process run(List<String> command) throws IOException {
        Path log = Files.createTempFile(folder, "process-", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        started.add(process);
        logs.put(process, log);
        return process;
    }

    private String output(Process process) throws IOException {
        return Files.readString(logs.get(process));
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitHealth(int port) {
        Awaitility.await()
                .atMost(LONG)
                .ignoreExceptions()
                .until(() -> send(HttpRequest.newBuilder(uri(port, "/__admin/health")))
                                .statusCode()
                        == 200);
    }

    private static URI uri(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpRequest.Builder put(int port, String path, String body) {
        return HttpRequest.newBuilder(uri(port, path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder form(int port) {
        return HttpRequest.newBuilder(uri(port, "/ims/token/v3"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=sim-client-4f2d9c7e1b3a4d58"
                                + "&client_secret=sim-secret-p8XvQ2mLr7TzK0cWbN5y&scope=openid,AdobeID"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(LONG).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
