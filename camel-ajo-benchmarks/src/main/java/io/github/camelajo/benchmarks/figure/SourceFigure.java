package io.github.camelajo.benchmarks.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.benchmarks.report.Check;
import io.github.camelajo.benchmarks.report.FigureResult;
import io.github.camelajo.benchmarks.report.Numbers;
import io.github.camelajo.benchmarks.report.Table;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Routes that begin with a list: a first read, a few changes in a long list, and polls that find nothing. */
public final class SourceFigure implements Figure {

    private static final int CHANGES = 100;
    private static final List<String> SMALL_HEAP = ChildJvm.heapOfAtMost(64);
    /** For what is known of each item, in memory. */
    private static final List<String> LARGE_HEAP = List.of("-Xms1500m", "-Xmx1500m", "-XX:+UseSerialGC");

    @Override
    public String id() {
        return "source";
    }

    @Override
    public FigureResult measure(Setting setting) {
        int items = setting.either(200_000, 2_000_000);
        int firstItems = setting.either(100_000, 1_000_000);
        Map<String, Samples> perSecond = new LinkedHashMap<>();
        for (int round = 0; round < setting.either(1, 3); round++) {
            for (String way : List.of("iterator", "split", "first-latest", "first-all")) {
                perSecond
                        .computeIfAbsent(way, ignored -> new Samples())
                        .add(run(setting, LARGE_HEAP, way, firstItems, 0)
                                .get("perSecond")
                                .asDouble());
            }
        }
        JsonNode stored = run(setting, SMALL_HEAP, "first-all-h2", firstItems / 5, 0);
        Map<String, JsonNode> changes = new LinkedHashMap<>();
        for (String way : List.of("changes-h2", "handwritten-h2")) {
            changes.put(way, run(setting, SMALL_HEAP, way, items, CHANGES));
        }
        try (EmbeddedPostgres postgres = Setting.postgres()) {
            for (String way : List.of("changes-postgres", "handwritten-postgres")) {
                changes.put(way, run(setting, SMALL_HEAP, way, items, CHANGES, postgres.getPort()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode idle = ChildJvm.run(setting.jdk(), List.of("-Xmx256m"), IdlePollRun.class, setting.either(100, 500));
        setting.server().reset(86_400, 0, 0);
        return new FigureResult(
                id(),
                "Routes that begin with a list",
                List.of(
                        Check.atLeast(
                                "items/s of a first read that takes note of what is there",
                                "`paging=iterator`",
                                0.7,
                                perSecond.get("first-latest").medianRatio(perSecond.get("iterator"))),
                        Check.atLeast(
                                "items/s of a first read with an exchange for each item",
                                "`paging=iterator` and `split().streaming()`",
                                0.7,
                                perSecond.get("first-all").medianRatio(perSecond.get("split"))),
                        faster(changes, "postgres", "PostgreSQL", items),
                        faster(changes, "h2", "H2", items)),
                List.of(firstReads(firstItems, perSecond, stored), changes(items, changes), idlePolls(idle)));
    }

    private static Check faster(Map<String, JsonNode> changes, String suffix, String database, int items) {
        return Check.atLeast(
                "speed with " + CHANGES + " changes in " + Numbers.of(items) + " items, " + database,
                "idempotent consumer over JDBC",
                5,
                changes.get("handwritten-" + suffix).get("seconds").asDouble()
                        / changes.get("changes-" + suffix).get("seconds").asDouble());
    }

    private static Table firstReads(int items, Map<String, Samples> perSecond, JsonNode stored) {
        Table table = Table.of(
                "A first read of " + Numbers.of(items) + " items in pages of 1,000, without latency:",
                "way",
                "items/s");
        table.row(
                "`paging=iterator`, read in a processor",
                perSecond.get("iterator").median());
        table.row(
                "source, `startFrom=latest`: compared and noted in memory, no exchange",
                perSecond.get("first-latest").median());
        table.row(
                "`paging=iterator` and `split().streaming()`, an exchange for each item",
                perSecond.get("split").median());
        table.row(
                "source, an exchange for each item, position in memory",
                perSecond.get("first-all").median());
        table.row(
                "source, an exchange for each item, position in H2, heap of 64 MB, a fifth of the items",
                stored.get("perSecond").asDouble());
        return table;
    }

    private static Table changes(int items, Map<String, JsonNode> changes) {
        Table table = Table.of(
                CHANGES + " changes among " + Numbers.of(items) + " items that are known, heap of 64 MB:",
                "way",
                "seconds",
                "CPU seconds",
                "most left on the heap after a collection, MB");
        String handwritten = "`paging=iterator`, `split()`, `idempotentConsumer` with a JDBC repository";
        row(table, "source, a full read, H2 in a file", changes.get("changes-h2"));
        row(table, handwritten + ", H2 in a file", changes.get("handwritten-h2"));
        row(table, "source, a full read, PostgreSQL", changes.get("changes-postgres"));
        row(table, handwritten + ", PostgreSQL", changes.get("handwritten-postgres"));
        return table;
    }

    private static void row(Table table, String way, JsonNode measured) {
        table.row(
                way,
                measured.get("seconds").asDouble(),
                measured.get("cpuSeconds").asDouble(),
                measured.get("peakMegabytes").asDouble());
    }

    private static Table idlePolls(JsonNode idle) {
        Table table = Table.of(
                "A poll that finds nothing, lists of the simulator, default pages, position in memory:",
                "list",
                "items there",
                "calls",
                "CPU µs",
                "KB allocated");
        for (JsonNode list : idle.get("lists")) {
            table.row(
                    list.get("list").asText(),
                    list.get("items").asInt(),
                    list.get("calls").asDouble(),
                    list.get("cpuMicros").asDouble(),
                    list.get("kilobytes").asDouble());
        }
        return table;
    }

    private static JsonNode run(
            Setting setting, List<String> jvmArgs, String way, int items, int changes, Object... more) {
        List<Object> args = new ArrayList<>(List.of(setting.server().port(), way, items, changes));
        args.addAll(List.of(more));
        return ChildJvm.run(setting.jdk(), jvmArgs, SourceRun.class, args.toArray());
    }
}
