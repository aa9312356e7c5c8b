package io.github.camelajo.internal.converter;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.model.AjoModel;
import org.apache.camel.CamelContext;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.WrappedFile;
import org.apache.camel.spi.TypeConverterRegistry;

/**
 * Converts the records of {@link io.github.camelajo.model} to and from Map, JsonNode and JSON (text, bytes, stream), and from
 * a Reader or a file. Uses the one {@link ObjectMapper} of the registry as Camel Jackson does, or else one of its own.
 *
 * <p>One fallback converter stands for what would be a method for each pair of types. It minds its own business: unless one
 * side is such a record it answers {@code null} at once, and Camel goes on with its other converters.
 */
@Converter(generateLoader = true)
public final class AjoTypeConverters {

    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private static final Set<Class<?>> TARGETS = Set.of(
            String.class,
            byte[].class,
            InputStream.class,
            JsonNode.class,
            ObjectNode.class,
            Map.class,
            LinkedHashMap.class);

    /**
     * The wait that Adobe asked for, as long as the exchange is one that failed because of it; otherwise {@code null}.
     */
    @Converter(allowNull = true)
    public static Long toLong(RedeliveryDelay delay, Exchange exchange) {
        return delay.inCaseOf(exchange);
    }

    /**
     * @return                          the converted value, {@code null} when this is not a conversion of our records
     * @throws IOException              when the JSON cannot be read, or does not fit the record
     * @throws IllegalArgumentException when the JSON is the value {@code null}
     */
    @Converter(fallback = true)
    public Object convertTo(Class<?> type, Exchange exchange, Object value, TypeConverterRegistry registry)
            throws IOException {
        if (value instanceof AjoModel model) {
            return TARGETS.contains(type) ? write(model, type, JsonBodies.mapper(context(exchange, registry))) : null;
        }
        return AjoModel.class.isAssignableFrom(type) && type.isRecord()
                ? read(value, type, exchange, context(exchange, registry))
                : null;
    }

    private Object write(AjoModel model, Class<?> type, ObjectMapper mapper) throws IOException {
        if (type == String.class) {
            return mapper.writeValueAsString(model);
        }
        if (type == byte[].class) {
            return mapper.writeValueAsBytes(model);
        }
        if (type == InputStream.class) {
            return new ByteArrayInputStream(mapper.writeValueAsBytes(model));
        }
        if (type == JsonNode.class || type == ObjectNode.class) {
            return mapper.valueToTree(model);
        }
        return mapper.convertValue(model, MAP);
    }

    private Object read(Object value, Class<?> type, Exchange exchange, CamelContext context) throws IOException {
        if (context != null && isFile(value)) {
            try (InputStream content = context.getTypeConverter().convertTo(InputStream.class, exchange, value)) {
                return content == null ? null : read(content, type, exchange, context);
            }
        }
        ObjectMapper mapper = JsonBodies.mapper(context);
        ObjectReader reader = mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        Object read;
        if (value instanceof CharSequence text) {
            // A byte order mark is not part of the JSON, and nobody else removes it from text.
            String json = text.toString();
            read = reader.readValue(json.startsWith("\uFEFF") ? json.substring(1) : json);
        } else if (value instanceof byte[] bytes) {
            read = reader.readValue(bytes);
        } else if (value instanceof InputStream stream) {
            read = reader.readValue(stream);
        } else if (value instanceof Reader characters) {
            read = reader.readValue(characters);
        } else if (value instanceof JsonNode node) {
            read = reader.readValue(node);
        } else if (value instanceof Map<?, ?>) {
            read = reader.readValue(mapper.<JsonNode>valueToTree(value));
        } else {
            return null;
        }
        if (read == null) {
            // Null would tell Camel that there is no such conversion, and Camel would remember that.
            throw new IllegalArgumentException("JSON null is not a " + type.getSimpleName());
        }
        return read;
    }

    private static boolean isFile(Object value) {
        return value instanceof WrappedFile<?> || value instanceof File || value instanceof Path;
    }

    /**
     * Not a field that Camel sets: the generated loader publishes this object before it sets the context, so the first
     * conversions on several threads might find none.
     */
    private static CamelContext context(Exchange exchange, TypeConverterRegistry registry) {
        if (exchange != null) {
            return exchange.getContext();
        }
        return registry.getCamelContext();
    }
}
