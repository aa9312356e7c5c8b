package io.github.camelajo.simulator.internal.family.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.internal.core.ValueOrder;

/**
 * The filter of the campaign lists, such as {@code campaignClass!=inline;name=like="x"}.
 *
 * <p>Assumptions: a semicolon means and; a comma means or, and binds less tightly, as in RSQL; {@code ==} and
 * {@code !=} compare texts exactly; {@code =like=} finds a part of the text, case-insensitively; {@code >} and
 * {@code <} compare as {@link ValueOrder} does; {@code created_at} and similar names mean the field in camel case.</p>
 */
final class PropertyFilter {

    private static final Pattern TERM =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)(==|!=|=like=|>=|<=|>|<)(.+)", Pattern.DOTALL);

    private PropertyFilter() {}

    /**
     * @param names tells which fields exist; nested names have a dot
     * @throws IllegalArgumentException if the filter cannot be read
     */
    static Predicate<JsonNode> parse(String text, Predicate<String> names) {
        Predicate<JsonNode> any = item -> false;
        for (String alternative : split(text, ',')) {
            Predicate<JsonNode> all = item -> true;
            for (String term : split(alternative, ';')) {
                all = all.and(term(term.strip(), names));
            }
            any = any.or(all);
        }
        return any;
    }

    private static Predicate<JsonNode> term(String text, Predicate<String> names) {
        Matcher matcher = TERM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not of the form field, operator, value");
        }
        String field = camel(matcher.group(1));
        if (!names.test(field)) {
            throw new IllegalArgumentException("there is no field '" + matcher.group(1) + "'");
        }
        String operator = matcher.group(2);
        String value = unquote(matcher.group(3));
        String pointer = "/" + field.replace('.', '/');
        if ("!=".equals(operator)) {
            return item -> values(item.at(pointer)).stream()
                    .noneMatch(actual -> actual.asText().equals(value));
        }
        Predicate<JsonNode> rule =
                switch (operator) {
                    case "==" -> actual -> actual.asText().equals(value);
                    case "=like=" ->
                        actual -> actual.asText().toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
                    case ">" -> actual -> ValueOrder.compare(actual, value) > 0;
                    case ">=" -> actual -> ValueOrder.compare(actual, value) >= 0;
                    case "<" -> actual -> ValueOrder.compare(actual, value) < 0;
                    default -> actual -> ValueOrder.compare(actual, value) <= 0;
                };
        return item -> values(item.at(pointer)).stream().anyMatch(rule);
    }

    private static List<JsonNode> values(JsonNode value) {
        List<JsonNode> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(values::add);
        } else if (!value.isMissingNode() && !value.isNull()) {
            values.add(value);
        }
        return values;
    }

    private static String camel(String name) {
        Matcher matcher = Pattern.compile("_([a-z])").matcher(name);
        return matcher.replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    private static String unquote(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** Splits at a character that is not between quotes. */
    private static List<String> split(String text, char sign) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (text.charAt(i) == sign && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Returns every field name in any of the items. Nested names have a dot. */
    static Predicate<String> namesOf(List<? extends JsonNode> items, List<String> more) {
        return name -> more.contains(name)
                || items.stream()
                        .anyMatch(item -> !item.at("/" + name.replace('.', '/')).isMissingNode());
    }

    /** Returns the fields of an order such as {@code name} or {@code -createdAt,name}; true means descending. */
    static List<Map.Entry<String, Boolean>> order(String text, Predicate<String> names) {
        List<Map.Entry<String, Boolean>> fields = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            boolean descending = part.startsWith("-");
            String field = camel(descending ? part.substring(1) : part);
            if (!names.test(field)) {
                throw new IllegalArgumentException("there is no field '" + part + "'");
            }
            fields.add(Map.entry(field, descending));
        }
        return fields;
    }
}
