package io.github.camelajo.internal.stats;

import java.time.Duration;

import io.github.camelajo.internal.answer.Answer;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.trace.Outgoing;

/** Counts the calls of an endpoint, and those of its component with them. */
public final class EndpointStats {

    private final ComponentStats stats;
    private final CallCounters own = new CallCounters();
    // An endpoint has one operation unless headers choose it, so one is remembered: finding it by its id would build
    // that first.
    private volatile OperationStats latest;

    public EndpointStats(ComponentStats stats) {
        this.stats = stats;
    }

    public CallCounters own() {
        return own;
    }

    // The catalogue has one object for each operation, and comparing all their parts would take longer than the rest
    // here.
    @SuppressWarnings("ReferenceEquality")
    public OperationStats began(Operation operation) {
        stats.began();
        OperationStats known = latest;
        if (known == null || known.operation() != operation) {
            known = stats.of(operation);
            latest = known;
        }
        return known;
    }

    public void retried(OperationStats calls, int attempt, Duration delay) {
        own.retried();
        stats.retried(calls, attempt, delay);
    }

    /** Whether anybody wants to hear of single requests. */
    public boolean isListenedTo() {
        return stats.isListenedTo();
    }

    public void requested(Outgoing request, int status, String failure, long nanos) {
        stats.requested(request, status, failure, nanos);
    }

    public void succeeded(OperationStats calls, Answer answer, int attempts, long nanos) {
        own.ended(true, nanos);
        stats.succeeded(calls, answer, attempts, nanos);
    }

    public void events(EventFate fate, long events) {
        stats.events(fate, events);
    }

    public void failed(OperationStats calls, Throwable failure, int attempts, long nanos) {
        own.ended(false, nanos);
        stats.failed(calls, failure, attempts, nanos);
    }
}
