package io.github.camelajo.benchmarks.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.benchmarks.report.Check;
import io.github.camelajo.benchmarks.report.FigureResult;
import io.github.camelajo.benchmarks.report.Numbers;
import io.github.camelajo.benchmarks.report.Table;

/** Reading two million items. */
public final class ListingFigure implements Figure {

    private static final List<String> SMALL_HEAP = ChildJvm.heapOfAtMost(64);
    private static final List<String> LARGE_HEAP = ChildJvm.heapOfAtMost(6 * 1024);

    @Override
    public String id() {
        return "listing";
    }

    @Override
    public FigureResult measure(Setting setting) {
        int items = setting.either(200_000, 2_000_000);
        Map<String, Samples> perSecond = new LinkedHashMap<>();
        Map<String, Samples> peak = new LinkedHashMap<>();
        for (int round = 0; round < setting.either(1, 3); round++) {
            for (String way : List.of("iterator", "jackson", "split")) {
                add(perSecond, peak, way, run(setting, SMALL_HEAP, way, items));
            }
        }
        add(perSecond, peak, "whole", run(setting, LARGE_HEAP, "whole", items));
        JsonNode first = run(setting, SMALL_HEAP, "first", setting.either(100, 1000));
        setting.server().reset(86_400, 0, 0);
        Table table = Table.of(
                Numbers.of(items) + " items in pages of 1,000, no latency, heap of 64 MB (the last one: 6 GB):",
                "way",
                "items/s",
                "most left on the heap after a collection, MB");
        row(table, "`paging=iterator`, read in a processor", perSecond, peak, "iterator");
        row(table, "`paging=iterator` and `split().streaming()`, an exchange for each item", perSecond, peak, "split");
        row(table, "bare HttpClient 5 and Jackson, item by item", perSecond, peak, "jackson");
        row(table, "all pages read into memory first", perSecond, peak, "whole");
        Table firstItem = Table.of("The first item:", "way", "ms");
        firstItem.row(
                "`paging=iterator`, until the first item", first.get("first").asDouble());
        firstItem.row(
                "bare HttpClient 5 and Jackson, one page", first.get("page").asDouble());
        return new FigureResult(
                id(),
                "Long lists",
                List.of(
                        new Check(
                                "heap for " + Numbers.of(items) + " items",
                                "all pages in memory: "
                                        + Numbers.of(peak.get("whole").median()) + " MB",
                                "64 MB suffice",
                                "yes, " + Numbers.of(peak.get("iterator").percentile(1)) + " MB in use",
                                true),
                        Check.atMost(
                                "time to the first item",
                                "one page, bare",
                                1.2,
                                first.get("ratio").asDouble()),
                        Check.atLeast(
                                "items/s",
                                "bare Jackson streaming",
                                0.8,
                                perSecond.get("iterator").medianRatio(perSecond.get("jackson")))),
                List.of(table, firstItem));
    }

    private static JsonNode run(Setting setting, List<String> jvmArgs, String way, int number) {
        return ChildJvm.run(
                setting.jdk(), jvmArgs, ListingRun.class, setting.server().port(), way, number);
    }

    private static void add(Map<String, Samples> perSecond, Map<String, Samples> peak, String way, JsonNode report) {
        perSecond
                .computeIfAbsent(way, ignored -> new Samples())
                .add(report.get("perSecond").asDouble());
        peak.computeIfAbsent(way, ignored -> new Samples())
                .add(report.get("peakMegabytes").asDouble());
    }

    private static void row(
            Table table, String title, Map<String, Samples> perSecond, Map<String, Samples> peak, String way) {
        table.row(title, perSecond.get(way).median(), peak.get(way).percentile(1));
    }
}
