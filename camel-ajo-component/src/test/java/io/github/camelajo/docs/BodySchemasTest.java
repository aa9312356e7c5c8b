package io.github.camelajo.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.docs.generator.BodySchemas;
import io.github.camelajo.docs.generator.BodySections;
import io.github.camelajo.docs.generator.DocsGenerator;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.RequestBody;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** With {@code -Ddocs.update=true} this test writes the schemas before it looks at them. */
class BodySchemasTest {

    static Stream<Operation> operations() {
        return BodySections.operations().filter(BodySchemas::isJson);
    }

    @BeforeAll
    static void updateIfAskedTo() throws IOException {
        if (Boolean.getBoolean("docs.update")) {
            BodySchemas.write();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theSchemaInTheRepositorySaysWhatTheCatalogueSays(Operation operation) {
        assertThat(BodySchemas.file(operation))
                .as("out of date: run\n\n    %s\n", DocsGenerator.COMMAND)
                .content()
                .isEqualToNormalizingNewlines(BodySchemas.text(operation));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void editorsFindNothingInItThatTheyDoBadlyWith(Operation operation) {
        JsonNode schema = BodySchemas.of(operation);
        assertThat(schema.path("$schema").asText()).isEqualTo("http://json-schema.org/draft-07/schema#");
        assertThat(schema.findParents("oneOf")).isEmpty();
        assertThat(schema.findParents("anyOf")).isEmpty();
        assertThat(schema.findParents("$ref")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theJarHasIt(Operation operation) {
        assertThat(getClass().getClassLoader().getResource(BodySchemas.nameInJar(operation)))
                .isNotNull();
    }

    @Test
    void thereAreNoOthers() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(
                BodySchemas.file(operations().findFirst().orElseThrow()).getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(operations()
                            .map(operation -> operation.id() + ".json")
                            .toList());
        }
    }

    @Test
    void everyOperationThatTakesABodyIsDescribed() {
        assertThat(OperationCatalog.apis().stream()
                        .flatMap(api -> api.operations().stream())
                        .filter(operation -> operation.kind() == Operation.Kind.CALL)
                        .filter(operation -> operation.body().need() != RequestBody.Need.NONE))
                .allSatisfy(operation -> {
                    assertThat(operation.body().description().spec())
                            .as(operation.id())
                            .isNotEmpty();
                    assertThat(operation.body().description().example())
                            .as(operation.id())
                            .isNotEmpty();
                });
    }
}
