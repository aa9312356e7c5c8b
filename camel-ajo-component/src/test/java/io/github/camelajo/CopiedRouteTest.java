package io.github.camelajo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.RequestBody;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.testkit.AjoTestSupport;
import io.github.camelajo.testkit.LeakScan;
import io.github.camelajo.testkit.SampleCalls;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of the simulator offers each call as a route. Such a route makes the same call again. */
class CopiedRouteTest extends AjoTestSupport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern URI_IN_JAVA = Pattern.compile("\\.to\\((\".*\")\\);");

    @ParameterizedTest
    @MethodSource("io.github.camelajo.testkit.SampleCalls#operations")
    void aCopiedRouteMakesTheSameCall(Operation operation) throws Exception {
        Exchange first = template.request(
                "ajo:" + operation.api() + "?operation=" + operation.name()
                        + (operation.api().equals("throttling") ? "&sandbox=prod" : ""),
                e -> SampleCalls.fill(operation, e.getMessage()));
        LeakScan.note(first.getException());
        assertThatItMakesTheSameCallAgain(operation);
    }

    @Test
    void aCopiedRouteTakesValuesThatNeedCare() throws Exception {
        Operation update = OperationCatalog.api("template").operation("update");
        ObjectNode body = (ObjectNode) JSON.readTree(update.body().description().example());
        body.put("name", "{{x}} \"\"\" \\n \n ä ${body} {\"a\":{\"b\":{}}}");
        template.request("ajo:template?operation=update", e -> {
            e.getMessage().setHeader(AjoConstants.ID, "a b/ä&c=(d)?+e");
            e.getMessage().setHeader(AjoConstants.IF_MATCH, "\"1\"");
            e.getMessage().setBody(body.toString());
        });
        assertThat(lastCall().at("/route/yaml").asText()).doesNotContain("{{").contains("ifMatch: \"auto\"");
        assertThatItMakesTheSameCallAgain(null);
    }

    @Test
    void aCopiedCallThatNoOperationDescribesIsARawOne() throws Exception {
        template.request(
                "ajo:raw?httpMethod=POST&path=/imp/some/where&query=RAW(a=1&b=x%20y)",
                e -> e.getMessage().setBody("{\"a\": 1}"));
        assertThatItMakesTheSameCallAgain(null);
    }

    private void assertThatItMakesTheSameCallAgain(Operation operation) throws Exception {
        ReceivedRequest wanted = lastRequest();
        JsonNode route = lastCall().path("route");
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "copied.yaml", route.path("yaml").asText()));
        String from = context.getRoutes()
                .get(context.getRoutes().size() - 1)
                .getEndpoint()
                .getEndpointUri();

        assertSame(operation, wanted, from, null);
        Matcher uri = URI_IN_JAVA.matcher(route.path("java").asText());
        assertThat(uri.find()).as(route.path("java").asText()).isTrue();
        assertSame(operation, wanted, JSON.readValue(uri.group(1), String.class), wanted.bodyAsString());
    }

    private void assertSame(Operation operation, ReceivedRequest wanted, String uri, String body) throws Exception {
        simulator().forgetRequests();
        Exchange exchange = template.request(uri, e -> {
            boolean file = operation != null && operation.body().kind() == RequestBody.Kind.MULTIPART;
            e.getMessage().setBody(file ? "TYPE,VALUE,COMMENT" : body == null || body.isEmpty() ? null : body);
            if (wanted.header("If-Match") != null) {
                e.getMessage().setHeader(AjoConstants.IF_MATCH, wanted.header("If-Match"));
            }
        });
        LeakScan.note(exchange.getException());
        assertThat(simulator().requests())
                .as("%s: %s", uri, exchange.getException())
                .isNotEmpty();
        ReceivedRequest request = lastRequest();
        assertThat(request.method()).isEqualTo(wanted.method());
        assertThat(request.path()).isEqualTo(wanted.path());
        assertThat(List.of(request.query().split("&")))
                .containsExactlyInAnyOrder(wanted.query().split("&"));
        assertThat(request.header("x-sandbox-name")).isEqualTo(wanted.header("x-sandbox-name"));
        if (operation == null || operation.body().kind() != RequestBody.Kind.MULTIPART) {
            assertThat(masked(request)).isEqualTo(masked(wanted));
        }
    }

    /** What looks like a secret is masked in a copied route, and so is this one, which is none. */
    private static JsonNode masked(ReceivedRequest request) throws Exception {
        JsonNode body = JSON.readTree(request.body());
        if (body.at("/tokenKey").isTextual()) {
            ((ObjectNode) body).put("tokenKey", "***");
        }
        return body;
    }

    private static ReceivedRequest lastRequest() {
        List<ReceivedRequest> requests = simulator().requests();
        return requests.get(requests.size() - 1);
    }

    private static JsonNode lastCall() throws Exception {
        JsonNode calls = read("calls").path("calls");
        return read("call?cursor=" + calls.path(calls.size() - 1).path("cursor").asText());
    }

    private static JsonNode read(String call) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(simulator().baseUrl() + "/__admin/ajo/" + call))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
