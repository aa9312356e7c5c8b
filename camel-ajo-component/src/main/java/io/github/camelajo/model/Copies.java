package io.github.camelajo.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Unmodifiable copies. Unlike {@code List.copyOf} and {@code Map.copyOf} they keep order and take nulls, which an answer may hold. */
final class Copies {

    private Copies() {}

    static <T> List<T> of(List<T> list) {
        return list == null ? null : list.stream().toList();
    }

    static <V> Map<String, V> of(Map<String, V> map) {
        return map == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static Map<String, Object> ofOther(Map<String, Object> other) {
        return other == null || other.isEmpty() ? Map.of() : of(other);
    }
}
