package io.github.camelajo.internal.converter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.model.CappingChange;
import io.github.camelajo.model.EndpointConfig;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonConstants;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ConversionInRoutesTest {

    private static final EndpointConfig CONFIG =
            EndpointConfig.action("https://api.example.com", List.of("GET"), 5, Duration.ofSeconds(1));
    private static final String JSON =
            "{\"url\":\"https://api.example.com\",\"methods\":[\"GET\"],\"services\":{\"action\":{\"rating\":"
                    + "{\"maxCallsCount\":5,\"periodInMs\":1000}}}}";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();

    @AfterEach
    void stopContext() {
        context.stop();
    }

    @Test
    void aBodyBecomesARecord() throws Exception {
        start(route -> route.from("direct:start").convertBodyTo(EndpointConfig.class));

        assertThat(template.requestBody("direct:start", JSON)).isEqualTo(CONFIG);
        assertThat(template.requestBody("direct:start", new ObjectMapper().readValue(JSON, Map.class)))
                .isEqualTo(CONFIG);
        assertThat(template.requestBody("direct:start", CONFIG)).isSameAs(CONFIG);
    }

    @Test
    void aRecordBecomesJsonText() throws Exception {
        start(route -> route.from("direct:start").convertBodyTo(String.class));

        assertThat(template.requestBody("direct:start", CONFIG)).isEqualTo(JSON);
    }

    @Test
    void aRecordIsMarshalledByCamelJackson() throws Exception {
        start(route -> route.from("direct:start").marshal().json(JsonLibrary.Jackson));

        assertThat(template.requestBody("direct:start", CONFIG, String.class)).isEqualTo(JSON);
    }

    @Test
    void jsonIsUnmarshalledByCamelJackson() throws Exception {
        start(route -> route.from("direct:start").unmarshal().json(JsonLibrary.Jackson, EndpointConfig.class));

        assertThat(template.requestBody("direct:start", JSON)).isEqualTo(CONFIG);
    }

    @Test
    void aRecordWorksWithCamelJacksonsOwnConverterSwitchedOn() throws Exception {
        context.getGlobalOptions().put(JacksonConstants.ENABLE_TYPE_CONVERTER, "true");
        context.getGlobalOptions().put(JacksonConstants.TYPE_CONVERTER_TO_POJO, "true");
        start(route ->
                route.from("direct:start").convertBodyTo(EndpointConfig.class).convertBodyTo(String.class));

        assertThat(template.requestBody("direct:start", JSON)).isEqualTo(JSON);
    }

    @Test
    void simpleReadsAComponentByItsNameAndAFieldByItsKey() throws Exception {
        start(route -> route.from("direct:start")
                .convertBodyTo(CappingChange.class)
                .setBody()
                .simple("${body.uid} ${body[uid]} ${body.element.state} ${body.canDeploy.ok}"));

        assertThat(template.requestBody(
                        "direct:start",
                        "{\"uid\":\"u-1\",\"createdElement\":{\"state\":\"created\"},"
                                + "\"canDeploy\":{\"validationStatus\":\"ok\"}}"))
                .isEqualTo("u-1 u-1 created true");
    }

    @Test
    void everyElementOfAListBecomesARecord() throws Exception {
        start(route -> route.from("direct:start")
                .split(route.body())
                .convertBodyTo(EndpointConfig.class)
                .to("mock:out"));
        MockEndpoint out = context.getEndpoint("mock:out", MockEndpoint.class);
        out.expectedBodiesReceived(CONFIG, CONFIG.withOrgId("0000@AdobeOrg"));

        template.sendBody(
                "direct:start",
                new ObjectMapper()
                        .readValue(
                                "[" + JSON + "," + JSON.replaceFirst("}$", ",\"orgId\":\"0000@AdobeOrg\"}") + "]",
                                List.class));

        out.assertIsSatisfied();
    }

    @Test
    void aFileBecomesARecord(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("config.json"), JSON);
        start(route -> route.from("file:" + folder + "?noop=true&initialDelay=0")
                .convertBodyTo(EndpointConfig.class)
                .to("mock:out"));
        MockEndpoint out = context.getEndpoint("mock:out", MockEndpoint.class);
        out.expectedBodiesReceived(CONFIG);

        out.assertIsSatisfied();
    }

    private void start(Consumer<RouteBuilder> routes) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                routes.accept(this);
            }
        });
        context.start();
    }
}
