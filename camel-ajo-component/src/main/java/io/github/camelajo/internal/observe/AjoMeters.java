package io.github.camelajo.internal.observe;

import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.stats.CallEvent;
import io.github.camelajo.internal.stats.CallListener;
import io.github.camelajo.internal.stats.EventFate;
import io.github.camelajo.internal.stats.OperationStats;
import io.github.camelajo.internal.token.AccessTokenManagerRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.apache.camel.CamelContext;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.util.IOHelper;

/**
 * The meters of a component: {@code ajo.calls}, {@code ajo.retries}, {@code ajo.events}, {@code ajo.inflight},
 * {@code ajo.queued}, those of its sources, and with the other components of the context {@code ajo.tokens}; for each lane that
 * is delivered {@code ajo.outbox.items} and {@code ajo.outbox.oldest}. Tags have few values each; none names a resource.
 */
public final class AjoMeters implements CallListener, LaneMeters, Meters {

    /** The name that Camel's Micrometer component and Camel Main use for their registry. */
    private static final String REGISTRY_NAME = "metricsRegistry";

    private final MeterRegistry registry;
    private final String component;
    private final AjoTransport transport;
    private final Map<CallKind, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, Counter> retries = new ConcurrentHashMap<>();
    private final Map<EventFate, Counter> events = new ConcurrentHashMap<>();
    private final List<Meter> gauges;
    private final List<Closeable> others = new ArrayList<>();
    private final Map<String, List<Meter>> lanes = new ConcurrentHashMap<>();

    private record CallKind(String api, String operation, String outcome, int status) {}

    private AjoMeters(MeterRegistry registry, String component, AjoTransport transport) {
        this.registry = registry;
        this.component = component;
        this.transport = transport;
        this.gauges = List.of(
                Gauge.builder("ajo.inflight", transport, t -> t.stats().inFlight())
                        .description("Calls that have begun and not ended")
                        .tag("component", component)
                        .register(registry),
                Gauge.builder("ajo.queued", transport, t -> t.dispatcher().queued())
                        .description("Calls that wait for a thread")
                        .tag("component", component)
                        .register(registry));
    }

    /**
     * Starts to measure.
     *
     * @param  httpMeters whose names requests are measured under as well, or {@code none}
     * @return what ends it; {@code null} when the context has no meter registry, or several and none with Camel's usual name
     */
    public static AjoMeters start(CamelContext context, String component, AjoTransport transport, String httpMeters) {
        MeterRegistry named = context.getRegistry().lookupByNameAndType(REGISTRY_NAME, MeterRegistry.class);
        MeterRegistry registry =
                named == null ? CamelContextHelper.findSingleByType(context, MeterRegistry.class) : named;
        if (registry == null) {
            return null;
        }
        AccessTokenManagerRegistry.of(context).observe(new TokenMeters(registry));
        AjoMeters meters = new AjoMeters(registry, component, transport);
        transport.stats().addListener(meters);
        if (!httpMeters.equals("none")) {
            meters.others.add(HttpMeters.start(registry, transport.stats(), httpMeters));
            transport.pool().ifPresent(pool -> meters.others.add(PoolMeters.start(registry, pool, component)));
        }
        return meters;
    }

    @Override
    public Closeable ofSource(String sourceId, Supplier<SourceView> source, Supplier<Duration> positionAge) {
        return new SourceMeters(registry, Tags.of("component", component, "source", sourceId), source, positionAge);
    }

    @Override
    public void ended(CallEvent call) {
        OperationStats operation = call.operation();
        CallKind kind = new CallKind(operation.api(), operation.name(), call.outcome(), call.status());
        timers.computeIfAbsent(kind, this::timer).record(call.nanos(), TimeUnit.NANOSECONDS);
    }

    private Timer timer(CallKind kind) {
        return Timer.builder("ajo.calls")
                .description("Calls to Adobe Journey Optimizer, with waiting and retries")
                .tag("component", component)
                .tag("api", kind.api())
                .tag("operation", kind.operation())
                .tag("outcome", kind.outcome())
                .tag("status", kind.status() == 0 ? "none" : Integer.toString(kind.status()))
                .register(registry);
    }

    @Override
    public void events(EventFate fate, long number) {
        events.computeIfAbsent(fate, this::counter).increment(number);
    }

    private Counter counter(EventFate fate) {
        return Counter.builder("ajo.events")
                .description("Events that were to be sent, by what became of them")
                .tag("component", component)
                .tag("outcome", fate.label())
                .register(registry);
    }

    @Override
    public void retried(OperationStats operation) {
        retries.computeIfAbsent(operation.id(), id -> counter(operation)).increment();
    }

    private Counter counter(OperationStats operation) {
        return Counter.builder("ajo.retries")
                .description("Requests made again, with a new token or after a failure")
                .tag("component", component)
                .tag("api", operation.api())
                .tag("operation", operation.name())
                .register(registry);
    }

    @Override
    public void begin(String lane, Supplier<OutboxView> view) {
        List<Meter> meters = new ArrayList<>();
        for (String state : OutboxView.unreachable(lane).counts().keySet()) {
            meters.add(Gauge.builder("ajo.outbox.items", view, known(found -> found.counts()
                            .get(state)))
                    .description("Items of the outbox in a state")
                    .strongReference(true)
                    .tag("component", component)
                    .tag("lane", lane)
                    .tag("state", state)
                    .register(registry));
        }
        meters.add(Gauge.builder("ajo.outbox.oldest", view, known(found -> seconds(found.oldestWaiting())))
                .description("Age of the oldest item that waits")
                .strongReference(true)
                .baseUnit("seconds")
                .tag("component", component)
                .tag("lane", lane)
                .register(registry));
        lanes.put(lane, meters);
    }

    /** Nothing is known while the storage is away. */
    private static ToDoubleFunction<Supplier<OutboxView>> known(ToDoubleFunction<OutboxView> value) {
        return view -> {
            OutboxView found = view.get();
            return found.reachable() ? value.applyAsDouble(found) : Double.NaN;
        };
    }

    private static double seconds(Duration age) {
        return age == null ? 0 : age.toMillis() / 1000.0;
    }

    @Override
    public void end(String lane) {
        List<Meter> meters = lanes.remove(lane);
        if (meters != null) {
            meters.forEach(registry::remove);
        }
    }

    /**
     * Stops to measure. Counters stay in the registry. Gauges are removed, because they would show a stopped component.
     */
    @Override
    public void close() {
        transport.stats().removeListener(this);
        gauges.forEach(registry::remove);
        IOHelper.close(others.toArray(Closeable[]::new));
        List.copyOf(lanes.keySet()).forEach(this::end);
    }
}
