package io.github.camelajo.internal.flow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values from maps and lists, as answers and documents are, by dotted paths such as {@code _page.next}. */
public final class AnswerFields {

    private AnswerFields() {}

    /** The value at a path, {@code null} when there is none. */
    public static Object at(Object body, String path) {
        if (path == null) {
            return body;
        }
        Object value = body;
        int from = 0;
        while (from <= path.length()) {
            int dot = path.indexOf('.', from);
            String field = dot < 0 ? path.substring(from) : path.substring(from, dot);
            value = step(value, field);
            if (dot < 0) {
                return value;
            }
            from = dot + 1;
        }
        return value;
    }

    /** A number is an index into a list. */
    private static Object step(Object value, String field) {
        if (value instanceof Map<?, ?> map) {
            return map.get(field);
        }
        if (value instanceof List<?> list && field.matches("\\d{1,6}")) {
            int place = Integer.parseInt(field);
            return place < list.size() ? list.get(place) : null;
        }
        return null;
    }

    /** The text at a path, {@code null} when there is none. */
    public static String text(Object body, String path) {
        Object value = at(body, path);
        return value == null ? null : value.toString();
    }

    /** An object with texts as names, in its order, as a copy that may be changed; empty for anything else. */
    public static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, inner) -> map.put(String.valueOf(name), inner));
        }
        return map;
    }

    /** The objects of the list at a path, as copies; empty when there is none. */
    static List<Map<String, Object>> maps(Object body, String path) {
        return at(body, path) instanceof Collection<?> several
                ? several.stream().map(AnswerFields::map).toList()
                : List.of();
    }

    static Integer intAt(Object body, String path) {
        return path != null && at(body, path) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    /** The list at a path, or the answer itself when that is a list; {@code null} when there is none. */
    @SuppressWarnings("unchecked")
    static List<Object> listAt(Object body, String path) {
        if (at(body, path) instanceof List<?> list) {
            return (List<Object>) list;
        }
        return body instanceof List<?> list ? (List<Object>) list : null;
    }
}
