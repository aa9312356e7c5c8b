package com.example;

import java.util.Map;

import io.github.camelajo.simulator.AjoSimulatorExtension;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

@SpringBootTest
class JourneyApplicationTest {

    @RegisterExtension
    static final AjoSimulatorExtension ADOBE = new AjoSimulatorExtension();

    @Autowired
    ProducerTemplate template;

    @DynamicPropertySource
    static void credentials(DynamicPropertyRegistry properties) {
        ADOBE.simulator().componentProperties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @Test
    void findsLiveJourneys() {
        Map<?, ?> page = template.requestBody("direct:live-journeys", null, Map.class);

        assertThat(page.get("results")).asInstanceOf(LIST).hasSize(5);
        assertThat(ADOBE.simulator().requests()).singleElement().satisfies(request -> {
            assertThat(request.header("x-sandbox-name")).isEqualTo("dev");
            assertThat(request.queryParameter("filter")).contains("status=live");
        });
    }

    @Test
    void failsWhileAdobeIsDown() {
        ADOBE.simulator().failNext(10, 503);

        assertThatExceptionOfType(CamelExecutionException.class)
                .isThrownBy(() -> template.requestBody("direct:live-journeys", (Object) null))
                .withStackTraceContaining("AjoServerException");
    }
}
