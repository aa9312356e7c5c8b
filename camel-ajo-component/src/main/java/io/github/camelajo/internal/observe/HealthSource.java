package io.github.camelajo.internal.observe;

import java.util.Collection;

import io.github.camelajo.internal.stats.ComponentStats;
import io.github.camelajo.internal.token.AccessTokenManager;

/** What the health check of a component looks at. */
public interface HealthSource {

    /** Host that calls go to; several are separated by commas. */
    String host();

    /** The token managers that the component's endpoints use now. */
    Collection<AccessTokenManager> tokens();

    ComponentStats calls();
}
