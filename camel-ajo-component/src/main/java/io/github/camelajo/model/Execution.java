package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A campaign on its way: what the trigger operations and getExecution answer (message API). A trigger answers the identifiers,
 * and who did what and when. triggerAudience at a later time answers a schedule instead, see {@link #schedule()}. Times are ISO
 * 8601 texts.
 *
 * @param executionId          identifier of the execution, for getExecution when an audience gets the campaign
 * @param requestId            identifier that the request had
 * @param status               Succeeded, InProgress or Failed, from getExecution only
 * @param campaignId           identifier of the campaign
 * @param audienceId           identifier of the audience
 * @param targetedProfileCount how many profiles were exported
 * @param createdAt            time of creation
 * @param createdBy            Adobe id of the creator
 * @param modifiedAt           time of the last change
 * @param modifiedBy           Adobe id of who changed it last
 * @param scheduleId           identifier of the schedule, for getSchedule
 * @param scheduleStatus       Scheduled or Triggered
 * @param executeAt            when it is sent
 * @param audience             who gets the campaign at that time
 * @param executionDetails     the execution, once the schedule is triggered
 * @param other                fields that have no component here
 */
public record Execution(
        @JsonProperty("executionId") String executionId,
        @JsonProperty("requestId") String requestId,
        @JsonProperty("status") String status,
        @JsonProperty("campaignId") String campaignId,
        @JsonProperty("audienceId") String audienceId,
        @JsonProperty("targetedProfileCount") Long targetedProfileCount,
        @JsonProperty("createdAt") String createdAt,
        @JsonProperty("createdBy") String createdBy,
        @JsonProperty("modifiedAt") String modifiedAt,
        @JsonProperty("modifiedBy") String modifiedBy,
        @JsonProperty("scheduleId") String scheduleId,
        @JsonProperty("scheduleStatus") String scheduleStatus,
        @JsonProperty("executeAt") String executeAt,
        @JsonProperty("audience") AudienceRequest.Audience audience,
        @JsonProperty("executionDetails") Execution executionDetails,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public Execution {
        other = Copies.ofOther(other);
    }

    /** The schedule that triggerAudience has answered; {@code null} when there is none, because the campaign is sent now. */
    public Schedule schedule() {
        return scheduleId == null
                ? null
                : new Schedule(executeAt, scheduleId, scheduleStatus, campaignId, audience, executionDetails, other);
    }
}
