package io.github.camelajo.quarkus.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.camelajo.simulator.AjoSimulator;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import org.jboss.logging.Logger;

/**
 * Starts a simulator of Adobe in dev and test mode if no account is configured. Quarkus keeps it, with all its data,
 * when the application reloads, until one of its settings changes.
 */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
class AjoDevServicesProcessor {

    private static final Logger LOG = Logger.getLogger(AjoDevServicesProcessor.class);

    private static final String PREFIX = "camel.component.ajo.";

    /** Settings that show that there is an account, or a simulator that somebody else has started. */
    private static final List<String> ACCOUNT = List.of("client-id", "base-url", "token-endpoint");

    private static final Map<String, Function<SimulatorService, String>> SETTINGS = Map.of(
            "base-url", service -> service.simulator().baseUrl(),
            "token-endpoint", service -> service.simulator().tokenEndpoint(),
            "event-url", service -> service.simulator().baseUrl(),
            "client-id", service -> service.simulator().clientId(),
            "client-secret", service -> service.simulator().clientSecret(),
            "organization-id", service -> service.simulator().organizationId(),
            "scopes", service -> service.simulator().scopes(),
            "sandbox", service -> AjoSimulator.DEVELOPMENT_SANDBOX);

    @BuildStep
    void simulator(AjoBuildTimeConfig config, BuildProducer<DevServicesResultBuildItem> services) {
        if (!config.devservices().enabled()) {
            LOG.debug("No simulator of Adobe Journey Optimizer: quarkus.camel.ajo.devservices.enabled is false");
            return;
        }
        if (ACCOUNT.stream().anyMatch(option -> CamelProperties.isSet(PREFIX + option))) {
            LOG.debug("No simulator of Adobe Journey Optimizer: an account is configured");
            return;
        }
        SimulatorSettings settings = new SimulatorSettings(
                config.devservices().port().orElse(0),
                CamelProperties.find(PREFIX + "client-secret").orElse(null),
                CamelProperties.find(PREFIX + "organization-id").orElse(null));
        services.produce(DevServicesResultBuildItem.owned()
                .feature(AjoProcessor.FEATURE)
                .description("Simulator of Adobe Journey Optimizer")
                .serviceConfig(settings.identity())
                .startable(() -> new SimulatorService(settings))
                .postStartHook(AjoDevServicesProcessor::tell)
                .configProvider(missingSettings())
                .build());
    }

    /** Sets only what the application does not set: as everywhere in Quarkus, these values would win. */
    private static Map<String, Function<SimulatorService, String>> missingSettings() {
        Map<String, Function<SimulatorService, String>> missing = new LinkedHashMap<>();
        SETTINGS.forEach((option, value) -> {
            if (!CamelProperties.isSet(PREFIX + option)) {
                missing.put(PREFIX + option, value);
            }
        });
        return missing;
    }

    private static void tell(SimulatorService service) {
        LOG.infof(
                "Dev Service: a simulator of Adobe Journey Optimizer runs on %s, because camel.component.ajo.client-id "
                        + "is not set",
                service.getConnectionInfo());
    }
}
