package io.github.camelajo.store;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Two million entries in a process with a heap of 64 MB. {@code -Dstore.entries=...} sets another number. */
class ScaleTest {

    private static final int ENTRIES = Integer.getInteger("store.entries", 2_000_000);

    @TempDir
    Path folder;

    @ParameterizedTest
    @Tag("store-slow")
    @Timeout(1800)
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void comparesTwoMillionEntriesInASmallHeapAndWritesNothingForThoseThatAreUnchanged(String database)
            throws Exception {
        compare(database, ENTRIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void comparesEntriesInASmallHeapAndWritesNothingForThoseThatAreUnchanged(String database) throws Exception {
        compare(database, 20_000);
    }

    private void compare(String database, int entries) throws Exception {
        JdbcBackend postgres = database.equals("H2") ? null : JdbcBackend.postgres();
        String address = postgres == null ? WorkerDatabase.address(folder) : WorkerDatabase.address(postgres);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScaleWorker.class.getName(),
                        address,
                        String.valueOf(entries))
                .redirectErrorStream(true)
                .start();
        List<String> lines;
        try (BufferedReader output = process.inputReader()) {
            lines = output.lines().toList();
        } finally {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        lines.forEach(line -> System.out.println(database + ", " + entries + " entries: " + line));
        assertThat(process.exitValue()).as(() -> String.join("\n", lines)).isZero();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("first ").contains(" emitted=" + entries + " ");
        assertThat(lines.get(1)).startsWith("idle ").contains(" emitted=0 absent=0 writes=0 ");
        assertThat(lines.get(2)).startsWith("changed ").contains(" emitted=100 absent=0 ");
        if (postgres != null) {
            postgres.close();
        }
    }
}
