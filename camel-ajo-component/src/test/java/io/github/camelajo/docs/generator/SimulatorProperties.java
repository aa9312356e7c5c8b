package io.github.camelajo.docs.generator;

import io.github.camelajo.simulator.AjoSimulator;

/** What to set so that a route reaches a simulator that was started from the command line. */
public final class SimulatorProperties {

    private static final String ADDRESS = "http://localhost:8088";

    private SimulatorProperties() {}

    public static String block() {
        try (AjoSimulator simulator = AjoSimulator.builder().start()) {
            String path =
                    simulator.tokenEndpoint().substring(simulator.baseUrl().length());
            return """
                    ```properties
                    camel.component.ajo.base-url = %s
                    camel.component.ajo.token-endpoint = %s
                    camel.component.ajo.client-id = %s
                    camel.component.ajo.client-secret = %s
                    camel.component.ajo.organization-id = %s
                    camel.component.ajo.scopes = %s
                    camel.component.ajo.sandbox = %s
                    ```
                    """.formatted(
                            ADDRESS,
                            ADDRESS + path,
                            simulator.clientId(),
                            simulator.clientSecret(),
                            simulator.organizationId(),
                            simulator.scopes(),
                            AjoSimulator.DEVELOPMENT_SANDBOX);
        }
    }
}
