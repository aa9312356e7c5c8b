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

/** Reads the pages of a list while the route iterates over it. At most one page is read ahead. */
public final class PagedItems implements PageIterator {

    private final ListProgress progress;
    private final Function<Object, Supplier<Page>> fetch;
    private final Function<Object, Object> convert;
    private Iterator<Object> items;
    /** The next page, as long as it has not been requested; otherwise {@code null}. */
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
            // Camel's splitter asks once more after the end, and after a failure even iterates over the rest.
            if (exhausted || abandoned.getAsBoolean()) {
                return false;
            }
            if (closed) {
                // A quiet end would look like the end of the list.
                throw new AjoException(
                        progress.operation()
                                + ": the list is closed because its exchange has ended; read it in the route, or use paging=all",
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

    /** The list is longer than its reader can hold. */
    AjoInvalidResponseException tooLong(String reason) {
        return progress.endless(reason);
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more items of " + progress.operation());
        }
        Object item = items.next();
        // Not with the first item: the request would compete with the parsing of the next page, and many routes want
        // only that item.
        if (begun || !items.hasNext()) {
            askAhead();
        }
        begun = true;
        return convert.apply(item);
    }

    /** Once this is true no further page is requested: the reader has failed and nobody needs the rest. */
    public void abandonWhen(BooleanSupplier failed) {
        abandoned = failed;
    }

    /** Stops requesting pages. */
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
