package io.github.camelajo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelajo.internal.operation.HttpMethod;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.internal.operation.RequestBody;
import org.apache.camel.Message;

/** A message for each operation that passes every check that is made before sending. */
final class SampleCalls {

    private SampleCalls() {}

    static Stream<Operation> operations() {
        return OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                .filter(operation -> operation.kind() == Operation.Kind.CALL);
    }

    static void fill(Operation operation, Message message) {
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

    private static Object body(Operation operation) {
        if (operation.body().need() == RequestBody.Need.NONE) {
            return null;
        }
        return switch (operation.body().kind()) {
            case MULTIPART -> "TYPE,VALUE,COMMENT\nEMAIL,jane@example.com,test\n";
            case LIST -> List.of(item(operation));
            case OBJECT -> object(operation);
        };
    }

    private static Map<String, Object> item(Operation operation) {
        return operation.method() == HttpMethod.PATCH
                ? Map.of("op", "replace", "path", "/name", "value", "New name")
                : Map.of("entity", Map.of("type", "email", "entityValue", "jane@example.com"));
    }

    /** A body that passes every check that is made before sending. */
    private static Map<String, Object> object(Operation operation) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Test");
        body.put("campaignId", "00000000-0000-0000-0000-000000000000");
        Map<String, Object> person = Map.of(
                "type",
                "external",
                "userId",
                "jane",
                "namespace",
                "email",
                "channelsData",
                List.of(Map.of("channel", "email", "emailAddresses", List.of("jane@example.com"))));
        body.put("recipients", List.of(person));
        body.put("previewRequestItems", List.of(Map.of("userId", "jane", "namespace", "email")));
        body.put("datasetIds", List.of("d1"));
        body.put("fragmentId", "f1");
        body.put("channels", List.of(operation.api().equals("fragment") ? "shared" : "email"));
        body.put("templateType", "html");
        body.put("template", Map.of("html", "<p>Hello</p>"));
        body.put("type", "expression");
        body.put("subType", "TEXT");
        body.put("fragment", Map.of("expression", "Hello"));
        body.put("url", "https://api.example.com/*");
        body.put("methods", List.of("POST"));
        body.put("services", Map.of("action", Map.of("rating", Map.of("maxCallsCount", 1, "periodInMs", 1000))));
        body.put("urlPattern", "https://api.example.com/*");
        body.put("maxThroughput", 500);
        body.put("ids", List.of("p1"));
        body.put("metadata", Map.of("challengeId", "c1", "journeyName", "j"));
        body.put("audienceQualification", Map.of("segmentId", "s1"));
        body.put("content", Map.of());
        return body;
    }
}
