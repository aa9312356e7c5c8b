package io.github.camelajo.springboot;

import java.util.ArrayList;
import java.util.List;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class StartTest {

    @RegisterExtension
    static final AjoSimulatorExtension ADOBE = new AjoSimulatorExtension();

    private static ApplicationContextRunner application(String... more) {
        AjoSimulator simulator = ADOBE.simulator();
        List<String> properties = new ArrayList<>(List.of(more));
        properties.add("camel.component.ajo.base-url=" + simulator.baseUrl());
        properties.add("camel.component.ajo.token-endpoint=" + simulator.tokenEndpoint());
        properties.add("camel.component.ajo.client-id=" + simulator.clientId());
        properties.add("camel.component.ajo.organization-id=" + simulator.organizationId());
        properties.add("camel.component.ajo.sandbox=dev");
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        CamelAutoConfiguration.class, AjoComponentConverter.class, AjoComponentAutoConfiguration.class))
                .withBean(RouteBuilder.class, Journeys::new)
                .withPropertyValues(properties.toArray(String[]::new));
    }

    private static final class Journeys extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:journeys").to("ajo:journey?operation=list");
        }
    }

    @Test
    void asksNothingOfAdobe() {
        application("camel.component.ajo.client-secret=" + ADOBE.simulator().clientSecret())
                .run(context -> {
                    assertThat(context.getBean(CamelContext.class).isStarted()).isTrue();
                    assertThat(ADOBE.simulator().tokenRequests()).isEmpty();
                    assertThat(ADOBE.simulator().requests()).isEmpty();
                });
    }

    @Test
    void asksForATokenWhenItIsToldTo() {
        application(
                        "camel.component.ajo.token-on-start=true",
                        "camel.component.ajo.client-secret=" + ADOBE.simulator().clientSecret())
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(ADOBE.simulator().tokenRequests()).hasSize(1);
                });
    }

    @Test
    void withoutASecretItSaysWhatIsMissing() {
        application().run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("The component ajo has no")
                .hasMessageContaining("clientSecret"));
    }
}
