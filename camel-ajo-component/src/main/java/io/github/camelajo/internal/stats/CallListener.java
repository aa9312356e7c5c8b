package io.github.camelajo.internal.stats;

/**
 * Is told about the calls of a component. Called on the thread of the call: return quickly. What it throws is logged and goes
 * no further.
 */
public interface CallListener {

    /** A call is over. */
    void ended(CallEvent call);

    /** Something became of events; of the same ones again where they are delivered again. */
    default void events(EventFate fate, long events) {}

    /** A request is made again. */
    default void retried(OperationStats operation) {}
}
