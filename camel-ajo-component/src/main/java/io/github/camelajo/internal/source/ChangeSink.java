package io.github.camelajo.internal.source;

/** Takes changes into a route. */
public interface ChangeSink {

    /**
     * Sends a change into the route and waits until its exchange is complete.
     *
     * @param  place counted from 0 within the changes that were found together
     * @param  size  how many changes were found together
     * @return       whether it completed without a failure
     */
    boolean deliver(SourceChange change, int place, int size);

    /** Whether further changes may be delivered: false once the route stops. */
    boolean mayGoOn();
}
