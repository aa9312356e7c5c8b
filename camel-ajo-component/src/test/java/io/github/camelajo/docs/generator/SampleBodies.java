package io.github.camelajo.docs.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Bodies made of nothing but a schema, with every field the schema knows, and so many of them that each
 * field that depends on the value of another one is in one of them.
 */
public final class SampleBodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Enough for each type of template with each channel. */
    private static final int COMBINATIONS = 40;

    /**
     * A place in a body.
     *
     * @param path   names and places, as in the schema's own words
     * @param schema what may stand there
     * @param owner  the object or list it stands in
     * @param name   its name, {@code null} in a list
     * @param required whether it has to be there
     */
    public record Place(String path, ObjectNode schema, JsonNode owner, String name, boolean required) {

        /** Puts something else there, and gives back what undoes it. */
        public Runnable put(JsonNode value) {
            if (owner instanceof ArrayNode list) {
                JsonNode before = list.get(0);
                list.set(0, value);
                return () -> list.set(0, before);
            }
            ObjectNode object = (ObjectNode) owner;
            JsonNode before = object.get(name);
            if (value == null) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
            return () -> object.set(name, before);
        }
    }

    /** A body, and the places in it. */
    public record Sample(JsonNode body, List<Place> places) {}

    private final List<Place> places = new ArrayList<>();
    private int choice;

    private SampleBodies(int choice) {
        this.choice = choice;
    }

    public static List<Sample> of(ObjectNode schema) {
        List<Sample> samples = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < COMBINATIONS; i++) {
            SampleBodies maker = new SampleBodies(i);
            JsonNode body = maker.value(schema, "");
            boolean isNew = false;
            for (Place place : maker.places) {
                isNew |= seen.add(place.path() + place.required() + place.schema());
            }
            if (isNew) {
                samples.add(new Sample(body, maker.places));
            }
        }
        return samples;
    }

    private JsonNode value(ObjectNode schema, String path) {
        if (schema.has("enum")) {
            JsonNode allowed = schema.get("enum");
            JsonNode chosen = allowed.get(choice % allowed.size());
            choice /= allowed.size();
            return chosen;
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText()) {
            case "object" -> object(schema, path);
            case "array" -> list(schema, path);
            case "string" -> JSON.textNode(text(schema));
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asLong(1));
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.textNode("anything");
        };
    }

    private static String text(ObjectNode schema) {
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2030-01-31T08:00:00Z";
            case "duration" -> "P1DT2H";
            case "uuid" -> "507f1f77-bcf8-4cd7-9943-9011abcd1234";
            default -> "x".repeat(Math.max(1, schema.path("minLength").asInt()));
        };
    }

    private ArrayNode list(ObjectNode schema, String path) {
        ArrayNode list = JSON.arrayNode();
        ObjectNode items = (ObjectNode) schema.get("items");
        for (int i = 0; i < Math.max(1, schema.path("minItems").asInt()); i++) {
            list.add(value(items, path + "[]"));
        }
        places.add(new Place(path + "[]", items, list, null, false));
        return list;
    }

    private ObjectNode object(ObjectNode schema, String path) {
        ObjectNode object = JSON.objectNode();
        String prefix = path.isEmpty() ? "" : path + ".";
        ObjectNode effective = schema.deepCopy();
        // What others depend on stands in the fields themselves, so those come first, and what then holds replaces
        // them.
        for (JsonNode rule : schema.path("allOf")) {
            rule.at("/if/properties").fieldNames().forEachRemaining(name -> {
                if (!object.has(name)) {
                    object.set(name, value((ObjectNode) schema.at("/properties").get(name), prefix + name));
                }
            });
        }
        for (JsonNode rule : schema.path("allOf")) {
            if (holds(rule.get("if"), object)) {
                effective.withObject("/properties").setAll((ObjectNode) rule.at("/then/properties"));
                rule.at("/then/required").forEach(effective.withArray("/required")::add);
            }
        }
        List<String> required = MAPPER.convertValue(effective.withArray("/required"), List.class);
        effective.path("properties").fields().forEachRemaining(field -> {
            String name = field.getKey();
            if (field.getValue().isBoolean()
                    || field.getValue().path("readOnly").asBoolean()) {
                return;
            }
            ObjectNode own = (ObjectNode) field.getValue();
            if (!object.has(name)) {
                object.set(name, value(own, prefix + name));
            }
            places.add(new Place(prefix + name, own, object, name, required.contains(name)));
        });
        if (schema.path("additionalProperties") instanceof ObjectNode others) {
            object.set("own", value(others, prefix + "*"));
            places.add(new Place(prefix + "*", others, object, "own", false));
        }
        return object;
    }

    private static boolean holds(JsonNode condition, ObjectNode object) {
        boolean[] holds = {true};
        condition.path("properties").fields().forEachRemaining(field -> {
            JsonNode allowed = field.getValue().has("contains")
                    ? field.getValue().at("/contains/enum")
                    : field.getValue().path("enum");
            JsonNode given = object.path(field.getKey());
            JsonNode value = given.isArray() ? given.path(0) : given;
            boolean found = false;
            for (JsonNode one : allowed) {
                found |= one.equals(value);
            }
            holds[0] &= found;
        });
        return holds[0];
    }
}
