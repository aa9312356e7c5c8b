package io.github.camelajo.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Unmodifiable copies that keep the order, and the nulls that an answer may hold: {@code copyOf} of List and Map do not. */
final class Copies {

    private Copies() {}

    static <T> List<T> of(List<T> list) {
        return list == null ? null : list.stream().toList();
    }

    static <V> Map<String, V> of(Map<String, ? extends V> map) {
        return map == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static Map<String, Object> ofOther(Map<String, Object> other) {
        return other == null || other.isEmpty() ? Map.of() : of(other);
    }
}
