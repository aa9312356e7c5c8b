package io.github.camelajo.simulator.control;

import java.time.Instant;

/**
 * An event that the event host has accepted.
 *
 * @param connectionId  the connection it came over
 * @param id            its {@code _id}, {@code null} for none
 * @param json          its XDM map as JSON
 * @param fate          what became of it after that
 * @param profile       the identity that a journey started for, or would have; {@code null} for none
 * @param problem       why it ended in a failed batch or was discarded, {@code null} when it did not
 * @param batchId       the batch it landed in
 * @param receivedAt    when it came, by the simulator's clock
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
