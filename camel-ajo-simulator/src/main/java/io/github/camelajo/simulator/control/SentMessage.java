package io.github.camelajo.simulator.control;

import java.time.Instant;

/**
 * One message to one recipient, sent by a unitary or high-throughput call.
 *
 * @param executionId the execution id of the call
 * @param requestId   the request id in the body of the call
 * @param campaignId  the campaign
 * @param sandbox     the name of the sandbox
 * @param type        {@code aep} or {@code external}
 * @param userId      the recipient
 * @param namespace   the namespace of the recipient's id
 * @param sentAt      when it was sent, by the simulator's clock
 */
public record SentMessage(
        String executionId,
        String requestId,
        String campaignId,
        String sandbox,
        String type,
        String userId,
        String namespace,
        Instant sentAt) {}
