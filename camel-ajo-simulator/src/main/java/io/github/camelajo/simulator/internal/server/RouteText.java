package io.github.camelajo.simulator.internal.server;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.QueryString;

/**
 * A Camel route that makes the same call. It uses the credentials of the component that runs it: of the headers of the
 * call it contains only the name of the sandbox. The body has its secrets masked.
 */
final class RouteText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~:@/,*-]*");
    private static final Pattern UNNAMEABLE = Pattern.compile("[^A-Za-z0-9-]+");

    private final String component;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final String name;
    private final String body;
    private final boolean file;

    /** @param body the body with secrets masked, or {@code null} if there is none or only a part of it */
    RouteText(ReceivedRequest request, OperationNames.Found found, String body) {
        QueryString query = QueryString.parse(request.query());
        boolean raw = found == null;
        if (raw) {
            component = "ajo:raw";
            options.put("httpMethod", request.method());
            options.put("path", request.path());
            if (!request.query().isEmpty()) {
                options.put("query", request.query());
            }
            name = "raw-" + request.method();
        } else {
            OperationNames.Named operation = found.operation();
            component = "ajo:" + operation.api();
            options.put("operation", operation.operation());
            found.values().forEach((adobe, value) -> put(operation, adobe, value));
            query.values().forEach((adobe, values) -> put(operation, adobe, String.join(",", values)));
            if (request.header("If-Match") != null) {
                options.put("ifMatch", "auto");
            }
            name = operation.api() + "-" + operation.operation();
        }
        String sandbox = request.header("x-sandbox-name");
        if (sandbox != null && !sandbox.isBlank()) {
            options.put("sandbox", sandbox);
        }
        file = !raw && found.operation().body().equals("file");
        this.body = body == null || file ? null : pretty(body);
    }

    private void put(OperationNames.Named operation, String adobe, String value) {
        options.put(operation.options().getOrDefault(adobe, "param." + adobe), value);
    }

    /**
     * Returns the JSON on several lines, so that no two braces are adjacent, which Camel would read as a placeholder;
     * {@code null} if it is not JSON.
     */
    private static String pretty(String text) {
        try {
            JsonNode json = Json.parse(text.getBytes(StandardCharsets.UTF_8));
            return json.isContainerNode()
                    ? Json.pretty(json).replace("{{", "{\\u007b").replace("}}", "}\\u007d")
                    : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String value(String value) {
        if (PLAIN.matcher(value).matches()) {
            return value;
        }
        return value.contains(")") ? "RAW{" + value + "}" : "RAW(" + value + ")";
    }

    private String label() {
        return UNNAMEABLE.matcher(name).replaceAll("-");
    }

    String yaml() {
        StringBuilder text = new StringBuilder();
        text.append("- route:\n    from:\n      uri: direct:").append(label()).append("\n      steps:\n");
        if (file) {
            text.append("        # The body must be the file to upload.\n");
        }
        if (body != null) {
            text.append("        - setBody:\n            expression:\n              constant:\n")
                    .append("                expression: |-\n")
                    .append(body.indent(18));
        }
        text.append("        - to:\n            uri: ").append(component).append("\n            parameters:\n");
        options.forEach((option, value) -> text.append("              ")
                .append(option)
                .append(": ")
                .append(quoted(value(value)))
                .append('\n'));
        return text.toString();
    }

    String java() {
        StringBuilder uri = new StringBuilder(component);
        char separator = '?';
        for (Map.Entry<String, String> option : options.entrySet()) {
            uri.append(separator).append(option.getKey()).append('=').append(value(option.getValue()));
            separator = '&';
        }
        StringBuilder text = new StringBuilder();
        text.append("from(\"direct:").append(label()).append("\")\n");
        if (file) {
            text.append("    // The body must be the file to upload.\n");
        }
        if (body != null) {
            String block =
                    body.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"").indent(8);
            text.append("    .setBody(constant(\"\"\"\n")
                    .append(block.stripTrailing())
                    .append("\"\"\"))\n");
        }
        return text.append("    .to(")
                .append(quoted(uri.toString()))
                .append(");\n")
                .toString();
    }

    /** A JSON string in plain ASCII is also a valid string in Java and YAML. */
    private static String quoted(String value) {
        String json = Json.text(Json.tree(value));
        Matcher matcher = Pattern.compile("[^\\x20-\\x7e]").matcher(json);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                String.format("\\u%04x", (int) found.group().charAt(0))));
    }
}
