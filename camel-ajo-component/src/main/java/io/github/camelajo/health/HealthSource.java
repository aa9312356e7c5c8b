package io.github.camelajo.health;

import java.util.Collection;

import io.github.camelajo.auth.AccessTokenManager;
import io.github.camelajo.http.CallStats;

/** What the health check of a component looks at. */
public interface HealthSource {

    /** Host that calls go to; several are separated by commas. */
    String host();

    /** The token managers that the component's endpoints use now. */
    Collection<AccessTokenManager> tokens();

    CallStats calls();
}
