package io.github.camelajo.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The work of making a dataset usable in orchestrated campaigns (dataset API): what enable and getJob answer, and with
 * {@code datasetIds} alone the body of enable. Times are in milliseconds since 1970.
 *
 * @param datasetIds            the dataset, in the body of enable: exactly one
 * @param jobId                 identifier of the job, for getJob
 * @param datasetId             identifier of the dataset
 * @param datasetName           name of the dataset
 * @param jobStatus             PENDING, IN_PROGRESS, COMPLETED, FAILED or TIMEOUT
 * @param jobState              the step: VALIDATED, ACKNOWLEDGED, DDL_APPLIED or DATA_COPIED
 * @param submittedBy           Adobe id of who asked for it
 * @param submittedAtEpochMilli when it was asked for, in milliseconds
 * @param modifiedAtEpochMilli  when the job changed last, in milliseconds
 * @param other                 fields that have no component here
 */
public record DatasetJob(
        @JsonProperty("datasetIds") List<String> datasetIds,
        @JsonProperty("jobId") String jobId,
        @JsonProperty("datasetId") String datasetId,
        @JsonProperty("datasetName") String datasetName,
        @JsonProperty("jobStatus") String jobStatus,
        @JsonProperty("jobState") String jobState,
        @JsonProperty("submittedBy") String submittedBy,
        @JsonProperty("submittedAtEpochMilli") Long submittedAtEpochMilli,
        @JsonProperty("modifiedAtEpochMilli") Long modifiedAtEpochMilli,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public DatasetJob {
        datasetIds = Copies.of(datasetIds);
        other = Copies.ofOther(other);
    }

    /** The body of enable: Adobe takes one dataset at a time. */
    public static DatasetJob enabling(String datasetId) {
        return new DatasetJob(List.of(datasetId), null, null, null, null, null, null, null, null, Map.of());
    }

    /** When the job was asked for; {@code null} when the answer does not say. */
    public Instant submitted() {
        return submittedAtEpochMilli == null ? null : Instant.ofEpochMilli(submittedAtEpochMilli);
    }

    /** When the job changed last; {@code null} when the answer does not say. */
    public Instant modified() {
        return modifiedAtEpochMilli == null ? null : Instant.ofEpochMilli(modifiedAtEpochMilli);
    }
}
