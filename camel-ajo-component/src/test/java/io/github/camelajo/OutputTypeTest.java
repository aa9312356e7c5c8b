package io.github.camelajo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.model.CappingChange;
import io.github.camelajo.model.EndpointConfig;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OutputTypeTest extends AjoTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stream")
                        .to("ajo:journey?operation=list&outputType=stream&pageSize=5")
                        .setBody(body().convertToString());
                from("direct:unread")
                        .to("ajo:journey?operation=list&outputType=stream")
                        .setBody(constant("done"));
            }
        };
    }

    @Test
    void aMapCanBeUsedInExpressionsAtOnce() {
        Object uid = template.requestBody("ajo:capping?operation=create", CappingTest.config(5), Map.class)
                .get("uid");
        assertThat(template.requestBody("ajo:capping?operation=get&id=" + uid, null, Map.class))
                .containsEntry("uid", uid);
    }

    @Test
    void jsonIsTheTextAsAdobeSentIt() throws Exception {
        String text = template.requestBody("ajo:journey?operation=list&outputType=json&pageSize=2", null, String.class);
        assertThat(new ObjectMapper().readTree(text).path("results").size()).isEqualTo(2);
    }

    @Test
    void allPagesAsJsonAreOneArray() throws Exception {
        String text = template.requestBody("ajo:journey?operation=list&outputType=json&paging=all", null, String.class);
        assertThat(new ObjectMapper().readTree(text).size()).isGreaterThan(100);
    }

    @Test
    void aStreamIsReadInTheRoute() throws Exception {
        String text = template.requestBody("direct:stream", null, String.class);
        assertThat(new ObjectMapper().readTree(text).path("results").size()).isEqualTo(5);
    }

    @Test
    void streamsThatNobodyReadsGiveTheirConnectionsBack() {
        context.getComponent("ajo", AjoComponent.class);
        for (int i = 0; i < 300; i++) {
            assertThat(template.requestBody("direct:unread", null, String.class))
                    .isEqualTo("done");
        }
    }

    @Test
    void typedRecordsComeWhereThereAreSome() {
        Object change = template.requestBody("ajo:capping?operation=create&outputType=pojo", CappingTest.config(5));
        assertThat(change).isInstanceOf(CappingChange.class);
        Object all = template.requestBody("ajo:capping?operation=list&outputType=pojo", (Object) null);
        assertThat((List<?>) all).allSatisfy(item -> assertThat(item).isInstanceOf(EndpointConfig.class));
    }

    @Test
    void bodiesCanBeMapsTextBytesStreamsNodesAndRecords() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        String json = mapper.writeValueAsString(CappingTest.config(5));
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        EndpointConfig typed = mapper.readValue(json, EndpointConfig.class);
        for (Object body : List.of(
                CappingTest.config(5),
                json,
                bytes,
                new java.io.ByteArrayInputStream(bytes),
                mapper.readTree(json),
                typed)) {
            Map<?, ?> created = template.requestBody("ajo:capping?operation=create", body, Map.class);
            assertThat(created.get("uid")).as("%s", body.getClass()).isNotNull();
        }
        assertThat(simulator().requests()).allSatisfy(request -> assertThat(mapper.readTree(request.bodyAsString()))
                .isEqualTo(withOrganization(mapper, json)));
    }

    private static Object withOrganization(ObjectMapper mapper, String json) throws Exception {
        return ((com.fasterxml.jackson.databind.node.ObjectNode) mapper.readTree(json))
                .put("orgId", simulator().organizationId());
    }

    @Test
    void theOrganizationOfABodyIsKept() {
        Map<String, Object> config = new java.util.HashMap<>(CappingTest.config(5));
        config.put("orgId", "another@AdobeOrg");
        send("ajo:capping?operation=create", config);
        assertThat(simulator().requests().get(0).bodyAsString()).contains("another@AdobeOrg");
        assertThat(config).containsEntry("orgId", "another@AdobeOrg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"results\":[{\"id\"", "{\"results\":[]} trailing", "not json"})
    void anAnswerThatIsNotCompleteJsonIsNeverTakenForOne(String body) {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(200)
                        .body("application/json", body)
                        .build());
        AjoInvalidResponseException failure =
                failure(AjoInvalidResponseException.class, "ajo:journey?operation=list", null);
        assertThat(failure).hasMessageContaining("was carried out").hasMessageContaining("JSON");
    }

    @Test
    void anHtmlPageInPlaceOfAnAnswerIsNamedAsSuch() {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(200)
                        .body("text/html", "<html>login</html>")
                        .build());
        assertThat(failure(AjoInvalidResponseException.class, "ajo:journey?operation=list", null))
                .hasMessageContaining("text/html")
                .hasMessageContaining("proxy");
    }

    @Test
    void anAnswerLargerThanAllowedIsGivenUp() {
        assertThat(failure(AjoInvalidResponseException.class, "ajo:journey?operation=list&maxResponseSize=1000", null))
                .hasMessageContaining("maxResponseSize");
    }
}
