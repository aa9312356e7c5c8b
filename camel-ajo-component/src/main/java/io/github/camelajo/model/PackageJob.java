package io.github.camelajo.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A job that publishes, imports or copies (package API: answer of getJob). {@code status} and {@code type} are about the call; the job is
 * in {@code object}.
 *
 * @param status  OK for a call that succeeded
 * @param type    SUCCESS for a call that succeeded
 * @param message what Adobe says about the call
 * @param object  the job
 * @param other   fields that have no component here
 */
public record PackageJob(
        @JsonProperty("status") String status,
        @JsonProperty("type") String type,
        @JsonProperty("message") String message,
        @JsonProperty("object") Details object,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public PackageJob {
        other = Copies.ofOther(other);
    }

    /**
     * The job itself. Times are in milliseconds since 1970.
     *
     * @param id                   identifier of the job
     * @param name                 name of the package
     * @param requestType          EXPORT, IMPORT or COPY
     * @param jobStatus            PENDING, IN_PROGRESS, SUCCESS, FAILED or CANCELLED
     * @param jobType              NEW, RESUME or ROLLBACK
     * @param createdTimestamp     when it began, in milliseconds
     * @param modifiedTimestamp    when it changed last, in milliseconds
     * @param completedTasks       what was done for each object
     * @param importReplacementMap by the id in the source, the id in the target
     * @param other                fields that have no component here
     */
    public record Details(
            @JsonProperty("id") String id,
            @JsonProperty("name") String name,
            @JsonProperty("requestType") String requestType,
            @JsonProperty("jobStatus") String jobStatus,
            @JsonProperty("jobType") String jobType,
            @JsonProperty("createdTimestamp") Long createdTimestamp,
            @JsonProperty("modifiedTimestamp") Long modifiedTimestamp,
            @JsonProperty("completedTasks") List<Task> completedTasks,
            @JsonProperty("importReplacementMap") Map<String, Object> importReplacementMap,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public Details {
            completedTasks = Copies.of(completedTasks);
            importReplacementMap = Copies.of(importReplacementMap);
            other = Copies.ofOther(other);
        }
    }

    /**
     * What a job has done for one object.
     *
     * @param taskType   such as JOURNEY
     * @param taskStatus such as SUCCESS
     * @param artifact   the object
     * @param other      fields that have no component here
     */
    public record Task(
            @JsonProperty("taskType") String taskType,
            @JsonProperty("taskStatus") String taskStatus,
            @JsonProperty("artifact") SandboxPackage.Artifact artifact,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public Task {
            other = Copies.ofOther(other);
        }
    }
}
