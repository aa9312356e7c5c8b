package io.github.camelajo.internal.call;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.exception.ErrorDetails;

/**
 * Runs one flow on the thread that started it. Other threads only signal that thread, which then takes the next step
 * itself. So the length of a flow does not deepen the stack.
 *
 * @param <T> what the flow comes to
 */
final class InPlace<T> implements Pace, BiConsumer<T, AjoException> {

    private final DelayedTasks delays;
    // Created with the first wait; most flows never wait.
    private BlockingQueue<Runnable> inbox;
    // The other fields are only used by the thread of the flow.
    private RequestDispatcher.Task waiting;
    private boolean ended;
    private T result;
    private AjoException failure;

    private InPlace(DelayedTasks delays) {
        this.delays = delays;
    }

    /**
     * Runs a flow on the calling thread and blocks until it ends.
     *
     * @throws AjoException when the flow fails
     */
    static <T> T carryOut(Flow<T> flow, DelayedTasks delays) {
        InPlace<T> pace = new InPlace<>(delays);
        flow.start(pace, pace);
        while (!pace.ended) {
            pace.nextStep().run();
        }
        if (pace.failure != null) {
            throw pace.failure;
        }
        return pace.result;
    }

    @Override
    public void accept(T given, AjoException reason) {
        ended = true;
        result = given;
        failure = reason;
    }

    @Override
    public void begin(RequestDispatcher.Task task, CompletableFuture<?> awaited) {
        task.run();
    }

    @Override
    public void resume(RequestDispatcher.Task task, CompletableFuture<?> awaited) {
        waiting = task;
        var unused = awaited.whenComplete((ignored, reason) -> tell(() -> end(task, task::run)));
    }

    @Override
    public void resume(RequestDispatcher.Task task, Duration delay) {
        waiting = task;
        delays.schedule(new Delayed(task), delay);
    }

    @Override
    public <F> F inPlace(Flow<F> flow) {
        return InPlace.carryOut(flow, delays);
    }

    @Override
    public void tell(Runnable event) {
        inbox().add(event);
    }

    private synchronized BlockingQueue<Runnable> inbox() {
        if (inbox == null) {
            inbox = new LinkedBlockingQueue<>();
        }
        return inbox;
    }

    private Runnable nextStep() {
        if (waiting == null) {
            throw new IllegalStateException("The flow has not ended, and waits for nothing");
        }
        try {
            return inbox().take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            RequestDispatcher.Task interrupted = waiting;
            return () -> end(
                    interrupted,
                    () -> interrupted.reject(new AjoRejectedException(
                            "The thread was interrupted while waiting", ErrorDetails.none(), e)));
        }
    }

    /** Ends the wait of a task, unless an interruption ended it first. */
    private void end(RequestDispatcher.Task task, Runnable how) {
        if (waiting == task) {
            waiting = null;
            how.run();
        }
    }

    /** Hands the end of a delay to the thread of the flow. */
    private final class Delayed implements RequestDispatcher.Task {

        private final RequestDispatcher.Task task;

        Delayed(RequestDispatcher.Task task) {
            this.task = task;
        }

        @Override
        public void run() {
            tell(() -> end(task, task::run));
        }

        @Override
        public void reject(AjoRejectedException reason) {
            tell(() -> end(task, () -> task.reject(reason)));
        }
    }
}
