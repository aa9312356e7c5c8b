package io.github.camelajo.benchmarks.figure;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.benchmarks.report.Check;
import io.github.camelajo.benchmarks.report.FigureResult;
import io.github.camelajo.benchmarks.report.Numbers;
import io.github.camelajo.benchmarks.report.Table;

/** Events per second, one in a request and many, against Camel HTTP posting the same envelopes; and a stream of a million. */
public final class EventFigure implements Figure {

    private static final int HEAP_MEGABYTES = 48;

    @Override
    public String id() {
        return "event";
    }

    @Override
    public FigureResult measure(Setting setting) {
        JsonNode speed = ChildJvm.run(
                setting.jdk(),
                ChildJvm.fixedHeap(512),
                EventRun.class,
                setting.server().port(),
                setting.either(1, 5),
                setting.either(2000, 4000));
        JsonNode stream = ChildJvm.run(
                setting.jdk(),
                ChildJvm.fixedHeap(HEAP_MEGABYTES),
                EventStreamRun.class,
                setting.server().port(),
                setting.either(50_000, 1_000_000));
        Table table = Table.of(
                EventRun.CALLS_AT_A_TIME + " requests at a time, each takes " + EventRun.LATENCY_MILLIS
                        + " ms, events of 1 KB:",
                "",
                "events/s",
                "CPU µs an event",
                "token requests");
        row(table, "`ajo:event`, send", speed.get("ajoSingle"));
        row(table, "`http:`, the same envelope", speed.get("httpSingle"));
        row(table, "`ajo:event`, sendBatch, " + EventRun.BATCH + " in a request", speed.get("ajoBatch"));
        row(table, "`http:`, the same batch", speed.get("httpBatch"));
        Table streamed = Table.of("A stream into `sendBatch`, one request at a time, without delay:", "", "");
        streamed.row("events", stream.get("events").asDouble());
        streamed.row("events/s", stream.get("perSecond").asDouble());
        streamed.row("heap of the JVM, MB", HEAP_MEGABYTES);
        streamed.row(
                "most that was left on the heap after a collection, MB",
                stream.get("heap").asDouble());
        return new FigureResult(
                id(),
                "Events",
                List.of(
                        Check.atLeast(
                                "events/s, one in a request",
                                "`http:`",
                                0.95,
                                speed.get("singleToHttp").asDouble()),
                        Check.atLeast(
                                "events/s, " + EventRun.BATCH + " in a request",
                                "`http:`",
                                0.95,
                                speed.get("batchToHttp").asDouble()),
                        new Check(
                                "heap for " + Numbers.of(stream.get("events").asDouble()) + " events",
                                "",
                                "at most 24 MB",
                                Numbers.of(stream.get("heap").asDouble()) + " MB",
                                stream.get("heap").asDouble() <= 24)),
                List.of(table, streamed));
    }

    private static void row(Table table, String name, JsonNode measured) {
        table.row(
                name,
                measured.get("perSecond").asDouble(),
                measured.get("cpuMicros").asDouble(),
                measured.get("tokens").asDouble());
    }
}
