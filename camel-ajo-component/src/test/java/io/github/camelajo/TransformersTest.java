package io.github.camelajo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.model.AudienceRequest;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.TransformerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Data types beside the converters: a step says what it needs, whatever a body is. */
class TransformersTest extends AjoTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:json").transformDataType(new DataType("ajo:application-json"));
                from("direct:struct").transformDataType(new DataType("ajo:application-x-struct"));
                from("direct:limits")
                        .to("ajo:capping?operation=list&outputType=pojo")
                        .transformDataType(new DataType("ajo:application-json"));
            }
        };
    }

    private Object struct(Object body) {
        return send("direct:struct", body).getMessage().getBody();
    }

    @Test
    void recordsMapsAndListsBecomeJson() {
        AudienceRequest request = AudienceRequest.of("c1");
        Exchange record = send("direct:json", request);
        assertThat(record.getMessage().getBody()).isEqualTo("{\"campaignId\":\"c1\"}");
        assertThat(record.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(send("direct:json", List.of(request, request)).getMessage().getBody())
                .isEqualTo("[{\"campaignId\":\"c1\"},{\"campaignId\":\"c1\"}]");
        assertThat(send("direct:json", Map.of("a", 1)).getMessage().getBody()).isEqualTo("{\"a\":1}");
    }

    @Test
    void jsonStaysAsItIs() {
        String text = "{ \"a\" : 1.0 }";
        assertThat(send("direct:json", text).getMessage().getBody()).isEqualTo(text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(send("direct:json", bytes).getMessage().getBody()).isSameAs(bytes);
        assertThat(send("direct:json", null).getMessage().getBody()).isNull();
    }

    @Test
    void anAnswerOfRecordsBecomesJsonInARoute() {
        assertThat(send("direct:limits", null).getMessage().getBody(String.class))
                .startsWith("[");
    }

    @Test
    void whatCannotBeWrittenIsRefusedWithoutQuotingIt() {
        Object secretive = new Object() {
            @Override
            public String toString() {
                return "jane@example.com";
            }
        };
        Exception failure = send("direct:json", secretive).getException();
        assertThat(failure).hasStackTraceContaining("cannot be written as JSON");
        assertThat(failure.getMessage()).doesNotContain("jane");
    }

    @Test
    void jsonAndRecordsBecomeMapsAndLists() {
        Map<String, Object> map = Map.of("campaignId", "c1");
        String text = "{\"campaignId\":\"c1\"}";
        assertThat(struct(text)).isEqualTo(map);
        assertThat(struct(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(map);
        assertThat(struct(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(map);
        assertThat(struct(AudienceRequest.of("c1"))).isEqualTo(map);
        assertThat(struct(List.of(AudienceRequest.of("c1")))).isEqualTo(List.of(map));
        assertThat(struct(map)).isEqualTo(map);
        assertThat(struct("[1,2]")).isEqualTo(List.of(1, 2));
    }

    @Test
    void textThatIsNoJsonIsRefusedWithoutQuotingIt() {
        Exception failure = send("direct:struct", "jane@example.com").getException();
        assertThat(failure).hasStackTraceContaining("The body is no JSON");
        assertThat(failure.getMessage()).doesNotContain("jane");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ajo:application-json", "ajo:application-x-struct"})
    void theRegistryOfCamelFindsThem(String type) {
        assertThat(context.getTransformerRegistry().resolveTransformer(new TransformerKey(type)))
                .isNotNull();
    }

    @Test
    void toolsFindTheirDescriptionsInTheJar() throws IOException {
        String folder = "/META-INF/services/org/apache/camel/";
        Properties list = new Properties();
        try (InputStream file = getClass().getResourceAsStream(folder + "transformer.properties")) {
            list.load(file);
        }
        assertThat(list.getProperty("transformers")).isEqualTo("ajo:application-json ajo:application-x-struct");
        assertThat(list.getProperty("artifactId")).isEqualTo("camel-ajo");
        for (String name : list.getProperty("transformers").split(" ")) {
            JsonNode described = new ObjectMapper()
                    .readTree(getClass().getResource(folder + "transformer/" + name.replace(':', '-') + ".json"))
                    .path("transformer");
            assertThat(described.path("name").asText()).isEqualTo(name);
            assertThat(described.path("description").asText()).startsWith("Transforms ");
            assertThat(context.getTransformerRegistry()
                            .resolveTransformer(new TransformerKey(new DataType(name)))
                            .getClass()
                            .getName())
                    .isEqualTo(described.path("javaType").asText());
        }
    }
}
