package io.github.camelajo.benchmarks.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.camelajo.benchmarks.client.Subject;
import io.github.camelajo.benchmarks.report.Check;
import io.github.camelajo.benchmarks.report.FigureResult;
import io.github.camelajo.benchmarks.report.Table;

/** What one call costs: no latency, one thread. */
public final class CallFigure implements Figure {

    private static final List<String> MEASURES = List.of("time", "CPU", "bytes allocated");

    @Override
    public String id() {
        return "call";
    }

    @Override
    public FigureResult measure(Setting setting) {
        List<Check> checks = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<Subject> subjects = Arrays.asList(Subject.values());
        CallCost.Effort effort =
                setting.quick() ? new CallCost.Effort(1, 6, 8, 250) : new CallCost.Effort(2, 10, 20, 250);
        for (Setting.Variant variant : setting.variants()) {
            CallCost cost = CallCost.measure(
                    variant.jdk(), variant.jvmArgs(), setting.server().port(), subjects, effort);
            tables.add(table(variant.name(), cost));
            if (checks.isEmpty()) {
                // The targets are for the default JDK, without virtual threads.
                check(checks, variant.name(), cost);
            }
        }
        return new FigureResult(id(), "Cost of one call", checks, tables);
    }

    private static Table table(String jdk, CallCost cost) {
        Table table = Table.of(
                "On " + jdk + ", medians; the ratios are medians of ratios within a round:",
                "client",
                "time, µs",
                "CPU, µs",
                "allocated, bytes",
                "time, ratio",
                "CPU, ratio",
                "bytes, ratio");
        for (Subject subject : Subject.values()) {
            Subject bare = bare(subject);
            table.row(
                    subject.title(),
                    cost.micros(subject),
                    cost.cpuMicros(subject),
                    cost.bytes(subject),
                    cost.timeRatio(subject, bare),
                    cost.cpuRatio(subject, bare),
                    cost.bytesRatio(subject, bare));
        }
        return table;
    }

    private static Subject bare(Subject subject) {
        return subject == Subject.AJO_MESSAGE || subject == Subject.APACHE_MESSAGE
                ? Subject.APACHE_MESSAGE
                : Subject.APACHE;
    }

    private static void check(List<Check> checks, String jdk, CallCost cost) {
        String synchronous = "one call, `synchronous=true`, " + jdk + ": ";
        String dispatched = "one call, " + jdk + ": ";
        String bare = "bare HttpClient 5";
        String http = "`http:`";
        checks.add(Check.atMost(
                synchronous + MEASURES.get(0), bare, 1.15, cost.timeRatio(Subject.AJO_SYNCHRONOUS, Subject.APACHE)));
        checks.add(Check.atMost(
                synchronous + MEASURES.get(1), bare, 1.15, cost.cpuRatio(Subject.AJO_SYNCHRONOUS, Subject.APACHE)));
        checks.add(Check.below(
                synchronous + MEASURES.get(0), http, cost.timeRatio(Subject.AJO_SYNCHRONOUS, Subject.HTTP)));
        checks.add(
                Check.below(synchronous + MEASURES.get(1), http, cost.cpuRatio(Subject.AJO_SYNCHRONOUS, Subject.HTTP)));
        checks.add(Check.below(
                synchronous + MEASURES.get(2), http, cost.bytesRatio(Subject.AJO_SYNCHRONOUS, Subject.HTTP)));
        checks.add(Check.atMost(
                dispatched + MEASURES.get(1), bare, 1.6, cost.cpuRatio(Subject.AJO_DISPATCHED, Subject.APACHE)));
        checks.add(Check.atMost(
                dispatched + MEASURES.get(0), http, 1, cost.timeRatio(Subject.AJO_DISPATCHED, Subject.HTTP)));
    }
}
