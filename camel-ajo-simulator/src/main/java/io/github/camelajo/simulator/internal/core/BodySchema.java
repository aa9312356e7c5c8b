package io.github.camelajo.simulator.internal.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Named types of bodies, read from a text resource with one type per line. Checks a body against one of them.
 *
 * <pre>{@code
 * Person: name! str(1..50), age int, mood str{good|bad}?, tags str[1..3], extra map<str>, address Address
 * }</pre>
 *
 * <p>{@code !} after a name means required. {@code ?} after a type means that the value may be {@code null}.
 * {@code sealed} before a name forbids other fields. {@code Dog: +Animal, bark str} takes over the fields of
 * {@code Animal}.</p>
 */
public final class BodySchema {

    private final Map<String, ObjectType> types = new LinkedHashMap<>();
    private final boolean nullable;

    /** @param nullable whether any optional field may be {@code null} */
    private BodySchema(boolean nullable) {
        this.nullable = nullable;
    }

    /**
     * @param owner    the class in whose package the resource is
     * @param nullable whether any optional field may be {@code null}
     */
    public static BodySchema read(Class<?> owner, String resource, boolean nullable) {
        BodySchema all = new BodySchema(nullable);
        InputStream stream = owner.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalArgumentException("Resource not found: " + resource);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(all::define);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private void define(String line) {
        String[] parts = line.split(":", 2);
        boolean open = !parts[0].startsWith("sealed ");
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String text : parts[1].split(",")) {
            String field = text.strip();
            if (field.startsWith("+")) {
                fields.putAll(types.get(field.substring(1)).fields());
            } else {
                String[] words = field.split(" ");
                boolean required = words[0].endsWith("!");
                String name = required ? words[0].substring(0, words[0].length() - 1) : words[0];
                boolean mayBeNull = words[1].endsWith("?");
                fields.put(
                        name,
                        new Field(
                                required,
                                mayBeNull,
                                FieldType.parse(mayBeNull ? words[1].substring(0, words[1].length() - 1) : words[1])));
            }
        }
        types.put(parts[0].replace("sealed ", ""), new ObjectType(open, fields));
    }

    /** Returns the names of the fields of a type. */
    public Set<String> fields(String type) {
        return types.get(type).fields().keySet();
    }

    /** Returns every difference between a body and a type; empty if the body matches. */
    public List<Problem> check(String type, JsonNode body) {
        return check(type, "", body);
    }

    /** Does the same for a part of a body, whose path appears in the problems. */
    public List<Problem> check(String type, String path, JsonNode body) {
        List<Problem> problems = new ArrayList<>();
        checkObject(types.get(type), path, body, problems);
        return problems;
    }

    private void checkObject(ObjectType objectType, String path, JsonNode value, List<Problem> problems) {
        if (!value.isObject()) {
            problems.add(Problem.format(path.isEmpty() ? "body" : path, "must be an object", value));
            return;
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        objectType.fields().forEach((name, field) -> {
            JsonNode part = value.path(name);
            if (part.isMissingNode() || part.isNull() && (field.required() && !field.mayBeNull())) {
                if (field.required()) {
                    problems.add(Problem.missing(prefix + name));
                }
            } else if (part.isNull()) {
                if (!field.mayBeNull() && !nullable) {
                    problems.add(Problem.format(prefix + name, "must not be null", part));
                }
            } else {
                checkValue(field.type(), prefix + name, part, problems);
            }
        });
        if (!objectType.open()) {
            for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (!objectType.fields().containsKey(name)) {
                    problems.add(Problem.constraint(prefix + name, "is not known here", value.get(name)));
                }
            }
        }
    }

    private void checkValue(FieldType type, String path, JsonNode value, List<Problem> problems) {
        if (type.items() != null) {
            if (!value.isArray()) {
                problems.add(Problem.format(path, "must be an array", value));
                return;
            }
            if (value.size() < type.minimum() || value.size() > type.maximum()) {
                problems.add(Problem.constraint(path, "must have " + type.range() + " elements", value));
            }
            for (int i = 0; i < value.size(); i++) {
                checkValue(type.items(), path + "[" + i + "]", value.get(i), problems);
            }
        } else if (type.values() != null) {
            if (!value.isObject()) {
                problems.add(Problem.format(path, "must be an object", value));
                return;
            }
            value.fields()
                    .forEachRemaining(entry ->
                            checkValue(type.values(), path + "." + entry.getKey(), entry.getValue(), problems));
        } else if (types.containsKey(type.name())) {
            checkObject(types.get(type.name()), path, value, problems);
        } else {
            type.checkScalar(path, value).ifPresent(problems::add);
        }
    }

    private record ObjectType(boolean open, Map<String, Field> fields) {}

    private record Field(boolean required, boolean mayBeNull, FieldType type) {}

    /**
     * One problem of a body.
     *
     * @param code one of the four codes that the loyalty service has for errors of fields
     */
    public record Problem(String field, String message, String code, JsonNode rejected) {

        public static Problem missing(String field) {
            return new Problem(field, field + " is required", "VALIDATION_REQUIRED_FIELD_MISSING", null);
        }

        public static Problem format(String field, String rule, JsonNode rejected) {
            return new Problem(field, field + " " + rule, "VALIDATION_INVALID_FORMAT", rejected);
        }

        public static Problem value(String field, String rule, JsonNode rejected) {
            return new Problem(field, field + " " + rule, "VALIDATION_INVALID_VALUE", rejected);
        }

        static Problem constraint(String field, String rule, JsonNode rejected) {
            return new Problem(field, field + " " + rule, "VALIDATION_CONSTRAINT_VIOLATION", rejected);
        }
    }
}
