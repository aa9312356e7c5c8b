package io.github.camelajo.quarkus.deployment;

import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Camel AJO. */
@ConfigMapping(prefix = "quarkus.camel.ajo")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface AjoBuildTimeConfig {

    /** The Dev Service, which simulates Adobe in dev and test mode. */
    DevServices devservices();

    /** The readiness check. */
    Health health();

    /** The Dev Service. */
    interface DevServices {

        /**
         * Whether a simulator of Adobe is started in dev and test mode when no client id, base URL or token endpoint is
         * configured.
         */
        @WithDefault("true")
        boolean enabled();

        /** Port that the simulator listens on, on the loopback address. A free one when not set. */
        OptionalInt port();
    }

    /** The readiness check. */
    interface Health {

        /** Whether SmallRye Health shows the health of the ajo components, in applications that have it. */
        @WithDefault("true")
        boolean enabled();
    }
}
