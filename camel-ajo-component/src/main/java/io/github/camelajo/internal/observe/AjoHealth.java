package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.time.InstantSource;

import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;

/** Puts the check of a component among Camel's producer checks, and takes it away again. */
final class AjoHealth {

    /** How long the result of a probe counts. */
    public static final Duration PROBE_INTERVAL = Duration.ofSeconds(30);

    private final WritableHealthCheckRepository repository;
    private final AjoHealthCheck check;

    private AjoHealth(WritableHealthCheckRepository repository, AjoHealthCheck check) {
        this.repository = repository;
        this.check = check;
    }

    /**
     * @param  name  of the component in its context
     * @param  probe {@code null} to judge by the calls of routes
     * @return       {@code null} when the application has no camel-health
     */
    static AjoHealth register(ComponentView component, String name, Probe probe) {
        WritableHealthCheckRepository repository = HealthCheckHelper.getHealthCheckRepository(
                component.camelContext(), "producers", WritableHealthCheckRepository.class);
        return repository == null ? null : register(repository, component, name, probe);
    }

    // Apart from the method above: this one links AjoHealthCheck, which needs camel-health.
    private static AjoHealth register(
            WritableHealthCheckRepository repository, ComponentView component, String name, Probe probe) {
        InstantSource clock = InstantSource.system();
        AjoHealthCheck check = new AjoHealthCheck(
                name,
                component,
                probe == null ? null : new CachedProbe(probe, PROBE_INTERVAL, System::nanoTime),
                clock);
        check.setEnabled(component.isHealthCheckEnabled());
        repository.addHealthCheck(check);
        return new AjoHealth(repository, check);
    }

    void unregister() {
        repository.removeHealthCheck(check);
    }
}
