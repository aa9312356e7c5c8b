package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One field that is not as wanted (desired state). Values are masked where they are personal, and long texts are cut around
 * the first place that differs.
 *
 * @param path  field, with dots: {@code services.action.rating.maxCallsCount}. Below {@code deployedConfig} or {@code live} it
 *              is what Adobe runs that differs, and not what is stored
 * @param from  what there is, {@code null} for nothing
 * @param to    what is wanted, {@code null} for nothing
 * @param other fields that have no component here
 */
public record StateDifference(
        @JsonProperty("path") String path,
        @JsonProperty("from") Object from,
        @JsonProperty("to") Object to,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public StateDifference {
        other = Copies.ofOther(other);
    }

    /** A difference of one field. */
    public static StateDifference of(String path, Object from, Object to) {
        return new StateDifference(path, from, to, Map.of());
    }

    @Override
    public String toString() {
        return path + " " + text(from) + " -> " + text(to);
    }

    private static String text(Object value) {
        return value == null ? "(none)" : value.toString();
    }
}
