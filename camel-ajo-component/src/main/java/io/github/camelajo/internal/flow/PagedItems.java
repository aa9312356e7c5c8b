package io.github.camelajo.internal.flow;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.result.PageIterator;

/** Walks the pages of a list while the list is read. At most one page is read ahead. */
public final class PagedItems implements PageIterator {

    private final ListProgress progress;
    private final Function<Object, Supplier<Page>> fetch;
    private final Function<Object, Object> convert;
    private Iterator<Object> items;
    /** Names the page behind this one, as long as it has not been asked for; else null. */
    private Object following;

    private Supplier<Page> next;
    private boolean begun;
    private boolean exhausted;
    private volatile boolean closed;
    private volatile BooleanSupplier abandoned = () -> false;

    /**
     * @param progress of this list, at its beginning
     * @param first    the page that is there already
     * @param fetch    begins to get the page of a number or cursor; its answer waits for it
     * @param convert  makes of an item what the route gets
     */
    PagedItems(
            ListProgress progress,
            Page first,
            Function<Object, Supplier<Page>> fetch,
            Function<Object, Object> convert) {
        this.progress = progress;
        this.fetch = fetch;
        this.convert = convert;
        turnTo(first);
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext()) {
            // Camel's splitter looks once more after the end, and after a failure even runs through all that is left.
            if (exhausted || abandoned.getAsBoolean()) {
                return false;
            }
            if (closed) {
                // Ending quietly would look like the end of the list.
                throw new AjoException(
                        progress.operation()
                                + ": the list is closed because its exchange is over; read it in the route, or use paging=all",
                        progress.details());
            }
            askAhead();
            if (next == null) {
                exhausted = true;
                return false;
            }
            turnTo(next.get());
        }
        return true;
    }

    private void turnTo(Page page) {
        items = progress.take(page).iterator();
        following = page.next();
        next = null;
        begun = false;
    }

    private void askAhead() {
        if (following == null) {
            return;
        }
        Object name = following;
        following = null;
        AjoInvalidResponseException refusal = progress.refusalOf(name);
        if (refusal == null) {
            next = fetch.apply(name);
        } else {
            next = () -> {
                throw refusal;
            };
        }
    }

    /** The list is longer than whoever reads it can hold. */
    AjoInvalidResponseException tooLong(String reason) {
        return progress.endless(reason);
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more items of " + progress.operation());
        }
        Object item = items.next();
        // Not for the first item already: it would share the processor with the reading of the page behind it, and
        // many a route wants no more than that one.
        if (begun || !items.hasNext()) {
            askAhead();
        }
        begun = true;
        return convert.apply(item);
    }

    /** No further page is asked for once this is true: who read the list has failed, and nobody needs the rest. */
    public void abandonWhen(BooleanSupplier failed) {
        abandoned = failed;
    }

    /** No further page is asked for. */
    @Override
    public void close() {
        closed = true;
        items = Collections.emptyIterator();
    }

    @Override
    public String toString() {
        int pages = progress.pages();
        return "items of " + progress.operation() + " (" + pages + (pages == 1 ? " page" : " pages") + " read so far)";
    }
}
