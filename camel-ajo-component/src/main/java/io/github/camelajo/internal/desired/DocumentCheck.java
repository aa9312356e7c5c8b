package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelajo.internal.desired.FieldRule.Shape;
import io.github.camelajo.internal.flow.AnswerFields;

/** Turns a parsed document into a wanted state and collects all its mistakes. No message repeats a personal value. */
final class DocumentCheck {

    private static final String RENAMED = "renamedFrom";
    private static final String VERSION = "version";
    private static final String NAME = "name";
    private static final String SANDBOX = "sandbox";

    private final StateKind only;
    private final List<String> problems;
    private final Map<StateKind, List<Wanted>> sections = new LinkedHashMap<>();
    private final Map<String, String> head = new LinkedHashMap<>();

    DocumentCheck(StateKind only, List<String> problems) {
        this.only = only;
        this.problems = problems;
    }

    WantedState state() {
        Map<StateKind, List<Wanted>> ordered = new LinkedHashMap<>();
        for (StateKind kind : StateKinds.all()) {
            if (sections.containsKey(kind)) {
                ordered.put(kind, List.copyOf(sections.get(kind)));
            }
        }
        ordered.forEach(this::checkKeys);
        return new WantedState(head.get(NAME), head.get(SANDBOX), ordered);
    }

    /** Takes one file or body. */
    void take(String source, Object tree) {
        if (only != null && tree instanceof Collection<?> list) {
            section(source, only, list);
        } else if (only != null && tree instanceof Map<?, ?> object && !object.containsKey(VERSION)) {
            section(source, only, List.of(object));
        } else if (tree instanceof Map<?, ?> document) {
            document(source, document);
        } else {
            problems.add(source + (tree == null ? "it is empty" : "it is not an object") + ", allowed: "
                    + (only == null ? "a document with version: 1" : "an object, a list of objects, or a document"));
        }
    }

    private void document(String source, Map<?, ?> document) {
        Object version = document.get(VERSION);
        if (!(version instanceof Number number) || number.doubleValue() != 1) {
            problems.add(source + (version == null ? "version is missing" : "version is not known") + ", allowed: 1");
        }
        document.forEach((field, value) -> {
            String name = String.valueOf(field);
            switch (name) {
                case VERSION -> {
                    // Checked above.
                }
                case NAME, SANDBOX -> head(source, name, value);
                default -> section(source, name, value);
            }
        });
    }

    private void head(String source, String field, Object value) {
        if (!(value instanceof String text) || text.isBlank()) {
            problems.add(source + field + " must be a text");
        } else if (field.equals(NAME) && !Mark.NAME.matcher(text).matches()) {
            problems.add(source + "name is '" + text + "', allowed: up to 40 letters, digits, dots, hyphens and _");
        } else if (!text.equals(head.getOrDefault(field, text))) {
            problems.add(source + field + " is '" + text + "', and '" + head.get(field) + "' in another file");
        } else {
            head.put(field, text);
        }
    }

    private void section(String source, String name, Object value) {
        StateKind kind = StateKinds.named(name);
        if (kind == null || only != null && !only.equals(kind)) {
            String allowed = only != null
                    ? only.name()
                    : StateKinds.all().stream().map(StateKind::name).collect(Collectors.joining(", "));
            problems.add(source + "unknown field '" + name + "', allowed: version, name, sandbox, " + allowed);
        } else if (value instanceof Collection<?> list) {
            section(source, kind, list);
        } else {
            problems.add(source + name + " must be a list. An empty one, [], says that nothing is wanted; what is not"
                    + " managed is left out");
        }
    }

    private void section(String source, StateKind kind, Collection<?> list) {
        List<Wanted> wanted = sections.computeIfAbsent(kind, ignored -> new ArrayList<>());
        int place = 0;
        for (Object item : list) {
            String where = source + kind.name() + "[" + place++ + "]";
            int before = problems.size();
            if (!(item instanceof Map<?, ?> object)) {
                problems.add(where + " must be an object");
                continue;
            }
            checkObject(kind, where, object);
            if (problems.size() == before) {
                wanted.add(wanted(kind, where, object));
            }
        }
        if (kind.singleton() && wanted.size() > 1) {
            problems.add(source + kind.name() + " has more than one object, but Adobe allows one");
        }
    }

    private void checkObject(StateKind kind, String where, Map<?, ?> object) {
        object.forEach((field, value) -> {
            String name = String.valueOf(field);
            RuleTree tree = kind.root().child(name);
            if (tree != null) {
                check(where + "." + name, tree, value);
            } else if (name.equals(kind.actField())) {
                if (!(value instanceof Boolean)) {
                    problems.add(where + "." + name + " must be true or false");
                }
            } else if (!kind.server().contains(name) && !(name.equals(RENAMED) && !kind.singleton())) {
                problems.add(where + " has an unknown field '" + name + "', allowed: " + allowed(kind));
            }
        });
        for (String field : kind.keyFields()) {
            boolean open = kind.rules().stream().anyMatch(rule -> rule.path().equals(field) && rule.standard() != null);
            Object value = AnswerFields.at(object, field);
            boolean empty = value == null
                    || "".equals(value)
                    || value instanceof Collection<?> several && several.isEmpty()
                    || value instanceof Map<?, ?> map && map.isEmpty();
            if (empty && !open) {
                problems.add(where + "." + field + " is missing: objects are known by it");
            }
        }
    }

