package io.github.camelajo.benchmarks.figure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.benchmarks.report.Check;
import io.github.camelajo.benchmarks.report.FigureResult;
import io.github.camelajo.benchmarks.report.Numbers;
import io.github.camelajo.benchmarks.report.Table;
import io.github.camelajo.simulator.AjoSimulator;

/** A large document of which three objects differ from the sandbox: calls, time and memory of plan and apply. */
public final class StateFigure implements Figure {

    private static final int LATENCY_MILLIS = 50;
    private static final int HEAP_MEGABYTES = 64;

    /** Two templates and one limit. */
    private static final int CHANGED = 3;
    /** Two templates are put, a limit is put and deployed. */
    private static final int WRITES = 4;
    /** One for each kind. */
    private static final int LISTS = 2;
    /** Before the first write to an object and after the last. */
    private static final int LOOKS = 2 * CHANGED;

    @Override
    public String id() {
        return "state";
    }

    @Override
    public FigureResult measure(Setting setting) {
        int templates = setting.either(100, 500);
        int limits = setting.either(40, 200);
        try (AjoSimulator simulator = AjoSimulator.builder().journeys(0).start()) {
            Bench bench = new Bench(setting, simulator, templates, limits);
            bench.run("apply", "old");
            simulator.latency(Duration.ofMillis(LATENCY_MILLIS));
            Run plan = bench.run("plan", "new");
            Run apply = bench.run("apply", "new");
            Run again = bench.run("apply", "new");
            require(apply.report().path("counts").path("update").asInt() == CHANGED, "three objects are changed");
            return result(templates, limits, plan, apply, again);
        }
    }

    private FigureResult result(int templates, int limits, Run plan, Run apply, Run again) {
        int least = LISTS + templates;
        int leastOfApply = least + LOOKS + WRITES;
        Table table = Table.of(
                Numbers.of(templates) + " templates of " + Numbers.of(StateRun.CONTENT) + " characters and "
                        + Numbers.of(limits) + " limits, of which " + CHANGED + " differ; each call takes "
                        + LATENCY_MILLIS + " ms; a fresh JVM with " + HEAP_MEGABYTES + " MB of heap for each run:",
                "run",
                "calls",
                "least possible",
                "writes",
                "seconds",
                "one call after the other, seconds",
                "most left on the heap after a collection, MB");
        row(table, "plan", plan, least);
        row(table, "apply", apply, leastOfApply);
        row(table, "apply again", again, least);
        double peak = Math.max(plan.peak(), Math.max(apply.peak(), again.peak()));
        return new FigureResult(
                id(),
                "Desired state",
                List.of(
                        Check.atMost("calls of a plan", "least possible", 1.1, (double) plan.calls() / least),
                        Check.atMost("calls of an apply", "least possible", 1.1, (double) apply.calls() / leastOfApply),
                        new Check(
                                "writes of a second apply",
                                "",
                                "none",
                                Numbers.of(again.writes()),
                                again.writes() == 0),
                        Check.atLeast(
                                "speed of a plan",
                                "one call after the other",
                                4,
                                inARow(plan.calls()) / plan.seconds()),
                        new Check(
                                "heap for a plan and an apply of "
                                        + Numbers.of(templates * (double) StateRun.CONTENT / 1_000_000)
                                        + " MB of content",
                                "",
                                HEAP_MEGABYTES + " MB suffice",
                                "yes, " + Numbers.of(peak) + " MB in use",
                                true)),
                List.of(table));
    }

    private static void row(Table table, String name, Run run, int least) {
        table.row(
                name,
                (double) run.calls(),
                (double) least,
                (double) run.writes(),
                run.seconds(),
                inARow(run.calls()),
                run.peak());
    }

    private static double inARow(int calls) {
        return calls * LATENCY_MILLIS / 1000.0;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("Not as it was meant: " + what);
        }
    }

    /** @param calls as the simulator has counted them */
    private record Run(JsonNode report, int calls) {

        int writes() {
            return report.path("calls").path("writes").asInt();
        }

        double seconds() {
            return report.path("seconds").asDouble();
        }

        double peak() {
            return report.path("peakMegabytes").asDouble();
        }
    }

    /** A sandbox, and runs on it. */
    private record Bench(Setting setting, AjoSimulator simulator, int templates, int limits) {

        Run run(String mode, String document) {
            simulator.forgetRequests();
            List<Object> arguments = new ArrayList<>(List.of(mode, templates, limits, document));
            arguments.addAll(StateRun.access(simulator));
            JsonNode report = ChildJvm.run(
                    setting.jdk(), ChildJvm.heapOfAtMost(HEAP_MEGABYTES), StateRun.class, arguments.toArray());
            return new Run(report, simulator.requests().size());
        }
    }
}
