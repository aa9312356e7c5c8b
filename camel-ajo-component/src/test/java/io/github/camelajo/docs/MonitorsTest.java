package io.github.camelajo.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelajo.docs.generator.DocsFolder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Before JDK 24 a virtual thread that waits inside {@code synchronized} keeps its carrier. So a monitor is only for what never
 * waits; all else has a lock of java.util.concurrent. ArchUnit does not see blocks, so this reads the sources.
 */
class MonitorsTest {

    private static final List<String> MODULES = List.of(
            "camel-ajo-component", "camel-ajo-store", "camel-ajo-spring-boot-starter", "camel-ajo-quarkus/runtime");

    /** Where a monitor is right, and why. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("FailureStreak", "counts"),
            Map.entry("InPlace", "makes a queue"),
            Map.entry("Inventory", "a map in memory"),
            Map.entry("Lanes", "takes the next item of a list in memory"),
            Map.entry("MemoryOutboxStore", "maps in memory"),
            Map.entry("MemorySourceLease", "maps in memory"),
            Map.entry("MemorySourceState", "maps in memory"),
            Map.entry("ObservedComponent", "adds to and copies a set in memory"),
            Map.entry("OutageLog", "counts, and writes a line a minute"),
            Map.entry("RecentCalls", "adds to and copies a list in memory"),
            Map.entry("RequestDispatcher", "a queue in memory; the calls are made outside of it"),
            Map.entry("ValidationGuard", "counts calls of the last minute in memory"),
            Map.entry("UnfitValue", "overrides a method that Java has made so, and returns"));

    private static final Pattern COMMENTS_AND_TEXTS =
            Pattern.compile("//[^\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"", Pattern.DOTALL);
    private static final Pattern MONITOR = Pattern.compile("\\bsynchronized\\b");

    @Test
    void onlyWhatNeverWaitsIsSynchronized() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (String module : MODULES) {
            Path sources = DocsFolder.MODULE.resolveSibling(module).resolve("src/main/java");
            assertThat(sources).isDirectory();
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> hasMonitor(DocsFolder.read(file)))
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(found::add);
            }
        }
        assertThat(found)
                .as("classes with synchronized: use a ReentrantLock, or add the class here with the reason")
                .containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }

    @Test
    void methodsAndBlocksAreFoundAndWordsInCommentsAreNot() {
        assertThat(hasMonitor("private synchronized void a() {}")).isTrue();
        assertThat(hasMonitor("void a() { synchronized (this) {} }")).isTrue();
        assertThat(hasMonitor("// synchronized\n/* is\n synchronized */ String a = \"synchronized\";"))
                .isFalse();
    }

    private static boolean hasMonitor(String source) {
        return MONITOR.matcher(COMMENTS_AND_TEXTS.matcher(source).replaceAll(""))
                .find();
    }
}
