package io.github.camelajo.docs;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.docs.generator.BodySchemas;
import io.github.camelajo.docs.generator.BodySections;
import io.github.camelajo.docs.generator.SampleBodies;
import io.github.camelajo.internal.operation.BodyField.Filling;
import io.github.camelajo.internal.operation.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a table says of a field, what the JSON schema says, and what is checked before a call, is the same for every field. */
class BodyFactsAgreeTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static Stream<Operation> operations() {
        return BodySections.operations().filter(BodySchemas::isJson);
    }

    private static String complaint(Operation operation, JsonNode body) {
        return operation.body().complaint(MAPPER.convertValue(body, Object.class));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatTheSchemaAllowsIsNotComplainedOf(Operation operation) {
        for (SampleBodies.Sample sample : SampleBodies.of(BodySchemas.of(operation))) {
            assertThat(complaint(operation, sample.body()))
                    .as("%s", sample.body())
                    .isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aFieldIsRequiredInTheCheckWhenItIsInTheSchema(Operation operation) {
        Set<String> filled = operation.body().fields().stream()
                .filter(field -> field.filling() != Filling.NONE)
                .map(field -> field.name())
                .collect(Collectors.toSet());
        forEachPlace(operation, (sample, place) -> {
            if (place.name() == null || filled.contains(place.path())) {
                return;
            }
            Runnable undo = place.put(null);
            String complaint = complaint(operation, sample.body());
            if (place.required()) {
                assertThat(complaint).as("without %s", place.path()).contains(place.name(), "missing");
            } else {
                assertThat(complaint).as("without %s", place.path()).isNull();
            }
            undo.run();
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theCheckRefusesEveryValueThatTheSchemaRefuses(Operation operation) {
        forEachPlace(operation, (sample, place) -> wrongValues(place.schema()).forEach((why, value) -> {
            Runnable undo = place.put(value);
            assertThat(complaint(operation, sample.body()))
                    .as("%s is %s", place.path(), why)
                    .isNotNull();
            undo.run();
        }));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aFieldThatNobodyKnowsIsRefusedWhereTheSchemaRefusesIt(Operation operation) {
        forEachPlace(operation, (sample, place) -> {
            JsonNode value =
                    place.name() == null ? place.owner().get(0) : place.owner().get(place.name());
            if (!(value instanceof ObjectNode object)
                    || place.schema().path("additionalProperties").isObject()) {
                return;
            }
            object.put("zzzzzzzz", "new");
            boolean sealed = place.schema().path("additionalProperties").isBoolean();
            assertThat(complaint(operation, sample.body()) == null)
                    .as("an unknown field in %s", place.path())
                    .isEqualTo(!sealed);
            object.remove("zzzzzzzz");
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theTableHasTheFieldsOfTheSchema(Operation operation) {
        Map<String, Set<String>> required = new TreeMap<>();
        Map<String, Set<String>> allowed = new TreeMap<>();
        Map<String, Boolean> limited = new TreeMap<>();
        Set<String> hidden = new HashSet<>();
        for (BodySections.Row row : BodySections.rows(operation)) {
            required.computeIfAbsent(row.path(), path -> new TreeSet<>()).add(row.required());
            allowed.computeIfAbsent(row.path(), path -> new TreeSet<>()).addAll(codes(row.values()));
            limited.merge(row.path(), row.values().matches(".*\\d.*"), Boolean::logicalOr);
            if (row.meaning().contains("fields as for")) {
                hidden.add(row.path());
            }
        }
        Set<String> seen = new TreeSet<>();
        forEachPlace(operation, (sample, place) -> {
            if (hidden.stream().anyMatch(path -> place.path().matches(Pattern.quote(path) + "(\\[]|\\.\\*|\\.).*"))
                    || place.path().endsWith("[]")
                    || place.path().endsWith("*")) {
                return;
            }
            String path = table(place.path());
            seen.add(path);
            assertThat(required).as("table of %s", operation.id()).containsKey(path);
            if (place.required()) {
                assertThat(required.get(path)).as(path).contains("yes");
            } else {
                assertThat(required.get(path))
                        .as(path)
                        .containsAnyOf("no", "yes, or filled in from `requestId`", "filled in from `organizationId`");
            }
            JsonNode values = place.schema().has("items") ? place.schema().get("items") : place.schema();
            values.path("enum")
                    .forEach(value -> assertThat(allowed.get(path)).as(path).contains(value.asText()));
            Stream.of("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum")
                    .filter(place.schema()::has)
                    .forEach(limit -> assertThat(limited.get(path))
                            .as("%s of %s", limit, path)
                            .isTrue());
        });
        Set<String> notAllowed = required.entrySet().stream()
                .filter(entry -> entry.getValue().equals(Set.of("not allowed")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> all = new TreeSet<>(required.keySet());
        all.removeAll(notAllowed);
        assertThat(seen).isEqualTo(all);
    }

    /** The table of a list names the fields of its objects only. */
    private static String table(String path) {
        return path.startsWith("[].") ? path.substring(3) : path;
    }

    private static Set<String> codes(String cell) {
        Set<String> codes = new TreeSet<>();
        Matcher matcher = CODE.matcher(cell);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }

    private interface Visitor {
        void visit(SampleBodies.Sample sample, SampleBodies.Place place);
    }

    private static void forEachPlace(Operation operation, Visitor visitor) {
        List<SampleBodies.Sample> samples = SampleBodies.of(BodySchemas.of(operation));
        assertThat(samples).isNotEmpty();
        samples.forEach(sample -> sample.places().forEach(place -> visitor.visit(sample, place)));
    }

    /** Values that a schema does not allow, by what is wrong with them. */
    private static Map<String, JsonNode> wrongValues(ObjectNode schema) {
        Map<String, JsonNode> wrong = new LinkedHashMap<>();
        JsonNode type = schema.path("type");
        switch (type.isArray() ? "several" : type.asText()) {
            case "object" -> wrong.put("a text", JSON.textNode("x"));
            case "array" -> wrong.put("an object", JSON.objectNode());
            case "string" -> wrong.put("an object", JSON.objectNode());
            case "integer" -> {
                wrong.put("a text", JSON.textNode("7"));
                wrong.put("a fraction", JSON.numberNode(1.5));
            }
            case "number", "boolean" -> wrong.put("a text", JSON.textNode("true"));
            case "several" -> wrong.put("a flag", JSON.booleanNode(true));
            default -> {
                // Anything is right.
            }
        }
        if (schema.has("enum")) {
            wrong.put("none of the allowed ones", JSON.textNode("zzz"));
        }
        if (schema.has("format")) {
            wrong.put("in no such format", JSON.textNode("soon"));
        }
        if (schema.has("minLength")) {
            wrong.put(
                    "too short",
                    JSON.textNode("x".repeat(schema.get("minLength").asInt() - 1)));
        }
        if (schema.has("maxLength")) {
            wrong.put(
                    "too long", JSON.textNode("x".repeat(schema.get("maxLength").asInt() + 1)));
        }
        if (schema.has("minimum")) {
            wrong.put("too small", JSON.numberNode(schema.get("minimum").asLong() - 1));
        }
        if (schema.has("maximum")) {
            wrong.put("too large", JSON.numberNode(schema.get("maximum").asLong() + 1));
        }
        if (schema.has("minItems")) {
            wrong.put("empty", JSON.arrayNode());
        }
        if (schema.has("maxItems")) {
            ObjectNode item = JSON.objectNode();
            var list = JSON.arrayNode();
            for (int i = 0; i <= schema.get("maxItems").asInt(); i++) {
                list.add(item);
            }
            wrong.put("too long", list);
        }
        if (schema.has("pattern")) {
            wrong.put("of another pattern", JSON.textNode("https://*.example.com"));
        }
        return wrong;
    }
}
