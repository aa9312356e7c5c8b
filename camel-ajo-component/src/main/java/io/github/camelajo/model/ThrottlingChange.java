package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What create and update of the throttling API answer.
 *
 * @param createdElement the configuration, after create
 * @param updatedElement the configuration, after update
 * @param uid            identifier of the configuration, to be given to all other operations
 * @param uri            path of the configuration inside AJO; not an address to call
 * @param resStatus      created or updated
 * @param canDeploy      whether it can be deployed: AJO also stores configurations that cannot
 * @param other          fields that have no component here
 */
public record ThrottlingChange(
        @JsonProperty("createdElement") ThrottlingConfig createdElement,
        @JsonProperty("updatedElement") ThrottlingConfig updatedElement,
        @JsonProperty("uid") String uid,
        @JsonProperty("uri") String uri,
        @JsonProperty("resStatus") String resStatus,
        @JsonProperty("canDeploy") CanDeploy canDeploy,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public ThrottlingChange {
        other = Copies.ofOther(other);
    }

    /** The configuration as it is now, whether created or updated; {@code null} when the answer has none. */
    public ThrottlingConfig element() {
        return createdElement != null ? createdElement : updatedElement;
    }
}
