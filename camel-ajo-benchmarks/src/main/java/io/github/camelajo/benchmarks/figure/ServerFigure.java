package io.github.camelajo.benchmarks.figure;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.benchmarks.report.FigureResult;
import io.github.camelajo.benchmarks.report.Table;

/** What the server can do, to see that it does not hold up what is measured. */
public final class ServerFigure implements Figure {

    @Override
    public String id() {
        return "server";
    }

    @Override
    public FigureResult measure(Setting setting) {
        long requests = setting.server().requests();
        long cpu = setting.server().cpuNanos();
        JsonNode report = ChildJvm.run(
                setting.jdk(),
                List.of("-Xmx256m"),
                CapacityRun.class,
                setting.server().port(),
                setting.either(2000, 5000));
        double cpuMicros =
                (setting.server().cpuNanos() - cpu) / 1000.0 / (setting.server().requests() - requests);
        Table table = Table.of(
                "The same request as bytes on plain sockets, sixteen at a time on each of four connections:",
                "what",
                "value");
        table.row("calls/s that the server answers", report.get("perSecond").asDouble());
        table.row("CPU of the server for a call, µs", cpuMicros);
        return new FigureResult(id(), "The server", List.of(), List.of(table));
    }
}
