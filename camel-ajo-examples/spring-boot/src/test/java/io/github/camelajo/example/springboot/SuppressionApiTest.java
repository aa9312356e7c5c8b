package io.github.camelajo.example.springboot;

import java.util.Map;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.client.NoOpResponseErrorHandler;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.DefaultUriBuilderFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The example as its users see it: over HTTP, with the simulator it starts by itself. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // What a user may have turned on to look for a fault must show no address either.
        properties = {"logging.level.io.github.camelajo=DEBUG", "logging.level.org.apache.camel=INFO"})
@ContextConfiguration(initializers = SimulatorWhenNoAccount.class)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class SuppressionApiTest {

    private static final String ADDRESS = "jane.roe@example.org";
    private static final String BODY = "{\"address\": \"" + ADDRESS + "\", \"comment\": \"asked by phone\"}";

    // Not TestRestTemplate, which repeats a 429 by itself.
    private final RestTemplate http = new RestTemplate(new JdkClientHttpRequestFactory());

    @Autowired
    private AjoSimulator adobe;

    @BeforeEach
    void reachTheExample(@LocalServerPort int port) {
        http.setUriTemplateHandler(new DefaultUriBuilderFactory("http://127.0.0.1:" + port));
        http.setErrorHandler(new NoOpResponseErrorHandler());
    }

    private ResponseEntity<JsonNode> post(String path, String body) {
        return http.exchange(
                RequestEntity.post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("X-Own", "own")
                        .body(body),
                JsonNode.class);
    }

    private static void isProblem(ResponseEntity<JsonNode> answer, HttpStatus status) {
        assertThat(answer.getStatusCode()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody().path("status").asInt()).isEqualTo(status.value());
        assertThat(answer.getBody().path("title").asString()).isEqualTo(status.getReasonPhrase());
        assertThat(answer.getBody().path("detail").asString()).isNotBlank();
    }

    @Test
    void suppressesAnAddressAndAnswersWithItsState() {
        ResponseEntity<JsonNode> suppressed = post("/suppressions", BODY);

        assertThat(suppressed.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(suppressed.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        JsonNode state = suppressed.getBody();
        assertThat(state.path("address").asString()).isEqualTo(ADDRESS);
        assertThat(state.path("status").asString()).isEqualTo("active");
        assertThat(state.path("reason").asString()).isEqualTo("MANUAL");
        assertThat(state.path("comment").asString()).isEqualTo("asked by phone");
        assertThat(state.path("since").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");

        ResponseEntity<JsonNode> asked = post("/suppressions/query", "{\"address\": \"" + ADDRESS + "\"}");
        assertThat(asked.getBody()).isEqualTo(state);
        assertThat(adobe.requests()).last().satisfies(request -> {
            assertThat(request.path()).startsWith("/ajo/config/suppression/addresses/jane.roe");
            assertThat(request.header("x-sandbox-name")).isEqualTo("dev");
        });
    }

    @Test
    void givesNoHeadersBack() {
        assertThat(post("/suppressions", BODY).getHeaders().toSingleValueMap().keySet())
                .noneMatch(name -> name.startsWith("Camel"))
                .doesNotContain("X-Own", "User-Agent", HttpHeaders.ACCEPT);
    }

    @Test
    void anAddressThatIsNotSuppressedIsNotFound() {
        ResponseEntity<JsonNode> answer = post("/suppressions/query", "{\"address\": \"nobody@example.org\"}");
        isProblem(answer, HttpStatus.NOT_FOUND);
        assertThat(answer.getBody().path("ajoRequestId").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                   | address | is missing
                    {"address": null}                                    | address | is missing
                    {"address": "jane"}                                  | address | is not an email address
                    {"address": "jane@example.org", "comment": "schön"}  | comment | has characters other than printable ASCII
                    {"adress": "jane@example.org"}                       | adress  | is not known
                    """)
    void namesTheFieldThatIsWrong(String body, String field, String reason) {
        int before = adobe.requests().size();
        ResponseEntity<JsonNode> answer = post("/suppressions", body);
        isProblem(answer, HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody().path("errors").path(field).asString()).isEqualTo(reason);
        assertThat(answer.getBody().toString()).doesNotContain("jane");
        assertThat(adobe.requests()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "jane@example.org", "[]", "{\"address\": \"jane@example.org\"} {}", "{\"address\": "
            })
    void refusesWhatIsNotTheJsonItWants(String body) {
        ResponseEntity<JsonNode> answer = post("/suppressions", body);
        isProblem(answer, HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody().path("detail").asString()).startsWith("The body must be a JSON object");
    }

    @Test
    void refusesABodyThatIsTooLong() {
        isProblem(
                post("/suppressions", "{\"address\": \"" + "a".repeat(100_000) + "@example.org\"}"),
                HttpStatus.BAD_REQUEST);
    }

    @Test
    void refusesOtherMediaTypesAndMethodsWithAProblem() {
        ResponseEntity<JsonNode> text = http.exchange(
                RequestEntity.post("/suppressions")
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(ADDRESS),
                JsonNode.class);
        isProblem(text, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        isProblem(http.getForEntity("/suppressions", JsonNode.class), HttpStatus.METHOD_NOT_ALLOWED);
        isProblem(http.getForEntity("/nowhere", JsonNode.class), HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({"400,400", "403,502", "409,409", "500,502", "503,502"})
    void aFailureAtAdobeBecomesAProblem(int atAdobe, int answered) {
        adobe.failNext(1, atAdobe);
        isProblem(post("/suppressions", BODY), HttpStatus.valueOf(answered));
    }

    @Test
    void aMissingPermissionIsForbidden() {
        adobe.failNext(Fault.builder()
                .status(403)
                .body("application/json", "{\"title\": \"Forbidden\", \"detail\": \"no\"}")
                .build());
        ResponseEntity<JsonNode> answer = post("/suppressions", BODY);
        isProblem(answer, HttpStatus.FORBIDDEN);
        assertThat(answer.getBody().toString()).doesNotContain("Manage suppression rules");
    }

    @Test
    void aRateLimitSaysWhenToTryAgain() {
        adobe.failNext(Fault.builder().status(429).header("Retry-After", "7").build());
        ResponseEntity<JsonNode> answer = post("/suppressions", BODY);
        isProblem(answer, HttpStatus.TOO_MANY_REQUESTS);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("7");
    }

    @Test
    void aLostConnectionIsABadGateway() {
        adobe.failNext(Fault.builder().reset().build());
        isProblem(post("/suppressions", BODY), HttpStatus.BAD_GATEWAY);
    }

    @Test
    void healthAndMetersAreThere() {
        post("/suppressions", BODY);
        JsonNode health = http.getForObject("/actuator/health", JsonNode.class);
        assertThat(health.findPath("producer:ajo").asString()).as("%s", health).isEqualTo("UP");
        assertThat(health.findPath("ajo.token.state").asString()).isEqualTo("FRESH");
        assertThat(http.getForObject("/actuator/health/readiness", JsonNode.class)
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(http.getForObject("/actuator/metrics/ajo.calls?tag=operation:add", Map.class))
                .containsEntry("name", "ajo.calls");
    }

    @Test
    void noAddressIsInTheLog(CapturedOutput log) {
        post("/suppressions", BODY);
        post("/suppressions/query", "{\"address\": \"nobody@example.org\"}");
        adobe.failNext(2, 500);
        post("/suppressions", BODY);
        post("/suppressions/query", BODY);
        post("/suppressions", "{\"address\": \"jane@@example.org\"}");
        assertThat(log)
                .contains("Suppressed an address in sandbox dev", "query answered 404", "suppress answered 502")
                .doesNotContain("jane", "nobody", "example.org", "example%2Eorg");
    }
}
