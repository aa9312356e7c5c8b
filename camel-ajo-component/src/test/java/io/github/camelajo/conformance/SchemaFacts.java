package io.github.camelajo.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

/**
 * The facts of a contract that can be checked, without its texts: which fields there are, their types, values and limits, and
 * which of them are required. The project keeps them in {@code schema-facts.json}, so that every build can hold calls to them;
 * {@code journey-facts.json} and {@code query-connection-facts.json} have the same for the APIs whose reference was read by people.
 */
final class SchemaFacts {

    private static final List<String> KEPT = List.of(
            "type",
            "enum",
            "required",
            "minItems",
            "maxItems",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "pattern",
            "format");

    private static final String TYPES = "types";
    private static final String REFERENCE = "$ref";
    private static final JsonNode TEXT = JsonNodeFactory.instance.objectNode().put("type", "string");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode types = JsonNodeFactory.instance.objectNode();
    private final Map<JsonNode, String> bodyTypes = new HashMap<>();

    private SchemaFacts() {}

    // ---- From a contract to facts

    static ObjectNode of(Contract contract) {
        SchemaFacts facts = new SchemaFacts();
        ObjectNode operations = JsonNodeFactory.instance.objectNode();
        contract.operations().forEach((id, operation) -> operations.set(id, facts.operation(id, operation)));
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("operations", operations);
        ObjectNode sorted = all.putObject(TYPES);
        new TreeMap<>(MAPPER.convertValue(facts.types, Map.class))
                .forEach((name, type) -> sorted.set((String) name, facts.types.get((String) name)));
        return all;
    }

    private ObjectNode operation(String id, OperationContract contract) {
        String family = id.split("[.-]")[0];
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        fields(family, contract.query(), facts, "query");
        fields(family, contract.headers(), facts, "headers");
        if (!contract.bodies().isEmpty()) {
            facts.put("bodyRequired", contract.bodyRequired());
            facts.set("bodies", bodies(family, contract.bodies()));
        }
        ObjectNode answers = facts.putObject("answers");
        contract.answers().forEach((status, answer) -> {
            ObjectNode documented = answers.putObject(status.toString());
            if (!answer.bodies().isEmpty()) {
                documented.set("bodies", bodies(family, answer.bodies()));
            }
            if (!answer.headers().isEmpty()) {
                answer.headers().forEach(documented.putArray("headers")::add);
            }
        });
        return facts;
    }

    private void fields(String family, Map<String, OperationContract.Field> fields, ObjectNode facts, String name) {
        fields.forEach((field, what) -> {
            ObjectNode fact = facts.withObject("/" + name).putObject(field);
            if (what.required()) {
                fact.put("required", true);
            }
            JsonNode schema = schema(family, what.check());
            if (!schema.equals(TEXT)) {
                fact.set("schema", schema);
            }
        });
    }

