package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelajo.internal.desired.FieldRule.Role;

/** Compares the wanted object with the present one, both in canonical form. The wanted one may leave fields out. */
final class Comparison {

    private final List<Difference> differences = new ArrayList<>();

    private Comparison() {}

    /** The fields that differ, sorted by name; empty if none does. */
    static List<Difference> of(StateKind kind, Map<String, Object> wanted, Map<String, Object> actual) {
        return of(kind, wanted, actual, "");
    }

    /**
     * @param prefix stands before all paths
     */
    static List<Difference> of(StateKind kind, Map<String, Object> wanted, Map<String, Object> actual, String prefix) {
        Comparison comparison = new Comparison();
        comparison.object(kind.root(), wanted, actual, prefix);
        return comparison.differences;
    }

    private void object(RuleTree tree, Map<?, ?> wanted, Map<?, ?> actual, String prefix) {
        wanted.forEach((name, value) -> {
            RuleTree child = tree == null ? null : tree.child(String.valueOf(name));
            value(child, value, actual.get(name), prefix + name);
        });
    }

    private void value(RuleTree tree, Object wanted, Object actual, String path) {
        FieldRule rule = tree == null ? null : tree.rule();
        if (rule != null && rule.role() == Role.WRITTEN_ONCE) {
            return;
        }
        if (wanted instanceof Map<?, ?> inner && (actual == null || actual instanceof Map)) {
            object(tree, inner, actual == null ? Map.of() : (Map<?, ?>) actual, path + ".");
            return;
        }
        Object standard = rule == null || rule.standard() == null ? null : Canon.scalar(rule.standard());
        Object left = wanted == null ? standard : wanted;
        Object right = actual == null ? standard : actual;
        if (!Objects.equals(left, right) && !(isNothing(left) && isNothing(right))) {
            boolean personal = rule != null && rule.role() == Role.PERSONAL;
            differences.add(new Difference(path, actual, wanted, personal));
        }
    }

    /** Adobe sometimes drops empty values. */
    private static boolean isNothing(Object value) {
        return value == null || "".equals(value) || value instanceof Map<?, ?> map && map.isEmpty();
    }
}
