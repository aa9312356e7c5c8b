package io.github.camelajo.example.springboot;

import java.util.Map;
import java.util.stream.Stream;

import io.github.camelajo.simulator.AjoSimulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts a simulator of Adobe when no account is set up, and gives its address and credentials to the properties that
 * {@code application.properties} asks for. A property or environment variable that the user has set wins over them. The
 * simulator ends with the application.
 */
final class SimulatorWhenNoAccount implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorWhenNoAccount.class);

    @Override
    public void initialize(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        // An address is taken for an account too: credentials of the simulator must not go elsewhere.
        boolean account = Stream.of("ajo.client-id", "ajo.base-url", "ajo.token-endpoint")
                .anyMatch(environment::containsProperty);
        if (account) {
            LOG.info("Adobe is called, in sandbox {}", environment.getProperty("ajo.sandbox", "(none)"));
            return;
        }
        AjoSimulator simulator = AjoSimulator.builder().start();
        context.registerBean(AjoSimulator.class, () -> simulator);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "simulator",
                        Map.of(
                                "ajo.client-id", simulator.clientId(),
                                "ajo.client-secret", simulator.clientSecret(),
                                "ajo.organization-id", simulator.organizationId(),
                                "ajo.scopes", simulator.scopes(),
                                "ajo.sandbox", AjoSimulator.DEVELOPMENT_SANDBOX,
                                "ajo.base-url", simulator.baseUrl(),
                                "ajo.token-endpoint", simulator.tokenEndpoint())));
        LOG.info("AJO_CLIENT_ID is not set: a simulator plays Adobe on {}", simulator.baseUrl());
    }
}
