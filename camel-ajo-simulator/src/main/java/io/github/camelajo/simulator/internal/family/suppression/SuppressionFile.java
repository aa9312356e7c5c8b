package io.github.camelajo.simulator.internal.family.suppression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Json;

/**
 * A parsed CSV file.
 *
 * @param error   why the whole file is refused; {@code null} if it is not
 * @param records its records, valid and invalid
 */
record SuppressionFile(String error, List<Line> records) {

    private static final List<String> HEADER = List.of("TYPE", "VALUE", "COMMENT");

    /**
     * One record.
     *
     * @param failure why it is refused; {@code null} if it is not
     */
    record Line(String type, String value, String comment, String failure) {

        Line failed(String reason) {
            return new Line(type, value, comment, reason);
        }

        ObjectNode toJson() {
            return Json.object()
                    .put("type", type)
                    .put("value", value)
                    .put("comments", comment)
                    .put("failureReason", failure);
        }
    }

    static SuppressionFile read(String filename, String text) {
        if (!filename.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return new SuppressionFile("The file is malformed, only CSV files are allowed.", List.of());
        }
        List<List<String>> rows = rows(text.startsWith("\ufeff") ? text.substring(1) : text);
        if (rows.isEmpty() || !HEADER.equals(rows.get(0))) {
            return new SuppressionFile("The file is malformed, its first line must be TYPE,VALUE,COMMENT.", List.of());
        }
        return new SuppressionFile(
                null, rows.stream().skip(1).map(SuppressionFile::line).toList());
    }

    private static Line line(List<String> row) {
        String type = row.get(0);
        String value = row.size() > 1 ? row.get(1) : "";
        String comment = row.size() > 2 ? row.get(2) : "";
        Line line = new Line(type, value, comment, null);
        if (row.size() < 2 || row.size() > HEADER.size()) {
            return line.failed("Expected 2 or 3 columns but found " + row.size());
        }
        if (!"EMAIL".equals(type) && !"DOMAIN".equals(type)) {
            return line.failed("Invalid type for the entry: " + type);
        }
        if (!SuppressionLists.valid(type.toLowerCase(Locale.ROOT), value)) {
            return line.failed("Invalid format for the entry: " + value);
        }
        return SuppressionLists.validComment(comment) ? line : line.failed("Invalid comment for the entry: " + value);
    }

    /** Splits the text into rows. Cells can be quoted, with doubled quotes inside. Blank lines are ignored. */
    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (quoted && i < text.length()) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    if (row.size() > 1 || !row.get(0).isEmpty()) {
                        rows.add(row);
                    }
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
