package io.github.camelajo.internal.trace;

import java.util.function.BiConsumer;

/** One request on its way. The first of {@link #answered} and {@link #failed} ends it. */
public interface AttemptTrace {

    /** Nobody listens. */
    AttemptTrace NONE = NoTrace.INSTANCE;

    /** Gives the headers that take the trace along to the server; none unless that is wanted. */
    void headers(BiConsumer<String, String> headers);

    /**
     * The head of an answer is there.
     *
     * @param requestId the server's id of the call, or {@code null}
     * @param expected  whether the status is an answer to the question, and no failure
     */
    void answered(int status, String requestId, boolean expected);

    /**
     * There is no answer.
     *
     * @param kind one of few words
     */
    void failed(String kind);
}
