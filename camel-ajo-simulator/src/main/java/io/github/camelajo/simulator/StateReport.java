package io.github.camelajo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.simulator.internal.core.Grants;
import io.github.camelajo.simulator.internal.core.Json;
import io.github.camelajo.simulator.internal.core.SimulatorClock;
import io.github.camelajo.simulator.internal.core.SimulatorOptions;
import io.github.camelajo.simulator.internal.login.TokenStore;
import io.github.camelajo.simulator.internal.server.Dispatcher;

/** The answer of the admin call {@code state}. It contains no secret and no token. */
record StateReport(
        SimulatorOptions options,
        SimulatorClock clock,
        TokenStore tokens,
        Grants grants,
        Services services,
        Dispatcher dispatcher) {

    JsonNode toJson() {
        ObjectNode state =
                Json.object().put("clock", clock.instant().toString()).put("organizationId", options.organizationId());
        state.put("jobStepMilliseconds", services.jobs().step().toMillis());
        state.putObject("tokens").put("issued", tokens.values().size()).put("valid", tokens.validCount());
        state.set("missingPermissions", Json.tree(grants.missing()));
        state.putObject("requests")
                .put("api", dispatcher.api.journal.total())
                .put("token", dispatcher.login.journal.total())
                .put("withoutSandbox", dispatcher.api.withoutSandbox.total());
        state.putObject("faults").put("api", dispatcher.api.faults.left()).put("token", dispatcher.login.faults.left());
        state.putObject("latencyMilliseconds")
                .put("api", dispatcher.api.latency.get().toMillis())
                .put("token", dispatcher.login.latency.get().toMillis());
        ObjectNode byService = state.putObject("services");
        services.all().forEach(service -> byService.set(service.name(), service.state()));
        return state;
    }
}
