package io.github.camelajo.benchmarks.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.benchmarks.report.Check;
import io.github.camelajo.benchmarks.report.FigureResult;
import io.github.camelajo.benchmarks.report.Numbers;
import io.github.camelajo.benchmarks.report.Table;

/** Calls per second against a latency of 100 ms, from a route with four threads. */
public final class ThroughputFigure implements Figure {

    private static final List<Integer> IN_FLIGHT = List.of(200, 2000);

    @Override
    public String id() {
        return "throughput";
    }

    @Override
    public FigureResult measure(Setting setting) {
        List<Check> checks = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (Setting.Variant variant : setting.variants()) {
            for (int inFlight : IN_FLIGHT) {
                List<String> jvmArgs = new ArrayList<>(List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"));
                jvmArgs.addAll(variant.jvmArgs());
                JsonNode report = ChildJvm.run(
                        variant.jdk(),
                        jvmArgs,
                        ThroughputRun.class,
                        setting.server().port(),
                        inFlight,
                        setting.either(1, 3),
                        setting.either(2000, 3000));
                String name = Numbers.of(inFlight) + " in flight, " + variant.name();
                tables.add(table(name, report));
                checks.add(Check.atLeast(
                        "calls/s, " + name,
                        "`http:` from the same 4 threads",
                        10,
                        report.get("toHttp").asDouble()));
                checks.add(Check.atLeast(
                        "calls/s, " + name,
                        "bare HttpClient 5 async",
                        0.9,
                        report.get("toAsync").asDouble()));
            }
        }
        return new FigureResult(id(), "Throughput at 100 ms latency", checks, tables);
    }

    private static Table table(String name, JsonNode report) {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("ajo", "`ajo:`, 4 threads");
        titles.put("http", "`http:` with OAuth2, 4 threads");
        titles.put("vertx", "`vertx-http:`, 4 threads, pool as large as the calls in flight");
        titles.put("httpManyThreads", "`http:` with OAuth2, a thread for each call in flight");
        titles.put("async", "HttpClient 5 async, bare");
        Table table = Table.of(
                name + " (the server's thread was busy "
                        + Math.round(100 * report.get("serverBusy").asDouble()) + " % of the time at most):",
                "client",
                "calls/s",
                "CPU of a call, µs");
        titles.forEach((key, title) -> table.row(
                title,
                report.get(key).get("perSecond").asDouble(),
                report.get(key).get("cpuMicros").asDouble()));
        return table;
    }
}
