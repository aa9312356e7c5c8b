package io.github.camelajo;

import java.util.Map;

import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RawTest extends AjoTestSupport {

    @Test
    void aRawRequestGoesOutWithLoginAndHeaders() {
        template.requestBody("ajo:raw?path=/imp/&query=RAW(a=1%2B1)&accept=application/json", (Object) null);
        ReceivedRequest request = simulator().requests().get(0);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/imp/");
        assertThat(request.query()).isEqualTo("a=1%2B1");
        assertThat(request.header("Authorization")).startsWith("Bearer ");
        assertThat(request.header("x-sandbox-name")).isEqualTo(AjoSimulator.DEVELOPMENT_SANDBOX);
    }

    @Test
    void methodBodyAndMediaTypeAreTheCallers() {
        template.requestBody(
                "ajo:raw?httpMethod=POST&path=/journey/orchestration/endpointConfigs&contentType=application/json;charset=utf-8",
                CappingTest.config(10));
        ReceivedRequest request = simulator().requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(request.bodyAsString()).contains("\"maxCallsCount\":10");
    }

    @Test
    void anotherHostIsCalledOnlyWhenItIsConfigured() throws Exception {
        try (AjoSimulator other = AjoSimulator.builder().start()) {
            String uri = "ajo:raw?path=" + other.baseUrl() + "/imp/";
            AjoValidationException refused = failure(AjoValidationException.class, uri, null);
            assertThat(refused).hasMessageContaining("allowedHosts").hasMessageContaining(other.baseUrl());
            assertThat(other.requests()).isEmpty();

            context.getComponent("ajo", AjoComponent.class).setAllowedHosts(other.baseUrl());
            send(uri + "&outputType=json", null);
            assertThat(other.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/imp/../admin",
                "/imp/%2e%2e/admin",
                "/a%2fb",
                "//other.example.com/",
                "/a\\b",
                "/imp/..;/admin",
                "/imp/%252e%252e/admin",
                "/imp/%0d%0aX-Evil:%201",
                "/imp/\u010d\u010aX-Evil:1",
                "/imp/ HTTP/1.1",
                "http://user@localhost/imp/",
                "https://other.example.com/imp/",
                "https://platform.adobe.io.evil.example/imp/"
            })
    void aPathThatCouldLeadElsewhereIsNotSent(String path) {
        Exchange exchange = template.request("ajo:raw?allowOperationHeader=true", e -> {
            e.getMessage().setHeader(AjoConstants.PATH, path);
        });
        assertThat(exchange.getException()).isInstanceOf(AjoValidationException.class);
        assertThat(simulator().requests()).isEmpty();
        assertThat(simulator().tokenRequests()).isEmpty();
    }

    @Test
    void pathAndMethodAreTakenFromHeadersOnlyWhenSwitchedOn() {
        Map<String, Object> headers = Map.of(AjoConstants.PATH, "/elsewhere", AjoConstants.HTTP_METHOD, "DELETE");
        template.requestBodyAndHeaders("ajo:raw?path=/imp/", null, headers);
        assertThat(simulator().requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.path()).isEqualTo("/imp/");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "httpMethod"})
    void andNotFromTheMapOfParameters(String name) {
        Exchange exchange = template.request("ajo:raw?path=/imp/", e -> e.getMessage()
                .setHeader(AjoConstants.PARAMETERS, Map.of(name, "/elsewhere")));
        assertThat(exchange.getException())
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining(name + ", which a message may only choose with allowOperationHeader=true");
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void theMapNamesPathAndMethodWhereTheUriAllowsIt() {
        template.request("ajo:raw?path=/imp/&allowOperationHeader=true", e -> e.getMessage()
                .setHeader(AjoConstants.PARAMETERS, Map.of("path", "/elsewhere", "httpMethod", "DELETE")));
        assertThat(simulator().requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("DELETE");
            assertThat(request.path()).isEqualTo("/elsewhere");
        });
    }

    @Test
    void aMethodThatAdobeDoesNotUseIsRefusedLikeEveryWrongCall() {
        Exchange exchange = template.request("ajo:raw?path=/imp/&allowOperationHeader=true", e -> e.getMessage()
                .setHeader(AjoConstants.HTTP_METHOD, "TRACE"));
        assertThat(exchange.getException())
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining("allowed: GET, POST, PUT, PATCH, DELETE");
    }

    @Test
    void anAddressThatTheGatewayDoesNotKnowIsExplained() {
        AjoNotFoundException unknown = failure(AjoNotFoundException.class, "ajo:raw?path=/no/such/thing", null);
        assertThat(unknown).hasMessageContaining("the gateway does not know the address");
    }

    @Test
    void withoutAPathNothingIsSent() {
        assertThat(failure(AjoValidationException.class, "ajo:raw", null)).hasMessageContaining("no path is given");
    }
}
