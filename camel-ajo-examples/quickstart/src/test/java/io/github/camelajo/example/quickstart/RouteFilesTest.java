package io.github.camelajo.example.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The route files are what designers can open and draw. */
class RouteFilesTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static JsonSchema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream in = RouteFilesTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
        }
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/camel"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void followsTheSchemaOfCamelsYamlDsl(Path file) throws IOException {
        assertThat(schema.validate(YAML.readTree(file.toFile()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasOptionsAsParametersRatherThanInTheUri(Path file) throws IOException {
        assertThat(YAML.readTree(file.toFile()).findValuesAsText("uri")).noneMatch(uri -> uri.contains("?"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void givesEveryStepAnId(Path file) throws IOException {
        for (JsonNode steps : YAML.readTree(file.toFile()).findValues("steps")) {
            for (JsonNode step : steps) {
                assertThat(step.elements().next().path("id").asText())
                        .as("id of %s", step)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void noneTouchesThrottling() throws IOException {
        for (Path file : files()) {
            assertThat(file).content().doesNotContain("ajo:throttling", "ajo:raw");
        }
    }

    @Test
    void theSchemaFindsMistakes() throws IOException {
        assertThat(schema.validate(YAML.readTree("- route:\n    form:\n      uri: timer\n")))
                .isNotEmpty();
    }
}
