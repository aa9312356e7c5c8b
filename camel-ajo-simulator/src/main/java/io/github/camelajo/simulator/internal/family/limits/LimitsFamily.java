package io.github.camelajo.simulator.internal.family.limits;

import java.util.List;

import io.github.camelajo.simulator.internal.core.ActionLimit;
import io.github.camelajo.simulator.internal.core.ApiService;
import io.github.camelajo.simulator.internal.core.Family;
import io.github.camelajo.simulator.internal.core.FamilyContext;

/** Capping and throttling. */
public final class LimitsFamily implements Family {

    private final CappingService capping;
    private final ThrottlingService throttling;
    private final List<ApiService> services;

    public LimitsFamily(FamilyContext context) {
        capping = new CappingService(context);
        throttling = new ThrottlingService(context);
        services = List.of(capping, throttling);
    }

    @Override
    public List<ApiService> services() {
        return services;
    }

    /** Stops or starts the running copy of a deployed throttling configuration. */
    public void throttlingRuntimeActive(boolean active) {
        throttling.runtimeActive(active);
    }

    /** Returns the limits that running capping configurations set for custom actions in a sandbox. */
    public List<ActionLimit> actionLimits(String sandbox) {
        return capping.actionLimits(sandbox);
    }
}
