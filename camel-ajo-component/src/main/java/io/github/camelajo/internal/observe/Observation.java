package io.github.camelajo.internal.observe;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelajo.internal.trace.CallTrace;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.extension.ComponentExtension;
import org.apache.camel.spi.CamelTracingService;
import org.apache.camel.util.IOHelper;

/**
 * Connects a component with the health checks, JMX, dev console and meters that its application has. The dev console
 * finds it as an extension of the component.
 */
public final class Observation implements ComponentExtension {

    private static final String OPEN_TELEMETRY = "io.opentelemetry.api.trace.Tracer";
    private static final String CAMELS_TRACERS = "org.apache.camel.opentelemetry2.";
    private static final String METER_REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

    private final ComponentView component;
    // A lock rather than a monitor, because registering calls the registry, JMX and the meters of the application.
    private final ReentrantLock lock = new ReentrantLock();
    private boolean started;
    private volatile RecentCalls recentCalls;
    private Probe probe;
    private AjoHealth health;
    private volatile SpanWriters spanWriters;
    private LaneMeters meters;

    public Observation(ComponentView component) {
        this.component = component;
    }

    /**
     * Starts once the component has a name. A component that is added to a running context is started before it has
     * one, and starts here with its first endpoint.
     */
    public void start() {
        lock.lock();
        try {
            begin();
        } finally {
            lock.unlock();
        }
    }

    private void begin() {
        CamelContext context = component.camelContext();
        String name = component.name();
        if (name == null || started) {
            return;
        }
        started = true;
        probe = component.newProbe();
        health = AjoHealth.register(component, name, probe);
        TokenMBeans.show(context);
        if (Boolean.TRUE.equals(context.isDevConsole())) {
            recentCalls = new RecentCalls();
            component.transport().stats().addListener(recentCalls);
        }
        // Checks by name first: the class that follows does not load without Micrometer.
        if (context.getClassResolver().resolveClass(METER_REGISTRY) != null) {
            meters = AjoMeters.start(context, name, component.transport(), component.httpMeters());
        }
    }

    /** A lane of the outbox is delivered from now on. */
    public void laneBegins(String lane, Supplier<OutboxView> view) {
        start();
        lock.lock();
        try {
            if (meters != null) {
                meters.begin(lane, view);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A lane is not delivered here any more. */
    public void laneEnds(String lane) {
        lock.lock();
        try {
            if (meters != null) {
                meters.end(lane);
            }
        } finally {
            lock.unlock();
        }
    }

    public void stop() {
        Probe stopped;
        lock.lock();
        try {
            if (health != null) {
                health.unregister();
            }
            IOHelper.close(meters);
            stopped = probe;
            started = false;
            health = null;
            probe = null;
            meters = null;
            recentCalls = null;
            spanWriters = null;
        } finally {
            lock.unlock();
        }
        // Not under the lock: it waits for a running probe, which may be about to take the lock.
        if (stopped != null) {
            stopped.stop();
        }
    }

    /**
     * Begins to measure a source.
     *
     * @param source      tells of its polls, without asking the storage
     * @param positionAge asks the storage how long ago the position was written; gives {@code null} when it does not tell
     * @return what ends it; does nothing where the application has no meters
     */
    public Closeable measure(String sourceId, Supplier<SourceView> source, Supplier<Duration> positionAge) {
        lock.lock();
        try {
            return !(meters instanceof Meters measuring) ? () -> {} : measuring.ofSource(sourceId, source, positionAge);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The trace of a message that an endpoint has begun to work on.
     *
     * @param facts what is called with it
     */
    public CallTrace trace(Exchange exchange, Endpoint endpoint, Supplier<EndpointFacts> facts) {
        if (exchange.hasProperties()
                && exchange.getProperty(TraceStart.PROPERTY) instanceof TraceStart start
                && start.isOf(endpoint.getEndpointUri())) {
            return NotedTrace.safely(
                    () -> start.begin(facts.get(), carrier -> spanWriters().below(carrier)), CallTrace.NONE);
        }
        return CallTrace.NONE;
    }

    /** The trace of a poll, which no message of a route begins. Only where Camel itself traces with OpenTelemetry. */
    public PollTrace pollTrace(EndpointFacts facts, String endpointUri) {
        CamelContext context = component.camelContext();
        CamelTracingService tracing = context.hasService(CamelTracingService.class);
        // By name first: the class that follows does not load without camel-telemetry.
        if (tracing == null
                || !tracing.getClass().getName().startsWith(CAMELS_TRACERS)
                || AjoSpanDecorator.isExcluded(tracing, endpointUri, context)) {
            return PollTrace.NONE;
        }
        return NotedTrace.safely(() -> PollTrace.begin(spanWriters().roots(), facts), PollTrace.NONE);
    }

    /** Looked up with the first trace: Camel has found its own tracer by then. */
    private SpanWriters spanWriters() {
        SpanWriters known = spanWriters;
        if (known == null) {
            CamelContext context = component.camelContext();
            // By name first, as above.
            known = context.getClassResolver().resolveClass(OPEN_TELEMETRY) == null
                    ? SpanWriters.NONE
                    : OpenTelemetrySpans.of(context, component.isTraceTakenAlong());
            spanWriters = known;
        }
        return known;
    }

    ComponentView component() {
        return component;
    }

    /** {@code null} when recent calls are not kept. */
    RecentCalls recentCalls() {
        return recentCalls;
    }
}
