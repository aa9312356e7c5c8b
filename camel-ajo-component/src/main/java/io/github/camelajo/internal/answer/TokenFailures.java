package io.github.camelajo.internal.answer;

import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.exception.FailureKind;
import io.github.camelajo.internal.failure.Failure;
import io.github.camelajo.internal.request.AjoRequest;

/** Creates the exceptions for calls that found no token. One failed login is told to every call that waited for it. */
public final class TokenFailures {

    private TokenFailures() {}

    public static AjoException of(AjoRequest request, Throwable failure) {
        String unsent = request.describe() + " was not sent: ";
        if (!(failure instanceof AjoException cause)) {
            return Failure.unsent(
                            FailureKind.AUTHENTICATION,
                            unsent + "there is no access token",
                            request.failure(true),
                            failure)
                    .exception();
        }
        ErrorDetails details = cause.getDetails().forCall(request.operation().id(), request.sandbox());
        return Failure.unsent(cause.getKind(), unsent + cause.getMessage(), details, cause)
                .exception();
    }

    /**
     * Whether a call was not even tried, because there was no token or no place for it. A status is that of the login
     * then: only a failure that is told to several calls has a cause without an operation.
     */
    public static boolean isUntried(AjoException failure) {
        return failure instanceof AjoAuthenticationException && failure.getStatusCode() == 0
                || failure.getCause() instanceof AjoException cause && cause.getOperation() == null;
    }
}
