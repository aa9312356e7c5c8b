package io.github.camelajo.simulator.internal.core;

import java.util.List;

/** A family of services that share state and are created in one place. */
@FunctionalInterface
public interface Family {

    List<ApiService> services();
}
