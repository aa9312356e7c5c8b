package io.github.camelajo.quarkus.deployment;

import io.github.camelajo.quarkus.health.AjoReadinessCheck;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;

/** Adds the health of the ajo components to SmallRye Health, in applications that have it. */
class AjoHealthProcessor {

    /** The capability of camel-quarkus-microprofile-health, which shows all checks of Camel, including these. */
    private static final String CAMEL_MICROPROFILE_HEALTH =
            "org.apache.camel.microprofile.health.CamelMicroProfileHealthCheckRegistry";

    @BuildStep
    void readiness(
            AjoBuildTimeConfig config,
            Capabilities capabilities,
            BuildProducer<HealthBuildItem> checks,
            BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        if (capabilities.isMissing(Capability.SMALLRYE_HEALTH)
                || QuarkusClassLoader.isClassPresentAtRuntime(CAMEL_MICROPROFILE_HEALTH)) {
            return;
        }
        boolean enabled = config.health().enabled();
        checks.produce(new HealthBuildItem(AjoReadinessCheck.class.getName(), enabled));
        if (enabled && !CamelProperties.isSet("camel.health.producers-enabled")) {
            // Camel creates checks of producers only on request. An application with SmallRye Health wants them.
            defaults.produce(new RunTimeConfigurationDefaultBuildItem("camel.health.producers-enabled", "true"));
        }
    }
}
