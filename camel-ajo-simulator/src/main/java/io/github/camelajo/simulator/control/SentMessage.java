package io.github.camelajo.simulator.control;

import java.time.Instant;

/**
 * One message to one recipient, sent by a unitary or high-throughput call.
 *
 * @param executionId execution id of the call that sent it
 * @param requestId   request id from the body of that call
 * @param campaignId  the campaign
 * @param sandbox     name of the sandbox
 * @param type        {@code aep} or {@code external}
 * @param userId      the recipient
 * @param namespace   namespace of the recipient's id
 * @param sentAt      time by the simulator's clock
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
