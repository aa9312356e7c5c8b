package io.github.camelajo.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The part of {@code docs/performance.md} between two marks. The words around it are written by hand. */
public final class PerformancePage {

    private static final String BEGIN = "<!-- measured: begin -->";
    private static final String END = "<!-- measured: end -->";

    private PerformancePage() {}

    /** All that was measured, as Markdown. */
    public static String markdown(Table machine, List<FigureResult> results) {
        StringBuilder text = new StringBuilder();
        text.append("### The machine\n\n").append(machine.markdown()).append('\n');
        text.append("### Targets\n\n").append(targets(results).markdown()).append('\n');
        for (FigureResult result : results) {
            text.append("### ").append(result.title()).append("\n\n");
            for (Table table : result.tables()) {
                text.append(table.markdown()).append('\n');
            }
        }
        return text.toString();
    }

    /** The one table with a line for each target. */
    public static Table targets(List<FigureResult> results) {
        Table table = Table.of("", "figure", "compared with", "target", "measured", "met");
        for (FigureResult result : results) {
            for (Check check : result.checks()) {
                table.row(
                        check.what(),
                        check.comparedWith(),
                        check.target(),
                        check.measured(),
                        check.met() ? "yes" : "**no**");
            }
        }
        return table;
    }

    /** Puts what was measured between the marks of a page. */
    public static void write(Path page, String markdown) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(page + " lacks the marks '" + BEGIN + "' and '" + END + "'");
        }
        Files.writeString(
                page, text.substring(0, begin + BEGIN.length()) + "\n\n" + markdown + "\n" + text.substring(end));
    }
}
