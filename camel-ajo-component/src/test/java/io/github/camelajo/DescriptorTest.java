package io.github.camelajo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.internal.operation.Api;
import io.github.camelajo.internal.operation.OperationCatalog;
import org.apache.camel.catalog.CamelCatalog;
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        assertThat(component.path("producerOnly").asBoolean()).isFalse();
        assertThat(component.path("consumerOnly").asBoolean()).isFalse();
        assertThat(descriptor.at("/properties/delay/defaultValue").asLong()).isEqualTo(60_000);
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
    void whatMattersMostIsMarkedAndStandsInTheFirstGroups() {
        List<String> important = new ArrayList<>();
        for (Map.Entry<String, JsonNode> option : descriptor.path("properties").properties()) {
            if (option.getValue().path("important").asBoolean()) {
                important.add(option.getKey());
                assertThat(option.getValue().path("label").asText())
                        .as(option.getKey())
                        .doesNotContain("advanced");
            }
        }
        assertThat(important)
                .containsExactlyInAnyOrder(
                        "operation", "sandbox", "id", "outputType", "clientId", "clientSecret", "organizationId");
        assertThat(descriptor.at("/properties/api/required").asBoolean()).isTrue();
    }

    @Test
    void nothingIsMarkedRequiredThatTheComponentCanGive() {
        for (Map.Entry<String, JsonNode> option : descriptor.path("properties").properties()) {
            if (option.getValue().path("kind").asText().equals("parameter")) {
                assertThat(option.getValue().path("required").asBoolean())
                        .as(option.getKey())
                        .isFalse();
            }
        }
    }

    @Test
    void optionsThatBelongTogetherShareAGroup() {
        assertThat(group("clientId", "clientSecret", "organizationId", "scopes"))
                .containsOnly("security");
        assertThat(group("filter", "sort", "fields", "orderBy", "property", "page", "pageSize", "paging"))
                .containsOnly("list");
        assertThat(group("httpMethod", "path", "query", "contentType", "accept"))
                .containsOnly("raw");
        assertThat(group("awaitCompletion", "awaitDelay", "awaitMaxDelay", "awaitTimeout"))
                .containsOnly("job");
        assertThat(group("baseUrl", "responseTimeout", "maxRetries")).containsOnly("advanced");
    }

    private List<String> group(String... options) {
        return Arrays.stream(options)
                .map(option ->
                        descriptor.path("properties").path(option).path("group").asText())
                .toList();
    }

    @Test
    void camelsCatalogValidatesUrisOfTheComponent() {
        CamelCatalog catalog = catalog();
        assertThat(catalog.validateEndpointProperties("ajo:capping?operation=create&sandbox=dev")
                        .isSuccess())
                .isTrue();
        EndpointValidationResult wrong =
                catalog.validateEndpointProperties("ajo:capping?operation=creat&sandboxx=dev&pageSize=many");
        assertThat(wrong.getUnknown()).containsExactly("sandboxx");
        assertThat(wrong.getInvalidEnum()).containsOnlyKeys("operation");
        assertThat(wrong.getInvalidInteger()).containsOnlyKeys("pageSize");
        assertThat(catalog.validateEndpointProperties("ajo:caping?operation=create")
                        .getInvalidEnum())
                .containsOnlyKeys("api");
        assertThat(catalog.validateEndpointProperties(
                                "ajo:campaign?operation=list&param.actions=false&responseTimeout=90s")
                        .isSuccess())
                .isTrue();
    }

    @Test
    void camelsCatalogFindsTheDescriptorOnTheClasspathByItself() {
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("ajo", AjoComponent.class.getName());
        assertThat(catalog.findComponentNames()).contains("ajo");
        assertThat(catalog.componentModel("ajo").getTitle()).isEqualTo("Adobe Journey Optimizer");
    }

    /** Where tools look that know nothing of this component but its jar. */
    @Test
    void theJarHasTheDescriptorWhereCamelsCatalogueLooks() throws IOException {
        try (InputStream copy =
                DescriptorTest.class.getResourceAsStream("/org/apache/camel/catalog/components/ajo.json")) {
            assertThat(copy).isNotNull();
            assertThat(new ObjectMapper().readTree(copy)).isEqualTo(descriptor);
        }
        assertThat(new DefaultCamelCatalog()
                        .validateEndpointProperties("ajo:capping?operation=create&sandboxx=dev")
                        .getUnknown())
                .containsExactly("sandboxx");
    }

    @Test
    void camelsCatalogTakesUrisApartAndPutsThemTogether() throws URISyntaxException {
        CamelCatalog catalog = catalog();
        Map<String, String> options = Map.of("api", "capping", "operation", "get", "id", "42");
        String uri = catalog.asEndpointUri("ajo", options, false);
        assertThat(uri).startsWith("ajo:capping?").contains("operation=get", "id=42");
        assertThat(catalog.endpointProperties(uri)).containsExactlyInAnyOrderEntriesOf(options);
        assertThat(catalog.endpointComponentName(uri)).isEqualTo("ajo");
    }

    @Test
    void camelsCatalogValidatesTheConfigurationOfTheComponent() {
        CamelCatalog catalog = catalog();
        assertThat(catalog.validateConfigurationProperty("camel.component.ajo.client-id=x")
                        .isSuccess())
                .isTrue();
        assertThat(catalog.validateConfigurationProperty("camel.component.ajo.clientIdd=x")
                        .getUnknown())
                .isNotEmpty();
        assertThat(catalog.validateConfigurationProperty("camel.component.ajo.max-retries=many")
                        .getInvalidInteger())
                .isNotEmpty();
    }

    private CamelCatalog catalog() {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("ajo", AjoComponent.class.getName(), descriptor.toString());
        return catalog;
    }

    @Test
    void theHeadersAreTheConstants() {
        List<String> described = new ArrayList<>();
        descriptor.path("headers").fieldNames().forEachRemaining(described::add);
        assertThat(described)
                .contains(AjoConstants.ID, AjoConstants.SANDBOX, AjoConstants.NEXT_PAGE)
                .allMatch(name -> name.startsWith("CamelAjo"));
    }
}
