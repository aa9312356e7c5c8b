package io.github.camelajo.internal.stats;

/**
 * Is told about the calls of a component. Called on the thread of the call: implementations return quickly. Exceptions
 * are logged and ignored.
 */
public interface CallListener {

    /** A call has ended. */
    void ended(CallEvent call);

    /** A request has been answered, or failed. */
    default void requested(RequestEvent request) {}

    /** Something became of events; of the same ones again where they are delivered again. */
    default void events(EventFate fate, long events) {}

    /** A request is repeated. */
    default void retried(OperationStats operation) {}
}
