package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.trace.CallTrace;
import io.github.camelajo.internal.trace.Outgoing;
import org.apache.camel.telemetry.Span;

/** The span that Camel has made for an endpoint, and what the component adds to it. */
final class EndpointSpan implements TraceStart {

    private final Span span;
    private final String endpointUri;
    private final EndpointSpan outer;
    private final Map<String, String> carrier = new LinkedHashMap<>();
    private final TraceNotes notes = new TraceNotes();
    // A span of Camel says nothing about threads, and a run makes calls on several.
    private final ReentrantLock lock = new ReentrantLock();
    private boolean withChildren;

    /** @param outer what was there before, {@code null} for nothing */
    EndpointSpan(Span span, String endpointUri, EndpointSpan outer) {
        this.span = span;
        this.endpointUri = endpointUri;
        this.outer = outer;
    }

    EndpointSpan outer() {
        return outer;
    }

    /** Takes what a propagator writes about the span. */
    void carry(String name, String value) {
        carrier.put(name, value);
    }

    @Override
    public boolean isOf(String uri) {
        return endpointUri.equals(uri);
    }

    @Override
    public CallTrace begin(EndpointFacts facts, Function<Map<String, String>, SpanWriter> writers) {
        tell(facts);
        // Without a propagator spans below would be traces of their own.
        SpanWriter spans = carrier.isEmpty() ? SpanWriter.NONE : writers.apply(carrier);
        withChildren = spans.isOn();
        return new NotedTrace(notes, spans, this::event);
    }

    void tell(EndpointFacts facts) {
        tag("ajo.api", facts.api());
        tag("ajo.operation", facts.operation());
        tag("ajo.sandbox", facts.sandbox());
    }

    private void event(String name, Duration took) {
        lock.lock();
        try {
            span.log(Map.of("event", name, "ajo.millis", Long.toString(took.toMillis())));
        } finally {
            lock.unlock();
        }
    }

    private void tag(String name, String value) {
        if (value != null) {
            lock.lock();
            try {
                span.setTag(name, value);
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Says how it has ended.
     *
     * @param failure {@code null} for a success
     */
    void end(Throwable failure) {
        Outgoing last = notes.last();
        if (last != null) {
            tag("ajo.attempts", Integer.toString(notes.attempts()));
            tag("ajo.request_id", notes.requestId());
            if (!withChildren) {
                request(last);
            }
        }
        notes.counts().forEach((name, number) -> tag(name, Long.toString(number)));
        if (failure != null) {
            tag("error.type", kind(failure));
            lock.lock();
            try {
                span.setError(true);
            } finally {
                lock.unlock();
            }
        }
    }

    /** Spans below would say this. As text, as Camel's spans take nothing else. */
    private void request(Outgoing last) {
        tag("http.request.method", last.method());
        tag("url.template", last.template());
        tag("server.address", last.host());
        if (notes.status() != 0) {
            tag("http.response.status_code", Integer.toString(notes.status()));
        }
        if (last.resend() > 0) {
            tag("http.request.resend_count", Integer.toString(last.resend()));
        }
    }

    private static String kind(Throwable failure) {
        return failure instanceof AjoException known
                ? known.getKind().label()
                : failure.getClass().getName();
    }
}
