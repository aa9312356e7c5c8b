package io.github.camelajo.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;

/** Facts of the machine that measures. */
public final class Machine {

    private Machine() {}

    /** @param jdks homes of the JDKs in use */
    public static Table facts(List<Path> jdks) throws IOException, InterruptedException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Table facts = Table.of("", "fact", "value");
        facts.row("date", LocalDate.now(ZoneOffset.UTC));
        facts.row("processor", processor());
        facts.row("processors", system.getAvailableProcessors());
        facts.row("memory", Math.round(system.getTotalMemorySize() / (1024.0 * 1024 * 1024)) + " GB");
        facts.row(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        for (Path jdk : jdks) {
            facts.row("JDK", version(jdk));
        }
        return facts;
    }

    private static String processor() throws IOException {
        Path information = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(information)) {
            return "unknown";
        }
        return Files.readAllLines(information).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("unknown");
    }

    /** Name and version of a JDK, as it says itself. */
    public static String version(Path jdk) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(jdk.resolve("bin/java").toString(), "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(10, TimeUnit.SECONDS);
        return said.lines()
                .filter(line -> line.contains("Runtime"))
                .map(String::trim)
                .findFirst()
                .orElse("unknown");
    }
}
