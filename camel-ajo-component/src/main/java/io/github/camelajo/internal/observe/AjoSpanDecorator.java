package io.github.camelajo.internal.observe;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelTracingService;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanContextPropagationExtractor;
import org.apache.camel.telemetry.SpanContextPropagationInjector;
import org.apache.camel.telemetry.SpanDecorator;
import org.apache.camel.telemetry.Tracer;

/**
 * Names the spans of ajo endpoints and says on them what is called. Camel finds it where the application has
 * {@code camel-telemetry}. Does not extend Camel's own decorators: those put the URI of an endpoint and the texts of
 * exceptions on spans, and both can name a person.
 */
public final class AjoSpanDecorator implements SpanDecorator {

    private static final String COMPONENT = "ajo";

    @Override
    public String getComponent() {
        return COMPONENT;
    }

    /** For components under another name. */
    @Override
    public String getComponentClassName() {
        return "io.github.camelajo.AjoComponent";
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        EndpointFacts facts = facts(endpoint);
        return facts == null ? COMPONENT : COMPONENT + " " + facts.api() + "." + facts.operation();
    }

    private static EndpointFacts facts(Endpoint endpoint) {
        Component component = endpoint.getComponent();
        Observation observation = component == null
                ? null
                : component.getExtension(Observation.class).orElse(null);
        return observation == null ? null : observation.component().facts(endpoint);
    }

    /** Whether the application does not want to see an endpoint in its traces. */
    static boolean isExcluded(CamelTracingService tracing, String endpointUri, CamelContext context) {
        return tracing instanceof Tracer camels && camels.exclude(endpointUri, context);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        span.setComponent("camel-" + COMPONENT);
        EndpointSpan begun = new EndpointSpan(span, endpoint.getEndpointUri(), current(exchange));
        EndpointFacts facts = facts(endpoint);
        if (facts != null) {
            begun.tell(facts);
        }
        exchange.setProperty(TraceStart.PROPERTY, begun);
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        EndpointSpan ended = current(exchange);
        if (ended == null) {
            return;
        }
        if (ended.outer() == null) {
            exchange.removeProperty(TraceStart.PROPERTY);
        } else {
            exchange.setProperty(TraceStart.PROPERTY, ended.outer());
        }
        ended.end(exchange.getException());
    }

    private static EndpointSpan current(Exchange exchange) {
        return exchange.getProperty(TraceStart.PROPERTY) instanceof EndpointSpan span ? span : null;
    }

    @Override
    public SpanContextPropagationExtractor getExtractor(Exchange exchange) {
        return new Headers(exchange.getIn().getHeaders());
    }

    /** Camel asks for it when the span is made. What goes on to other steps are Camel's two headers, as with any endpoint. */
    @Override
    public SpanContextPropagationInjector getInjector(Exchange exchange) {
        EndpointSpan begun = current(exchange);
        return (name, value) -> {
            if (name.equals(Tracer.TRACE_HEADER) || name.equals(Tracer.SPAN_HEADER)) {
                exchange.getIn().setHeader(name, value);
            } else if (begun != null) {
                begun.carry(name, value);
            }
        };
    }

    /** Headers of a message that are text. */
    private record Headers(Map<String, Object> texts) implements SpanContextPropagationExtractor {

        Headers {
            texts = texts.entrySet().stream()
                    .filter(header -> header.getValue() instanceof String)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return texts.entrySet().iterator();
        }

        @Override
        public Object get(String key) {
            Object exact = texts.get(key);
            return exact != null
                    ? exact
                    : texts.entrySet().stream()
                            .filter(header -> header.getKey().equalsIgnoreCase(key))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(null);
        }

        @Override
        public Set<String> keys() {
            return texts.keySet();
        }
    }
}
