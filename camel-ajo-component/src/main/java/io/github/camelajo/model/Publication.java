package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The publication of a fragment (fragment API): the body of publish, and the answer of getPublicationStatus.
 *
 * @param fragmentId identifier of the fragment, in the body of publish
 * @param status     complete, inProgress or error
 * @param errors     why it failed, as errors of the API look
 * @param other      fields that have no component here
 */
public record Publication(
        @JsonProperty("fragmentId") String fragmentId,
        @JsonProperty("status") String status,
        @JsonProperty("errors") List<Map<String, Object>> errors,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public Publication {
        errors = Copies.of(errors);
        other = Copies.ofOther(other);
    }

    /** The body of publish. */
    public static Publication of(String fragmentId) {
        return new Publication(fragmentId, null, null, Map.of());
    }
}
