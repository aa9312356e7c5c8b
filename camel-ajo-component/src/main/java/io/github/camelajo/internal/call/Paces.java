package io.github.camelajo.internal.call;

import io.github.camelajo.exception.AjoException;

/** The paces of the flows of one step of a route. All that these flows wait for ends when the step stops. */
public final class Paces {

    private final RequestDispatcher dispatcher;
    private final DelayedTasks delays;
    private final Pace queued;

    Paces(RequestDispatcher dispatcher, DelayedTasks delays) {
        this.dispatcher = dispatcher;
        this.delays = delays;
        this.queued = new Queued(dispatcher, delays);
    }

    /** The pace of flows that hold no thread while they wait. */
    public Pace queued() {
        return queued;
    }

    /**
     * Carries a flow out on the calling thread, which waits for everything.
     *
     * @throws AjoException when the flow fails
     */
    public <T> T inPlace(Pace.Flow<T> flow) {
        return InPlace.carryOut(flow, delays);
    }

    /** Whether the calling thread may not leave its flow, see {@link RequestDispatcher#mustStay}. */
    public boolean mustStay() {
        return dispatcher.mustStay();
    }

    /** Ends all waiting, now and from now on. What is sent already gets its answer. */
    public void stop() {
        delays.stop();
    }
}
