package io.github.camelajo.simulator.internal.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One condition of a {@code property} parameter: a field, an operator and a value, such as {@code name~^Summer}.
 *
 * <p>{@code ~} starts a regular expression that must match a part of the value. So {@code ~^x} means "begins with x",
 * and {@code ~x} means "contains x". The latter is an assumption, because Adobe shows only {@code ~^}.</p>
 */
public record PropertyCondition(String field, String operator, String value) {

    private static final Pattern CONDITION = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)(==|!=|<=|>=|<|>|~)(.+)");

    /** @throws IllegalArgumentException if the text is not a condition */
    public static PropertyCondition parse(String text) {
        Matcher matcher = CONDITION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not of the form field==value");
        }
        PropertyCondition filter = new PropertyCondition(matcher.group(1), matcher.group(2), matcher.group(3));
        if ("~".equals(filter.operator)) {
            try {
                Pattern.compile(filter.value);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("'" + filter.value + "' is not a regular expression", e);
            }
        }
        return filter;
    }

    public boolean holds(JsonNode actual) {
        if (actual.isArray()) {
            boolean equal = false;
            for (JsonNode element : actual) {
                equal |= element.asText().equals(value);
            }
            return "!=".equals(operator) != equal;
        }
        if (!actual.isValueNode() || actual.isNull()) {
            return "!=".equals(operator);
        }
        return switch (operator) {
            case "==" -> ValueOrder.compare(actual, value) == 0;
            case "!=" -> ValueOrder.compare(actual, value) != 0;
            case "<" -> ValueOrder.compare(actual, value) < 0;
            case "<=" -> ValueOrder.compare(actual, value) <= 0;
            case ">" -> ValueOrder.compare(actual, value) > 0;
            case ">=" -> ValueOrder.compare(actual, value) >= 0;
            default -> Pattern.compile(value).matcher(actual.asText()).find();
        };
    }
}
