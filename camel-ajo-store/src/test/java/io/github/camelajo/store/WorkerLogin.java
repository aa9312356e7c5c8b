package io.github.camelajo.store;

import java.util.List;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.simulator.AjoSimulator;

/** How the component of a process reaches the simulator of its test. Six arguments on the command line. */
record WorkerLogin(
        String baseUrl,
        String tokenEndpoint,
        String clientId,
        String clientSecret,
        String organizationId,
        String scopes) {

    static WorkerLogin of(AjoSimulator simulator) {
        return new WorkerLogin(
                simulator.baseUrl(),
                simulator.tokenEndpoint(),
                simulator.clientId(),
                simulator.clientSecret(),
                simulator.organizationId(),
                simulator.scopes());
    }

    /** @param from the place of the first of them */
    static WorkerLogin read(String[] arguments, int from) {
        return new WorkerLogin(
                arguments[from],
                arguments[from + 1],
                arguments[from + 2],
                arguments[from + 3],
                arguments[from + 4],
                arguments[from + 5]);
    }

    List<String> arguments() {
        return List.of(baseUrl, tokenEndpoint, clientId, clientSecret, organizationId, scopes);
    }

    AjoComponent component() {
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setBaseUrl(baseUrl);
        configuration.setTokenEndpoint(tokenEndpoint);
        configuration.setClientId(clientId);
        configuration.setClientSecret(clientSecret);
        configuration.setOrganizationId(organizationId);
        configuration.setScopes(scopes);
        configuration.setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
        return component;
    }
}
