package io.github.camelajo;

import java.util.Map;

import io.github.camelajo.result.OutputType;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class CamelMainTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    @Test
    void theOptionsCanBeSetAsProperties() throws Exception {
        AjoSimulator simulator = EXTENSION.simulator();
        Main main = new Main();
        String prefix = "camel.component.ajo.";
        main.addInitialProperty(prefix + "client-id", simulator.clientId());
        main.addInitialProperty(prefix + "client-secret", simulator.clientSecret());
        main.addInitialProperty(prefix + "organization-id", simulator.organizationId());
        main.addInitialProperty(prefix + "scopes", simulator.scopes());
        main.addInitialProperty(prefix + "sandbox", "dev");
        main.addInitialProperty(prefix + "base-url", simulator.baseUrl());
        main.addInitialProperty(prefix + "token-endpoint", simulator.tokenEndpoint());
        main.addInitialProperty(prefix + "connect-timeout", "5s");
        main.addInitialProperty(prefix + "response-timeout", "65s");
        main.addInitialProperty(prefix + "max-concurrent-requests", "7");
        main.addInitialProperty(prefix + "output-type", "json");
        main.start();
        try {
            AjoComponent component = main.getCamelContext().getComponent("ajo", AjoComponent.class);
            assertThat(component.getMaxConcurrentRequests()).isEqualTo(7);
            assertThat(component.getConnectTimeout()).isEqualTo(5_000);
            assertThat(component.getConfiguration().getResponseTimeout()).isEqualTo(65_000);
            assertThat(component.getConfiguration().getOutputType()).isEqualTo(OutputType.JSON);
            Object answer = main.getCamelTemplate()
                    .requestBodyAndHeaders("ajo:capping?operation=list", null, Map.of(), Object.class);
            assertThat(answer).isInstanceOf(String.class);
        } finally {
            main.stop();
        }
    }
}
