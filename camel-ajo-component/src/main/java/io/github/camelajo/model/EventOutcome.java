package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What became of one message of {@code event.sendBatch}. Whatever the answer of Adobe does not prove is
 * {@link Kind#UNKNOWN}. Taken means received: it does not say that a journey has started.
 *
 * @param index         place of the message in what the route sent, counted from 0
 * @param eventId       the {@code _id} that the message went out with; {@code null} when a whole envelope has none
 * @param kind          what became of it
 * @param status        HTTP status that Adobe names for this message, or for the whole request; {@code null} when there is none
 * @param message       what is wrong with it; {@code null} when nothing is known to be
 * @param transactionId Adobe's identifier of the message ({@code xactionId}), {@code null} when the answer has none
 * @param other         fields that have no component here
 */
public record EventOutcome(
        @JsonProperty("index") Integer index,
        @JsonProperty("eventId") String eventId,
        @JsonProperty("kind") Kind kind,
        @JsonProperty("status") Integer status,
        @JsonProperty("message") String message,
        @JsonProperty("transactionId") String transactionId,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    /** What can become of a message. */
    public enum Kind {
        /** Adobe has received it. It is checked against its schema later, and only then can a journey start. */
        TAKEN,
        /** Adobe has not taken it, or it was not sent because it is too large. */
        REFUSED,
        /** Nobody can tell: Adobe may have it. */
        UNKNOWN
    }

    public EventOutcome {
        other = Copies.ofOther(other);
    }

    /** A message that Adobe has received. */
    public static EventOutcome taken(int index, String eventId, String transactionId) {
        return new EventOutcome(index, eventId, Kind.TAKEN, null, null, transactionId, Map.of());
    }

    /** A message that was not taken. */
    public static EventOutcome refused(int index, String eventId, Integer status, String message) {
        return new EventOutcome(index, eventId, Kind.REFUSED, status, message, null, Map.of());
    }

    /** A message of which nobody can tell. */
    public static EventOutcome unknown(int index, String eventId, Integer status, String message) {
        return new EventOutcome(index, eventId, Kind.UNKNOWN, status, message, null, Map.of());
    }

    /** Whether Adobe has received it. */
    public boolean wasTaken() {
        return kind == Kind.TAKEN;
    }
}
