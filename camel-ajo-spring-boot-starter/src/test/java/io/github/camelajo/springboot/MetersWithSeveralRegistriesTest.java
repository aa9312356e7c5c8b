package io.github.camelajo.springboot;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** Like Prometheus and OTLP in one application: Actuator creates a primary registry that writes to both. */
class MetersWithSeveralRegistriesTest {

    @RegisterExtension
    static final AjoSimulatorExtension ADOBE = new AjoSimulatorExtension();

    /** Has all auto-configurations, because those of Actuator are in other packages since Spring Boot 4. */
    @EnableAutoConfiguration
    static class Application {}

    @Test
    void allOfThemHaveTheMeters() {
        AjoSimulator simulator = ADOBE.simulator();
        new ApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .withBean("first", MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean("second", MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues(
                        "camel.component.ajo.base-url=" + simulator.baseUrl(),
                        "camel.component.ajo.token-endpoint=" + simulator.tokenEndpoint(),
                        "camel.component.ajo.client-id=" + simulator.clientId(),
                        "camel.component.ajo.client-secret=" + simulator.clientSecret(),
                        "camel.component.ajo.organization-id=" + simulator.organizationId(),
                        "camel.component.ajo.sandbox=dev")
                .run(context -> {
                    assertThat(context.getBean(MeterRegistry.class)).isInstanceOf(CompositeMeterRegistry.class);
                    context.getBean(ProducerTemplate.class).requestBody("ajo:journey?operation=list", (Object) null);
                    for (String name : new String[] {"first", "second"}) {
                        assertThat(context.getBean(name, MeterRegistry.class)
                                        .get("ajo.calls")
                                        .timer()
                                        .count())
                                .isEqualTo(1);
                    }
                });
    }
}
