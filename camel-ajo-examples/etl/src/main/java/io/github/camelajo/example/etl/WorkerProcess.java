package io.github.camelajo.example.etl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A worker in a process of its own. What it logs goes into a file. */
final class WorkerProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 40;

    /** Of a JVM that ended by SIGTERM and came to the end of its shutdown: 128 and the number of the signal. */
    private static final int ENDED_BY_SIGTERM = 143;

    private final String name;
    private final Process process;

    private WorkerProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        // Also when the example is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * @param log      gets what the worker logs
     * @param settings environment variables, as a container would have them
     */
    static WorkerProcess start(String name, Path log, Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Detl.log-level=INFO",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName()));
        builder.environment().putAll(settings);
        builder.environment().put("CAMEL_MAIN_PROFILE", "onemachine");
        return new WorkerProcess(
                name,
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What {@code kill -9} does: no shutdown, no goodbye. Gives back whether the process is gone. */
    boolean kill() throws InterruptedException {
        process.destroyForcibly();
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What a system does that ends a process in order. Gives back whether it ended by that, and in time. */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == ENDED_BY_SIGTERM;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
