package io.github.camelajo.testkit;

import java.util.Iterator;
import java.util.Map;

/** Some events, then a failure, as of a database that goes away. */
public final class FailingIterator implements Iterator<Object> {

    private final int events;
    private int given;

    public FailingIterator(int events) {
        this.events = events;
    }

    @Override
    public boolean hasNext() {
        if (given == events) {
            throw new IllegalStateException("the row of anna@example.com");
        }
        return true;
    }

    @Override
    public Object next() {
        return Map.of("_id", "e" + given++);
    }
}
