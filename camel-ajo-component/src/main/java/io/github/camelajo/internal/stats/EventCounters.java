package io.github.camelajo.internal.stats;

import java.util.concurrent.atomic.LongAdder;

/** Counts what became of events; many threads can write at a time without waiting for each other. */
public final class EventCounters {

    private final LongAdder taken = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder unknown = new LongAdder();

    void add(EventFate fate, long events) {
        switch (fate) {
            case TAKEN -> taken.add(events);
            case REFUSED -> refused.add(events);
            case UNKNOWN -> unknown.add(events);
        }
    }

    /** Events that Adobe has received. */
    public long taken() {
        return taken.sum();
    }

    /** Events that Adobe has not taken, or that could not be sent. One that is delivered again counts again. */
    public long refused() {
        return refused.sum();
    }

    /** Events of which nothing is proven. */
    public long unknown() {
        return unknown.sum();
    }
}
