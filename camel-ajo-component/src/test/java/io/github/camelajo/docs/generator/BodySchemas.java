package io.github.camelajo.docs.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.internal.operation.AnyType;
import io.github.camelajo.internal.operation.BodyField;
import io.github.camelajo.internal.operation.BodyField.Presence;
import io.github.camelajo.internal.operation.BodyType;
import io.github.camelajo.internal.operation.BodyVariant;
import io.github.camelajo.internal.operation.FlagType;
import io.github.camelajo.internal.operation.ListType;
import io.github.camelajo.internal.operation.MapType;
import io.github.camelajo.internal.operation.NumberType;
import io.github.camelajo.internal.operation.ObjectType;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.RequestBody;
import io.github.camelajo.internal.operation.TextType;

/**
 * Makes a JSON schema (draft-07) of the body of each operation, for editors. What depends on the value of another field is told
 * with {@code if} and {@code then}: editors do badly with {@code oneOf} and {@code anyOf}.
 */
public final class BodySchemas {

    /** Below {@code src/generated/resources}, and so in the jar. Camel's own folder holds nothing but component descriptions. */
    public static final String FOLDER = "META-INF/camel-ajo/schemas/";

    private static final Path ON_DISK = Path.of("src/generated/resources", FOLDER);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private BodySchemas() {}

    public static String nameInJar(Operation operation) {
        return FOLDER + operation.id() + ".json";
    }

    public static Path file(Operation operation) {
        return ON_DISK.resolve(operation.id() + ".json");
    }

    /** Writes all anew. */
    public static void write() throws IOException {
        Files.createDirectories(ON_DISK);
        for (Operation operation :
                BodySections.operations().filter(BodySchemas::isJson).toList()) {
            Files.writeString(file(operation), text(operation));
        }
    }

    public static boolean isJson(Operation operation) {
        return operation.body().kind() != RequestBody.Kind.MULTIPART;
    }

    public static String text(Operation operation) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(of(operation))
                            .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode of(Operation operation) {
        ObjectNode schema = MAPPER.createObjectNode()
                .put("$schema", "http://json-schema.org/draft-07/schema#")
                .put("$id", "urn:camel-ajo:" + operation.id())
                .put("title", operation.id())
                .put("description", operation.summary());
        ObjectType shape = operation.body().description().shape();
        if (operation.body().kind() == RequestBody.Kind.LIST) {
            schema.put("type", "array").put("minItems", 1).set("items", object(shape));
        } else {
            schema.setAll(object(shape));
        }
        schema.putArray("examples").add(parse(operation.body().description().example()));
        return schema;
    }

    public static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode object(ObjectType type) {
        ObjectNode schema = MAPPER.createObjectNode().put("type", "object");
        properties(schema, type.fields());
        if (type.others() == null) {
            schema.put("additionalProperties", false);
        } else if (type.others() != AnyType.ANYTHING) {
            schema.set("additionalProperties", type(type.others()));
        }
        if (!type.variants().isEmpty()) {
            ArrayNode all = schema.putArray("allOf");
            type.variants().forEach(variant -> all.add(variant(type, variant)));
        }
        return schema;
    }

    private static void properties(ObjectNode schema, Iterable<BodyField> fields) {
        ObjectNode properties = MAPPER.createObjectNode();
        ArrayNode required = MAPPER.createArrayNode();
        for (BodyField field : fields) {
            if (field.presence() == Presence.FORBIDDEN) {
                properties.put(field.name(), false);
                continue;
            }
            properties.set(field.name(), field(field));
            // What the component fills in need not stand in a body.
            if (field.presence() == Presence.REQUIRED && field.filling() == BodyField.Filling.NONE) {
                required.add(field.name());
            }
        }
        if (!properties.isEmpty()) {
            schema.set("properties", properties);
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private static ObjectNode variant(ObjectType owner, BodyVariant variant) {
        ObjectNode schema = MAPPER.createObjectNode();
        ObjectNode condition = schema.putObject("if");
        ObjectNode properties = condition.putObject("properties");
        ArrayNode required = condition.putArray("required");
        variant.when().forEach((name, values) -> {
            ArrayNode allowed = MAPPER.valueToTree(values);
            boolean list = owner.fields().stream()
                    .anyMatch(field -> field.name().equals(name) && field.type() instanceof ListType);
            ObjectNode one = properties.putObject(name);
            (list ? one.putObject("contains") : one).set("enum", allowed);
            required.add(name);
        });
        properties(schema.putObject("then"), variant.fields());
        return schema;
    }

    private static ObjectNode field(BodyField field) {
        ObjectNode schema = type(field.type());
        if (!field.meaning().isEmpty()) {
            schema.put("description", field.meaning());
        }
        if (field.defaultValue() != null) {
            schema.set(
                    "default",
                    field.type() instanceof TextType
                            ? MAPPER.getNodeFactory().textNode(field.defaultValue())
                            : parse(field.defaultValue()));
        }
        if (field.presence() == Presence.BY_ADOBE) {
            schema.put("readOnly", true);
        }
        return schema;
    }

    private static ObjectNode type(BodyType type) {
        ObjectNode schema = MAPPER.createObjectNode();
        if (type instanceof ObjectType object) {
            return object(object);
        }
        if (type instanceof TextType text) {
            return text(schema.put("type", "string"), text);
        }
        if (type instanceof NumberType number) {
            schema.put("type", number.whole() ? "integer" : "number");
            if (number.least() != Long.MIN_VALUE) {
                schema.put("minimum", number.least());
            }
            if (number.most() != Long.MAX_VALUE) {
                schema.put("maximum", number.most());
            }
        } else if (type instanceof FlagType) {
            schema.put("type", "boolean");
        } else if (type instanceof ListType list) {
            schema.put("type", "array");
            if (list.least() > 0) {
                schema.put("minItems", list.least());
            }
            if (list.most() < Integer.MAX_VALUE) {
                schema.put("maxItems", list.most());
            }
            schema.set("items", type(list.items()));
        } else if (type instanceof MapType map) {
            schema.put("type", "object").set("additionalProperties", type(map.values()));
        } else if (type == AnyType.TEXT_OR_NUMBER) {
            schema.putArray("type").add("string").add("number");
        } else if (type == AnyType.TEXT_OR_OBJECT) {
            schema.putArray("type").add("string").add("object");
        }
        return schema;
    }

    private static ObjectNode text(ObjectNode schema, TextType text) {
        switch (text.format()) {
            case DATE_TIME -> schema.put("format", "date-time");
            case DURATION -> schema.put("format", "duration");
            case UUID -> schema.put("format", "uuid");
            case PLAIN -> {
                // Any text.
            }
        }
        if (text.least() > 0) {
            schema.put("minLength", text.least());
        }
        if (text.most() < Integer.MAX_VALUE) {
            schema.put("maxLength", text.most());
        }
        if (!text.allowed().isEmpty()) {
            schema.set("enum", MAPPER.valueToTree(text.allowed()));
        }
        if (text.pattern() != null) {
            schema.put("pattern", "^" + text.pattern().pattern() + "$");
        }
        return schema;
    }
}
