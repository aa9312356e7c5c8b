package io.github.camelajo.simulator.internal.core;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field in the body of an admin call, or a parameter of its query.
 *
 * @param type     the type of the value
 * @param required whether it is required
 * @param allowed  the allowed texts; empty for any text
 * @param about    what it does, in one sentence
 */
public record AdminField(String name, Type type, boolean required, List<String> allowed, String about) {

    /** Types of fields, with their names in OpenAPI. */
    public enum Type {
        TEXT("string", "a text"),
        NUMBER("integer", "a whole number of at least 0"),
        FLAG("boolean", "true or false"),
        OBJECT("object", "an object"),
        ANY("", "a value");

        private final String openApi;
        private final String inWords;

        Type(String openApi, String inWords) {
            this.openApi = openApi;
            this.inWords = inWords;
        }

        /** Returns the name in OpenAPI; empty for any type. */
        public String openApi() {
            return openApi;
        }

        private boolean fits(JsonNode value) {
            return switch (this) {
                case TEXT -> value.isTextual();
                case NUMBER -> value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 0;
                case FLAG -> value.isBoolean();
                case OBJECT -> value.isObject();
                case ANY -> true;
            };
        }
    }

    public static AdminField text(String name, String about) {
        return new AdminField(name, Type.TEXT, false, List.of(), about);
    }

    public static AdminField number(String name, String about) {
        return new AdminField(name, Type.NUMBER, false, List.of(), about);
    }

    public static AdminField flag(String name, String about) {
        return new AdminField(name, Type.FLAG, false, List.of(), about);
    }

    public static AdminField object(String name, String about) {
        return new AdminField(name, Type.OBJECT, false, List.of(), about);
    }

    public static AdminField any(String name, String about) {
        return new AdminField(name, Type.ANY, false, List.of(), about);
    }

    /** Creates a field that takes a constant of an enum, in lower case. */
    public static AdminField oneOf(String name, Class<? extends Enum<?>> constants, String about) {
        List<String> names = Stream.of(constants.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return new AdminField(name, Type.TEXT, false, names, about);
    }

    public AdminField needed() {
        return new AdminField(name, type, true, allowed, about);
    }

    /** @throws IllegalArgumentException that says what the field must be */
    void check(JsonNode body) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() && !required) {
            return;
        }
        boolean known = allowed.isEmpty() || allowed.contains(value.asText().toLowerCase(Locale.ROOT));
        if (value.isMissingNode() || !type.fits(value) || !known) {
            String given = value.isTextual() && !known ? ", not '" + value.asText() + "'" : "";
            throw new IllegalArgumentException(
                    "Field '" + name + "' must be " + (allowed.isEmpty() ? type.inWords : "one of " + allowed) + given);
        }
    }
}
