package io.github.camelajo.internal.source;

import java.util.List;

/** Delivers changes to a route. */
public interface ChangeSink {

    /** The outcome of a change. */
    enum Delivery {
        /** Its exchange is complete. */
        COMPLETED,
        /** Its exchange failed. */
        FAILED,
        /** The route stopped before its exchange was complete. */
        UNFINISHED,
        /** The item was deleted after the list was read, so there was nothing to send. */
        GONE
    }

    /**
     * Tells which changes {@link #deliver} will be asked for next, unless the poll ends before: what they need can be made ready.
     *
     * @param changes in the order of their delivery
     */
    default void coming(List<SourceChange> changes) {}

    /**
     * Sends a change to the route and waits until its exchange is complete.
     *
     * @param place counted from 0 within the changes that were found together
     * @param size  how many changes were found together
     */
    Delivery deliver(SourceChange change, int place, int size);

    /** Whether more changes may be delivered; false once the route stops. */
    boolean mayGoOn();
}
