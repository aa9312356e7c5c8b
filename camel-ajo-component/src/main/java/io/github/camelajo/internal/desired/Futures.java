package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.exception.AjoTimeoutException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.ErrorDetails;

/** Helpers for the futures of calls. */
final class Futures {

    private Futures() {}

    /** The failure of a call, without the wrapper that futures put around it. */
    static AjoException failure(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof AjoException known
                ? known
                : new AjoException(
                        "The call failed unexpectedly: " + cause.getClass().getSimpleName(),
                        ErrorDetails.none(),
                        cause);
    }

    /** Whether Adobe may have made the change although there is no good answer. */
    static boolean isDoubtful(AjoException failure) {
        return failure instanceof AjoTransportException lost && lost.isRequestSent()
                || failure instanceof AjoTimeoutException
                || failure instanceof AjoServerException
                || failure instanceof AjoInvalidResponseException;
    }

    /** Ends one future as another one ends. */
    static <T> void pass(CompletableFuture<T> from, CompletableFuture<T> to) {
        var unused = from.whenComplete((value, failure) -> {
            if (failure == null) {
                to.complete(value);
            } else {
                to.completeExceptionally(failure);
            }
        });
    }

    static CompletableFuture<Void> pause(StateCalls calls, Duration delay) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        calls.later(delay, () -> over.complete(null), over::completeExceptionally);
        return over;
    }
}
