package io.github.camelajo.benchmarks.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a measurement in a fresh JVM, which reports what it found as one line of JSON. */
final class ChildJvm {

    private static final String REPORT = "REPORT ";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Logger LOG = LoggerFactory.getLogger(ChildJvm.class);
    private static final long LONGEST_MINUTES = 6;

    private ChildJvm() {}

    /** What a child does. */
    interface Measurement {
        Map<String, ?> measure() throws Exception;
    }

    /** The whole life of a child. Threads that are left then do not keep it alive. */
    static void measure(Measurement measurement) {
        int status = 1;
        try {
            System.out.println(REPORT + MAPPER.writeValueAsString(measurement.measure()));
            System.out.flush();
            status = 0;
        } catch (Exception e) {
            LOG.error("The measurement failed", e);
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }

    /** JVM arguments for a heap that has its full size from the start, so that it does not grow while calls are timed. */
    static List<String> fixedHeap(int megabytes) {
        return List.of("-Xms" + megabytes + "m", "-Xmx" + megabytes + "m");
    }

    /** JVM arguments for a heap that must suffice, with the collector that itself needs the least memory. */
    static List<String> heapOfAtMost(int megabytes) {
        return List.of("-Xmx" + megabytes + "m", "-XX:+UseSerialGC");
    }

    static JsonNode run(Path javaHome, List<String> jvmArgs, Class<?> main, Object... args) {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin/java").toString());
        command.addAll(jvmArgs);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
        for (Object arg : args) {
            command.add(arg.toString());
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var unused = process.onExit()
                    .orTimeout(LONGEST_MINUTES, TimeUnit.MINUTES)
                    .exceptionally(late -> process.destroyForcibly());
            JsonNode report = null;
            try (BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String line;
                while ((line = output.readLine()) != null) {
                    if (line.startsWith(REPORT)) {
                        report = MAPPER.readTree(line.substring(REPORT.length()));
                    } else {
                        System.out.println(line);
                    }
                }
            }
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0 || report == null) {
                process.destroyForcibly();
                throw new IllegalStateException(main.getSimpleName() + " did not come to its end");
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
