package io.github.camelajo.internal.call;

import java.time.Duration;

import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.answer.AnswerReader;
import io.github.camelajo.internal.request.AjoRequest;
import io.github.camelajo.internal.stats.EndpointStats;
import io.github.camelajo.internal.stats.OperationStats;
import io.github.camelajo.internal.trace.AttemptTrace;
import io.github.camelajo.internal.trace.CallTrace;
import io.github.camelajo.internal.trace.Outgoing;

/** What has happened to a call so far. Only one thread uses it at a time. */
final class CallState {

    private final AjoRequest request;
    private final AnswerReader reader;
    private final EndpointStats stats;
    private final OperationStats calls;
    private final long startNanos = System.nanoTime();
    private long leftNanos;
    private int attempts;
    private int failures;
    private boolean tokenRenewed;
    private boolean youngTokenGivenTime;
    private boolean reconnected;
    private boolean sent;

    CallState(AjoRequest request, AnswerReader reader, EndpointStats stats) {
        this.request = request;
        this.reader = reader;
        this.stats = stats;
        this.calls = stats.began(request.operation());
    }

    AjoRequest request() {
        return request;
    }

    AnswerReader reader() {
        return reader;
    }

    /** A request is about to be sent. */
    AttemptTrace attempt() {
        leftNanos = System.nanoTime();
        attempts++;
        CallTrace trace = request.trace();
        // Most calls have no trace, and need nothing made for it.
        return trace.equals(CallTrace.NONE) ? AttemptTrace.NONE : trace.attempt(leaving());
    }

    /**
     * The request that is under way has been answered, or never will be.
     *
     * @param status  0 without an answer
     * @param failure {@code null} with one
     */
    void requested(int status, String failure) {
        if (stats.isListenedTo()) {
            stats.requested(leaving(), status, failure, System.nanoTime() - leftNanos);
        }
    }

    private Outgoing leaving() {
        return request.outgoing(attempts - 1);
    }

    /** The request will be sent again. */
    void again(Duration delay) {
        stats.retried(calls, attempts, delay);
        if (!delay.isZero()) {
            request.trace().pause(delay);
        }
    }

    void succeeded(Answer answer) {
        stats.succeeded(calls, answer, attempts, System.nanoTime() - startNanos);
    }

    void failed(Throwable failure) {
        stats.failed(calls, failure, attempts, System.nanoTime() - startNanos);
    }

    /** A request, or a part of it, may have reached Adobe, and no answer tells whether it was carried out. */
    void sent() {
        sent = true;
    }

    /** Whether any request of this call may have been carried out without an answer to say so. */
    boolean wasSent() {
        return sent;
    }

    /** Counts a failure and returns the number of failures so far. */
    int countFailure() {
        return ++failures;
    }

    /** Uses up the single token renewal of the call. Returns true the first time only. */
    boolean takeTokenRenewal() {
        boolean first = !tokenRenewed;
        tokenRenewed = true;
        return first;
    }

    /** Whether the call has already been repeated with a new token. */
    boolean isTokenRenewed() {
        return tokenRenewed;
    }

    /** Uses up the single repeat after a pause for a new token that was refused. Returns true the first time only. */
    boolean takeYoungTokenRepeat() {
        boolean first = !youngTokenGivenTime;
        youngTokenGivenTime = true;
        return first;
    }

    /** Uses up the single repeat on a new connection. Returns true the first time only. */
    boolean takeReconnect() {
        boolean first = !reconnected;
        reconnected = true;
        return first;
    }
}
