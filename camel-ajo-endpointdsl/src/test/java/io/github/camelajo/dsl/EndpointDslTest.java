package io.github.camelajo.dsl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.example.LiveJourneyRoutes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.AjoConstants;
import io.github.camelajo.dsl.endpoint.AjoEndpointBuilderFactory.AdvancedAjoEndpointBuilder;
import io.github.camelajo.dsl.endpoint.AjoEndpointBuilderFactory.AjoEndpointBuilder;
import io.github.camelajo.model.Journey;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.camelajo.dsl.StaticEndpointBuilders.ajo;
import static org.assertj.core.api.Assertions.assertThat;

class EndpointDslTest extends CamelTestSupport {

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(20));

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        AjoConfiguration configuration = new AjoConfiguration();
        configuration.setClientId(AJO.simulator().clientId());
        configuration.setClientSecret(AJO.simulator().clientSecret());
        configuration.setOrganizationId(AJO.simulator().organizationId());
        configuration.setScopes(AJO.simulator().scopes());
        configuration.setBaseUrl(AJO.simulator().baseUrl());
        configuration.setTokenEndpoint(AJO.simulator().tokenEndpoint());
        AjoComponent component = new AjoComponent();
        component.setConfiguration(configuration);
        context.addComponent("ajo", component);
        context.addComponent("marketing", component);
        return context;
    }

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        return new RoutesBuilder[] {new LiveJourneyRoutes(), named()};
    }

    private static RoutesBuilder named() {
        return new EndpointRouteBuilder() {
            @Override
            public void configure() {
                from(direct("named"))
                        .to(ajo("marketing", "capping")
                                .operation("list")
                                .sandbox(AjoSimulator.DEVELOPMENT_SANDBOX)
                                .advanced()
                                .maxRetries(2));
            }
        };
    }

    @Test
    void aRouteIsWrittenWithTypes() {
        List<?> journeys = template.requestBody("direct:live", null, List.class);

        assertThat(journeys).hasSizeBetween(1, 5).hasOnlyElementsOfType(Journey.class);
        assertThat(AJO.simulator().requests()).last().satisfies(request -> {
            assertThat(request.queryParameter("filter")).contains("status=live");
            assertThat(request.queryParameter("sort")).contains("name=asc");
        });
    }

    @Test
    void aComponentOfAnotherNameIsReached() {
        assertThat(template.requestBody("direct:named", null, List.class)).isEmpty();
        assertThat(context.getEndpoints())
                .anyMatch(endpoint -> endpoint.getEndpointUri().startsWith("marketing:"));
    }

    @Test
    void everyOptionOfTheDescriptorHasAMethod() throws IOException {
        Set<String> methods = Stream.of(AjoEndpointBuilder.class, AdvancedAjoEndpointBuilder.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(method -> method.getName())
                .collect(Collectors.toSet());
        JsonNode descriptor =
                new ObjectMapper().readTree(AjoComponent.class.getResource("/META-INF/io/github/camelajo/ajo.json"));

        List<String> options = descriptor.path("properties").properties().stream()
                .filter(option -> !"path".equals(option.getValue().path("kind").asText()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(options).hasSizeGreaterThan(20).isSubsetOf(methods);
    }

    @Test
    void headersAreNamedWithoutConstants() {
        assertThat(new EndpointBuilderFactory() {}.ajo().ajoRequestId()).isEqualTo(AjoConstants.REQUEST_ID);
    }

    @Test
    void theReadmeShowsTheRouteThatIsRunHere() throws IOException {
        Matcher shown = Pattern.compile("<!-- file: (\\S+) -->\n\n```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));

        assertThat(shown.find()).isTrue();
        assertThat(Files.readString(Path.of("src/test/java").resolve(shown.group(1))))
                .isEqualTo(shown.group(2));
    }
}
