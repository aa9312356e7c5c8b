package io.github.camelajo.simulator.internal.family.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The filter of the journey list: conditions {@code field op value} joined by {@code &}, with commas between
 * alternatives.
 *
 * <p>Assumptions, because Adobe documents only the grammar: values are compared case-insensitively; {@code status=live}
 * means the running states Deployed and Redeployed, because Adobe's sample filters by words that its answers never
 * contain; an unknown field is an error.</p>
 */
final class JourneyFilter implements Predicate<JsonNode> {

    private static final Pattern CONDITION = Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)(>=|<=|=|>|<)([^=<>].*)");
    private static final Set<String> RUNNING = Set.of("Deployed", "Redeployed");

    private final List<Condition> conditions;

    private JourneyFilter(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /** @throws IllegalArgumentException if the expression does not follow the grammar or names an unknown field */
    static JourneyFilter parse(String expression) {
        List<Condition> conditions = new ArrayList<>();
        for (String text : expression.split("&", -1)) {
            Matcher matcher = CONDITION.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + text + "' is not of the form field=value");
            }
            if (!JourneyFields.exists(matcher.group(1))) {
                throw new IllegalArgumentException("there is no field '" + matcher.group(1) + "'");
            }
            List<String> values = Arrays.stream(matcher.group(3).split(",", -1))
                    .map(String::strip)
                    .toList();
            if (values.contains("")) {
                throw new IllegalArgumentException("'" + text + "' has an empty alternative");
            }
            conditions.add(new Condition(matcher.group(1), matcher.group(2), values));
        }
        return new JourneyFilter(conditions);
    }

    @Override
    public boolean test(JsonNode journey) {
        return conditions.stream().allMatch(condition -> condition.holds(journey));
    }

    private record Condition(String field, String operator, List<String> values) {

        boolean holds(JsonNode journey) {
            JsonNode actual = JourneyFields.value(journey, field);
            if (actual.isArray()) {
                for (JsonNode element : actual) {
                    if (matchesAny(element)) {
                        return true;
                    }
                }
                return false;
            }
            return actual.isValueNode() && matchesAny(actual);
        }

        private boolean matchesAny(JsonNode actual) {
            return values.stream().anyMatch(value -> matches(actual, value));
        }

        private boolean matches(JsonNode actual, String value) {
            if ("status".equals(field) && "=".equals(operator) && "live".equalsIgnoreCase(value)) {
                return RUNNING.contains(actual.asText());
            }
            int order = JourneyFields.compare(actual, value);
            return switch (operator) {
                case "=" -> order == 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                case ">=" -> order >= 0;
                default -> order <= 0;
            };
        }
    }
}
