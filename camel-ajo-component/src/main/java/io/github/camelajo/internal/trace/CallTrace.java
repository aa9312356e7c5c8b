package io.github.camelajo.internal.trace;

import java.time.Duration;

/**
 * What the calls of one exchange tell of themselves while they are under way. Several threads may use it at a time. Nothing
 * here throws: a trace that cannot be written must not stop a call.
 */
public interface CallTrace {

    /** Nobody listens. */
    CallTrace NONE = NoTrace.INSTANCE;

    /** A request leaves now. Whoever asks for this ends it, once. */
    AttemptTrace attempt(Outgoing request);

    /** A request for a token leaves now. */
    AttemptTrace tokenRequest(Outgoing request);

    /** The call had to wait for a token. */
    void tokenAwaited(Duration waited);

    /** The call is made again after a pause. */
    void pause(Duration pause);

    /**
     * The end of a job is waited for from now on.
     *
     * @param operation tells how far the job is
     */
    WaitTrace waiting(String operation);

    /** The same for calls whose caller takes it for an answer that something is not there (404). */
    CallTrace lookups();

    /**
     * Counts something that came of the exchange.
     *
     * @param name attribute of the trace
     */
    void count(String name, long number);
}
