package io.github.camelajo.simulator.internal.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The type of a field in {@link BodySchema}.
 *
 * @param name    {@code str}, {@code int}, {@code num}, {@code bool}, {@code datetime}, {@code uuid}, {@code duration},
 *                {@code map}, {@code any} or the name of another type
 * @param minimum the fewest characters or elements
 * @param maximum the most characters or elements
 * @param choices the values that a text may have; empty for any
 * @param items   the type of the elements of an array; {@code null} for other types
 * @param values  the type of the values of a map; {@code null} for other types
 */
record FieldType(String name, int minimum, int maximum, List<String> choices, FieldType items, FieldType values) {

    private static final Pattern ARRAY = Pattern.compile("(.+)\\[(?:(\\d+)\\.\\.(\\d*))?]");
    private static final Pattern MAP = Pattern.compile("map<(.+)>");
    private static final Pattern PLAIN = Pattern.compile("(\\w+)(?:\\((\\d+)\\.\\.(\\d*)\\))?(?:\\{(.+)})?");
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern DURATION =
            Pattern.compile("P(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?");

    static FieldType parse(String text) {
        Matcher array = ARRAY.matcher(text);
        if (array.matches()) {
            return new FieldType(
                    "array",
                    number(array.group(2), 0),
                    number(array.group(3), Integer.MAX_VALUE),
                    List.of(),
                    parse(array.group(1)),
                    null);
        }
        Matcher map = MAP.matcher(text);
        if (map.matches()) {
            return new FieldType("map", 0, Integer.MAX_VALUE, List.of(), null, parse(map.group(1)));
        }
        Matcher plain = PLAIN.matcher(text);
        if (!plain.matches()) {
            throw new IllegalArgumentException("Not a type: " + text);
        }
        List<String> choices =
                plain.group(4) == null ? List.of() : List.of(plain.group(4).split("\\|"));
        return new FieldType(
                plain.group(1),
                number(plain.group(2), 0),
                number(plain.group(3), Integer.MAX_VALUE),
                choices,
                null,
                null);
    }

    private static int number(String text, int fallback) {
        return text == null || text.isEmpty() ? fallback : Integer.parseInt(text);
    }

    String range() {
        return maximum == Integer.MAX_VALUE ? "at least " + minimum : minimum + " to " + maximum;
    }

    Optional<BodySchema.Problem> checkScalar(String path, JsonNode value) {
        return switch (name) {
            case "str" -> checkText(path, value);
            case "int" -> unless(value.isIntegralNumber(), path, "must be a whole number", value);
            case "num" -> unless(value.isNumber(), path, "must be a number", value);
            case "bool" -> unless(value.isBoolean(), path, "must be true or false", value);
            case "map" -> unless(value.isObject(), path, "must be an object", value);
            case "datetime" ->
                unless(value.isTextual() && isTime(value.asText()), path, "must be a date and time", value);
            case "uuid" ->
                unless(value.isTextual() && UUID.matcher(value.asText()).matches(), path, "must be a UUID", value);
            case "duration" ->
                unless(
                        value.isTextual() && DURATION.matcher(value.asText()).matches(),
                        path,
                        "must be an ISO-8601 duration",
                        value);
            default -> Optional.empty();
        };
    }

    private Optional<BodySchema.Problem> checkText(String path, JsonNode value) {
        if (!value.isTextual()) {
            return Optional.of(BodySchema.Problem.format(path, "must be a text", value));
        }
        int length = value.asText().length();
        if (length < minimum || length > maximum) {
            return Optional.of(BodySchema.Problem.constraint(path, "must have " + range() + " characters", value));
        }
        if (!choices.isEmpty() && !choices.contains(value.asText())) {
            return Optional.of(BodySchema.Problem.value(path, "must be one of " + choices, value));
        }
        return Optional.empty();
    }

    private static boolean isTime(String text) {
        try {
            return text.endsWith("Z") ? Instant.parse(text) != null : OffsetDateTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Optional<BodySchema.Problem> unless(boolean fits, String path, String rule, JsonNode value) {
        return fits ? Optional.empty() : Optional.of(BodySchema.Problem.format(path, rule, value));
    }
}
