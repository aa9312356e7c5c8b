package io.github.camelajo.example.quarkus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.camelajo.simulator.AjoSimulator;

/**
 * Runs the finished application as production does: a process of its own, settings from the environment. Three times: a
 * plan, a run that does the changes, and a plan that finds nothing left to do. Without an account, a simulator plays Adobe.
 */
public final class RunWithSimulator {

    private static final long MINUTES_AT_MOST = 2;

    private final Path jar;
    private final Map<String, String> environment;
    private final Consumer<String> output;

    RunWithSimulator(Path jar, Map<String, String> environment, Consumer<String> output) {
        this.jar = jar;
        this.environment = environment;
        this.output = output;
    }

    /** @param arguments the jar and the folder of YAML files */
    public static void main(String... arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        if (System.getenv("AJO_CLIENT_ID") != null) {
            new RunWithSimulator(jar, Map.of(), System.out::println).allRuns(arguments[1]);
            return;
        }
        try (AjoSimulator simulator = AjoSimulator.builder().start()) {
            System.out.println("AJO_CLIENT_ID is not set: a simulator plays Adobe on " + simulator.baseUrl());
            new RunWithSimulator(jar, environment(simulator), System.out::println).allRuns(arguments[1]);
        }
    }

    static Map<String, String> environment(AjoSimulator simulator) {
        return Map.of(
                "AJO_CLIENT_ID", simulator.clientId(),
                "AJO_CLIENT_SECRET", simulator.clientSecret(),
                "AJO_ORGANIZATION_ID", simulator.organizationId(),
                "AJO_SCOPES", simulator.scopes(),
                "AJO_SANDBOX", AjoSimulator.DEVELOPMENT_SANDBOX,
                "AJO_BASE_URL", simulator.baseUrl(),
                "AJO_TOKEN_ENDPOINT", simulator.tokenEndpoint());
    }

    private void allRuns(String file) throws IOException, InterruptedException {
        int planned = exitStatus("plan", file);
        if (planned != 0 && planned != 2) {
            throw new IllegalStateException("The plan ended with status " + planned);
        }
        run("apply", file);
        run("plan", file);
        output.accept("All runs done");
    }

    void run(String... arguments) throws IOException, InterruptedException {
        int status = exitStatus(arguments);
        if (status != 0) {
            throw new IllegalStateException("The application ended with status " + status);
        }
    }

    int exitStatus(String... arguments) throws IOException, InterruptedException {
        output.accept("> " + String.join(" ", arguments));
        long start = System.nanoTime();
        int status = exitStatus(
                Stream.concat(Stream.of(java(), "-jar", jar.toString()), Stream.of(arguments))
                        .toList(),
                environment,
                output);
        output.accept("  took " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms, JVM included");
        return status;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static int exitStatus(List<String> command, Map<String, String> environment, Consumer<String> output)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(output);
            if (!process.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The application did not end within " + MINUTES_AT_MOST + " minutes");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
