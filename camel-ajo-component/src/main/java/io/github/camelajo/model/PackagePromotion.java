package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What came of taking objects to another sandbox (package API: answer of promote).
 *
 * @param packageId     the package that was imported
 * @param jobId         the job of the import
 * @param targetSandbox the sandbox it was imported into
 * @param ids           by the id in the source, the id in the target
 * @param reused        by the id in the source, the existing object {@code {id, type}} that was used in its place
 * @param warnings      what the import says about objects that were not made as they should: id, type, status, message
 * @param other         fields that have no component here
 */
public record PackagePromotion(
        @JsonProperty("packageId") String packageId,
        @JsonProperty("jobId") String jobId,
        @JsonProperty("targetSandbox") String targetSandbox,
        @JsonProperty("ids") Map<String, Object> ids,
        @JsonProperty("reused") Map<String, Object> reused,
        @JsonProperty("warnings") List<Map<String, Object>> warnings,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public PackagePromotion {
        ids = Copies.of(ids);
        reused = Copies.of(reused);
        warnings = Copies.of(warnings);
        other = Copies.ofOther(other);
    }
}