    private static String allowed(StateKind kind) {
        Set<String> names = new TreeSet<>(kind.root().children().keySet());
        Stream<String> own = Stream.of(kind.actField(), kind.singleton() || kind.isSuppression() ? null : RENAMED)
                .filter(Objects::nonNull);
        return Stream.concat(names.stream(), own).collect(Collectors.joining(", "));
    }

    private void check(String where, RuleTree tree, Object value) {
        if (value == null) {
            return;
        }
        if (tree.rule() != null && tree.rule().shape() != Shape.OBJECT) {
            String complaint = complaint(tree.rule(), value);
            if (complaint != null) {
                problems.add(where + " " + complaint);
            }
            return;
        }
        if (tree.rule() != null && tree.rule().role() == FieldRule.Role.SERVER) {
            return;
        }
        if (!(value instanceof Map<?, ?> map)) {
            // Inside a content only some channels have an object there.
            if (tree.rule() != null || !tree.isOpen()) {
                problems.add(where + " must be an object");
            }
            return;
        }
        map.forEach((field, inner) -> {
            String name = String.valueOf(field);
            RuleTree child = tree.child(name);
            if (child != null) {
                check(where + "." + name, child, inner);
            } else if (!tree.isOpen()) {
                problems.add(where + " has an unknown field '" + name + "', allowed: "
                        + String.join(", ", tree.children().keySet()));
            }
        });
    }

    private static String complaint(FieldRule rule, Object value) {
        switch (rule.shape()) {
            case TEXT -> {
                if (!(value instanceof String text)) {
                    return "must be a text"
                            + (value instanceof Map || value instanceof Collection ? "" : ": put it in quotes");
                }
                return isAllowed(rule, text)
                        ? null
                        : "is '" + text + "', allowed: " + String.join(", ", rule.allowed());
            }
            case NUMBER -> {
                return value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())
                        ? null
                        : "must be a whole number" + (value instanceof String ? ", without quotes" : "");
            }
            case FLAG -> {
                return value instanceof Boolean ? null : "must be true or false";
            }
            default -> {
                Collection<?> several = value instanceof Collection<?> texts ? texts : List.of(value);
                for (Object one : several) {
                    if (!(one instanceof String text)) {
                        return "must be a list of texts";
                    }
                    if (!isAllowed(rule, text)) {
                        return "has '" + text + "', allowed: " + String.join(", ", rule.allowed());
                    }
                }
                return null;
            }
        }
    }

    private static boolean isAllowed(FieldRule rule, String text) {
        return rule.allowed().isEmpty()
                || rule.allowed().stream().anyMatch(one -> one.equals(text))
                || rule.path().equals("listType")
                        && rule.allowed().stream().anyMatch(one -> one.equalsIgnoreCase(text));
    }

    private Wanted wanted(StateKind kind, String where, Map<?, ?> object) {
        Map<String, Object> raw = AnswerFields.map(object);
        Object before = raw.remove(RENAMED);
        boolean act = kind.actField() == null || !Boolean.FALSE.equals(raw.remove(kind.actField()));
        raw.keySet().removeAll(kind.server());
        Map<String, Object> canon = kind.canon(raw);
        StateKey key = StateKey.of(kind, canon);
        return new Wanted(kind, key, before == null ? null : renamedFrom(kind, where, raw, before), raw, canon, act);
    }

    private StateKey renamedFrom(StateKind kind, String where, Map<String, Object> raw, Object before) {
        if (kind.isSuppression()) {
            problems.add(where + "." + RENAMED + " is not possible: another address is another entry");
            return null;
        }
        Map<String, Object> old = new LinkedHashMap<>(raw);
        if (before instanceof String text) {
            old.put(kind.keyFields().get(0), text);
        } else if (before instanceof Map<?, ?> fields
                && fields.keySet().stream().allMatch(kind.keyFields()::contains)) {
            old.putAll(AnswerFields.map(fields));
        } else {
            problems.add(
                    where + "." + RENAMED + " must be the " + kind.keyFields().get(0)
                            + " of before, or an object with some of: " + String.join(", ", kind.keyFields()));
        }
        return StateKey.of(kind, kind.canon(old));
    }

    private void checkKeys(StateKind kind, List<Wanted> all) {
        Map<StateKey, List<Wanted>> byKey =
                all.stream().collect(Collectors.groupingBy(Wanted::key, LinkedHashMap::new, Collectors.toList()));
        byKey.forEach((key, same) -> {
            long folders = same.stream().map(Wanted::folder).distinct().count();
            boolean open = same.stream().anyMatch(wanted -> wanted.folder() == null);
            if (same.size() > 1 && (open || folders < same.size())) {
                problems.add(kind.name() + " " + key.shown() + " is there " + same.size() + " times");
            }
        });
    }
}
