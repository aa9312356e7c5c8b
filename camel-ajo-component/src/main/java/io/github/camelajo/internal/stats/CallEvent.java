package io.github.camelajo.internal.stats;

import java.time.Instant;

import io.github.camelajo.exception.FailureKind;

/**
 * A call that has ended. It holds no address, identifier or body, because it is shown and kept.
 *
 * @param operation what was called
 * @param failure   what kind of failure ended it, {@code null} for a success
 * @param status    HTTP status, 0 when there was no answer
 * @param errorCode Adobe's code of the failure, or {@code null}
 * @param requestId Adobe's id of the call, or {@code null}
 * @param attempts  how often a request was made, 0 when none was
 * @param nanos     time from the begin to the end, with waiting for token, queue and retries
 * @param at        when it ended
 */
public record CallEvent(
        OperationStats operation,
        FailureKind failure,
        int status,
        String errorCode,
        String requestId,
        int attempts,
        long nanos,
        Instant at) {

    private static final String SUCCESS = "success";

    /** How the call ended, in one word for meters, console and logs: {@code success}, or the label of the failure. */
    public String outcome() {
        return outcome(failure);
    }

    public static String outcome(FailureKind failure) {
        return failure == null ? SUCCESS : failure.label();
    }
}
