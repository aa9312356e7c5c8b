package io.github.camelajo.conformance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;

/** Holds a value to a JSON schema. */
final class JsonCheck {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonSchema schema;

    /** @param schema {@code null} when any value will do */
    JsonCheck(JsonSchema schema) {
        this.schema = schema;
    }

    /** The schema as it was read, {@code null} when any value will do. */
    JsonNode schemaNode() {
        return schema == null ? null : schema.getSchemaNode();
    }

    List<String> body(JsonNode value) {
        return schema == null ? List.of() : texts(schema.validate(value));
    }

    /** A parameter comes as text, once or several times; what it means depends on the type. */
    List<String> parameter(List<String> values) {
        if (schema == null) {
            return List.of();
        }
        JsonNode type = schema.getSchemaNode().path("type");
        if (type.asText().equals("array")) {
            ArrayNode list = JSON.arrayNode();
            values.forEach(list::add);
            return texts(schema.validate(list));
        }
        if (values.size() != 1) {
            return List.of("comes " + values.size() + " times");
        }
        return texts(schema.validate(typed(type.asText(), values.get(0))));
    }

    private static JsonNode typed(String type, String value) {
        return switch (type) {
            case "integer", "number" ->
                value.matches("-?\\d+") ? JSON.numberNode(Long.valueOf(value)) : JSON.textNode(value);
            case "boolean" ->
                value.equals("true") || value.equals("false")
                        ? JSON.booleanNode(value.equals("true"))
                        : JSON.textNode(value);
            default -> JSON.textNode(value);
        };
    }

    private static List<String> texts(Set<ValidationMessage> messages) {
        return messages.stream().map(ValidationMessage::getMessage).sorted().collect(Collectors.toList());
    }
}
