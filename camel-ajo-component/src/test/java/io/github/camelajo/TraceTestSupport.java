package io.github.camelajo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.github.camelajo.testkit.AjoTestSupport;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;

/** A context that traces with OpenTelemetry, into memory. */
abstract class TraceTestSupport extends AjoTestSupport {

    final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final Balance balance = new Balance();
    private SdkTracerProvider provider;

    /** Counts begun and ended spans. */
    private static final class Balance implements SpanProcessor {

        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();

        @Override
        public void onStart(Context parentContext, ReadWriteSpan span) {
            begun.incrementAndGet();
        }

        @Override
        public boolean isStartRequired() {
            return true;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            ended.incrementAndGet();
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        provider = SdkTracerProvider.builder()
                .addSpanProcessor(balance)
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
        context.getRegistry().bind("tracer", provider.get("test"));
        propagators(context);
        OpenTelemetryTracer tracer = new OpenTelemetryTracer();
        tracer.setTraceHeadersInclusion(true);
        tracer.init(context);
        return context;
    }

    void propagators(CamelContext context) {
        context.getRegistry().bind("propagators", ContextPropagators.create(W3CTraceContextPropagator.getInstance()));
    }

    @AfterEach
    void everySpanThatBeganHasEndedOnce() {
        assertThat(balance.ended.get()).isEqualTo(balance.begun.get());
        provider.close();
    }

    List<SpanData> spans() {
        return exporter.getFinishedSpanItems();
    }

    List<SpanData> spans(String name) {
        return spans().stream().filter(span -> span.getName().equals(name)).toList();
    }

    SpanData span(String name) {
        assertThat(spans(name)).as(name + " in\n" + tree()).hasSize(1);
        return spans(name).get(0);
    }

    static String text(SpanData span, String attribute) {
        return span.getAttributes().get(AttributeKey.stringKey(attribute));
    }

    static Long number(SpanData span, String attribute) {
        return span.getAttributes().get(AttributeKey.longKey(attribute));
    }

    /** All traces as an indented list: name, status code, resend, events, and what failed. */
    String tree() {
        StringBuilder all = new StringBuilder();
        draw(all, SpanId.getInvalid(), 0);
        return all.toString();
    }

    private void draw(StringBuilder all, String parent, int depth) {
        spans().stream()
                .filter(span -> span.getParentSpanId().equals(parent))
                .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
                .forEach(span -> {
                    all.append("  ".repeat(depth)).append(line(span)).append('\n');
                    draw(all, span.getSpanId(), depth + 1);
                });
    }

    private static String line(SpanData span) {
        List<String> words = new ArrayList<>(List.of(span.getName()));
        if (number(span, "http.response.status_code") != null) {
            words.add(number(span, "http.response.status_code").toString());
        }
        if (number(span, "http.request.resend_count") != null) {
            words.add("resend " + number(span, "http.request.resend_count"));
        }
        if (number(span, "ajo.job.polls") != null) {
            words.add(number(span, "ajo.job.polls") + " polls, " + text(span, "ajo.job.state"));
        }
        span.getEvents().forEach(event -> words.add("(" + event.getName() + ")"));
        if (span.getStatus().getStatusCode() == StatusCode.ERROR) {
            words.add("! " + text(span, "error.type"));
        }
        return String.join(" ", words);
    }

    /** Everything that an exporter gets to see of the spans of the component itself. */
    String everythingTold() {
        return spans().stream()
                .filter(span ->
                        span.getName().startsWith("ajo") || span.getName().contains(" /"))
                .map(span -> {
                    Map<String, String> told = new TreeMap<>();
                    span.getAttributes().forEach((key, value) -> told.put(key.getKey(), String.valueOf(value)));
                    return span.getName() + " " + told + " " + span.getStatus() + " " + span.getEvents();
                })
                .collect(Collectors.joining("\n"));
    }
}
