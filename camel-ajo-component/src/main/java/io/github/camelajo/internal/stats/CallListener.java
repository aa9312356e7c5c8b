package io.github.camelajo.internal.stats;

/**
 * Is told about the calls of a component. Called on the thread of the call: return quickly. What it throws is logged and goes
 * no further.
 */
public interface CallListener {

    /** A call is over. */
    void ended(CallEvent call);

    /** A request has been answered, or failed. */
    default void requested(RequestEvent request) {}

    /** A request is made again. */
    default void retried(OperationStats operation) {}
}
