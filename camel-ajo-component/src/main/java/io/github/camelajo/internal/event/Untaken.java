package io.github.camelajo.internal.event;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.internal.answer.TokenFailures;

/** Whether a failure of a request proves that Adobe has taken nothing of it. */
final class Untaken {

    private Untaken() {}

    static boolean isProvenBy(AjoException failure) {
        if (TokenFailures.isUntried(failure)) {
            return true;
        }
        if (failure instanceof AjoTransportException transport) {
            return !transport.isRequestSent();
        }
        int status = failure.getStatusCode();
        return failure instanceof AjoRejectedException
                || status >= 400 && status < 500 && status != 408
                || status == 503;
    }
}
