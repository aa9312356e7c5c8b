package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One step of a patch (template and fragment API): the body of patch is a list of them.
 *
 * @param op    add, remove or replace
 * @param path  what is changed: /name, /description or /parentFolderId
 * @param value the new value
 * @param from  another path; in Adobe's spec, but none of the three kinds of step uses it
 * @param other fields that have no component here
 */
public record PatchStep(
        @JsonProperty("op") String op,
        @JsonProperty("path") String path,
        @JsonProperty("value") Object value,
        @JsonProperty("from") String from,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public PatchStep {
        other = Copies.ofOther(other);
    }

    /** Sets a field, whether it is there or not. */
    public static PatchStep add(String path, Object value) {
        return new PatchStep("add", path, value, null, Map.of());
    }

    /** Removes a field. */
    public static PatchStep remove(String path) {
        return new PatchStep("remove", path, null, null, Map.of());
    }

    /** Sets a field that is there; when it may not be, use {@link #add}. */
    public static PatchStep replace(String path, Object value) {
        return new PatchStep("replace", path, value, null, Map.of());
    }
}
