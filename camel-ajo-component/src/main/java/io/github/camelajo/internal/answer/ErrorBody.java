package io.github.camelajo.internal.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.text.Masking;

/**
 * What an error answer says. Adobe's services have some fourteen shapes for it; each field is looked for in all the places
 * where one of them has it.
 *
 * @param code      Adobe's code, or {@code null}
 * @param title     short text, or {@code null}
 * @param message   the most telling text, or {@code null}
 * @param requestId id of the request at Adobe, or {@code null}
 */
record ErrorBody(String code, String title, String message, String requestId) {

    private static final ErrorBody EMPTY = new ErrorBody(null, null, null, null);

    static ErrorBody empty() {
        return EMPTY;
    }

    /**
     * Reads a body. Every body gives a result, whatever it holds.
     *
     * @param token what must not be quoted
     */
    static ErrorBody parse(ObjectMapper mapper, byte[] body, String token) {
        JsonNode root;
        try {
            root = mapper.readTree(body);
        } catch (IOException e) {
            return EMPTY;
        }
        if (root == null || !root.isObject()) {
            return EMPTY;
        }
        return new ErrorBody(
                cleaned(code(mapper, root), token),
                cleaned(title(root), token),
                cleaned(message(mapper, root), token),
                cleaned(requestId(root), token));
    }

    /** The token is masked before the text is cut: half a token could not be recognised. */
    private static String cleaned(String text, String token) {
        return Masking.clean(Masking.hide(text, token));
    }

    /** Some services write their error object into a text field. That text is parsed as well. */
    private static JsonNode error(ObjectMapper mapper, JsonNode root) {
        JsonNode error = root.path("error");
        if (error.isTextual() && error.asText().trim().startsWith("{")) {
            try {
                return mapper.readTree(error.asText());
            } catch (IOException e) {
                return error;
            }
        }
        return error;
    }

    private static String code(ObjectMapper mapper, JsonNode root) {
        JsonNode error = error(mapper, root);
        String code = first(root.path("error_code"), error.path("code"), root.path("code"), root.path("errorCode"));
        if (code != null) {
            return code;
        }
        String type = text(root.path("type"));
        String kind = type == null || type.equals("about:blank") ? null : type.substring(type.lastIndexOf('/') + 1);
        if (kind != null && kind.chars().anyMatch(Character::isDigit)) {
            return kind;
        }
        // The message of a service behind the service. It tells more than a title, but less than a code of the service
        // itself.
        String chained = text(root.path("error-chain").path(0).path("errorCode"));
        if (chained != null || kind != null) {
            return chained == null ? kind : chained;
        }
        return error.isTextual() && !error.asText().contains(" ") ? text(error) : null;
    }

    private static String title(JsonNode root) {
        return first(root.path("title"), root.path("error_description"));
    }

    private static String message(ObjectMapper mapper, JsonNode root) {
        List<String> details = new ArrayList<>();
        JsonNode errors = root.path("errors");
        if (errors.isArray()) {
            errors.forEach(item -> {
                String text = first(item.path("message"), item.path("error"));
                if (text != null && details.size() < 5) {
                    String field = text(item.path("field"));
                    details.add(field == null ? text : field + ": " + text);
                }
            });
        }
        addViolations(root.path("report").path("cause").path("_streamingValidation"), details);
        JsonNode context = root.path("report").path("additionalContext");
        String deepest = first(context.path("detailedMessage"));
        if (deepest == null && !details.isEmpty()) {
            deepest = String.join("; ", details);
        }
        if (deepest != null) {
            return deepest;
        }
        return first(
                error(mapper, root).path("message"),
                root.path("report").path("message"),
                root.path("errorMessage"),
                root.path("error_description"),
                root.path("detail"),
                root.path("message"),
                root.path("title"),
                root.path("reason"));
    }

    /** The schema violations of an event. The useful ones are nested. */
    private static void addViolations(JsonNode violations, List<String> details) {
        for (JsonNode violation : violations) {
            JsonNode inner = violation.path("causingExceptions");
            if (inner.isEmpty()) {
                String text = text(violation.path("message"));
                String pointer = text(violation.path("pointerToViolation"));
                if (text != null && details.size() < 5) {
                    details.add(pointer == null ? text : pointer + ": " + text);
                }
            } else {
                addViolations(inner, details);
            }
        }
    }

    private static String requestId(JsonNode root) {
        return first(
                root.path("requestId"),
                root.path("request-id").path(0),
                root.path("report").path("tenantInfo").path("requestId"));
    }

    private static String first(JsonNode... candidates) {
        for (JsonNode candidate : candidates) {
            String text = text(candidate);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static String text(JsonNode node) {
        if (!node.isValueNode() || node.isNull()) {
            return null;
        }
        String text = node.asText().trim();
        return text.isEmpty() ? null : text;
    }
}
