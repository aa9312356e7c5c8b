package io.github.camelajo.internal.request;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/** Reads and writes bodies as JSON. Messages never quote the body, which may contain personal data. */
final class BodyJson {

    private static final String TOO_MUCH = "the body is nested more than " + JsonValues.MAX_DEPTH
            + " levels deep, contains itself, or has a text or number beyond the limits of the JSON parser";

    private final ObjectMapper mapper;
    private final ObjectReader reader;
    private final JsonValues values;
    private final boolean strict;

    /**
     * @param given   the application's or Camel's; not changed
     * @param buffers which classes hold bytes
     */
    BodyJson(ObjectMapper given, Predicate<Class<?>> buffers) {
        this.mapper = withRules(given);
        this.reader = mapper.readerFor(Object.class)
                // Keeps digits beyond those of a double, and trailing zeros.
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.values = new JsonValues(BodyModule.knowsTimesWithoutZone(given), buffers, this::converted);
        this.strict =
                Arrays.stream(JsonReadFeature.values()).noneMatch(feature -> given.isEnabled(feature.mappedFeature()));
    }

    /** A subclass of the mapper that cannot be copied keeps its own rules for records and beans. */
    private static ObjectMapper withRules(ObjectMapper given) {
        ObjectMapper copy;
        try {
            copy = given.copy();
        } catch (IllegalStateException e) {
            return given;
        }
        return copy.registerModule(new BodyModule());
    }

    /** Whether a text that could be parsed leniently is strict JSON too. */
    boolean isStrict() {
        return strict;
    }

    /** Parses a text or bytes to maps and lists, with numbers as they were written. */
    Object read(Payload payload) throws IOException {
        if (payload.text() != null) {
            return reader.readValue(payload.text());
        }
        if (payload.file() != null) {
            return reader.readValue(payload.file());
        }
        return reader.readValue(payload.bytes());
    }

    /**
     * Converts values to what JSON can hold.
     *
     * @param  whole                    whether records and beans become maps too, to be looked into
     * @throws IllegalArgumentException naming the field that cannot be sent and its type
     */
    Object values(Object body, boolean whole) {
        return values.of(body, whole);
    }

    /**
     * Writes values.
     *
     * @throws IllegalArgumentException naming the field that cannot be sent and its type
     */
    byte[] write(Object content) throws IOException {
        try {
            return mapper.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw refusal(e, content);
        } catch (StackOverflowError e) {
            // A bean that contains itself through others.
            throw new IllegalArgumentException(TOO_MUCH);
        }
    }

    private Object converted(Object bean) {
        try {
            return mapper.convertValue(bean, Object.class);
        } catch (IllegalArgumentException e) {
            throw refusal(e.getCause() instanceof JsonProcessingException cause ? cause : null, bean);
        } catch (StackOverflowError e) {
            throw new UnfitValue(TOO_MUCH);
        }
    }

    /** Why a text cannot be parsed, if the reason is more than a syntax error; otherwise {@code null}. */
    static String beyondLimits(JsonProcessingException failure) {
        return failure instanceof StreamConstraintsException ? TOO_MUCH : null;
    }

    private static UnfitValue refusal(JsonProcessingException failure, Object value) {
        UnfitValue refusal = new UnfitValue("a " + value.getClass().getSimpleName() + " cannot be made JSON");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnfitValue unfit) {
                refusal = unfit;
            } else if (cause instanceof StreamConstraintsException) {
                refusal = new UnfitValue(TOO_MUCH);
            } else if (cause instanceof com.fasterxml.jackson.databind.exc.InvalidDefinitionException definition
                    && definition.getType() != null) {
                refusal = new UnfitValue(
                        "a " + definition.getType().getRawClass().getSimpleName() + " cannot be made JSON");
            }
        }
        if (failure instanceof JsonMappingException mapping) {
            List<JsonMappingException.Reference> path = mapping.getPath();
            for (int i = path.size() - 1; i >= 0; i--) {
                JsonMappingException.Reference step = path.get(i);
                refusal.in(
                        step.getFrom(),
                        step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName());
            }
        }
        return refusal;
    }
}
