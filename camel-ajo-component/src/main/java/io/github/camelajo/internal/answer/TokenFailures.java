package io.github.camelajo.internal.answer;

import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoRateLimitException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.exception.AjoTimeoutException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.request.AjoRequest;

/**
 * Tells a call that there is no token. One failed login is told to everyone who waited for it, and each gets an exception of
 * its own: exceptions on exchanges are not shared.
 */
public final class TokenFailures {

    private TokenFailures() {}

    public static AjoException of(AjoRequest request, Throwable failure) {
        if (!(failure instanceof AjoException cause)) {
            return new AjoAuthenticationException(
                    request.describe() + " was not sent: there is no access token", request.failure(true), failure);
        }
        String message = request.describe() + " was not sent: " + cause.getMessage();
        ErrorDetails details = cause.getDetails().forCall(request.operation().id(), request.sandbox());
        if (cause instanceof AjoTimeoutException) {
            return new AjoTimeoutException(message, details, false, cause);
        }
        if (cause instanceof AjoTransportException) {
            return new AjoTransportException(message, details, false, cause);
        }
        if (cause instanceof AjoRateLimitException) {
            return new AjoRateLimitException(message, details, cause);
        }
        if (cause instanceof AjoServerException) {
            return new AjoServerException(message, details, cause);
        }
        if (cause instanceof AjoInvalidResponseException) {
            return new AjoInvalidResponseException(message, details, cause);
        }
        if (cause instanceof AjoRejectedException) {
            return new AjoRejectedException(message, details, cause);
        }
        return new AjoAuthenticationException(message, details, cause);
    }
}
