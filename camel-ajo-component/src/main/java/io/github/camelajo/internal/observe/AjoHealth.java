package io.github.camelajo.internal.observe;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds the check of a component to Camel's producer checks, and removes it again. */
final class AjoHealth {

    /** How long the result of a probe is valid. */
    public static final Duration PROBE_INTERVAL = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(AjoHealth.class);
    private static final List<String> SWITCHES =
            List.of("camel.health.producersEnabled", "camel.health.producers-enabled");

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
        if (repository == null) {
            mentionIfWanted(component.camelContext(), name);
            return null;
        }
        return register(repository, component, name, probe);
    }

    /** Camel does not warn when its own switch has no effect. */
    private static void mentionIfWanted(CamelContext context, String name) {
        boolean wanted = SWITCHES.stream().anyMatch(key -> context.getPropertiesComponent()
                .resolveProperty(key)
                .filter("true"::equalsIgnoreCase)
                .isPresent());
        if (wanted) {
            LOG.warn(
                    "There is no health check of the component {}, although camel.health.producersEnabled is true: add "
                            + "org.apache.camel:camel-health to the application, which Camel Main does not bring",
                    name);
        }
    }

    // In a method of its own, because this one links AjoHealthCheck, which needs camel-health.
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
