package io.github.camelajo.docs;

import java.util.List;

/** A table as Markdown. */
final class MarkdownTable {

    private final StringBuilder text = new StringBuilder();

    MarkdownTable(String... columns) {
        row((Object[]) columns);
        text.append("|---".repeat(columns.length)).append("|\n");
    }

    MarkdownTable row(Object... cells) {
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
    static String code(Object value) {
        return value == null || value.toString().isEmpty() ? "" : '`' + value.toString() + '`';
    }

    static String codes(List<?> values) {
        return String.join(", ", values.stream().map(MarkdownTable::code).toList());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
