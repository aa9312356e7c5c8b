package io.github.camelajo.internal.desired;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of a kind, by the paths of their fields. */
final class RuleTree {

    private final Map<String, RuleTree> children = new LinkedHashMap<>();
    private FieldRule rule;
    private boolean belowOpen;

    static RuleTree of(List<FieldRule> rules) {
        RuleTree root = new RuleTree();
        for (FieldRule rule : rules) {
            RuleTree node = root;
            for (String name : rule.path().split("\\.")) {
                node = node.children.computeIfAbsent(name, ignored -> new RuleTree());
            }
            node.rule = rule;
        }
        root.children.values().forEach(child -> child.inherit(false));
        return root;
    }

    private void inherit(boolean open) {
        belowOpen = open;
        children.values().forEach(child -> child.inherit(isOpen()));
    }

    /** The rule of this field; {@code null} if it only contains others. */
    FieldRule rule() {
        return rule;
    }

    /** The fields inside this one, in the order of the rules. */
    Map<String, RuleTree> children() {
        return children;
    }

    RuleTree child(String name) {
        return children.get(name);
    }

    /** Whether it is an object, with known fields only or with any. */
    boolean isObject() {
        return rule == null || rule.shape() == FieldRule.Shape.OBJECT;
    }

    /** Whether fields without a rule are allowed. */
    boolean isOpen() {
        return rule == null ? belowOpen : rule.shape() == FieldRule.Shape.OBJECT;
    }
}
