package io.github.camelajo.simulator.internal.core;

import java.util.List;

/** A room of the simulator: the services that share state and are put together in one place. */
@FunctionalInterface
public interface Family {

    List<ApiService> services();
}
