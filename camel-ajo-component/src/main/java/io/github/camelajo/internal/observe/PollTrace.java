package io.github.camelajo.internal.observe;

import io.github.camelajo.internal.trace.CallTrace;

/** One poll of a source, as a trace of its own: what it finds begins others. */
public final class PollTrace {

    /** Nobody listens. */
    public static final PollTrace NONE = new PollTrace(SpanWriter.Child.NONE, CallTrace.NONE);

    private final SpanWriter.Child span;
    private final CallTrace calls;

    private PollTrace(SpanWriter.Child span, CallTrace calls) {
        this.span = span;
        this.calls = calls;
    }

    static PollTrace begin(SpanWriter roots, EndpointFacts facts) {
        SpanWriter.Child span = roots.step("ajo poll " + facts.api() + "." + facts.operation());
        span.attribute("ajo.api", facts.api());
        span.attribute("ajo.operation", facts.operation());
        span.attribute("ajo.sandbox", facts.sandbox());
        return new PollTrace(span, new NotedTrace(new TraceNotes(), span.inside(), span::event));
    }

    /** What the calls of the poll tell of themselves. */
    public CallTrace calls() {
        return calls;
    }

    /** The poll is over, and has read and delivered something. */
    public void delivered(long items, long changes, long failed) {
        NotedTrace.safely(() -> {
            span.attribute("ajo.source.items", items);
            span.attribute("ajo.source.changes", changes);
            span.attribute("ajo.source.failed", failed);
        });
    }

    /**
     * The poll is over.
     *
     * @param failure kind of the failure, {@code null} for a success
     */
    public void end(String failure) {
        if (failure != null) {
            NotedTrace.safely(() -> span.failed(failure));
        }
        NotedTrace.safely(span::end);
    }
}
