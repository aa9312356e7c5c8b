package io.github.camelajo;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelajo.internal.call.AjoTransport;
import io.github.camelajo.internal.token.AccessTokenManagerRegistry;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;

/**
 * The transports of a component: one for the gateway, and one for events. The host of events has its own connections and limits,
 * so that its trouble is not that of all other calls.
 */
final class Transports {

    private final AjoComponent component;
    // Guards the transport of events, which the first endpoint for events makes: most applications send none.
    private final ReentrantLock lock = new ReentrantLock();
    private AjoTransport.Settings settings;
    private AjoTransport gateway;
    private AjoTransport events;

    Transports(AjoComponent component) {
        this.component = component;
    }

    void start() {
        SSLContextParameters ssl = component.effective().sslContextParameters();
        settings = new AjoTransport.Settings(
                component.effective().httpComponent(),
                ssl == null ? null : http -> http.setSslContextParameters(ssl),
                component.getMaxConcurrentRequests(),
                component.getMaxQueuedRequests(),
                component::name);
        gateway = new AjoTransport(component.getCamelContext(), component.mapper(), settings);
        ServiceHelper.startService(gateway);
    }

    void stop() {
        lock.lock();
        try {
            ServiceHelper.stopService(events);
            events = null;
        } finally {
            lock.unlock();
        }
        if (gateway != null) {
            AccessTokenManagerRegistry.forget(
                    component.getCamelContext(), gateway.tokenTransport(component.connectTimeoutDuration()));
        }
        ServiceHelper.stopService(gateway);
    }

    /** {@code null} before the start. */
    AjoTransport gateway() {
        return gateway;
    }

    /** What carries events; started with the first call of this method. */
    AjoTransport events() {
        lock.lock();
        try {
            if (events == null) {
                AjoTransport made = new AjoTransport(
                        component.getCamelContext(),
                        component.mapper(),
                        settings.with(component.getMaxConcurrentEventRequests()),
                        gateway);
                ServiceHelper.startService(made);
                events = made;
            }
            return events;
        } finally {
            lock.unlock();
        }
    }

    /** What carries events, where any were sent. */
    Optional<AjoTransport> startedEvents() {
        lock.lock();
        try {
            return Optional.ofNullable(events);
        } finally {
            lock.unlock();
        }
    }
}
