package io.github.camelajo.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A file of suppressed addresses and domains that is being worked through (suppression upload API). The answer of create has
 * {@code success} only. Times are in seconds since 1970, unlike those of {@link SuppressionEntry}.
 *
 * @param jobId         identifier of the job, see also {@link #id()}
 * @param user          who uploaded the file
 * @param filename      name of the file
 * @param createTime    when the job began, in seconds
 * @param endTime       when it ended, in seconds
 * @param status        ACCEPTED, PENDING, COMPLETE, CANCELED or ERROR; Adobe's spec has PENDING with a comma at its end
 * @param responseCode  whether the file was accepted, as an HTTP status: a job may exist for a file that was not
 * @param responseText  why the file was not accepted
 * @param recordCount   entries found in the file
 * @param handledCount  entries worked through
 * @param failedCount   entries that failed, even when the status is COMPLETE
 * @param imsOrgId      organization, from get only
 * @param sandboxId     identifier of the sandbox, from get only
 * @param failedRecords the entries that failed, from get only
 * @param success       where create has the identifier of the job
 * @param other         fields that have no component here
 */
public record SuppressionUpload(
        @JsonProperty("jobId") String jobId,
        @JsonProperty("user") String user,
        @JsonProperty("filename") String filename,
        @JsonProperty("createTime") Long createTime,
        @JsonProperty("endTime") Long endTime,
        @JsonProperty("status") String status,
        @JsonProperty("responseCode") Integer responseCode,
        @JsonProperty("responseText") String responseText,
        @JsonProperty("recordCount") Long recordCount,
        @JsonProperty("handledCount") Long handledCount,
        @JsonProperty("failedCount") Long failedCount,
        @JsonProperty("imsOrgId") String imsOrgId,
        @JsonProperty("sandboxId") String sandboxId,
        @JsonProperty("failedRecords") List<FailedRecord> failedRecords,
        @JsonProperty("success") Started success,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public SuppressionUpload {
        failedRecords = Copies.of(failedRecords);
        other = Copies.ofOther(other);
    }

    /** Identifier of the job, wherever the answer has it; {@code null} when it has none. */
    public String id() {
        return jobId == null && success != null ? success.jobId() : jobId;
    }

    /** When the job began; {@code null} when the answer does not say. */
    public Instant created() {
        return createTime == null ? null : Instant.ofEpochSecond(createTime);
    }

    /** When the job ended; {@code null} when it has not, or the answer does not say. */
    public Instant ended() {
        return endTime == null ? null : Instant.ofEpochSecond(endTime);
    }

    /**
     * The job that create has started (suppression upload API, {@code success}).
     *
     * @param jobId identifier of the job
     * @param other fields that have no component here
     */
    public record Started(
            @JsonProperty("jobId") String jobId,
            @OtherFields Map<String, Object> other) implements AjoModel {

        public Started {
            other = Copies.ofOther(other);
        }
    }

    /**
     * An entry of the file that failed (suppression upload API, {@code failedRecords[]}).
     *
     * @param type          EMAIL or DOMAIN, as the file has it
     * @param value         the address or the domain, as the file has it
     * @param comments      the comment, as the file has it
     * @param failureReason why it failed
     * @param other         fields that have no component here
     */
    public record FailedRecord(
            @JsonProperty("type") String type,
            @JsonProperty("value") String value,
            @JsonProperty("comments") String comments,
            @JsonProperty("failureReason") String failureReason,
            @OtherFields Map<String, Object> other)
            implements AjoModel {

        public FailedRecord {
            other = Copies.ofOther(other);
        }
    }
}
