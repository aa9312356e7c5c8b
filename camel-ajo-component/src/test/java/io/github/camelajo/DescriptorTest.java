package io.github.camelajo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.operation.Api;
import io.github.camelajo.operation.OperationCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What Camel's tooling has generated from the annotations, as designers and editors read it. */
class DescriptorTest {

    private final JsonNode descriptor = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(DescriptorTest.class.getResource("/META-INF/io/github/camelajo/ajo.json"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode array) {
        return Arrays.asList(new ObjectMapper().convertValue(array, String[].class));
    }

    @Test
    void theComponentIsDescribed() {
        JsonNode component = descriptor.path("component");
        assertThat(component.path("scheme").asText()).isEqualTo("ajo");
        assertThat(component.path("syntax").asText()).isEqualTo("ajo:api");
        assertThat(component.path("producerOnly").asBoolean()).isTrue();
        assertThat(component.path("async").asBoolean()).isTrue();
        assertThat(component.path("artifactId").asText()).isEqualTo("camel-ajo");
    }

    @Test
    void theApisAreTheOnesOfTheCatalogue() {
        List<String> apis = OperationCatalog.apis().stream().map(Api::name).toList();
        assertThat(texts(descriptor.at("/properties/api/enum"))).containsExactlyElementsOf(apis);
    }

    @Test
    void theOperationsAreTheOnesOfTheCatalogue() {
        List<String> operations = OperationCatalog.apis().stream()
                .flatMap(api -> api.operationNames().stream())
                .distinct()
                .toList();
        assertThat(texts(descriptor.at("/properties/operation/enum"))).containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void everyOptionAndHeaderIsExplained() {
        for (String group : List.of("componentProperties", "properties", "headers")) {
            for (Map.Entry<String, JsonNode> option : descriptor.path(group).properties()) {
                String description = option.getValue().path("description").asText();
                assertThat(description)
                        .as(option.getKey())
                        .hasSizeGreaterThan(25)
                        .matches("(?s)[A-Z].*");
                assertThat(description).as(option.getKey()).doesNotContain("&amp;", "{@", "<");
            }
        }
    }

    @Test
    void secretsAreMarked() {
        for (String secret : List.of("clientSecret", "secondaryClientSecret")) {
            assertThat(descriptor.at("/properties/" + secret + "/secret").asBoolean())
                    .isTrue();
            assertThat(descriptor
                            .at("/componentProperties/" + secret + "/secret")
                            .asBoolean())
                    .isTrue();
        }
        assertThat(new AjoEndpointUriFactory().secretPropertyNames()).contains("clientSecret", "secondaryClientSecret");
    }

    @Test
    void camelsCatalogValidatesUrisOfTheComponent() {
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("ajo", AjoComponent.class.getName(), descriptor.toString());
        assertThat(catalog.validateEndpointProperties("ajo:capping?operation=create&sandbox=dev")
                        .isSuccess())
                .isTrue();
        EndpointValidationResult wrong =
                catalog.validateEndpointProperties("ajo:capping?operation=creat&sandboxx=dev&pageSize=many");
        assertThat(wrong.getUnknown()).containsExactly("sandboxx");
        assertThat(wrong.getInvalidEnum()).containsOnlyKeys("operation");
        assertThat(wrong.getInvalidInteger()).containsOnlyKeys("pageSize");
    }

    @Test
    void theHeadersAreTheConstants() {
        List<String> described = new java.util.ArrayList<>();
        descriptor.path("headers").fieldNames().forEachRemaining(described::add);
        assertThat(described)
                .contains(AjoConstants.ID, AjoConstants.SANDBOX, AjoConstants.NEXT_PAGE)
                .allMatch(name -> name.startsWith("CamelAjo"));
    }
}
