package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A sandbox of the organization (sandbox API). Dates are as Adobe writes them: no zone is documented.
 *
 * @param name             the name that calls use, in lower case
 * @param title            the name that people see
 * @param state            creating, active, failed, deleted or another word
 * @param type             production or development
 * @param region           data centre, such as VA7
 * @param isDefault        whether it is used where none is named
 * @param createdDate      when it was made
 * @param lastModifiedDate when it was changed last
 * @param createdBy        who made it
 * @param modifiedBy       who changed it last
 * @param other            fields that have no component here
 */
public record Sandbox(
        @JsonProperty("name") String name,
        @JsonProperty("title") String title,
        @JsonProperty("state") String state,
        @JsonProperty("type") String type,
        @JsonProperty("region") String region,
        @JsonProperty("isDefault") Boolean isDefault,
        @JsonProperty("createdDate") String createdDate,
        @JsonProperty("lastModifiedDate") String lastModifiedDate,
        @JsonProperty("createdBy") String createdBy,
        @JsonProperty("modifiedBy") String modifiedBy,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public Sandbox {
        other = Copies.ofOther(other);
    }

    /** Whether it is a production sandbox. */
    public boolean production() {
        return "production".equalsIgnoreCase(type);
    }
}
