package io.github.camelajo.benchmarks.figure;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.benchmarks.report.Check;
import io.github.camelajo.benchmarks.report.FigureResult;
import io.github.camelajo.benchmarks.report.Table;

/** Access tokens: how many are asked for at a cold start, and what a renewal does to calls. */
public final class TokenFigure implements Figure {

    private static final int EXCHANGES = 10_000;

    @Override
    public String id() {
        return "token";
    }

    @Override
    public FigureResult measure(Setting setting) {
        List<String> heap = ChildJvm.fixedHeap(512);
        JsonNode cold = ChildJvm.run(
                setting.jdk(), heap, ColdStartRun.class, setting.server().port(), EXCHANGES);
        JsonNode renewal = ChildJvm.run(
                setting.jdk(), heap, RenewalRun.class, setting.server().port(), setting.either(16, 60));
        setting.server().reset(86_400, 0, 0);
        Table requests = Table.of(
                "Cold start: 10,000 exchanges on " + ColdStartRun.THREADS + " threads of a route, the login takes "
                        + ColdStartRun.TOKEN_MILLIS + " ms:",
                "client",
                "token requests");
        requests.row("`ajo:`", cold.get("ajo").asInt());
        requests.row("`http:` with OAuth2", cold.get("http").asInt());
        Table latency = Table.of(
                "Renewal: " + RenewalRun.THREADS + " threads, calls take " + RenewalRun.LATENCY_MILLIS
                        + " ms, the login takes " + RenewalRun.TOKEN_MILLIS + " ms, a token lives "
                        + RenewalRun.TOKEN_LIFE_SECONDS + " s; both at once:",
                "client",
                "calls",
                "token requests",
                "p99 in the second around them, ms",
                "p99 elsewhere, ms",
                "ratio",
                "slowest, ms");
        latency(latency, "`ajo:`", renewal.get("ajo"));
        latency(latency, "`http:` with OAuth2", renewal.get("http"));
        int asked = cold.get("ajo").asInt();
        return new FigureResult(
                id(),
                "Access tokens",
                List.of(
                        new Check(
                                "token requests of 10,000 exchanges at a cold start",
                                "`http:`: " + cold.get("http").asInt(),
                                "1",
                                Integer.toString(asked),
                                asked == 1),
                        Check.atMost(
                                "p99 around a renewal",
                                "p99 elsewhere",
                                1.05,
                                renewal.get("ajo").get("ratio").asDouble())),
                List.of(requests, latency));
    }

    private static void latency(Table table, String name, JsonNode report) {
        table.row(
                name,
                report.get("calls").asDouble(),
                report.get("renewals").asInt(),
                report.get("around").asDouble(),
                report.get("elsewhere").asDouble(),
                report.get("ratio").asDouble(),
                report.get("slowest").asDouble());
    }
}
