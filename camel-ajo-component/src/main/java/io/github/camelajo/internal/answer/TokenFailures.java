package io.github.camelajo.internal.answer;

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
}
