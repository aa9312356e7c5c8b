package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.camelajo.internal.trace.Outgoing;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.apache.camel.CamelContext;
import org.apache.camel.support.CamelContextHelper;

/**
 * Writes spans with OpenTelemetry; the only class that knows it. The parent is always given: the context of the thread is
 * neither read nor changed, as calls change threads.
 */
final class OpenTelemetrySpans implements SpanWriter {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("url.template");
    private static final AttributeKey<String> SERVER = AttributeKey.stringKey("server.address");
    private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
    private static final AttributeKey<Long> RESEND = AttributeKey.longKey("http.request.resend_count");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<Long> MILLIS = AttributeKey.longKey("ajo.millis");

    private static final TextMapGetter<Map<String, String>> READER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
            return carrier.get(key);
        }
    };

    private final Tracer tracer;
    private final TextMapPropagator propagator;
    private final boolean takenAlong;
    private final Context parent;

    private OpenTelemetrySpans(Tracer tracer, TextMapPropagator propagator, boolean takenAlong, Context parent) {
        this.tracer = tracer;
        this.propagator = propagator;
        this.takenAlong = takenAlong;
        this.parent = parent;
    }

    /**
     * Writes with the tracer that Camel's own spans are written with.
     *
     * @param takenAlong whether the trace goes along with requests
     */
    static SpanWriters of(CamelContext context, boolean takenAlong) {
        Tracer ownTracer = CamelContextHelper.findSingleByType(context, Tracer.class);
        Tracer tracer = ownTracer == null ? GlobalOpenTelemetry.get().getTracer("camel") : ownTracer;
        ContextPropagators own = CamelContextHelper.findSingleByType(context, ContextPropagators.class);
        ContextPropagators used = own == null ? GlobalOpenTelemetry.get().getPropagators() : own;
        TextMapPropagator propagator = used.getTextMapPropagator();
        return new SpanWriters() {
            @Override
            public SpanWriter below(Map<String, String> carrier) {
                Span above = Span.fromContext(propagator.extract(Context.root(), carrier, READER));
                // Of the context only the span: baggage is the application's, and must not leave.
                return above.getSpanContext().isValid()
                        ? new OpenTelemetrySpans(
                                tracer, propagator, takenAlong, Context.root().with(above))
                        : SpanWriter.NONE;
            }

            @Override
            public SpanWriter roots() {
                return new OpenTelemetrySpans(tracer, propagator, takenAlong, Context.root());
            }
        };
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Child request(Outgoing request, Instant began) {
        String template = request.template();
        SpanBuilder builder = tracer.spanBuilder(
                        template == null ? request.method() : request.method() + " " + template)
                .setParent(parent)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(METHOD, request.method())
                .setAttribute(SERVER, request.host());
        if (template != null) {
            builder.setAttribute(TEMPLATE, template);
        }
        if (request.port() >= 0) {
            builder.setAttribute(PORT, (long) request.port());
        }
        if (request.resend() > 0) {
            builder.setAttribute(RESEND, (long) request.resend());
        }
        if (began != null) {
            builder.setStartTimestamp(began);
        }
        return new Written(builder.startSpan());
    }

    @Override
    public Child step(String name) {
        return new Written(tracer.spanBuilder(name)
                .setParent(parent)
                .setSpanKind(SpanKind.INTERNAL)
                .startSpan());
    }

    @Override
    public void headers(BiConsumer<String, String> headers) {
        if (takenAlong) {
            propagator.inject(parent, headers, (carrier, name, value) -> carrier.accept(name, value));
        }
    }

    /** One span. */
    private final class Written implements Child {

        private final Span span;

        Written(Span span) {
            this.span = span;
        }

        @Override
        public void attribute(String name, String value) {
            if (value != null) {
                span.setAttribute(name, value);
            }
        }

        @Override
        public void attribute(String name, long value) {
            span.setAttribute(name, value);
        }

        @Override
        public void event(String name, Duration took) {
            span.addEvent(name, Attributes.of(MILLIS, took.toMillis()));
        }

        @Override
        public void failed(String kind) {
            span.setAttribute(ERROR, kind);
            span.setStatus(StatusCode.ERROR);
        }

        @Override
        public void end() {
            span.end();
        }

        @Override
        public SpanWriter inside() {
            return new OpenTelemetrySpans(
                    tracer, propagator, takenAlong, Context.root().with(span));
        }
    }
}
