package io.github.camelajo.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A campaign that is sent at a later time (message API). In the body of triggerAudience it is the time only; getSchedule
 * answers all components. When the end of a schedule is awaited, what comes back is the {@link Execution} it has led to.
 *
 * @param executeAt        when it is sent, ISO 8601 text
 * @param scheduleId       identifier of the schedule
 * @param scheduleStatus   Scheduled or Triggered
 * @param campaignId       identifier of the campaign
 * @param audience         who gets the campaign
 * @param executionDetails the execution, once the schedule is triggered
 * @param other            fields that have no component here
 */
public record Schedule(
        @JsonProperty("executeAt") String executeAt,
        @JsonProperty("scheduleId") String scheduleId,
        @JsonProperty("scheduleStatus") String scheduleStatus,
        @JsonProperty("campaignId") String campaignId,
        @JsonProperty("audience") AudienceRequest.Audience audience,
        @JsonProperty("executionDetails") Execution executionDetails,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public Schedule {
        other = Copies.ofOther(other);
    }

    /** A time for the body of triggerAudience; what is below a millisecond is cut off. */
    public static Schedule at(Instant time) {
        return new Schedule(time.truncatedTo(ChronoUnit.MILLIS).toString(), null, null, null, null, null, Map.of());
    }
}
