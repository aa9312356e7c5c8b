package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import io.github.camelajo.internal.trace.AttemptTrace;
import io.github.camelajo.internal.trace.CallTrace;
import io.github.camelajo.internal.trace.Outgoing;
import io.github.camelajo.internal.trace.WaitTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps notes of the requests below one span, and gives each a span of its own where the application has a tracer. Names and
 * attributes are those of OpenTelemetry's conventions for HTTP clients, without what could name a resource or a person.
 */
final class NotedTrace implements CallTrace {

    private static final Logger LOG = LoggerFactory.getLogger(NotedTrace.class);

    private static final int NOT_FOUND = 404;

    private final TraceNotes notes;
    private final SpanWriter spans;
    private final Events events;
    private final boolean failuresOnly;
    private final boolean lookups;

    /** Takes what happens between requests. */
    @FunctionalInterface
    interface Events {
        void add(String name, Duration took);
    }

    NotedTrace(TraceNotes notes, SpanWriter spans, Events events) {
        this(notes, spans, events, false, false);
    }

    private NotedTrace(TraceNotes notes, SpanWriter spans, Events events, boolean failuresOnly, boolean lookups) {
        this.notes = notes;
        this.spans = spans;
        this.events = events;
        this.failuresOnly = failuresOnly;
        this.lookups = lookups;
    }

    @Override
    public AttemptTrace attempt(Outgoing request) {
        notes.left(request);
        boolean quiet = failuresOnly && request.resend() == 0;
        return new Attempt(request, quiet || !notes.takeSpan() ? null : begin(request, null), true);
    }

    @Override
    public AttemptTrace tokenRequest(Outgoing request) {
        return new Attempt(request, begin(request, null), false);
    }

    private SpanWriter.Child begin(Outgoing request, Instant began) {
        return safely(() -> spans.request(request, began), SpanWriter.Child.NONE);
    }

    @Override
    public void tokenAwaited(Duration waited) {
        safely(() -> events.add("ajo.token.awaited", waited));
    }

    @Override
    public void pause(Duration pause) {
        safely(() -> events.add("ajo.pause", pause));
    }

    @Override
    public WaitTrace waiting(String operation) {
        SpanWriter.Child span = safely(() -> spans.step("ajo wait " + operation), SpanWriter.Child.NONE);
        return new Wait(span);
    }

    @Override
    public CallTrace lookups() {
        return lookups ? this : new NotedTrace(notes, spans, events, failuresOnly, true);
    }

    @Override
    public void count(String name, long number) {
        notes.count(name, number);
    }

    /** A trace that cannot be written must not stop a call. */
    static void safely(Runnable step) {
        safely(
                () -> {
                    step.run();
                    return null;
                },
                null);
    }

    static <T> T safely(Supplier<T> step, T otherwise) {
        try {
            return step.get();
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("A trace could not be written", e);
            return otherwise;
        }
    }

    /** A request on its way. */
    private final class Attempt implements AttemptTrace {

        private final Outgoing request;
        private final boolean call;
        private final Instant began;
        private final AtomicBoolean ended = new AtomicBoolean();
        private SpanWriter.Child span;

        /**
         * @param span {@code null} as long as there is nothing to tell
         * @param call whether it is a request of the exchange itself, and none for a token
         */
        Attempt(Outgoing request, SpanWriter.Child span, boolean call) {
            this.request = request;
            this.span = span;
            this.call = call;
            this.began = span == null ? Instant.now() : null;
        }

        @Override
        public void headers(BiConsumer<String, String> headers) {
            safely(() -> (span == null ? spans : span.inside()).headers(headers));
        }

        @Override
        public void answered(int status, String requestId, boolean expected) {
            if (!ended.compareAndSet(false, true)) {
                return;
            }
            if (call) {
                notes.answered(status, requestId);
            }
            boolean failed = !expected && !(lookups && status == NOT_FOUND);
            SpanWriter.Child told = told(failed);
            safely(() -> {
                told.attribute("http.response.status_code", status);
                told.attribute("ajo.request_id", requestId);
                if (failed) {
                    told.failed(Integer.toString(status));
                }
            });
            safely(told::end);
        }

        @Override
        public void failed(String kind) {
            if (ended.compareAndSet(false, true)) {
                SpanWriter.Child told = told(true);
                safely(() -> told.failed(kind));
                safely(told::end);
            }
        }

        private SpanWriter.Child told(boolean failed) {
            if (span == null) {
                span = failed && notes.takeSpanOfFailure() ? begin(request, began) : SpanWriter.Child.NONE;
            }
            return span;
        }
    }

    /** A job that is waited for. */
    private final class Wait implements WaitTrace {

        private final SpanWriter.Child span;
        private final AtomicBoolean ended = new AtomicBoolean();

        Wait(SpanWriter.Child span) {
            this.span = span;
        }

        @Override
        public CallTrace questions() {
            return new NotedTrace(notes, span.inside(), span::event, true, lookups);
        }

        @Override
        public void ended(int questions, String state, String failure) {
            if (!ended.compareAndSet(false, true)) {
                return;
            }
            safely(() -> {
                span.attribute("ajo.job.polls", questions);
                span.attribute("ajo.job.state", state);
                if (failure != null) {
                    span.failed(failure);
                }
            });
            safely(span::end);
        }
    }
}
