package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.camelajo.exception.AjoRejectedException;
import io.github.camelajo.internal.call.Pace;
import io.github.camelajo.internal.call.RequestDispatcher;

/** Says how far long work has got, every few seconds until it ends. Work that is shorter says nothing. */
final class ProgressLines implements RequestDispatcher.Task {

    private final Pace pace;
    private final Duration every;
    private final CompletableFuture<?> work;
    private final Supplier<String> line;
    private final Consumer<String> log;

    private ProgressLines(
            Pace pace, Duration every, CompletableFuture<?> work, Supplier<String> line, Consumer<String> log) {
        this.pace = pace;
        this.every = every;
        this.work = work;
        this.line = line;
        this.log = log;
    }

    /**
     * Begins.
     *
     * @param pace keeps the time
     * @param work that it is about
     */
    static void begin(
            Pace pace, Duration every, CompletableFuture<?> work, Supplier<String> line, Consumer<String> log) {
        if (!work.isDone()) {
            pace.resume(new ProgressLines(pace, every, work, line, log), every);
        }
    }

    @Override
    public void run() {
        if (!work.isDone()) {
            log.accept(line.get());
            pace.resume(this, every);
        }
    }

    @Override
    public void reject(AjoRejectedException reason) {
        // The component stops, which the run is told too.
    }
}
