package io.github.camelajo.internal.desired;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelajo.internal.desired.FieldRule.Role;

/**
 * The JSON schema of documents, generated from the rules that also check them. It has no alternatives, which editors
 * cannot follow.
 */
public final class StateSchema {

    private static final String TYPE = "type";
    private static final String DESCRIPTION = "description";
    private static final String OBJECT = "object";

    private StateSchema() {}

    /** The schema, draft 7. */
    public static Map<String, Object> document() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", field("integer", "Version of this form", "const", 1));
        fields.put(
                "name",
                field(
                        "string",
                        "Name of this state. It goes into the mark of what it creates",
                        "pattern",
                        Mark.NAME.pattern()));
        fields.put("sandbox", field("string", "The only sandbox that this document is for"));
        for (StateKind kind : StateKinds.all()) {
            Map<String, Object> section = field("array", kind.what() + ". Missing: not managed; []: nothing wanted");
            if (kind.singleton()) {
                section.put("maxItems", 1);
            }
            section.put("items", object(kind));
            fields.put(kind.name(), section);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "Desired state of a sandbox of Adobe Journey Optimizer");
        schema.put(TYPE, OBJECT);
        schema.put("required", List.of("version"));
        schema.put("additionalProperties", false);
        schema.put("properties", fields);
        return schema;
    }

    private static Map<String, Object> object(StateKind kind) {
        Map<String, Object> schema = tree(kind.root());
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = (Map<String, Object>) schema.get("properties");
        if (kind.actField() != null) {
            fields.put(
                    kind.actField(),
                    field(
                            "boolean",
                            "false: it is stored only, and what runs or is live is left alone",
                            "default",
                            true));
        }
        if (!kind.singleton() && !kind.isSuppression()) {
            fields.put(
                    "renamedFrom",
                    describing(
                            "What it was called before: its " + kind.keyFields().get(0) + ", or an object with some of "
                                    + String.join(", ", kind.keyFields())));
        }
        for (String server : new TreeSet<>(kind.server())) {
            fields.putIfAbsent(server, describing("Adobe makes it; it is passed over here"));
        }
        Set<String> required = new TreeSet<>();
        kind.keyFields().stream()
                .map(field -> field.split("\\.")[0])
                .filter(field -> !field.equals("listType"))
                .forEach(required::add);
        if (!required.isEmpty()) {
            schema.put("required", new ArrayList<>(required));
        }
        return schema;
    }

    private static Map<String, Object> tree(RuleTree tree) {
        Map<String, Object> schema = new LinkedHashMap<>();
        boolean root = tree.rule() == null && !tree.isOpen();
        schema.put(TYPE, OBJECT);
        schema.put("additionalProperties", !root);
        Map<String, Object> fields = new LinkedHashMap<>();
        tree.children().forEach((name, child) -> {
            boolean server = child.rule() != null && child.rule().role() == Role.SERVER;
            if (!server && !(child.rule() == null && child.isOpen())) {
                fields.put(name, value(child));
            }
        });
        schema.put("properties", fields);
        return schema;
    }

    private static Map<String, Object> value(RuleTree tree) {
        FieldRule rule = tree.rule();
        if (rule == null) {
            return tree(tree);
        }
        Map<String, Object> schema =
                switch (rule.shape()) {
                    case TEXT -> nullable("string", rule);
                    case NUMBER -> nullable("integer", rule);
                    case FLAG -> nullable("boolean", rule);
                    case SET -> {
                        Map<String, Object> list = nullable("array", rule);
                        Map<String, Object> item = new LinkedHashMap<>();
                        item.put(TYPE, "string");
                        if (!rule.allowed().isEmpty()) {
                            item.put("enum", rule.allowed());
                        }
                        list.put("items", item);
                        yield list;
                    }
                    case OBJECT -> {
                        Map<String, Object> open = nullable(OBJECT, rule);
                        open.put("properties", tree(tree).get("properties"));
                        yield open;
                    }
                };
        if (rule.shape() == FieldRule.Shape.TEXT && !rule.allowed().isEmpty()) {
            List<Object> allowed = new ArrayList<>(rule.allowed());
            allowed.add(null);
            schema.put("enum", allowed);
        }
        if (rule.standard() != null) {
            schema.put("default", rule.standard());
        }
        return schema;
    }

    /** A field that {@code null} clears. */
    private static Map<String, Object> nullable(String type, FieldRule rule) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, List.of(type, "null"));
        schema.put(DESCRIPTION, rule.what());
        return schema;
    }

    private static Map<String, Object> field(String type, String what) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, type);
        schema.put(DESCRIPTION, what);
        return schema;
    }

    private static Map<String, Object> field(String type, String what, String more, Object value) {
        Map<String, Object> schema = field(type, what);
        schema.put(more, value);
        return schema;
    }

    private static Map<String, Object> describing(String what) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(DESCRIPTION, what);
        return schema;
    }
}
