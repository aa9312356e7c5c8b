package io.github.camelajo.internal.stats;

import java.util.Locale;

import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoPermissionException;
import io.github.camelajo.exception.AjoRateLimitException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.exception.AjoTimeoutException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.AjoValidationException;

/** How a call ended: one word for meters, console and logs. */
public enum CallOutcome {
    SUCCESS,
    AUTHENTICATION,
    PERMISSION,
    VALIDATION,
    NOT_FOUND,
    CONFLICT,
    RATE_LIMIT,
    SERVER,
    TIMEOUT,
    NETWORK,
    INVALID_RESPONSE,
    REJECTED,
    UNEXPECTED;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** In lower case, as it stands in meters and the console. */
    public String label() {
        return label;
    }

    /** Whether it says that Adobe could not be used: not reached, login or gateway refused, or not working. */
    boolean isOutage() {
        return this == AUTHENTICATION || this == SERVER || this == TIMEOUT || this == NETWORK;
    }

    /** Whether it says nothing about Adobe, as nothing was sent or what came could not be read. */
    boolean isSilent() {
        return this == REJECTED || this == INVALID_RESPONSE || this == UNEXPECTED;
    }

    /** @param failure {@code null} for a success */
    static CallOutcome of(Throwable failure) {
        if (failure == null) {
            return SUCCESS;
        }
        if (failure instanceof AjoAuthenticationException) {
            return AUTHENTICATION;
        }
        if (failure instanceof AjoPermissionException) {
            return PERMISSION;
        }
        if (failure instanceof AjoValidationException) {
            return VALIDATION;
        }
        if (failure instanceof AjoNotFoundException) {
            return NOT_FOUND;
        }
        if (failure instanceof AjoConflictException) {
            return CONFLICT;
        }
        if (failure instanceof AjoRateLimitException) {
            return RATE_LIMIT;
        }
        if (failure instanceof AjoServerException) {
            return SERVER;
        }
        if (failure instanceof AjoTimeoutException) {
            return TIMEOUT;
        }
        if (failure instanceof AjoTransportException) {
            return NETWORK;
        }
        if (failure instanceof AjoInvalidResponseException) {
            return INVALID_RESPONSE;
        }
        return failure instanceof AjoRejectedException ? REJECTED : UNEXPECTED;
    }
}
