package io.github.camelajo.internal.desired;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.flow.AnswerFields;
import io.github.camelajo.internal.flow.LoopDetector;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Paging;

/** Reads all pages of a list and keeps none. */
final class Pages {

    private static final int MOST_EMPTY_PAGES = 10;

    private final StateCalls calls;
    private final StateCalls.Call list;
    private final Paging paging;
    private final Consumer<Map<?, ?>> each;
    private final Map<String, Object> parameters;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final LoopDetector loops = new LoopDetector();
    private int emptyPages;

    private Pages(StateCalls calls, StateCalls.Call list, Consumer<Map<?, ?>> each) {
        this.calls = calls;
        this.list = list;
        this.each = each;
        this.paging = OperationCatalog.require(list.api(), list.operation()).paging();
        this.parameters = new LinkedHashMap<>(list.parameters());
    }

    static CompletableFuture<Void> walk(StateCalls calls, StateCalls.Call list, Consumer<Map<?, ?>> each) {
        Pages pages = new Pages(calls, list, each);
        pages.go();
        return pages.end;
    }

    /** A loop where answers arrive at once, because thousands of pages would deepen the stack. */
    private void go() {
        boolean more = true;
        while (more) {
            CompletableFuture<StateCalls.Answer> coming = calls.call(list.with(Map.copyOf(parameters)));
            if (!coming.isDone()) {
                var unused = coming.whenComplete((answer, failure) -> {
                    if (take(answer, failure)) {
                        go();
                    }
                });
                return;
            }
            boolean[] next = new boolean[1];
            var unused = coming.whenComplete((answer, failure) -> next[0] = take(answer, failure));
            more = next[0];
        }
    }

    /** A list that is not read to its end must not look complete: what it lacks would be created once more. */
    private void refuseEndless(Collection<?> page, Object next) {
        emptyPages = page.isEmpty() ? emptyPages + 1 : 0;
        if (loops.isRepeat(next) || emptyPages == MOST_EMPTY_PAGES) {
            throw new AjoInvalidResponseException(
                    list.id() + ": the list does not end: "
                            + (emptyPages == MOST_EMPTY_PAGES
                                    ? emptyPages + " pages in a row are empty, and Adobe still names a next page"
                                    : "Adobe named the same next page twice"),
                    ErrorDetails.of(list.id(), null, false));
        }
    }

    /** Whether there is another page. */
    private boolean take(StateCalls.Answer answer, Throwable failure) {
        if (failure != null) {
            end.completeExceptionally(Futures.failure(failure));
            return false;
        }
        try {
            Object items = answer.body() instanceof Collection<?> whole
                    ? whole
                    : AnswerFields.at(answer.body(), paging.items());
            if (!(items instanceof Collection<?> page)) {
                throw new AjoInvalidResponseException(
                        list.id() + ": the answer has no list '" + paging.items() + "'",
                        ErrorDetails.of(list.id(), null, false));
            }
            for (Object item : page) {
                if (item instanceof Map<?, ?> object) {
                    each.accept(object);
                }
            }
            Object next = paging.hasPages() ? AnswerFields.at(answer.body(), paging.next()) : null;
            if (next == null || next.toString().isEmpty()) {
                end.complete(null);
                return false;
            }
            refuseEndless(page, next);
            parameters.put(paging.cursorParam(), next);
            return true;
        } catch (RuntimeException | Error e) {
            end.completeExceptionally(e);
            return false;
        }
    }
}
