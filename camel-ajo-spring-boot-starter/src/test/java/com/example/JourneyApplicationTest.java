package com.example;

import java.util.List;

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
        List<?> journeys = template.requestBody("direct:live-journeys", null, List.class);

        assertThat(journeys).hasSize(5);
        assertThat(ADOBE.simulator().requests()).singleElement().satisfies(request -> {
            assertThat(request.header("x-sandbox-name")).isEqualTo("dev");
            assertThat(request.queryParameter("filter")).contains("status=live");
        });
    }

    @Test
    void failsWhileAdobeIsDown() {
        ADOBE.simulator().failNext(10, 503);

        assertThatExceptionOfType(CamelExecutionException.class)
                .isThrownBy(() -> template.sendBody("direct:live-journeys", null))
                .withStackTraceContaining("AjoServerException");
    }
}
