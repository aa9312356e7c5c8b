package io.github.camelajo.simulator.internal.server;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Masks secrets in what is shown: values with the name of a secret, and the credentials of the simulator. */
final class Masks {

    static final String MASK = "***";

    private static final String SECRET_NAME =
            "(?:token|secret|password|passwd|credential|authorization|api[-_]?key|cookie)";
    private static final Pattern HEADER = Pattern.compile(".*" + SECRET_NAME + ".*", Pattern.CASE_INSENSITIVE);
    /** A JSON text, which may be truncated. */
    private static final Pattern JSON = Pattern.compile(
            "(\"[^\"]*" + SECRET_NAME + "[^\"]*\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?$)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FORM =
            Pattern.compile("((?:^|[?&])[^=&]*" + SECRET_NAME + "[^=&]*=)[^&\\s]*", Pattern.CASE_INSENSITIVE);

    private final List<String> literals;

    /** @param literals texts that are secrets wherever they stand */
    Masks(Collection<String> literals) {
        this.literals = literals.stream().filter(text -> !text.isBlank()).toList();
    }

    String header(String name, String value) {
        return HEADER.matcher(name).matches() ? MASK : literals(value);
    }

    String query(String query) {
        return literals(FORM.matcher(query).replaceAll("$1" + MASK));
    }

    /** Masks JSON, a form or any other text. */
    String body(String body) {
        String masked = JSON.matcher(body).replaceAll("$1\"" + MASK + "\"");
        boolean structured = body.startsWith("{") || body.startsWith("[") || body.startsWith("<");
        return structured ? literals(masked) : query(masked);
    }

    private String literals(String text) {
        String masked = text;
        for (String literal : literals) {
            masked = masked.replace(literal, MASK);
        }
        return masked;
    }
}
