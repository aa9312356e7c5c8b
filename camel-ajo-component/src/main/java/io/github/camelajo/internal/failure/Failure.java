package io.github.camelajo.internal.failure;

import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoGuardrailException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoPermissionException;
import io.github.camelajo.exception.AjoRateLimitException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.exception.AjoTimeoutException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.exception.FailureKind;

/**
 * The facts of a failure before they become an exception. One failure may be told to many callers, and each gets an exception
 * of its own: an exception shared between threads would collect what each of them adds to it.
 *
 * @param kind        decides on the class of the exception
 * @param message     without secrets and personal data
 * @param requestSent whether Adobe may have received the request; matters where there is no answer
 * @param permission  the permission that the call needs, or {@code null}
 * @param cause       or {@code null}
 */
public record Failure(
        FailureKind kind,
        String message,
        ErrorDetails details,
        boolean requestSent,
        String permission,
        Throwable cause) {

    /** A failure that an answer of Adobe tells. */
    public static Failure answered(FailureKind kind, String message, ErrorDetails details, String permission) {
        return new Failure(kind, message, details, true, permission, null);
    }

    /** A failure of a call that has not been sent. */
    public static Failure unsent(FailureKind kind, String message, ErrorDetails details, Throwable cause) {
        return new Failure(kind, message, details, false, null, cause);
    }

    /** What a route is told after an unexpected error. */
    public static AjoException unexpected(Throwable e) {
        return e instanceof AjoException known ? known : unexpected("The call", ErrorDetails.none(), e);
    }

    /**
     * What a route is told when something went wrong that never should.
     *
     * @param call what was going on, for example {@code capping.create}
     */
    public static AjoException unexpected(String call, ErrorDetails details, Throwable e) {
        return new AjoException(call + " failed unexpectedly: " + e.getClass().getSimpleName(), details, e);
    }

    /**
     * The same failure for a call: the code that rejects a call, because a queue is full for example, does not know
     * which call it was.
     */
    public static AjoException of(AjoException failure, String operation, String sandbox) {
        if (failure.getOperation() != null) {
            return failure;
        }
        ErrorDetails details = failure.getDetails().forCall(operation, sandbox);
        return unsent(failure.getKind(), failure.getMessage(), details, failure).exception();
    }

    /** Creates an exception of the class that belongs to the kind. */
    public AjoException exception() {
        return switch (kind) {
            case AUTHENTICATION -> new AjoAuthenticationException(message, details, cause);
            case PERMISSION -> new AjoPermissionException(message, details, permission);
            case VALIDATION -> new AjoValidationException(message, details, cause);
            case NOT_FOUND -> new AjoNotFoundException(message, details);
            case CONFLICT -> new AjoConflictException(message, details, cause);
            case RATE_LIMIT -> new AjoRateLimitException(message, details, cause);
            case GUARDRAIL -> new AjoGuardrailException(message, details);
            case SERVER -> new AjoServerException(message, details, cause);
            case TIMEOUT -> new AjoTimeoutException(message, details, requestSent, cause);
            case NETWORK -> new AjoTransportException(message, details, requestSent, cause);
            case INVALID_RESPONSE -> new AjoInvalidResponseException(message, details, cause);
            case REJECTED -> new AjoRejectedException(message, details, cause);
            // A job has an id and a state, and a batch has outcomes: only the code that has them makes those
            // exceptions.
            case JOB, PARTIAL, UNEXPECTED -> new AjoException(message, details, cause);
        };
    }
}
