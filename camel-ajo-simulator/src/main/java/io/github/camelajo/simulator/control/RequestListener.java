package io.github.camelajo.simulator.control;

/** Is told of API requests. Called on the thread that serves the request, and can come from several at a time. */
@FunctionalInterface
public interface RequestListener {

    /**
     * A request has come and has been carried out, or refused; its answer is about to be sent.
     *
     * @param request with its token; keep it out of logs
     * @param status  HTTP status of the answer; 0 when the connection is broken instead
     */
    void answered(ReceivedRequest request, int status);
}
