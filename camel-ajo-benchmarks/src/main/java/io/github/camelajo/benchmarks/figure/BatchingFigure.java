package io.github.camelajo.benchmarks.figure;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.benchmarks.report.Check;
import io.github.camelajo.benchmarks.report.FigureResult;
import io.github.camelajo.benchmarks.report.Table;

/** Messages with one recipient in a call and with twenty. */
public final class BatchingFigure implements Figure {

    @Override
    public String id() {
        return "batching";
    }

    @Override
    public FigureResult measure(Setting setting) {
        JsonNode report = ChildJvm.run(
                setting.jdk(),
                ChildJvm.fixedHeap(512),
                BatchingRun.class,
                setting.server().port(),
                setting.either(1, 3),
                setting.either(2000, 4000));
        Table table = Table.of(
                BatchingRun.CALLS_AT_A_TIME + " calls at a time, each takes " + BatchingRun.LATENCY_MILLIS + " ms:",
                "recipients in a call",
                "messages/s");
        table.row("1", report.get("single").asDouble());
        table.row("20, collected by `RecipientBatch`", report.get("batched").asDouble());
        return new FigureResult(
                id(),
                "Batches of recipients",
                List.of(Check.atLeast(
                        "messages/s with 20 recipients in a call",
                        "1 recipient in a call",
                        15,
                        report.get("ratio").asDouble())),
                List.of(table));
    }
}
