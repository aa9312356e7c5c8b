package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.camelajo.internal.desired.FieldRule.Role;
import io.github.camelajo.internal.flow.AnswerFields;

/**
 * Creates the bodies of calls. Adobe's updates replace an object, so fields that a document leaves out are sent back
 * unchanged.
 */
final class Writing {

    /** The fields that a patch can change. */
    static final Set<String> PATCHABLE = Set.of("name", "description", "parentFolderId");

    private Writing() {}

    /** The body for a new object. */
    static Map<String, Object> created(Wanted wanted, String state) {
        Map<String, Object> body = new LinkedHashMap<>();
        merge(wanted.kind().root(), body, wanted.raw());
        complete(wanted.kind(), body);
        String mark = wanted.kind().markField();
        if (mark != null && state != null) {
            body.put(mark, Mark.add(AnswerFields.text(body, mark), state, wanted.key()));
        }
        return body;
    }

    /** The complete body for an existing object. It keeps its mark, also under a new name. */
    static Map<String, Object> changed(Wanted wanted, Map<String, Object> actual) {
        StateKind kind = wanted.kind();
        Map<String, Object> body = new LinkedHashMap<>(actual);
        body.keySet().removeAll(kind.server());
        merge(kind.root(), body, wanted.raw());
        complete(kind, body);
        String field = kind.markField();
        if (field != null) {
            String owner = Mark.owner(AnswerFields.text(actual, field), StateKey.of(kind, kind.canon(actual)));
            if (owner != null) {
                body.put(field, Mark.add(AnswerFields.text(body, field), owner, wanted.key()));
            }
        }
        return body;
    }

    /** The patch that turns an object into the body. */
    static List<Map<String, Object>> patch(Map<String, Object> body, Map<String, Object> actual) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (String field : List.of("name", "description", "parentFolderId")) {
            Object value = body.get(field);
            if (Objects.equals(value, actual.get(field))) {
                continue;
            }
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("op", value == null ? "remove" : "add");
            step.put("path", "/" + field);
            if (value != null) {
                step.put("value", value);
            }
            steps.add(step);
        }
        return steps;
    }

    /** Merges one object into another: {@code null} clears, an object is merged, everything else replaces. */
    private static void merge(RuleTree tree, Map<String, Object> target, Map<?, ?> source) {
        source.forEach((field, value) -> {
            String name = String.valueOf(field);
            RuleTree child = tree == null ? null : tree.child(name);
            if (value == null || isLeftOut(child, value)) {
                target.remove(name);
            } else if (value instanceof Map<?, ?> inner) {
                Map<String, Object> merged =
                        target.get(name) instanceof Map<?, ?> before ? AnswerFields.map(before) : new LinkedHashMap<>();
                merge(child, merged, inner);
                target.put(name, merged);
            } else if (child != null && child.rule() != null && child.rule().role() == Role.SERVER) {
                target.remove(name);
            } else {
                target.put(name, value);
            }
        });
    }

    private static boolean isLeftOut(RuleTree tree, Object value) {
        return tree != null
                && tree.rule() != null
                && tree.rule().role() == Role.LEFT_OUT
                && Objects.equals(Canon.scalar(value), Canon.scalar(tree.rule().standard()));
    }

    /** The entry names its type itself; the list is a parameter. */
    private static void complete(StateKind kind, Map<String, Object> body) {
        if (kind.isSuppression()) {
            Map<String, Object> entity = AnswerFields.map((Map<?, ?>) body.get("entity"));
            entity.putIfAbsent("type", kind.idParam());
            body.put("entity", entity);
            body.remove("listType");
        }
    }
}
