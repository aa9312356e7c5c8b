package io.github.camelajo.internal.source;

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
     * Sends a change to the route and waits until its exchange is complete.
     *
     * @param place counted from 0 within the changes that were found together
     * @param size  how many changes were found together
     */
    Delivery deliver(SourceChange change, int place, int size);

    /** Whether more changes may be delivered; false once the route stops. */
    boolean mayGoOn();
}
