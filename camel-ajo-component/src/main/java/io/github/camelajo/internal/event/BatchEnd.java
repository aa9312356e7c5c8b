package io.github.camelajo.internal.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoPartialFailureException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.trace.CallTrace;
import io.github.camelajo.model.EventOutcome;

/**
 * The end of one delivery of many events: an answer or an exception.
 *
 * @param operation api and operation, for messages
 * @param sandbox   sandbox that the events went to
 * @param delivery  knows what happened to each event
 * @param trouble   why the sending ended early, {@code null} if it did not
 * @param brokenOff why the body could not be read to its end, {@code null} if it could
 */
record BatchEnd(
        String operation,
        String sandbox,
        EventDelivery delivery,
        EventSettings settings,
        AjoException trouble,
        IllegalArgumentException brokenOff) {

    /** Why the call has failed, {@code null} if it has not. */
    AjoException failure() {
        boolean complete = trouble == null && brokenOff == null && !delivery.isOverwhelmed();
        if (complete && (settings.answerPerMessage() || !delivery.hasFailures())) {
            return null;
        }
        // If nothing was accepted, the call failed like any other.
        boolean nothing = delivery.taken() == 0 && !delivery.hasFailures() && delivery.isWhole();
        return trouble != null && nothing ? trouble : partialFailure();
    }

    /** What the route gets: an outcome for each event, or their number. */
    Object body() {
        if (settings.answerPerMessage()) {
            return delivery.outcomes();
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("sent", delivery.taken());
        summary.put("requests", delivery.batches());
        return summary;
    }

    void tell(CallTrace trace) {
        long unknown = unknown();
        trace.count("ajo.events.sent", delivery.taken());
        trace.count("ajo.events.unknown", unknown);
        trace.count("ajo.events.refused", delivery.failedOutcomes().size() - unknown);
    }

    private long unknown() {
        return delivery.failedOutcomes().stream()
                .filter(outcome -> outcome.kind() == EventOutcome.Kind.UNKNOWN)
                .count();
    }

    private AjoPartialFailureException partialFailure() {
        List<EventOutcome> failed = delivery.failedOutcomes();
        int status = failed.stream()
                .map(EventOutcome::status)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(trouble == null ? 0 : trouble.getStatusCode());
        ErrorDetails details = new ErrorDetails(
                operation,
                sandbox,
                status,
                null,
                null,
                null,
                isRetryable(failed),
                trouble == null ? null : trouble.getRetryAfter());
        Throwable cause = trouble == null && brokenOff != null ? brokenOff.getCause() : trouble;
        return new AjoPartialFailureException(
                message(failed), details, failed, delivery.remaining(), delivery.taken(), cause);
    }

    private String message(List<EventOutcome> failed) {
        long unknown = unknown();
        StringBuilder message = new StringBuilder("ajo:event?operation=sendBatch failed in part: ")
                .append(delivery.taken())
                .append(" events were taken, ")
                .append(failed.size() - unknown)
                .append(" refused, of ")
                .append(unknown)
                .append(" nobody knows");
        if (!failed.isEmpty()) {
            EventOutcome first = failed.get(0);
            message.append(". The first, number ")
                    .append(first.index())
                    .append(": ")
                    .append(first.status() == null ? "" : "HTTP " + first.status() + ", ")
                    .append(first.message());
        }
        if (brokenOff != null) {
            message.append(". Then ").append(brokenOff.getMessage());
        } else if (trouble != null) {
            message.append(". The rest was not sent: ").append(trouble.getMessage());
        } else if (delivery.isOverwhelmed()) {
            message.append(". The rest was not sent, because too many have failed");
        }
        return message.toString();
    }

    /** Whether the same exchange can be delivered again with a chance of success and without doing anything twice. */
    private boolean isRetryable(List<EventOutcome> failed) {
        boolean hope = trouble == null ? !failed.isEmpty() : trouble.isRetryable();
        return hope
                && brokenOff == null
                && failed.stream()
                        .allMatch(outcome ->
                                outcome.kind() == EventOutcome.Kind.REFUSED && BatchRepeats.passes(outcome.status()));
    }
}
