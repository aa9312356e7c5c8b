package io.github.camelajo.simulator.control;

import java.time.Instant;

/**
 * One run of a campaign for an audience.
 *
 * @param executionId execution id
 * @param scheduleId  the schedule that started it, or {@code null} if it ran at once
 * @param requestId   request id from the body of the call, or {@code null} if it had none
 * @param campaignId  the campaign
 * @param audienceId  the audience, the campaign's own if the call named none
 * @param sandbox     name of the sandbox
 * @param startedAt   time by the simulator's clock
 */
public record AudienceRun(
        String executionId,
        String scheduleId,
        String requestId,
        String campaignId,
        String audienceId,
        String sandbox,
        Instant startedAt) {}
