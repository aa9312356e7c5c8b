package io.github.camelajo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.failure.Failure;
import io.github.camelajo.internal.source.SourceChange;

/**
 * Gets the whole items of changes ahead of their turn, so that a route does not wait for each call. The order stays, and no more
 * than {@value #AT_A_TIME} items are under way or in memory. For the thread of one poll.
 */
final class WholeItems {

    /** The one that is wanted, and those begun ahead. */
    static final int AT_A_TIME = 4;

    private final Function<SourceChange, Object> get;
    private final Predicate<Runnable> executor;
    private final ErrorDetails details;
    private final Deque<Begun> begun = new ArrayDeque<>();
    private final Deque<SourceChange> waiting = new ArrayDeque<>();

    private record Begun(SourceChange change, CompletableFuture<Object> item) {}

    /**
     * @param get      gets one item; the calling thread waits for it
     * @param executor runs a task elsewhere if there is a thread for it now, and says whether it does
     * @param details  operation and sandbox of the list, for exceptions
     */
    WholeItems(Function<SourceChange, Object> get, Predicate<Runnable> executor, ErrorDetails details) {
        this.get = get;
        this.executor = executor;
        this.details = details;
    }

    /** Tells which items will be wanted next, in this order. */
    void coming(List<SourceChange> changes) {
        begun.clear();
        waiting.clear();
        waiting.addAll(changes);
    }

    /**
     * The whole item of a change.
     *
     * @throws AjoException when it cannot be had
     */
    Object of(SourceChange change) {
        CompletableFuture<Object> ahead = take(change);
        beginMore();
        return ahead == null ? get.apply(change) : await(ahead);
    }

    /** @return {@code null} when it was not begun */
    // Two changes of one item can be equal.
    @SuppressWarnings("ReferenceEquality")
    private CompletableFuture<Object> take(SourceChange change) {
        while (!begun.isEmpty()) {
            Begun first = begun.poll();
            if (first.change() == change) {
                return first.item();
            }
        }
        while (!waiting.isEmpty() && waiting.poll() != change) {
            // Left out by the poll.
        }
        return null;
    }

    private void beginMore() {
        while (begun.size() < AT_A_TIME - 1 && !waiting.isEmpty()) {
            SourceChange next = waiting.peek();
            CompletableFuture<Object> item = new CompletableFuture<>();
            if (!executor.test(() -> complete(item, next))) {
                // All threads are busy: then it is got when it is wanted.
                return;
            }
            waiting.poll();
            begun.add(new Begun(next, item));
        }
    }

    private void complete(CompletableFuture<Object> item, SourceChange change) {
        try {
            item.complete(get.apply(change));
        } catch (RuntimeException | Error e) {
            item.completeExceptionally(e);
        }
    }

    private Object await(CompletableFuture<Object> item) {
        try {
            return item.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AjoException known
                    ? known
                    : Failure.unexpected(details.operation() + ", reading an item", details, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AjoTransportException(
                    details.operation() + ": the thread was interrupted while it waited for an item", details, true, e);
        }
    }
}
