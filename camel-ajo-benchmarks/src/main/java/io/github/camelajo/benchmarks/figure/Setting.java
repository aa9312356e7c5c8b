package io.github.camelajo.benchmarks.figure;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelajo.benchmarks.report.Machine;
import io.github.camelajo.benchmarks.server.ServerProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * Where and how thoroughly is measured.
 *
 * @param server answers
 * @param jdk    the JDK that runs this
 * @param newer  a JDK with virtual threads, {@code null} when there is none or when it is the first one
 * @param quick  whether a rough measurement will do
 */
public record Setting(ServerProcess server, Path jdk, Path newer, boolean quick) {

    /** Switches on virtual threads for Camel, on a JDK that has them. */
    static final List<String> VIRTUAL_THREADS = List.of("-Dcamel.threads.virtual.enabled=true");

    /** A JDK and what its JVMs are started with. */
    record Variant(String name, Path jdk, List<String> jvmArgs) {}

    /** The JDK that runs this, and the newer one with virtual threads if there is one. */
    List<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant("JDK " + Runtime.version().feature(), jdk, List.of()));
        if (newer != null) {
            variants.add(new Variant("JDK " + feature(newer) + ", virtual threads", newer, VIRTUAL_THREADS));
        }
        return variants;
    }

    int either(int quickValue, int fullValue) {
        return quick ? quickValue : fullValue;
    }

    /** The newest JDK beside this one that has virtual threads, or {@code null}. */
    public static Path newerJdk(Map<String, String> environment) {
        List<Path> candidates = new ArrayList<>();
        for (String name : List.of("JAVA_HOME_25", "JAVA_HOME_25_X64", "JAVA_HOME_25_ARM64", "JAVA_HOME_21")) {
            if (environment.get(name) != null) {
                candidates.add(Path.of(environment.get(name)));
            }
        }
        File[] folders =
                new File("/usr/lib/jvm").listFiles(file -> file.getName().contains("25"));
        if (folders != null) {
            for (File folder : folders) {
                candidates.add(folder.toPath());
            }
        }
        return candidates.stream()
                .filter(candidate -> candidate.resolve("bin/java").toFile().canExecute())
                .filter(candidate -> Runtime.version().feature() < 21)
                .findFirst()
                .orElse(null);
    }

    private static String feature(Path jdk) {
        try {
            String version = Machine.version(jdk);
            return version.replaceFirst(".*build (\\d+).*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A PostgreSQL that keeps what it commits, as users have it: the embedded one would not wait for the disk. */
    static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }
}
