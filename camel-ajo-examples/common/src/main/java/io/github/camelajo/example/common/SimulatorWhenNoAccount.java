package io.github.camelajo.example.common;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.camelajo.simulator.AjoSimulator;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.PropertiesComponent;
import org.apache.camel.spi.PropertiesSource;
import org.slf4j.Logger;

/**
 * Starts a simulator of Adobe when no account is set up, and gives its address and credentials to the properties that
 * {@code application.properties} asks for. A property or environment variable that the user has set wins over them.
 */
final class SimulatorWhenNoAccount extends MainListenerSupport implements AutoCloseable {

    private final Logger log;
    private final Supplier<AjoSimulator> starter;
    private final Map<String, String> extra;
    private AjoSimulator simulator;

    /**
     * @param extra properties of the example that go with the simulator's data
     */
    SimulatorWhenNoAccount(Logger log, Supplier<AjoSimulator> starter, Map<String, String> extra) {
        this.log = log;
        this.starter = starter;
        this.extra = extra;
    }

    /** Before the component is configured. */
    @Override
    public void beforeConfigure(BaseMainSupport main) {
        PropertiesComponent properties = main.getCamelContext().getPropertiesComponent();
        // An address is taken for an account too: credentials of the simulator must not go elsewhere.
        boolean account = Stream.of("ajo.client-id", "ajo.base-url", "ajo.token-endpoint")
                .anyMatch(key -> properties.resolveProperty(key).isPresent());
        if (account) {
            log.info(
                    "Adobe is called, in sandbox {}",
                    properties.resolveProperty("ajo.sandbox").orElse("(none)"));
            return;
        }
        simulator = starter.get();
        Map<String, String> settings = new HashMap<>(extra);
        settings.putAll(Map.of(
                "ajo.client-id", simulator.clientId(),
                "ajo.client-secret", simulator.clientSecret(),
                "ajo.organization-id", simulator.organizationId(),
                "ajo.scopes", simulator.scopes(),
                "ajo.sandbox", AjoSimulator.DEVELOPMENT_SANDBOX,
                "ajo.base-url", simulator.baseUrl(),
                "ajo.event-url", simulator.baseUrl(),
                "ajo.token-endpoint", simulator.tokenEndpoint()));
        properties.addPropertiesSource(new Settings(settings));
        log.info("AJO_CLIENT_ID is not set: a simulator plays Adobe on {}", simulator.baseUrl());
    }

    Optional<AjoSimulator> get() {
        return Optional.ofNullable(simulator);
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private record Settings(Map<String, String> values) implements PropertiesSource {

        @Override
        public String getName() {
            return "simulator";
        }

        @Override
        public String getProperty(String name) {
            return values.get(name);
        }
    }
}
