package io.github.camelajo.internal.desired;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.camelajo.internal.desired.FieldRule.Role;
import io.github.camelajo.internal.desired.FieldRule.Shape;

/**
 * The canonical form of objects, used for reading, comparing and writing: Adobe's own fields left out, the mark
 * removed, sets sorted, numbers by their value, texts with {@code \n}. A missing field stays missing, and a {@code
 * null} stays {@code null}, because they mean different things in a document.
 */
final class Canon {

    private Canon() {}

    static Map<String, Object> of(StateKind kind, Map<?, ?> object) {
        Map<String, Object> canon = new TreeMap<>();
        kind.root().children().forEach((name, tree) -> put(canon, tree, object, name));
        if (kind.markField() != null && canon.get(kind.markField()) instanceof String text) {
            String bare = Mark.without(text);
            canon.put(kind.markField(), bare.isEmpty() ? null : bare);
        }
        return canon;
    }

    private static void put(Map<String, Object> canon, RuleTree tree, Map<?, ?> object, String name) {
        boolean server = tree.rule() != null && tree.rule().role() == Role.SERVER;
        if (object.containsKey(name) && !server) {
            canon.put(name, value(tree, object.get(name)));
        }
    }

    private static Object value(RuleTree tree, Object value) {
        if (value == null) {
            return null;
        }
        if (tree == null) {
            return free(value);
        }
        if (tree.isObject() && value instanceof Map<?, ?> map) {
            Map<String, Object> canon = new TreeMap<>();
            if (tree.isOpen()) {
                map.forEach((name, inner) -> {
                    RuleTree child = tree.child(String.valueOf(name));
                    if (child == null || child.rule() == null || child.rule().role() != Role.SERVER) {
                        canon.put(String.valueOf(name), value(child, inner));
                    }
                });
            } else {
                tree.children().forEach((name, child) -> put(canon, child, map, name));
            }
            return canon;
        }
        FieldRule rule = tree.rule();
        if (rule != null && rule.shape() == Shape.SET) {
            Collection<?> several = value instanceof Collection<?> texts ? texts : List.of(value);
            return new ArrayList<>(several.stream()
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        if (rule != null && value instanceof String text && isCaseless(rule)) {
            return text.strip().toLowerCase(Locale.ROOT);
        }
        return free(value);
    }

    /** Adobe sometimes writes the names of lists and entities in upper case. Addresses are not case-sensitive. */
    private static boolean isCaseless(FieldRule rule) {
        return rule.role() == Role.PERSONAL
                || rule.path().equals("listType")
                || rule.path().equals("entity.type");
    }

    /** A default in the form in which it is compared. */
    static Object scalar(Object value) {
        return free(value);
    }

    private static Object free(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((name, inner) -> sorted.put(String.valueOf(name), free(inner)));
            return sorted;
        }
        if (value instanceof Collection<?> list) {
            return new ArrayList<>(list.stream().map(Canon::free).toList());
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof CharSequence text) {
            return text.toString().replace("\r\n", "\n");
        }
        return value;
    }

    private static Object number(Number number) {
        if (number instanceof Double fraction && !Double.isFinite(fraction)) {
            return number.toString();
        }
        BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
