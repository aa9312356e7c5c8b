package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A version of a journey (journey API: answer of get, element of list). Any component may be {@code null}, above all when the
 * list was asked for certain {@code fields} only. What the journey is made of ({@code nodes}, {@code schedule},
 * {@code timeouts}, {@code reentrance}, {@code ruleset} and more) is in {@link #other()} as Maps and Lists.
 *
 * @param id                   identifier of the journey version, to be given to get
 * @param name                 name
 * @param description          free text
 * @param version              number of the version, as text
 * @param type                 how profiles enter: read_audience, audience_qualification, unitary, business, unspecified
 * @param status               such as Draft, Testing, Deployed, Paused, Stopped, Finished; a filter wants other words
 * @param imsOrgId             organization
 * @param sandboxName          sandbox the journey belongs to
 * @param metadata             who did what and when
 * @param priority             priority of the journey
 * @param labels               access labels
 * @param metrics              metrics the journey is measured by
 * @param profileMergePolicyId identifier of the merge policy for profiles
 * @param startNodeId          identifier of the node where profiles enter
 * @param other                fields that have no component here
 */
public record Journey(
        @JsonProperty("id") String id,
        @JsonProperty("name") String name,
        @JsonProperty("description") String description,
        @JsonProperty("version") String version,
        @JsonProperty("type") String type,
        @JsonProperty("status") String status,
        @JsonProperty("imsOrgId") String imsOrgId,
        @JsonProperty("sandboxName") String sandboxName,
        @JsonProperty("metadata") ConfigMetadata metadata,
        @JsonProperty("priority") Integer priority,
        @JsonProperty("labels") List<String> labels,
        @JsonProperty("metrics") List<String> metrics,
        @JsonProperty("profileMergePolicyId") String profileMergePolicyId,
        @JsonProperty("startNodeId") String startNodeId,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public Journey {
        labels = Copies.of(labels);
        metrics = Copies.of(metrics);
        other = Copies.ofOther(other);
    }
}
