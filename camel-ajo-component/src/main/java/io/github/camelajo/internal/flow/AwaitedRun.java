package io.github.camelajo.internal.flow;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.failure.Failure;
import io.github.camelajo.internal.request.CallInput;

/** Lets the calling thread wait for what an operation of several calls comes to. */
public final class AwaitedRun {

    private AwaitedRun() {}

    /**
     * Carries out an operation, and waits.
     *
     * @throws AjoException when it fails
     */
    public static Result of(Runner runner, CallInput input) {
        CompletableFuture<Result> coming = new CompletableFuture<>();
        runner.start(input, (result, failure) -> {
            if (failure != null) {
                coming.completeExceptionally(failure);
            } else {
                coming.complete(result);
            }
        });
        try {
            return coming.get();
        } catch (ExecutionException e) {
            throw Failure.unexpected(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AjoRejectedException(
                    "The thread was interrupted while it waited; the call goes on", ErrorDetails.none(), e);
        }
    }
}
