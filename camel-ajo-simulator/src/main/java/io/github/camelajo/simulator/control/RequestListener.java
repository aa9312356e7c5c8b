package io.github.camelajo.simulator.control;

/**
 * Is notified of API requests. The thread that serves the request makes the call; several threads may call at the same
 * time.
 */
@FunctionalInterface
public interface RequestListener {

    /**
     * Called after a request was carried out or refused, just before its answer is sent.
     *
     * @param request with its token; keep it out of logs
     * @param status  HTTP status of the answer; 0 when the connection is broken instead
     */
    void answered(ReceivedRequest request, int status);
}
