package io.github.camelajo.exception;

import java.time.Duration;

/**
 * The facts of a failed call. Unknown texts are {@code null}. Nothing in here is secret or personal.
 *
 * @param operation  api and operation, for example {@code capping.create}; {@code null} for a token request
 * @param sandbox    the sandbox the call named
 * @param statusCode HTTP status, 0 when no answer was received
 * @param errorCode  Adobe's own code, for example {@code 403003} (gateway), {@code 1451} (capping) or
 *                   {@code invalid_client} (login)
 * @param title      Adobe's short text
 * @param requestId  the id under which Adobe's support finds the call
 * @param retryable  whether the same call can be made again later, without a change and without doing anything twice
 * @param retryAfter how long Adobe asked to wait, {@code null} when it did not say
 */
public record ErrorDetails(
        String operation,
        String sandbox,
        int statusCode,
        String errorCode,
        String title,
        String requestId,
        boolean retryable,
        Duration retryAfter) {

    private static final ErrorDetails NONE = new ErrorDetails(null, null, 0, null, null, null, false, null);

    /** Details of a failure without a call, for example a wrong option. */
    public static ErrorDetails none() {
        return NONE;
    }

    /** Details of a failure before anything was sent, or without an answer. */
    public static ErrorDetails of(String operation, String sandbox, boolean retryable) {
        return new ErrorDetails(operation, sandbox, 0, null, null, null, retryable, null);
    }

    /** The same facts with the id of the request. */
    public ErrorDetails withRequestId(String id) {
        return new ErrorDetails(operation, sandbox, statusCode, errorCode, title, id, retryable, retryAfter);
    }

    /** The same facts for another call: a failed token request is told to every call that waited for it. */
    public ErrorDetails forCall(String operation, String sandbox) {
        return new ErrorDetails(operation, sandbox, statusCode, errorCode, title, requestId, retryable, retryAfter);
    }
}
