package io.github.camelajo.internal.login;

import java.time.Duration;
import java.util.Locale;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.exception.FailureKind;
import io.github.camelajo.internal.failure.Failure;

/**
 * Why there is no token. Kept as data: one failure is told to many callers, and an exception shared between threads
 * would collect what each of them adds to it.
 *
 * @param kind    decides on the exception's class
 * @param again   when asking again can help
 * @param message without secrets
 * @param cause   may be {@code null}
 */
public record TokenFailure(FailureKind kind, Again again, String message, ErrorDetails details, Throwable cause) {

    public enum Again {
        /** The login is busy or unreachable: another attempt is worthwhile for the callers that wait now. */
        SOON,
        /** Not for the callers that wait now, but for later ones. */
        LATER,
        /** Only after a change of configuration. */
        AFTER_CHANGE
    }

    public static TokenFailure stopped() {
        return new TokenFailure(
                FailureKind.REJECTED,
                Again.LATER,
                "No access token: the component is stopping",
                ErrorDetails.none(),
                null);
    }

    public static TokenFailure timeout(Duration limit, TokenFailure last) {
        String text = "No access token within " + seconds(limit);
        if (last != null) {
            text += "; last problem: " + last.message();
        }
        return new TokenFailure(FailureKind.TIMEOUT, Again.LATER, text, ErrorDetails.of(null, null, true), null);
    }

    /** Adobe uses this code for a wrong or deleted secret. */
    public boolean isInvalidClient() {
        return "invalid_client".equals(details.errorCode());
    }

    public Duration retryAfter() {
        return details.retryAfter();
    }

    public TokenFailure withMessage(String text) {
        return new TokenFailure(kind, again, text, details, cause);
    }

    /**
     * Creates a new exception each time. The request of the caller itself was never sent, whatever happened to the
     * token request.
     */
    public AjoException exception() {
        return Failure.unsent(kind, message, details, cause).exception();
    }

    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0).replaceAll("\\.?0+$", "") + " s";
    }
}
