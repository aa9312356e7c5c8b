package io.github.camelajo.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A package that takes objects from one sandbox to another (package API). Times are in milliseconds since 1970.
 *
 * @param id                identifier of the package
 * @param version           counts the changes of a draft
 * @param name              name, unique in the organization
 * @param description       what it is for
 * @param packageType       PARTIAL or FULL
 * @param status            DRAFT, PUBLISH_IN_PROGRESS, PUBLISHED or PUBLISH_FAILED
 * @param packageVisibility private or public
 * @param imsOrgId          organization
 * @param sourceSandbox     where the objects come from
 * @param artifactsList     the objects
 * @param createdDate       when it was made, in milliseconds
 * @param modifiedDate      when it was changed last, in milliseconds
 * @param publishDate       when it was published, in milliseconds
 * @param expiry            when it expires, in milliseconds
 * @param other             fields that have no component here
 */
public record SandboxPackage(
        @JsonProperty("id") String id,
        @JsonProperty("version") Integer version,
        @JsonProperty("name") String name,
        @JsonProperty("description") String description,
        @JsonProperty("packageType") String packageType,
        @JsonProperty("status") String status,
        @JsonProperty("packageVisibility") String packageVisibility,
        @JsonProperty("imsOrgId") String imsOrgId,
        @JsonProperty("sourceSandbox") Map<String, Object> sourceSandbox,
        @JsonProperty("artifactsList") List<Artifact> artifactsList,
        @JsonProperty("createdDate") Long createdDate,
        @JsonProperty("modifiedDate") Long modifiedDate,
        @JsonProperty("publishDate") Long publishDate,
        @JsonProperty("expiry") Long expiry,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public SandboxPackage {
        sourceSandbox = Copies.of(sourceSandbox);
        artifactsList = Copies.of(artifactsList);
        other = Copies.ofOther(other);
    }

    /** Whether it can be imported. */
    public boolean published() {
        return "PUBLISHED".equals(status);
    }

    /** When it expires; {@code null} when the answer does not say. */
    public Instant expires() {
        return expiry == null ? null : Instant.ofEpochMilli(expiry);
    }

    /**
     * An object in a package, or one that an import has made of it.
     *
     * @param id       identifier in the source
     * @param type     such as JOURNEY
     * @param title    name that people see
     * @param newId    identifier in the target, after an import
     * @param messages what the import says about it
     * @param other    fields that have no component here
     */
    public record Artifact(
            @JsonProperty("id") String id,
            @JsonProperty("type") String type,
            @JsonProperty("title") String title,
            @JsonProperty("newId") String newId,
            @JsonProperty("messages") List<Map<String, Object>> messages,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public Artifact {
            messages = Copies.of(messages);
            other = Copies.ofOther(other);
        }
    }
}
