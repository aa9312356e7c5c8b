package io.github.camelajo.exception;

import java.time.Duration;

import org.apache.camel.RuntimeCamelException;

/**
 * A call to Adobe Journey Optimizer failed. There is a subclass for everything that a route would handle differently.
 * The message says what was wrong and what to do. It contains no token, secret or personal data.
 */
public class AjoException extends RuntimeCamelException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorDetails details;

    public AjoException(String message, ErrorDetails details) {
        this(message, details, null);
    }

    public AjoException(String message, ErrorDetails details, Throwable cause) {
        super(message, cause);
        this.details = details;
    }

    /** What kind of failure this is. */
    public FailureKind getKind() {
        return FailureKind.UNEXPECTED;
    }

    /** All facts of the failure in one record. */
    public ErrorDetails getDetails() {
        // They are lost in serialisation.
        return details == null ? ErrorDetails.none() : details;
    }

    /** HTTP status, 0 when there was no answer. */
    public int getStatusCode() {
        return getDetails().statusCode();
    }

    /** Adobe's error code, or {@code null}. */
    public String getErrorCode() {
        return getDetails().errorCode();
    }

    /** Adobe's short text, or {@code null}. */
    public String getTitle() {
        return getDetails().title();
    }

    /** The id to give to Adobe's support, or {@code null}. */
    public String getRequestId() {
        return getDetails().requestId();
    }

    /** Api and operation, for example {@code capping.create}. */
    public String getOperation() {
        return getDetails().operation();
    }

    /** The sandbox of the call. */
    public String getSandbox() {
        return getDetails().sandbox();
    }

    /** Whether the same call can be repeated later, without a change and without doing anything twice. */
    public boolean isRetryable() {
        return getDetails().retryable();
    }

    /** How long Adobe asked to wait, or {@code null}. */
    public Duration getRetryAfter() {
        return getDetails().retryAfter();
    }
}
