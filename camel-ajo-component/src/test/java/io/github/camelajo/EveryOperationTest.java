package io.github.camelajo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.internal.operation.RequestBody;
import io.github.camelajo.simulator.control.ReceivedRequest;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each of the 127 operations goes out through a route once. Identifiers are made up, so most answers are "not found" or a
 * complaint about the body; what counts is that Adobe's side knows the address and takes method, media types and headers.
 */
class EveryOperationTest extends AjoTestSupport {

    static Stream<Operation> operations() {
        return OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                .filter(operation -> operation.kind() == Operation.Kind.CALL);
    }

    /** The documented one, as a Map or List, so that it passes every check that is made before sending. */
    private static Object body(Operation operation) {
        String example = operation.body().description().example();
        if (example.isEmpty() || operation.body().kind() == RequestBody.Kind.MULTIPART) {
            return example.isEmpty() ? null : example;
        }
        try {
            return new ObjectMapper().readValue(example, Object.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(operation.id(), e);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theAddressMethodAndMediaTypesOfAnOperationAreTheOnesOfAdobe(Operation operation) {
        Map<String, Object> path = new HashMap<>();
        for (Parameter parameter : operation.pathParameters()) {
            if (parameter.filling() == Parameter.Filling.NONE) {
                path.put(parameter.name(), "11111111-2222-3333-4444-555555555555");
            }
        }
        for (Parameter parameter : operation.queryParameters()) {
            if (parameter.required()) {
                path.put(parameter.name(), "x");
            }
        }
        Exchange exchange = template.request(
                "ajo:" + operation.api() + "?operation=" + operation.name()
                        + (operation.api().equals("throttling") ? "&sandbox=prod" : ""),
                e -> {
                    e.getMessage().setBody(body(operation));
                    e.getMessage().setHeader(AjoConstants.PARAMETERS, path);
                    e.getMessage().setHeader(AjoConstants.IF_MATCH, "\"1\"");
                });
        LeakScan.note(exchange.getException());

        List<ReceivedRequest> requests = simulator().requests();
        assertThat(requests)
                .as("%s: %s", operation.id(), exchange.getException())
                .hasSize(1);
        ReceivedRequest request = requests.get(0);
        assertThat(request.method()).isEqualTo(operation.method().name());
        assertThat(request.header("x-sandbox-name")).isNotBlank();
        if (operation.accept() != null) {
            assertThat(request.header("Accept")).isEqualTo(operation.accept());
        }
        operation.headers().forEach((name, value) -> assertThat(request.header(name))
                .isEqualTo(value));
        if (exchange.getException() instanceof AjoException failure) {
            assertThat(failure.getMessage())
                    .as(operation.id())
                    .doesNotContain("HTML page", "gateway knows no such address");
            assertThat(failure.getStatusCode())
                    .as("%s: %s", operation.id(), failure)
                    .isNotIn(0, 401, 405, 406, 415);
        } else {
            assertThat(exchange.getException()).as(operation.id()).isNull();
        }
    }
}
