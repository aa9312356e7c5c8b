package io.github.camelajo.internal.call;

import java.time.Duration;

import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.answer.AnswerReader;
import io.github.camelajo.internal.request.AjoRequest;
import io.github.camelajo.internal.stats.CallMeter;
import io.github.camelajo.internal.stats.OperationCalls;

/** What has happened to a call so far. Used by one thread at a time. */
final class CallState {

    private final AjoRequest request;
    private final AnswerReader reader;
    private final CallMeter meter;
    private final OperationCalls calls;
    private final long startNanos = System.nanoTime();
    private int attempts;
    private int failures;
    private boolean tokenRenewed;
    private boolean reconnected;
    private boolean sent;

    CallState(AjoRequest request, AnswerReader reader, CallMeter meter) {
        this.request = request;
        this.reader = reader;
        this.meter = meter;
        this.calls = meter.began(request.operation());
    }

    AjoRequest request() {
        return request;
    }

    AnswerReader reader() {
        return reader;
    }

    /** A request is about to be made. */
    void attempt() {
        attempts++;
    }

    /** The request will be made again. */
    void again(Duration delay) {
        meter.retried(calls, attempts, delay);
    }

    void succeeded(Answer answer) {
        meter.succeeded(calls, answer, attempts, System.nanoTime() - startNanos);
    }

    void failed(Throwable failure) {
        meter.failed(calls, failure, attempts, System.nanoTime() - startNanos);
    }

    /** A request, or a part of it, may have reached Adobe, and no answer tells what has become of it. */
    void sent() {
        sent = true;
    }

    /** Whether any request of this call may have been carried out without an answer that says so. */
    boolean wasSent() {
        return sent;
    }

    /** Counts a failure and tells how many there are now. */
    int countFailure() {
        return ++failures;
    }

    /** True the first time only. */
    boolean mayRenewToken() {
        boolean first = !tokenRenewed;
        tokenRenewed = true;
        return first;
    }

    /** True the first time only. */
    boolean mayReconnect() {
        boolean first = !reconnected;
        reconnected = true;
        return first;
    }
}
