package io.github.camelajo.result;

import java.io.Closeable;
import java.util.Iterator;
import java.util.NoSuchElementException;

import io.github.camelajo.exception.AjoException;

/**
 * The items of a list, as {@code paging=iterator} returns them. Pages are read while the route iterates. At most one
 * page is read ahead. Not thread-safe.
 */
public interface PageIterator extends Iterator<Object>, Closeable {

    /**
     * Reads the next page when the current one is used up.
     *
     * @throws AjoException when the next page cannot be read, or when the exchange that the list belongs to is over
     */
    @Override
    boolean hasNext();

    /**
     * @throws AjoException           as for {@link #hasNext()}
     * @throws NoSuchElementException after the last item
     */
    @Override
    Object next();

    /** Ends the list. No further page is read. */
    @Override
    void close();
}
