package io.github.camelajo.internal.request;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A path with placeholders, parsed once so that a call only fills in values. */
final class PathTemplate {

    private final List<String> literals = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    PathTemplate(String template) {
        int from = 0;
        int open;
        while ((open = template.indexOf('{', from)) >= 0) {
            int close = template.indexOf('}', open);
            literals.add(template.substring(from, open));
            names.add(template.substring(open + 1, close));
            from = close + 1;
        }
        literals.add(template.substring(from));
    }

    /** The path with its values, each percent-encoded as one segment. */
    String expand(Function<String, String> values) {
        if (names.isEmpty()) {
            return literals.get(0);
        }
        StringBuilder path = new StringBuilder(literals.get(0));
        for (int i = 0; i < names.size(); i++) {
            path.append(PercentEncoder.encode(values.apply(names.get(i)))).append(literals.get(i + 1));
        }
        return path.toString();
    }
}
