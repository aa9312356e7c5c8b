package io.github.camelajo.quarkus.deployment;

import java.util.List;
import java.util.Optional;

/**
 * The settings of the simulator that the Dev Service starts.
 *
 * @param port           0 for a free one
 * @param clientSecret   secret that the application sends; {@code null} for the simulator's own
 * @param organizationId organization that the application names; {@code null} for the simulator's own
 */
record SimulatorSettings(int port, String clientSecret, String organizationId) {

    /** Equal settings must be equal even if Quarkus has loaded this class anew. */
    List<String> identity() {
        return List.of(
                String.valueOf(port),
                Optional.ofNullable(clientSecret).orElse(""),
                Optional.ofNullable(organizationId).orElse(""));
    }

    /** Leaves out the secret. */
    @Override
    public String toString() {
        return "SimulatorSettings[port=" + port + ", organizationId=" + organizationId + "]";
    }
}
