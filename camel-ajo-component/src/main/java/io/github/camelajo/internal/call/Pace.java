package io.github.camelajo.internal.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;

/**
 * How a flow gets from one wait to the next. A flow is written once, as steps. Its pace decides on which thread the
 * steps run and what that thread does in between: {@link Queued} releases the thread, {@link InPlace} blocks it.
 *
 * <p>
 * A task that waits is either run or rejected, once.
 */
public interface Pace {

    /**
     * Something to run.
     *
     * @param <T> what it comes to
     */
    @FunctionalInterface
    interface Flow<T> {

        /**
         * @param  pace         at which it goes
         * @param  done         gets the result or the exception, once
         * @throws AjoException when it cannot even begin; {@code done} is not called then
         */
        void start(Pace pace, BiConsumer<T, AjoException> done);
    }

    /**
     * Admits a call.
     *
     * @param  task                 the call; it looks by itself whether the awaited thing is there
     * @param  awaited              what the call needs before anything else
     * @throws AjoRejectedException when it is not let in; the task is neither run nor rejected then
     */
    void begin(RequestDispatcher.Task task, CompletableFuture<?> awaited);

    /** Runs a task once what it waits for is available or has failed. */
    void resume(RequestDispatcher.Task task, CompletableFuture<?> awaited);

    /** Runs a task after a delay, or rejects it if the component stops first. */
    void resume(RequestDispatcher.Task task, Duration delay);

    /** Runs a task that was decided on outside of the flow, for example the end of its wait. */
    void tell(Runnable event);

    /**
     * Carries out a further flow on the calling thread, which waits for everything. What it waits for ends when the step of the
     * route stops that this pace belongs to.
     *
     * @throws AjoException when the flow fails
     */
    <T> T inPlace(Flow<T> flow);
}
