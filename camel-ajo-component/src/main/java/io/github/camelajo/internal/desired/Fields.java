package io.github.camelajo.internal.desired;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads values from objects by dotted paths. */
final class Fields {

    private Fields() {}

    /** The value at a path, {@code null} when there is none. */
    static Object at(Object object, String path) {
        Object value = object;
        for (String name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    /** The text at a path, {@code null} when there is none. */
    static String text(Object object, String path) {
        Object value = at(object, path);
        return value == null ? null : value.toString();
    }

    /** An object with texts as names, in its order. */
    static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }
}
