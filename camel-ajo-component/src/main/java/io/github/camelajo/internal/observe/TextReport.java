package io.github.camelajo.internal.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a report as indented text: simple values of an object on one line, lists below it. */
final class TextReport {

    private static final String INDENT = "    ";

    private TextReport() {}

    static void write(StringBuilder text, Map<?, ?> report) {
        write(text, report, "");
    }

    private static void write(StringBuilder text, Map<?, ?> object, String indent) {
        List<String> plain = new ArrayList<>();
        object.forEach((name, value) -> {
            if (!(value instanceof List)) {
                plain.add(name + "=" + value(value));
            }
        });
        text.append(indent).append(String.join(" ", plain)).append('\n');
        object.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                text.append(indent).append(INDENT).append(name).append(":\n");
                list.forEach(item -> write(text, (Map<?, ?>) item, indent + INDENT + INDENT));
            }
        });
    }

    private static String value(Object value) {
        return value instanceof Map<?, ?> map ? map.toString() : String.valueOf(value);
    }
}
