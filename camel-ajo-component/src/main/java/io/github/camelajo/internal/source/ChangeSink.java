package io.github.camelajo.internal.source;

import java.util.List;

/** Takes changes into a route. */
public interface ChangeSink {

    /** What became of a change. */
    enum Delivery {
        /** Its exchange is complete. */
        COMPLETED,
        /** Its exchange failed. */
        FAILED,
        /** The route stopped before its exchange was complete. */
        UNFINISHED,
        /** The item was deleted since the list was read, so there was nothing to send. */
        GONE
    }

    /**
     * Tells which changes {@link #deliver} will be asked for next, unless the poll ends before: what they need can be made ready.
     *
     * @param changes in the order of their delivery
     */
    default void coming(List<SourceChange> changes) {}

    /**
     * Sends a change into the route and waits until its exchange is complete.
     *
     * @param place counted from 0 within the changes that were found together
     * @param size  how many changes were found together
     */
    Delivery deliver(SourceChange change, int place, int size);

    /** Whether further changes may be delivered: false once the route stops. */
    boolean mayGoOn();
}
