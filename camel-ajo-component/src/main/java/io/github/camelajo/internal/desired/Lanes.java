package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.github.camelajo.exception.AjoException;

/**
 * Processes many items, a few at a time. Each lane takes the next item when it is done with one. A lane whose work ends
 * on its own thread continues in a loop, so that thousands of items do not deepen the stack.
 */
final class Lanes<T> {

    private final Iterator<T> items;
    private final Function<T, CompletableFuture<Void>> work;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicInteger open;

    private Lanes(Collection<T> items, Function<T, CompletableFuture<Void>> work, int lanes) {
        this.items = items.iterator();
        this.work = work;
        this.open = new AtomicInteger(lanes);
    }

    /**
     * @param  work does one thing, and handles its failures; one that it does not handle ends all
     * @return      completes when all is done
     */
    static <T> CompletableFuture<Void> run(
            StateCalls calls, Collection<T> items, Function<T, CompletableFuture<Void>> work) {
        int lanes = Math.min(calls.lanes(), items.size());
        if (lanes == 0) {
            return CompletableFuture.completedFuture(null);
        }
        Lanes<T> all = new Lanes<>(items, work, lanes);
        if (lanes == 1) {
            all.go();
        } else {
            for (int i = 0; i < lanes; i++) {
                // On threads of their own: a call made by a dispatcher thread runs on that very thread.
                calls.later(Duration.ZERO, all::go, all::fail);
            }
        }
        return all.end;
    }

    private T next() {
        synchronized (items) {
            return items.hasNext() && !end.isDone() ? items.next() : null;
        }
    }

    private void go() {
        while (true) {
            T item = next();
            if (item == null) {
                if (open.decrementAndGet() == 0) {
                    end.complete(null);
                }
                return;
            }
            CompletableFuture<Void> done;
            try {
                done = work.apply(item);
            } catch (RuntimeException | Error e) {
                end.completeExceptionally(e);
                return;
            }
            if (!done.isDone()) {
                var unused = done.whenComplete((ignored, failure) -> {
                    if (failure == null) {
                        go();
                    } else {
                        end.completeExceptionally(failure);
                    }
                });
                return;
            }
            if (done.isCompletedExceptionally()) {
                var unused = done.whenComplete((ignored, failure) -> end.completeExceptionally(failure));
                return;
            }
        }
    }

    private void fail(AjoException reason) {
        end.completeExceptionally(reason);
    }
}
