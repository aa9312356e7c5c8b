package io.github.camelajo.docs.generator;

import java.util.List;

/** A table as Markdown. */
public final class MarkdownTable {

    private final StringBuilder text = new StringBuilder();

    public MarkdownTable(String... columns) {
        row((Object[]) columns);
        text.append("|---".repeat(columns.length)).append("|\n");
    }

    public MarkdownTable row(Object... cells) {
        for (Object cell : cells) {
            text.append("| ").append(cell(cell)).append(' ');
        }
        text.append("|\n");
        return this;
    }

    private static String cell(Object value) {
        String cell = value == null ? "" : value.toString();
        return cell.replace("|", "\\|").replace("\n", " ");
    }

    /** As code, so that no sign in it is taken for Markdown; nothing for nothing. */
    public static String code(Object value) {
        return value == null || value.toString().isEmpty() ? "" : '`' + value.toString() + '`';
    }

    public static String codes(List<?> values) {
        return String.join(", ", values.stream().map(MarkdownTable::code).toList());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
