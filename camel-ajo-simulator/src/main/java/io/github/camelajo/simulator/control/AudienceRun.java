package io.github.camelajo.simulator.control;

import java.time.Instant;

/**
 * One run of a campaign over an audience.
 *
 * @param executionId the execution id
 * @param scheduleId  the schedule that started it; {@code null} if it started at once
 * @param requestId   the request id in the body of the call; {@code null} for none
 * @param campaignId  the campaign
 * @param audienceId  the audience of the call, or else that of the campaign
 * @param sandbox     the name of the sandbox
 * @param startedAt   when it started, by the simulator's clock
 */
public record AudienceRun(
        String executionId,
        String scheduleId,
        String requestId,
        String campaignId,
        String audienceId,
        String sandbox,
        Instant startedAt) {}
