package io.github.camelajo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.internal.operation.RequestBody;
import io.github.camelajo.internal.operation.TextType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The simulator names calls as the catalogue does. With {@code -Dsimulator.update=true} this test writes its list first. */
class OperationsOfTheSimulatorTest {

    private static final Path FILE = Path.of(
            "../camel-ajo-simulator/src/main/resources/io/github/camelajo/simulator/internal/server/operations.txt");

    @Test
    void theListOfTheSimulatorIsThatOfTheCatalogue() throws IOException {
        List<String> wanted = Stream.concat(
                        Stream.of(
                                "# API, operation, method, path, body, option=AdobeName. Written by OperationsOfTheSimulatorTest."),
                        OperationCatalog.apis().stream()
                                .flatMap(api -> api.operations().stream())
                                .filter(operation -> operation.kind() == Operation.Kind.CALL)
                                .map(OperationsOfTheSimulatorTest::line))
                .toList();
        if (Boolean.getBoolean("simulator.update")) {
            Files.write(FILE, wanted);
        }

        assertThat(Files.readAllLines(FILE))
                .as("run this test with -Dsimulator.update=true, and commit what it writes")
                .isEqualTo(wanted);
    }

    private static String line(Operation operation) {
        StringBuilder line = new StringBuilder(operation.api())
                .append(' ')
                .append(operation.name())
                .append(' ')
                .append(operation.method())
                .append(' ')
                .append(operation.path())
                .append(' ')
                .append(body(operation.body()))
                .append(choice(operation));
        for (Parameter parameter : operation.pathParameters()) {
            if (parameter.equals(operation.idParameter())) {
                line.append(" id=").append(parameter.name());
            }
        }
        for (Parameter parameter : operation.queryParameters()) {
            String option = ParameterNames.option(operation, parameter);
            if (option != null) {
                line.append(' ').append(option).append('=').append(parameter.name());
            }
        }
        return line.toString();
    }

    /** The field of the body that tells an operation from others at the same address. */
    private static String choice(Operation operation) {
        boolean alone = OperationCatalog.apis().stream()
                        .flatMap(api -> api.operations().stream())
                        .filter(other -> other.kind() == Operation.Kind.CALL
                                && other.method() == operation.method()
                                && other.path().equals(operation.path()))
                        .count()
                == 1;
        return alone
                ? ""
                : operation.body().description().shape().fields().stream()
                        .filter(field -> field.type() instanceof TextType text
                                && text.allowed().size() == 1)
                        .map(field -> ":" + field.name() + "="
                                + ((TextType) field.type()).allowed().get(0))
                        .findFirst()
                        .orElse("");
    }

    private static String body(RequestBody body) {
        if (body.need() == RequestBody.Need.NONE) {
            return "none";
        }
        return body.kind() == RequestBody.Kind.MULTIPART ? "file" : "json";
    }
}
