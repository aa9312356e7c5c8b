package io.github.camelajo.simulator.internal.core;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** The settings of a simulator. The builder of the simulator explains them. */
public record SimulatorOptions(
        String host,
        int port,
        long seed,
        String clientId,
        String clientSecret,
        String secondaryClientSecret,
        Map<String, String> otherClients,
        String organizationId,
        InstantSource clock,
        Duration tokenLifetime,
        int journeys,
        int threads,
        Set<String> permissions,
        boolean scopesChecked,
        Set<String> adminHosts,
        Path stateFile,
        ServiceOptions services) {

    public SimulatorOptions {
        otherClients = Map.copyOf(otherClients);
        permissions = Set.copyOf(permissions);
        adminHosts = Set.copyOf(adminHosts);
        permissions.forEach(Grants::known);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
        }
        if (journeys < 0) {
            throw new IllegalArgumentException("journeys must not be negative, but is " + journeys);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
        if (tokenLifetime.isNegative() || tokenLifetime.isZero()) {
            throw new IllegalArgumentException("tokenLifetime must be positive, not " + tokenLifetime);
        }
    }

    /** Shows the settings without secrets. */
    @Override
    public String toString() {
        return "SimulatorOptions[host=" + host + ", port=" + port + ", seed=" + seed + ", clientId=" + clientId
                + ", organizationId="
                + organizationId + ", tokenLifetime=" + tokenLifetime + ", journeys=" + journeys + ", threads="
                + threads + "]";
    }
}
