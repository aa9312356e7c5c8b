package io.github.camelajo.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.exception.AjoValidationException;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Values of a message stay values: on the wire there is the one request that was meant, or none. */
class SmugglingTest extends RawServerSupport {

    private static final String PATH = "/journey/orchestration/endpointConfigs/";

    static Stream<String> nasty() {
        return Stream.of(
                "x\r\nX-Evil: 1",
                "x HTTP/1.1\r\nHost: other.example.com\r\n\r\nGET /admin",
                "\u010d\u010aX-Evil: 1",
                "../../admin",
                "..",
                ".",
                "%2e%2e/admin",
                "..;/admin",
                "a/b",
                "a%2Fb",
                "a\\b",
                "?forceDelete=true",
                "x&forceDelete=true",
                "#",
                "@other.example.com/",
                "//other.example.com/",
                "http://other.example.com/",
                "\u0000",
                "\uD800",
                "jane.doe@example.com");
    }

    static Stream<Arguments> nastyHeaders() {
        return Stream.of(AjoConstants.ID, AjoConstants.SANDBOX, AjoConstants.IF_MATCH, AjoConstants.PARAMETERS)
                .flatMap(header -> nasty().map(value -> Arguments.of(header, value)));
    }

    @ParameterizedTest
    @MethodSource("nastyHeaders")
    void whateverAMessageSaysTheRequestIsTheOneThatWasMeantOrNone(String header, String value) throws Exception {
        try (RawServer api = serve(Scripts.ok())) {
            Map<String, Object> headers = new HashMap<>();
            headers.put(AjoConstants.ID, "c-1");
            headers.put(header, header.equals(AjoConstants.PARAMETERS) ? Map.of("forceDelete", value) : value);
            Exchange exchange = template.request(
                    read(api).replace("operation=get&id=c-1", "operation=delete"),
                    call -> call.getMessage().setHeaders(headers));

            if (exchange.getException() == null) {
                assertThat(api.requests()).singleElement().satisfies(request -> {
                    assertThat(request.line()).matches("DELETE " + PATH + "[A-Za-z0-9._~%-]+ HTTP/1\\.1");
                    assertThat(request.line().substring(7 + PATH.length())).doesNotStartWith("../");
                    assertThat(request.header("host")).isEqualTo("localhost:" + api.port());
                    assertThat(request.headers()).doesNotContainKey("x-evil");
                    assertThat(request.header("x-sandbox-name")).matches("[a-z0-9._-]+");
                });
            } else {
                assertThat(exchange.getException()).isInstanceOf(AjoValidationException.class);
                assertThat(exchange.getException().getMessage()).doesNotContain("\r", "\n", "jane");
                assertThat(api.requests()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void theNameOfAFileStaysAName(String name) throws Exception {
        try (RawServer api = serve(Scripts.ok())) {
            String uri = read(api).replace("capping?operation=get&id=c-1", "suppression-upload?operation=create");
            Exchange exchange = template.request(uri, call -> {
                call.getMessage().setBody("email\nx@example.com\n");
                call.getMessage().setHeader(Exchange.FILE_NAME, name);
            });
            assertThat(exchange.getException()).isNull();
            assertThat(api.requests()).singleElement().satisfies(request -> {
                assertThat(request.headers()).doesNotContainKey("x-evil");
                // The head of the part has its three lines and nothing of the name on a line of its own.
                String head = request.text().substring(0, request.text().indexOf("\r\n\r\n"));
                assertThat(head.lines()).allMatch(line -> line.startsWith("--") || line.startsWith("Content-"));
            });
        }
    }
}