    private ObjectNode bodies(String family, Map<String, JsonCheck> bodies) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        bodies.forEach((mediaType, check) -> all.set(mediaType, shared(family, schema(family, check))));
        return all;
    }

    /** Bodies that several operations have, such as errors, are written once. */
    private JsonNode shared(String family, JsonNode schema) {
        if (schema.has(REFERENCE) || schema.size() < 2) {
            return schema;
        }
        String type = bodyTypes.computeIfAbsent(schema, body -> {
            String name = family + ".body-" + (bodyTypes.size() + 1);
            types.set(name, body);
            return name;
        });
        return JsonNodeFactory.instance.objectNode().put(REFERENCE, "#/" + TYPES + "/" + type);
    }

    private JsonNode schema(String family, JsonCheck check) {
        JsonNode schema = check.schemaNode();
        return schema == null
                ? JsonNodeFactory.instance.objectNode()
                : compact(family, schema, schema.path(OpenApiFolder.COMPONENTS));
    }

    private JsonNode compact(String family, JsonNode schema, JsonNode components) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode compact = JsonNodeFactory.instance.objectNode();
        if (schema.has(REFERENCE)) {
            String name = schema.get(REFERENCE).asText().replaceAll(".*/", "");
            String type = family + "." + name;
            if (!types.has(type)) {
                types.putObject(type);
                types.set(type, compact(family, components.path("schemas").path(name), components));
            }
            return compact.put(REFERENCE, "#/" + TYPES + "/" + type);
        }
        KEPT.stream().filter(schema::has).forEach(keyword -> compact.set(keyword, schema.get(keyword)));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            compact.withObject("/properties").set(property.getKey(), compact(family, property.getValue(), components));
        }
        for (String keyword : List.of("items", "additionalProperties")) {
            if (schema.has(keyword)) {
                compact.set(keyword, compact(family, schema.get(keyword), components));
            }
        }
        for (String keyword : List.of("oneOf", "anyOf", "allOf")) {
            for (JsonNode alternative : schema.path(keyword)) {
                compact.withArray("/" + keyword).add(compact(family, alternative, components));
            }
        }
        return schema.path("nullable").asBoolean() ? orNull(compact) : compact;
    }

    /** OpenAPI 3.0 has a keyword of its own for what may be null. */
    private static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        ArrayNode both = either.putArray("anyOf").add(schema);
        both.addObject().put("type", "null");
        return either;
    }

    // ---- From facts to a contract

    static Contract read() {
        Map<String, OperationContract> operations = new TreeMap<>();
        for (String resource : List.of("/schema-facts.json", "/journey-facts.json", "/query-connection-facts.json")) {
            JsonNode facts = resource(resource);
            for (Map.Entry<String, JsonNode> operation :
                    facts.path("operations").properties()) {
                operations.put(operation.getKey(), new Reader(facts.path(TYPES)).operation(operation.getValue()));
            }
        }
        return new Contract(operations);
    }

    static JsonNode resource(String name) {
        try (InputStream stream = SchemaFacts.class.getResourceAsStream(name)) {
            return MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes contracts of facts that share their types. */
    private record Reader(JsonNode types) {

        private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

        private static final SchemaValidatorsConfig CONFIG =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

        OperationContract operation(JsonNode facts) {
            Map<Integer, OperationContract.Documented> answers = new TreeMap<>();
            for (Map.Entry<String, JsonNode> answer : facts.path("answers").properties()) {
                Set<String> headers = new LinkedHashSet<>();
                answer.getValue().path("headers").forEach(header -> headers.add(header.asText()));
                answers.put(
                        Integer.valueOf(answer.getKey()),
                        new OperationContract.Documented(
                                bodies(answer.getValue().path("bodies")), headers));
            }
            Map<String, OperationContract.Field> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(fields(facts.path("headers")));
            return new OperationContract(
                    fields(facts.path("query")),
                    headers,
                    facts.path("bodyRequired").asBoolean(),
                    bodies(facts.path("bodies")),
                    answers);
        }

        private Map<String, OperationContract.Field> fields(JsonNode facts) {
            Map<String, OperationContract.Field> all = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field : facts.properties()) {
                all.put(
                        field.getKey(),
                        new OperationContract.Field(
                                field.getValue().path("required").asBoolean(),
                                check(
                                        field.getValue().has("schema")
                                                ? field.getValue().get("schema")
                                                : TEXT)));
            }
            return all;
        }

        private Map<String, JsonCheck> bodies(JsonNode facts) {
            Map<String, JsonCheck> all = new TreeMap<>();
            for (Map.Entry<String, JsonNode> body : facts.properties()) {
                all.put(body.getKey(), check(body.getValue()));
            }
            return all;
        }

        private JsonCheck check(JsonNode schema) {
            ObjectNode whole = schema.deepCopy();
            whole.set(TYPES, types);
            return new JsonCheck(SCHEMAS.getSchema(whole, CONFIG));
        }
    }
}
