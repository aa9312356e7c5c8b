package io.github.camelajo.internal.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.github.camelajo.exception.AjoRejectedException;

/**
 * Runs flows on the threads of the dispatcher. A waiting flow holds no thread. A dispatcher thread that starts a call
 * makes it itself.
 */
final class Queued implements Pace {

    private final RequestDispatcher dispatcher;
    private final DelayedTasks delays;

    Queued(RequestDispatcher dispatcher, DelayedTasks delays) {
        this.dispatcher = dispatcher;
        this.delays = delays;
    }

    @Override
    public void begin(RequestDispatcher.Task task, CompletableFuture<?> awaited) {
        if (dispatcher.isWorker()) {
            task.run();
        } else if (awaited.isDone()) {
            dispatcher.execute(task);
        } else {
            dispatcher.waitOutside();
            var unused = awaited.whenComplete((ignored, failure) -> comeBack(task, dispatcher::resumeFromOutside));
        }
    }

    @Override
    public void resume(RequestDispatcher.Task task, CompletableFuture<?> awaited) {
        dispatcher.leavePlace();
        var unused = awaited.whenComplete((ignored, failure) -> comeBack(task, dispatcher::resume));
    }

    @Override
    public void resume(RequestDispatcher.Task task, Duration delay) {
        dispatcher.leavePlace();
        delays.schedule(new Delayed(task), delay);
    }

    @Override
    public <T> T inPlace(Flow<T> flow) {
        return InPlace.carryOut(flow, delays);
    }

    @Override
    public void tell(Runnable event) {
        event.run();
    }

    private static void comeBack(RequestDispatcher.Task task, Consumer<RequestDispatcher.Task> way) {
        try {
            way.accept(task);
        } catch (AjoRejectedException e) {
            task.reject(e);
        }
    }

    /** Moves a task off the timer, whose single thread must not be blocked: a route may continue with this task. */
    private final class Delayed implements RequestDispatcher.Task {

        private final RequestDispatcher.Task task;

        Delayed(RequestDispatcher.Task task) {
            this.task = task;
        }

        @Override
        public void run() {
            comeBack(task, dispatcher::resume);
        }

        @Override
        public void reject(AjoRejectedException reason) {
            task.reject(reason);
        }
    }
}
