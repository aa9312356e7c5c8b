package io.github.camelajo.simulator.control;

import java.time.Instant;

/**
 * An event that the event host has accepted.
 *
 * @param connectionId the connection that it was sent to
 * @param id           its {@code _id}; {@code null} for none
 * @param json         its XDM map as JSON
 * @param fate         what happened to it afterwards
 * @param profile      the identity for which a journey started or could have started; {@code null} for none
 * @param problem      why it is in a failed batch or was discarded; {@code null} if it started a journey
 * @param batchId      the batch that contains it
 * @param receivedAt   when it arrived, by the simulator's clock
 */
public record ReceivedEvent(
        String connectionId,
        String id,
        String json,
        Fate fate,
        String profile,
        String problem,
        String batchId,
        Instant receivedAt) {

    /** What happens to an event after it was accepted. */
    public enum Fate {
        /** A journey has started. */
        STARTED,
        /** No journey waits for it, or the profile is in the journey already. */
        DISCARDED,
        /** It does not match its schema. It is in a failed batch of the dataset, and no journey starts. */
        FAILED
    }
}
