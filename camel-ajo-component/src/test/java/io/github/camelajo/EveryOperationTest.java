package io.github.camelajo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.operation.HttpMethod;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Parameter;
import io.github.camelajo.internal.operation.RequestBody;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.ReceivedRequest;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each of the 151 operations goes out through a route once. Identifiers are made up, so most answers are "not found" or a
 * complaint about the body; what counts is that Adobe's side knows the address and takes method, media types and headers.
 */
class EveryOperationTest extends AjoTestSupport {

    static Stream<Operation> operations() {
        return OperationCatalog.apis().stream()
                .flatMap(api -> api.operations().stream())
                .filter(operation -> operation.kind() == Operation.Kind.CALL);
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
        if (operation.name().equals("listDependencies")) {
            return Map.of("id", "a1", "type", "JOURNEY");
        }
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
        body.put("id", "p1");
        body.put("packageType", "PARTIAL");
        body.put("artifacts", List.of(Map.of("id", "a1", "type", "JOURNEY")));
        body.put("sourceSandbox", Map.of("name", "prod"));
        body.put("destinationSandbox", Map.of("name", "dev", "imsOrgId", "o@AdobeOrg"));
        body.put("packageVisibility", "PUBLIC");
        body.put(
                "action",
                switch (operation.name()) {
                    case "addArtifacts" -> "ADD";
                    case "removeArtifacts" -> "DELETE";
                    default -> "UPDATE";
                });
        return body;
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
                        + (operation.api().equals("throttling") ? "&sandbox=prod" : "")
                        + (operation.api().equals("event") ? "&schemaId=" + EventSamples.SCHEMA : ""),
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
