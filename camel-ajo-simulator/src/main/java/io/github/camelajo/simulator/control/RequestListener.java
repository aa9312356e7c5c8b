package io.github.camelajo.simulator.control;

/** Is notified of API requests, by the thread that serves the request. Several threads may call it at the same time. */
@FunctionalInterface
public interface RequestListener {

    /**
     * Called after a request was handled, just before its answer is sent.
     *
     * @param request the request with its token; do not log it
     * @param status  the HTTP status of the answer; 0 if the connection is broken instead
     */
    void answered(ReceivedRequest request, int status);
}
