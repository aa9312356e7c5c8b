package io.github.camelajo.internal.outbox;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Results of calls that could not be stored before the route stopped. As long as the process lives, no other process takes care of
 * these items. So the next route in this process that delivers the lane stores the results first.
 */
public final class Leftovers {

    private final Queue<Supplier<Boolean>> works = new ConcurrentLinkedQueue<>();

    void add(Supplier<Boolean> work) {
        works.add(work);
    }

    /**
     * Stores what is left.
     *
     * @return                                      how many results were still needed, and are stored now
     * @throws io.github.camelajo.spi.StoreException if the storage is away; the rest stays
     */
    int store() {
        int stored = 0;
        for (Supplier<Boolean> work = works.peek(); work != null; work = works.peek()) {
            stored += work.get() ? 1 : 0;
            // Not the first one: a route that was cut off may still be storing, too.
            works.remove(work);
        }
        return stored;
    }
}
