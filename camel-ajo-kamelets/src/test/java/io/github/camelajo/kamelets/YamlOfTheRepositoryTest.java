package io.github.camelajo.kamelets;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.kamelets.YamlFiles.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Designers and editors open all YAML routes of the repository without complaints. */
class YamlOfTheRepositoryTest {

    private static final EndpointChecks CHECKS = new EndpointChecks();

    private static final String ROUTE = """
            - route:
                from:
                  uri: direct:limits
                  steps:
                    - to:
                        uri: ajo:capping
                        parameters:
                          operation: list
            """;

    static List<Yaml> routes() {
        return YamlFiles.routes();
    }

    static List<Yaml> pipes() {
        return YamlFiles.pipes();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void followsTheSchemaOfCamelsYamlDsl(Yaml yaml) {
        assertThat(CHECKS.ofTheSchema(yaml.content())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void isInTheNotationThatNewerCamelsDoNotWarnOf(Yaml yaml) {
        assertThat(CHECKS.ofTheCanonicalSchema(yaml.content())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void hasOnlyOptionsThatThereAre(Yaml yaml) {
        assertThat(CHECKS.ofTheCatalogue(yaml.content())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pipes")
    void pipesHaveTheirPartsAndOnlyPropertiesThatThereAre(Yaml yaml) {
        JsonNode pipe = yaml.content();
        assertThat(pipe.path("apiVersion").asText()).isEqualTo("camel.apache.org/v1");
        assertThat(pipe.at("/metadata/name").asText()).matches("[a-z]+(-[a-z]+)*");
        assertThat(pipe.path("spec").fieldNames()).toIterable().isSubsetOf("source", "steps", "sink", "errorHandler");
        List<JsonNode> steps = new ArrayList<>(List.of(pipe.at("/spec/source"), pipe.at("/spec/sink")));
        pipe.at("/spec/steps").forEach(steps::add);
        assertThat(steps).allSatisfy(step -> assertThat(CHECKS.ofPipeStep(step)).isEmpty());
    }

    @Test
    void examplesDocsAndKameletsAreAmongThem() {
        List<String> places = routes().stream().map(Yaml::where).toList();
        assertThat(places)
                .hasSizeGreaterThan(40)
                .anyMatch(place -> place.startsWith("camel-ajo-examples/quickstart/"))
                .anyMatch(place -> place.startsWith("docs/component.md"))
                .anyMatch(place -> place.startsWith("README.md"))
                .contains("ajo-capping-apply-action");
        assertThat(pipes()).isNotEmpty();
    }

    @Test
    void aRouteThatIsRightPasses() {
        JsonNode routes = YamlFiles.parse(ROUTE);
        assertThat(CHECKS.ofTheSchema(routes)).isEmpty();
        assertThat(CHECKS.ofTheCanonicalSchema(routes)).isEmpty();
        assertThat(CHECKS.ofTheCatalogue(routes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log: text",
                "setBody: {simple: '${body}'}",
                "setBody: {simple: {expression: '${body}'}}",
                "setBody: {expression: {simple: '${body}'}}",
                "to: direct:b"
            })
    void aStepInTheOldNotationIsFound(String step) {
        JsonNode routes = YamlFiles.parse(ROUTE + "        - " + step + "\n");
        assertThat(CHECKS.ofTheSchema(routes)).isEmpty();
        assertThat(CHECKS.ofTheCanonicalSchema(routes)).isNotEmpty();
    }

    @Test
    void aRouteWithoutItsNameIsFound() {
        JsonNode routes =
                YamlFiles.parse("- from:\n    uri: direct:a\n    steps:\n      - to:\n          uri: direct:b");
        assertThat(CHECKS.ofTheCanonicalSchema(routes)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandboxx: dev", "pageSize: many", "paging: some", "maxRetries: often"})
    void aWrongOptionOfTheComponentIsFound(String option) {
        JsonNode routes = YamlFiles.parse(ROUTE.replace("operation: list", option));
        assertThat(CHECKS.ofTheSchema(routes)).isEmpty();
        assertThat(CHECKS.ofTheCatalogue(routes)).singleElement().asString().contains(option.replaceAll(":.*", ""));
    }

    @Test
    void aWrongApiOrOperationIsFound() {
        assertThat(CHECKS.ofTheCatalogue(YamlFiles.parse(ROUTE.replace("capping", "caping"))))
                .singleElement()
                .asString()
                .contains("Invalid enum value: caping", "throttling");
        assertThat(CHECKS.ofTheCatalogue(YamlFiles.parse(ROUTE.replace("operation: list", "operation: lst"))))
                .singleElement()
                .asString()
                .contains("Invalid enum value: lst", "canDeploy");
        String inOneLine = "- from:\n    uri: direct:a\n    steps:\n      - to: ajo:capping?x=y";
        assertThat(CHECKS.ofTheCatalogue(YamlFiles.parse(inOneLine))).hasSize(1);
    }

    @Test
    void aWrongKameletOrPropertyIsFound() {
        String step = "- from:\n    uri: direct:a\n    steps:\n      - to: ";
        assertThat(CHECKS.ofTheCatalogue(YamlFiles.parse(step + "kamelet:ajo-caping-list-action")))
                .hasSize(1);
        assertThat(CHECKS.ofTheCatalogue(YamlFiles.parse(step + "kamelet:ajo-capping-list-action?sandboxx=dev")))
                .hasSize(1);
    }

    @Test
    void aWrongStepOfAPipeIsFound() {
        String step = "ref:\n  kind: Kamelet\n  apiVersion: camel.apache.org/v1\n  name: ajo-capping-list-action\n";
        assertThat(CHECKS.ofPipeStep(YamlFiles.parse(step))).isEmpty();
        assertThat(CHECKS.ofPipeStep(YamlFiles.parse(step + "properties:\n  sandboxx: dev\n")))
                .hasSize(1);
        assertThat(CHECKS.ofPipeStep(YamlFiles.parse(step.replace("list", "lst"))))
                .hasSize(1);
        assertThat(CHECKS.ofPipeStep(YamlFiles.parse("property: x\n"))).hasSize(1);
    }

    @Test
    void aWrongWordOfTheDslIsFound() {
        assertThat(CHECKS.ofTheSchema(YamlFiles.parse(ROUTE.replace("steps", "stepps"))))
                .isNotEmpty();
    }
}
