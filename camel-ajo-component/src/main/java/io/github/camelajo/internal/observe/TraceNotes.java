package io.github.camelajo.internal.observe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelajo.internal.trace.Outgoing;

/** What is known of all requests below one span. Written by many threads. */
final class TraceNotes {

    /** A run can make thousands of requests: a trace of so many spans is useless and expensive. */
    static final int MOST_SPANS = 100;

    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger spans = new AtomicInteger();
    private final AtomicInteger spansOfFailures = new AtomicInteger();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private volatile Outgoing last;
    private volatile int status;
    private volatile String requestId;

    void left(Outgoing request) {
        attempts.incrementAndGet();
        last = request;
        status = 0;
    }

    void answered(int answeredStatus, String answeredId) {
        status = answeredStatus;
        requestId = answeredId;
    }

    void count(String name, long number) {
        counts.put(name, number);
    }

    /** Whether another request may have a span of its own. */
    boolean takeSpan() {
        return spans.get() < MOST_SPANS && spans.incrementAndGet() <= MOST_SPANS;
    }

    /** Whether another failure may, beyond that. */
    boolean takeSpanOfFailure() {
        return spansOfFailures.get() < MOST_SPANS && spansOfFailures.incrementAndGet() <= MOST_SPANS;
    }

    int attempts() {
        return attempts.get();
    }

    Map<String, Long> counts() {
        return counts;
    }

    /** {@code null} before the first. */
    Outgoing last() {
        return last;
    }

    /** Of the latest answer, 0 for none. */
    int status() {
        return status;
    }

    String requestId() {
        return requestId;
    }
}
