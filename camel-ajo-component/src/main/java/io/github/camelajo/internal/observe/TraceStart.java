package io.github.camelajo.internal.observe;

import java.util.Map;
import java.util.function.Function;

import io.github.camelajo.internal.trace.CallTrace;

/** A span of Camel that stands for an endpoint, as the component sees it. Lies on the exchange while the span is open. */
interface TraceStart {

    String PROPERTY = "CamelAjoTrace";

    /** Whether it is that of an endpoint. */
    boolean isOf(String endpointUri);

    /**
     * Begins the trace of the calls below.
     *
     * @param facts   what is really called: a header can have chosen another operation or sandbox
     * @param writers makes of what the propagator wrote what writes spans below
     */
    CallTrace begin(EndpointFacts facts, Function<Map<String, String>, SpanWriter> writers);
}
