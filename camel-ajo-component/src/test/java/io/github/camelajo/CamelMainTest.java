package io.github.camelajo;

import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.github.camelajo.result.OutputType;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import org.apache.camel.impl.DefaultCamelContext;
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

    /** Writes in a way that shows whether it was used. */
    private static ObjectMapper snakes() {
        return new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    }

    record Task(String taskName) {}

    private static String sent(Map<String, String> properties, ObjectMapper... inRegistry) throws Exception {
        AjoSimulator simulator = EXTENSION.simulator();
        Main main = new Main();
        for (int i = 0; i < inRegistry.length; i++) {
            main.bind("mapper" + i, inRegistry[i]);
        }
        String prefix = "camel.component.ajo.";
        main.addInitialProperty(prefix + "client-id", simulator.clientId());
        main.addInitialProperty(prefix + "client-secret", simulator.clientSecret());
        main.addInitialProperty(prefix + "organization-id", simulator.organizationId());
        main.addInitialProperty(prefix + "sandbox", "dev");
        main.addInitialProperty(prefix + "base-url", simulator.baseUrl());
        main.addInitialProperty(prefix + "token-endpoint", simulator.tokenEndpoint());
        properties.forEach((name, value) -> main.addInitialProperty(prefix + name, value));
        main.start();
        try {
            int before = simulator.requests().size();
            main.getCamelTemplate().request("ajo:loyalty-task?operation=create&checkBody=never", e -> e.getMessage()
                    .setBody(new Task("t")));
            return simulator.requests().get(before).bodyAsString();
        } finally {
            main.stop();
        }
    }

    @Test
    void theObjectMapperThatIsNamedIsUsed() throws Exception {
        assertThat(sent(Map.of("object-mapper", "#bean:mapper1"), new ObjectMapper(), snakes()))
                .isEqualTo("{\"task_name\":\"t\"}");
    }

    @Test
    void theOnlyObjectMapperOfTheRegistryIsUsedWhenThatIsWanted() throws Exception {
        Map<String, String> discover = Map.of("auto-discover-object-mapper", "true");
        assertThat(sent(discover, snakes())).isEqualTo("{\"task_name\":\"t\"}");
        assertThat(sent(Map.of(), snakes())).isEqualTo("{\"taskName\":\"t\"}");
        assertThat(sent(discover, snakes(), snakes())).isEqualTo("{\"taskName\":\"t\"}");
    }

    @Test
    void anObjectMapperThatIsSetAfterTheComponentWasAddedIsUsed() throws Exception {
        AjoSimulator simulator = EXTENSION.simulator();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            AjoComponent component = new AjoComponent();
            component.getConfiguration().setSandbox("dev");
            component.getConfiguration().setClientId(simulator.clientId());
            component.getConfiguration().setClientSecret(simulator.clientSecret());
            component.getConfiguration().setOrganizationId(simulator.organizationId());
            component.getConfiguration().setBaseUrl(simulator.baseUrl());
            component.getConfiguration().setTokenEndpoint(simulator.tokenEndpoint());
            context.addComponent("ajo", component);
            context.start();
            component.setObjectMapper(snakes());
            int before = simulator.requests().size();
            context.createProducerTemplate()
                    .request("ajo:loyalty-task?operation=create&checkBody=never", e -> e.getMessage()
                            .setBody(new Task("t")));
            assertThat(simulator.requests().get(before).bodyAsString()).isEqualTo("{\"task_name\":\"t\"}");
        }
    }
}
