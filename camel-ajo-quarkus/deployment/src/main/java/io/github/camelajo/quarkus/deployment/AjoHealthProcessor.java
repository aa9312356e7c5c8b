package io.github.camelajo.quarkus.deployment;

import io.github.camelajo.quarkus.health.AjoReadinessCheck;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;

/** Makes the health of the ajo components show in SmallRye Health, in applications that have it. */
class AjoHealthProcessor {

    /** Of camel-quarkus-microprofile-health, which shows all checks of Camel, these too. */
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
            // Camel makes no checks of producers unless asked to; this application asks, by having SmallRye Health.
            defaults.produce(new RunTimeConfigurationDefaultBuildItem("camel.health.producers-enabled", "true"));
        }
    }
}
