package io.github.camelajo.simulator.internal.core;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;

/**
 * Converts the data of services to JSON and back, field by field. Times and durations become texts, a sandbox becomes
 * its name, and a job continues from its state.
 */
public final class Codec {

    private final ObjectMapper mapper;

    public Codec(Jobs jobs) {
        SimpleModule module = new SimpleModule()
                .addSerializer(Instant.class, new AsText<>(Instant::toString))
                .addDeserializer(Instant.class, new OfText<>(Instant::parse))
                .addSerializer(Duration.class, new AsText<>(Duration::toString))
                .addDeserializer(Duration.class, new OfText<>(Duration::parse))
                .addSerializer(Sandbox.class, new AsText<>(Sandbox::name))
                .addDeserializer(Sandbox.class, new OfText<>(Codec::sandbox))
                .addSerializer(Jobs.Progress.class, new JsonSerializer<>() {
                    @Override
                    public void serialize(Jobs.Progress value, JsonGenerator json, SerializerProvider provider)
                            throws IOException {
                        provider.defaultSerializeValue(value.position(), json);
                    }
                })
                .addDeserializer(Jobs.Progress.class, new JsonDeserializer<>() {
                    @Override
                    public Jobs.Progress deserialize(JsonParser json, DeserializationContext context)
                            throws IOException {
                        return jobs.resume(context.readValue(json, Jobs.Position.class));
                    }
                });
        mapper = JsonMapper.builder()
                .addModule(module)
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, texts -> {
                    texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .build();
    }

    private static Sandbox sandbox(String name) {
        return Sandbox.named(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no sandbox '" + name + "', only "
                        + Sandbox.ALL.stream().map(Sandbox::name).toList()));
    }

    /** Returns a copy that does not change when the value does. */
    public JsonNode write(Object value) {
        return value instanceof JsonNode node ? node.deepCopy() : mapper.valueToTree(value);
    }

    /**
     * Converts JSON to a value.
     *
     * @throws IllegalArgumentException that names the wrong or unknown field
     */
    public <T> T read(JsonNode node, Class<T> type) {
        try {
            T value = mapper.treeToValue(node, type);
            if (value == null) {
                throw new IllegalArgumentException("The value must not be null");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(unknown(e.getPropertyName(), e.getKnownPropertyIds()), e);
        } catch (JsonMappingException e) {
            StringBuilder path = new StringBuilder();
            e.getPath()
                    .forEach(step -> path.append(
                            step.getFieldName() == null ? "[" + step.getIndex() + "]" : "/" + step.getFieldName()));
            throw new IllegalArgumentException(
                    path.isEmpty()
                            ? "The value cannot be read: " + e.getOriginalMessage()
                            : "Field '" + path + "' has a wrong value: " + e.getOriginalMessage(),
                    e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The value cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Returns the value of a field that an entry or a state must have.
     *
     * @throws IllegalArgumentException if it is missing
     */
    public static <T> T required(T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("Field '" + field + "' is missing");
        }
        return value;
    }

    /** Returns the message for a field that does not exist. */
    public static String unknown(String field, Collection<?> known) {
        TreeSet<String> names = new TreeSet<>();
        known.forEach(name -> names.add(name.toString()));
        return "Unknown field '" + field + "'; " + (names.isEmpty() ? "none is allowed" : "allowed are " + names);
    }

    private static final class AsText<T> extends JsonSerializer<T> {

        private final Function<T, String> text;

        private AsText(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text.apply(value));
        }
    }

    private static final class OfText<T> extends JsonDeserializer<T> {

        private final Function<String, T> parser;

        private OfText(Function<String, T> parser) {
            this.parser = parser;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return parser.apply(json.getValueAsString(""));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw JsonMappingException.from(json, e.getMessage(), e);
            }
        }
    }
}
