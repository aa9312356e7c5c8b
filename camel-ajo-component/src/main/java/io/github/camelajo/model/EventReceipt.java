package io.github.camelajo.model;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The receipt of one event (event API: answer of send). It says that the event has arrived, not that a journey has started.
 *
 * @param inletId        the inlet it went to
 * @param xactionId      Adobe's identifier of the event
 * @param receivedTimeMs when it arrived, in milliseconds since 1970
 * @param syncValidation whether it was checked before the answer: {@code skipped} or {@code status}
 * @param other          fields that have no component here
 */
public record EventReceipt(
        @JsonProperty("inletId") String inletId,
        @JsonProperty("xactionId") String xactionId,
        @JsonProperty("receivedTimeMs") Long receivedTimeMs,
        @JsonProperty("syncValidation") Map<String, Object> syncValidation,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public EventReceipt {
        syncValidation = Copies.of(syncValidation);
        other = Copies.ofOther(other);
    }

    /** When it arrived; {@code null} when the answer does not say. */
    public Instant received() {
        return receivedTimeMs == null ? null : Instant.ofEpochMilli(receivedTimeMs);
    }
}
