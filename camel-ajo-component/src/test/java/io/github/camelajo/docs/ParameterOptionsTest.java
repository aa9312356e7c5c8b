package io.github.camelajo.docs;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelajo.docs.generator.OperationSections;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ParameterOptionsTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    @Test
    void theOptionThatAPageNamesForAParameterIsTaken() throws IOException {
        List<Operation> operations = OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                .toList();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            RouteSnippetsTest.configure(context, EXTENSION.simulator());
            context.start();
            for (Operation operation : operations) {
                Stream.concat(operation.pathParameters().stream(), operation.queryParameters().stream())
                        .forEach(parameter -> assertThat(context.getEndpoint(uri(operation, parameter)))
                                .isNotNull());
            }
        }
    }

    /** An endpoint refuses an option or value that is not its own. */
    private static String uri(Operation operation, Parameter parameter) {
        return "ajo:" + operation.api() + "?operation=" + operation.name() + "&"
                + OperationSections.option(operation, parameter) + "=" + value(parameter);
    }

    private static String value(Parameter parameter) {
        if (!parameter.allowed().isEmpty()) {
            return parameter.allowed().get(0);
        }
        return switch (parameter.type()) {
            case BOOLEAN -> "true";
            case INTEGER -> String.valueOf(parameter.minimum() == null ? 1 : parameter.minimum());
            case STRING, LIST -> "x";
        };
    }
}
