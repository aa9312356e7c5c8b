package io.github.camelajo.workflow;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.ErrorDetails;

/** The items of a list, one page at a time: only the page that is being read is held. For one thread at a time. */
public final class PageIterator implements Iterator<Object>, Closeable {

    private final String operation;
    private final Function<Object, Page> fetch;
    private final Function<Object, Object> convert;
    private final LoopDetector loops = new LoopDetector();
    private Iterator<Object> items;
    private Object next;
    private int pages = 1;
    private volatile boolean closed;

    /**
     * @param first   the page that is there already
     * @param fetch   gets the page of a number or cursor
     * @param convert makes of an item what the route gets
     */
    PageIterator(String operation, Page first, Function<Object, Page> fetch, Function<Object, Object> convert) {
        this.operation = operation;
        this.fetch = fetch;
        this.convert = convert;
        this.items = first.items().iterator();
        this.next = first.next();
    }

    /**
     * @throws AjoException when the next page cannot be had, or when the exchange that this list belongs to is over
     */
    @Override
    public boolean hasNext() {
        while (!items.hasNext()) {
            if (next == null) {
                return false;
            }
            turnPage();
        }
        return true;
    }

    private void turnPage() {
        if (closed) {
            // Ending quietly would look like the end of the list.
            throw new AjoException(
                    operation + ": the list is closed because its exchange is over; read it in the route, or use paging=all",
                    ErrorDetails.of(operation, null, false));
        }
        if (loops.hasBeenBefore(next)) {
            throw new AjoInvalidResponseException(
                    operation + ": Adobe named the same next page twice; the list was read up to there and given up",
                    ErrorDetails.of(operation, null, false));
        }
        Page page = fetch.apply(next);
        items = page.items().iterator();
        next = page.next();
        pages++;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more items of " + operation);
        }
        return convert.apply(items.next());
    }

    /** No further page is asked for. */
    @Override
    public void close() {
        closed = true;
        items = List.of().iterator();
    }

    @Override
    public String toString() {
        return "items of " + operation + " (" + pages + (pages == 1 ? " page" : " pages") + " read so far)";
    }
}
