package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelajo.internal.flow.AnswerFields;
import io.github.camelajo.internal.text.Fingerprint;

/**
 * The key of an object.
 *
 * @param kind  what it is
 * @param parts values of the key's fields, as texts
 */
record StateKey(StateKind kind, List<String> parts) {

    /** The key of an object in canonical form. */
    static StateKey of(StateKind kind, Map<String, Object> canon) {
        List<String> parts = new ArrayList<>();
        for (String field : kind.keyFields()) {
            Object value = AnswerFields.at(canon, field);
            if (value == null) {
                value = kind.rules().stream()
                        .filter(rule -> rule.path().equals(field))
                        .findFirst()
                        .map(FieldRule::standard)
                        .orElse(null);
            }
            parts.add(text(value));
        }
        return new StateKey(kind, List.copyOf(parts));
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .map(entry -> String.valueOf(entry.getKey()))
                    .sorted()
                    .collect(Collectors.joining("+"));
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining("+"));
        }
        return value == null ? "" : value.toString();
    }

    /** For people: {@code welcome (email, html)}. An address is masked, with some digits to tell it from others. */
    String shown() {
        if (parts.isEmpty()) {
            return "of the organization";
        }
        String first = kind.isPersonal() && parts.get(0).contains("@") ? masked(parts.get(0)) : parts.get(0);
        String others = parts.stream().skip(1).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return others.isEmpty() ? first : first + " (" + others + ")";
    }

    private static String masked(String address) {
        return address.charAt(0) + "***" + address.substring(address.lastIndexOf('@')) + " #"
                + Fingerprint.brief(address);
    }
}
