package io.github.camelajo.benchmarks.figure;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import io.github.camelajo.benchmarks.client.Following;
import io.github.camelajo.benchmarks.client.Listing;
import io.github.camelajo.benchmarks.server.ServerProcess;
import io.github.camelajo.internal.state.MemorySourceState;
import io.github.camelajo.store.AjoStore;
import org.h2.jdbcx.JdbcConnectionPool;

/** Reads a long list for the first time, or looks for a few changes in it, in one of several ways. */
final class SourceRun {

    private static final int WARM_UP_ITEMS = 100_000;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private SourceRun() {}

    /**
     * Arguments: port of the server; {@code iterator}, {@code split}, {@code first-latest}, {@code first-all},
     * {@code first-all-h2}, {@code changes-h2}, {@code handwritten-h2}, {@code changes-postgres} or
     * {@code handwritten-postgres}; number of items; number of changes; for PostgreSQL its port.
     */
    public static void main(String[] args) {
        ChildJvm.measure(() -> measure(args));
    }

    private static Map<String, ?> measure(String[] args) throws Exception {
        ServerProcess server = ServerProcess.at(Integer.parseInt(args[0]));
        int items = Integer.parseInt(args[2]);
        int changes = Integer.parseInt(args[3]);
        Path folder = Files.createTempDirectory("source-benchmark");
        try {
            return switch (args[1]) {
                case "iterator" -> read(server, Listing.iterator(server), items);
                case "split" -> read(server, Listing.split(server), items);
                case "first-latest" -> first(server, items, "latest");
                case "first-all" -> first(server, items, "all");
                case "first-all-h2" -> firstInDatabase(server, folder, items);
                case "changes-h2" -> changes(server, database(folder), items, changes);
                case "handwritten-h2" -> handwritten(server, database(folder), items, changes);
                case "changes-postgres" -> changes(server, OutboxRun.pool(Integer.parseInt(args[4])), items, changes);
                case "handwritten-postgres" ->
                    handwritten(server, OutboxRun.pool(Integer.parseInt(args[4])), items, changes);
                default -> throw new IllegalArgumentException(args[1]);
            };
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static JdbcConnectionPool database(Path folder) {
        return JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("benchmark"), "sa", "");
    }

    private static Map<String, Object> read(ServerProcess server, Listing.Reader reader, int items) throws Exception {
        server.change(WARM_UP_ITEMS, 0);
        reader.read(item -> {});
        server.change(items, 0);
        return timed(items, items, () -> reader.read(item -> {}));
    }

    private static Map<String, Object> first(ServerProcess server, int items, String startFrom) throws Exception {
        warmUp(server, startFrom);
        server.change(items, 0);
        try (Following.Poll poll = Following.source(server, new MemorySourceState(), startFrom)) {
            return timed(items, startFrom.equals("all") ? items : 0, poll::poll);
        }
    }

    /** Closed at once: what is noted in memory takes more of a small heap than what is measured. */
    private static void warmUp(ServerProcess server, String startFrom) throws Exception {
        server.change(WARM_UP_ITEMS, 0);
        try (Following.Poll poll = Following.source(server, new MemorySourceState(), startFrom)) {
            poll.poll();
        }
    }

    private static Map<String, Object> firstInDatabase(ServerProcess server, Path folder, int items) throws Exception {
        warmUp(server, "all");
        server.change(items, 0);
        AjoStore store = AjoStore.builder(database(folder)).build();
        try (Following.Poll poll = Following.source(server, store.sourceState(), "all")) {
            return timed(items, items, poll::poll);
        }
    }

    private static Map<String, Object> changes(
            ServerProcess server, JdbcConnectionPool database, int items, int changes) throws Exception {
        server.change(items, 0);
        AjoStore store = AjoStore.builder(database).build();
        try (Following.Poll poll = Following.source(server, store.sourceState(), "latest")) {
            poll.poll();
            server.change(items, changes);
            return timed(items, changes, poll::poll);
        }
    }

    private static Map<String, Object> handwritten(
            ServerProcess server, JdbcConnectionPool database, int items, int changes) throws Exception {
        Following.fill(database, items);
        try (Following.Poll poll = Following.handwritten(server, database)) {
            server.change(Math.min(items, WARM_UP_ITEMS), 0);
            poll.poll();
            server.change(items, changes);
            return timed(items, changes, poll::poll);
        }
    }

    private static Map<String, Object> timed(int items, long expected, Callable<Long> poll) throws Exception {
        PeakHeap peak = PeakHeap.watch();
        long cpuBefore = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        long count = poll.call();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpuBefore) / 1e9;
        if (count != expected) {
            throw new IllegalStateException(count + " came in place of " + expected);
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("perSecond", items / seconds);
        report.put("seconds", seconds);
        report.put("cpuSeconds", cpuSeconds);
        report.put("peakMegabytes", peak.megabytes());
        return report;
    }
}
