package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.github.camelajo.exception.AjoException;

/** Counts the calls of a run, and refuses changes while only reading is allowed. */
final class CountedCalls implements StateCalls {

    private final StateCalls calls;
    private final StateProgress progress;
    private final boolean readOnly;

    private CountedCalls(StateCalls calls, StateProgress progress, boolean readOnly) {
        this.calls = calls;
        this.progress = progress;
        this.readOnly = readOnly;
    }

    static CountedCalls reading(StateCalls calls, StateProgress progress) {
        return new CountedCalls(calls, progress, true);
    }

    CountedCalls writing() {
        return new CountedCalls(calls, progress, false);
    }

    @Override
    public CompletableFuture<Answer> call(Call call) {
        boolean writes = call.writes();
        if (writes && readOnly) {
            throw new IllegalStateException("A plan only reads, and does not call " + call.id());
        }
        progress.called(writes);
        try {
            return calls.call(call);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void later(Duration delay, Runnable task, Consumer<AjoException> rejected) {
        calls.later(delay, task, rejected);
    }

    @Override
    public int lanes() {
        return calls.lanes();
    }

    @Override
    public CompletableFuture<String> sandboxType() {
        progress.called(false);
        return calls.sandboxType();
    }
}
