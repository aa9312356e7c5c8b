package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.time.InstantSource;

import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;

/** Puts the check of a component among Camel's producer checks, and takes it away again. */
public final class AjoHealth {

    /** How long the result of a probe counts. */
    public static final Duration PROBE_INTERVAL = Duration.ofSeconds(30);

    private final WritableHealthCheckRepository repository;
    private final AjoHealthCheck check;

    private AjoHealth(WritableHealthCheckRepository repository, AjoHealthCheck check) {
        this.repository = repository;
        this.check = check;
    }

    /**
     * @param  probe   {@code null} to judge by what happened anyway
     * @param  enabled whether the check is switched on; a disabled one is listed as UNKNOWN
     * @return         {@code null} when the application has no camel-health
     */
    public static AjoHealth register(
            CamelContext context, String componentName, HealthSource source, Probe probe, boolean enabled) {
        WritableHealthCheckRepository repository =
                HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
        return repository == null ? null : register(repository, componentName, source, probe, enabled);
    }

    private static AjoHealth register(
            WritableHealthCheckRepository repository,
            String componentName,
            HealthSource source,
            Probe probe,
            boolean enabled) {
        InstantSource clock = InstantSource.system();
        AjoHealthCheck check = new AjoHealthCheck(
                componentName, source, probe == null ? null : new CachedProbe(probe, PROBE_INTERVAL, clock), clock);
        check.setEnabled(enabled);
        repository.addHealthCheck(check);
        return new AjoHealth(repository, check);
    }

    public void unregister() {
        repository.removeHealthCheck(check);
    }
}
