package io.github.camelajo.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of measured values.
 *
 * @param title  line above it
 * @param header heads of the columns
 * @param rows   cells
 */
public record Table(String title, List<String> header, List<List<String>> rows) {

    public static Table of(String title, String... header) {
        return new Table(title, List.of(header), new ArrayList<>());
    }

    public void row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Double number ? Numbers.of(number) : cell.toString());
        }
        rows.add(row);
    }

    public String markdown() {
        StringBuilder text = new StringBuilder();
        if (!title.isEmpty()) {
            text.append(title).append("\n\n");
        }
        line(text, header);
        line(text, header.stream().map(head -> "---").toList());
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
