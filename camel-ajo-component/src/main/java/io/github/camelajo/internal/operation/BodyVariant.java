package io.github.camelajo.internal.operation;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Fields that an object has only when other fields of it have certain values. They stand in place of fields of the same name.
 *
 * @param when   names of fields, each with the values of which it must have one
 * @param fields what the object then has
 */
public record BodyVariant(Map<String, List<String>> when, List<BodyField> fields) {

    public BodyVariant {
        when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
        fields = List.copyOf(fields);
    }

    /** Fields that are there when a field has one of these values. */
    static BodyVariant when(String field, List<String> values, BodyField... fields) {
        return new BodyVariant(Map.of(field, values), List.of(fields));
    }

    BodyVariant and(String field, String... values) {
        Map<String, List<String>> both = new LinkedHashMap<>(when);
        both.put(field, List.of(values));
        return new BodyVariant(both, fields);
    }

    boolean appliesTo(Map<?, ?> object) {
        return when.entrySet().stream().allMatch(entry -> has(object.get(entry.getKey()), entry.getValue()));
    }

    private static boolean has(Object value, List<String> values) {
        Collection<?> given = value instanceof Collection<?> list ? list : List.of(value == null ? "" : value);
        return given.stream().anyMatch(one -> one instanceof CharSequence text && values.contains(text.toString()));
    }

    boolean replaces(BodyField field) {
        return fields.stream().anyMatch(own -> own.name().equals(field.name()));
    }

    static List<BodyField> replace(List<BodyField> base, List<BodyVariant> applying) {
        if (applying.isEmpty()) {
            return base;
        }
        return Stream.concat(
                        base.stream().filter(field -> applying.stream().noneMatch(variant -> variant.replaces(field))),
                        applying.stream().flatMap(variant -> variant.fields().stream()))
                .toList();
    }
}
