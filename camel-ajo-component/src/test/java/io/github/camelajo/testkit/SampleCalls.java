package io.github.camelajo.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoConstants;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.internal.operation.RequestBody;
import org.apache.camel.Message;

/** A message for each operation that passes every check that is made before sending. */
public final class SampleCalls {

    private SampleCalls() {}

    public static Stream<Operation> operations() {
        return OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                .filter(operation -> operation.kind() == Operation.Kind.CALL);
    }

    public static void fill(Operation operation, Message message) {
        message.setBody(body(operation));
        message.setHeader(AjoConstants.PARAMETERS, parameters(operation));
        message.setHeader(AjoConstants.IF_MATCH, "\"1\"");
    }

    private static Map<String, Object> parameters(Operation operation) {
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
        return path;
    }

    /** The documented one, as a Map or List. */
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
}
