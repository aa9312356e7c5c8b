package io.github.camelajo;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.observe.AjoHealth;
import io.github.camelajo.internal.observe.AjoMeters;
import io.github.camelajo.internal.observe.ConsoleSource;
import io.github.camelajo.internal.observe.HealthSource;
import io.github.camelajo.internal.observe.RecentCalls;
import io.github.camelajo.internal.observe.TokenMBeans;
import io.github.camelajo.internal.stats.ComponentStats;
import io.github.camelajo.internal.token.AccessTokenManager;
import org.apache.camel.CamelContext;
import org.apache.camel.util.IOHelper;

/** Connects a component with whatever of health checks, JMX, dev console and meters its application has. */
final class Observation implements HealthSource, ConsoleSource {

    private static final String METER_REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

    private final AjoComponent component;
    private final Set<AjoEndpoint> endpoints = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean started;
    private volatile RecentCalls recentCalls;
    private ConnectionProbe probe;
    private AjoHealth health;
    private Closeable meters;

    Observation(AjoComponent component) {
        this.component = component;
    }

    /**
     * Begins, once the component has a name. One that is added to a running context is started before it has, and begins with
     * its first endpoint.
     */
    synchronized void start() {
        CamelContext context = component.getCamelContext();
        String name = name(context);
        if (name == null || started) {
            return;
        }
        started = true;
        probe = component.isHealthCheckProbe() ? new ConnectionProbe(component) : null;
        health = AjoHealth.register(context, name, this, probe, component.isHealthCheckProducerEnabled());
        TokenMBeans.show(context);
        if (Boolean.TRUE.equals(context.isDevConsole())) {
            recentCalls = new RecentCalls();
            calls().addListener(recentCalls);
        }
        // By name first: the class that follows does not load without Micrometer.
        if (context.getClassResolver().resolveClass(METER_REGISTRY) != null) {
            meters = AjoMeters.start(context, name, transport());
        }
    }

    /** The name under which the context knows the component: an application can have several. */
    private String name(CamelContext context) {
        for (String name : context.getComponentNames()) {
            if (context.hasComponent(name) == component) {
                return name;
            }
        }
        return null;
    }

    void stop() {
        ConnectionProbe stopped;
        synchronized (this) {
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
        }
        // Not under the lock: it waits for a probe under way, and that can be about to take the lock.
        if (stopped != null) {
            stopped.stop();
        }
    }

    void started(AjoEndpoint endpoint) {
        start();
        synchronized (endpoints) {
            endpoints.add(endpoint);
        }
    }

    void stopped(AjoEndpoint endpoint) {
        synchronized (endpoints) {
            endpoints.remove(endpoint);
        }
    }

    /** The endpoints in use now. */
    List<AjoEndpoint> endpoints() {
        synchronized (endpoints) {
            return new ArrayList<>(endpoints);
        }
    }

    @Override
    public Collection<AccessTokenManager> tokens() {
        return endpoints().stream()
                .map(AjoEndpoint::tokens)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public String host() {
        List<AjoEndpoint> used = endpoints();
        Stream<String> baseUrls = used.isEmpty()
                ? Stream.of(component.getConfiguration().getBaseUrl())
                : used.stream().map(endpoint -> endpoint.getConfiguration().getBaseUrl());
        return baseUrls.map(url -> url.replaceFirst("^\\w+://", "").replaceFirst("/.*", ""))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Override
    public ComponentStats calls() {
        return transport().stats();
    }

    @Override
    public String baseUrl() {
        return component.getConfiguration().getBaseUrl();
    }

    @Override
    public String sandbox() {
        return component.getConfiguration().getSandbox();
    }

    @Override
    public String organizationId() {
        return component.getConfiguration().getOrganizationId();
    }

    @Override
    public AjoTransport transport() {
        return component.transport();
    }

    @Override
    public RecentCalls recentCalls() {
        return recentCalls;
    }
}
