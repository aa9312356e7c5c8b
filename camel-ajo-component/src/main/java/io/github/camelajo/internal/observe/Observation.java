package io.github.camelajo.internal.observe;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.apache.camel.CamelContext;
import org.apache.camel.component.extension.ComponentExtension;
import org.apache.camel.util.IOHelper;

/**
 * Connects a component with the health checks, JMX, dev console and meters that its application has. The dev console
 * finds it as an extension of the component.
 */
public final class Observation implements ComponentExtension {

    private static final String METER_REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

    private final ComponentView component;
    // A lock rather than a monitor, because registering calls the registry, JMX and the meters of the application.
    private final ReentrantLock lock = new ReentrantLock();
    private boolean started;
    private volatile RecentCalls recentCalls;
    private Probe probe;
    private AjoHealth health;
    private Meters meters;

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
            meters = AjoMeters.start(context, name, component.transport());
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
            return meters == null ? () -> {} : meters.ofSource(sourceId, source, positionAge);
        } finally {
            lock.unlock();
        }
    }

    ComponentView component() {
        return component;
    }

    /** {@code null} when recent calls are not kept. */
    RecentCalls recentCalls() {
        return recentCalls;
    }
}
