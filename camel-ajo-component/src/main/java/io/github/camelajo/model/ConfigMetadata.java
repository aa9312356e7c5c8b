package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who did what and when (field {@code metadata} in answers of the capping, throttling and journey APIs). Times are ISO 8601
 * texts in UTC, with up to six decimals; names may be service accounts.
 *
 * @param createdBy         name of the creator
 * @param createdById       Adobe id of the creator
 * @param createdAt         time of creation
 * @param lastModifiedBy    name of the last editor
 * @param lastModifiedById  Adobe id of the last editor
 * @param lastModifiedAt    time of the last edit
 * @param lastDeployedBy    name of who deployed last
 * @param lastDeployedById  Adobe id of who deployed last
 * @param lastDeployedAt    time of the last deployment
 * @param firstDeployedBy   name of who deployed first, journeys only
 * @param firstDeployedById Adobe id of who deployed first, journeys only
 * @param firstDeployedAt   time of the first deployment, journeys only
 * @param other             fields that have no component here
 */
public record ConfigMetadata(
        @JsonProperty("createdBy") String createdBy,
        @JsonProperty("createdById") String createdById,
        @JsonProperty("createdAt") String createdAt,
        @JsonProperty("lastModifiedBy") String lastModifiedBy,
        @JsonProperty("lastModifiedById") String lastModifiedById,
        @JsonProperty("lastModifiedAt") String lastModifiedAt,
        @JsonProperty("lastDeployedBy") String lastDeployedBy,
        @JsonProperty("lastDeployedById") String lastDeployedById,
        @JsonProperty("lastDeployedAt") String lastDeployedAt,
        @JsonProperty("firstDeployedBy") String firstDeployedBy,
        @JsonProperty("firstDeployedById") String firstDeployedById,
        @JsonProperty("firstDeployedAt") String firstDeployedAt,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public ConfigMetadata {
        other = Copies.ofOther(other);
    }
}
