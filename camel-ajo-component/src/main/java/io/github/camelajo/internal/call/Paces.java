package io.github.camelajo.internal.call;

import io.github.camelajo.exception.AjoException;

/** The paces of one step of a route. When the step stops, all their waits end. */
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
     * Runs a flow on the calling thread and blocks until it ends.
     *
     * @throws AjoException when the flow fails
     */
    public <T> T inPlace(Pace.Flow<T> flow) {
        return InPlace.carryOut(flow, delays);
    }

    /** Whether the calling thread must not leave its flow, see {@link RequestDispatcher#mustStay}. */
    public boolean mustStay() {
        return dispatcher.mustStay();
    }

    /** Ends all waits, now and in future. A request that was already sent still gets its answer. */
    public void stop() {
        delays.stop();
    }
}
