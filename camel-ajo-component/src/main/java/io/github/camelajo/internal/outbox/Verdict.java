package io.github.camelajo.internal.outbox;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.internal.answer.TokenFailures;
import io.github.camelajo.internal.failure.AdobeCodes;

/** What a failed call means for its items. The one table of what was surely not taken; everything else may have been. */
enum Verdict {

    /** Nothing was taken, and the same call may go well later. */
    NOT_TAKEN,

    /** Something in the call is wrong; with several items it is not known in which. Nothing was taken. */
    CONTENT_REFUSED,

    /** Adobe refuses these items, all for the same reason. Nothing was taken. */
    ALL_REFUSED,

    /** Adobe refuses whoever calls, whatever the items are. Nothing was taken, and nothing will be until somebody acts. */
    CALLER_REFUSED,

    /** Nobody can tell. */
    UNKNOWN;

    static Verdict of(AjoException failure) {
        if (TokenFailures.isUntried(failure)) {
            return NOT_TAKEN;
        }
        return switch (failure.getKind()) {
            case REJECTED, RATE_LIMIT, AUTHENTICATION -> NOT_TAKEN;
            case NETWORK, TIMEOUT -> wasSent(failure) ? UNKNOWN : NOT_TAKEN;
            case PERMISSION -> CALLER_REFUSED;
            case VALIDATION, CONFLICT -> CONTENT_REFUSED;
            case NOT_FOUND, GUARDRAIL -> ALL_REFUSED;
            case SERVER -> isTurnedAway(failure) ? NOT_TAKEN : UNKNOWN;
            case INVALID_RESPONSE, JOB, PARTIAL, UNEXPECTED -> UNKNOWN;
        };
    }

    /** Without word to the contrary it was: a status is an answer to something. */
    private static boolean wasSent(AjoException failure) {
        return !(failure instanceof AjoTransportException transport)
                || transport.isRequestSent()
                || failure.getStatusCode() != 0;
    }

    /** Only the gateway, which is asked before any service, or a service that names a time, says so by 503. */
    private static boolean isTurnedAway(AjoException failure) {
        return failure.getStatusCode() == 503
                && (AdobeCodes.isOfGateway(failure.getErrorCode(), 503) || failure.getRetryAfter() != null);
    }
}
