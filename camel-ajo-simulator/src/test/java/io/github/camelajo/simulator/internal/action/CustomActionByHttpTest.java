package io.github.camelajo.simulator.internal.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The admin call for teams without Java that corresponds to {@code simulator.callCustomAction}. */
class CustomActionByHttpTest {

    private static final String CALL = "/__admin/ajo/custom-action";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1)).resettingAll();

    private final PlayedEndpoint endpoint = new PlayedEndpoint();
    private TestClient client;

    @BeforeEach
    void connect() {
        client = TestClient.of(AJO.simulator());
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    private Answered call(String fields) {
        return client.post(
                CALL, "{\"url\": \"" + endpoint.url("/orders") + "\", \"retryPauseMilliseconds\": 0" + fields + "}");
    }

    @Test
    void theEndpointGetsTheCallAndTheOutcomeIsReturned() {
        endpoint.answers(503).answers(200, "{\"list\":[1,\"b\"]}");

        Answered answer = call("""
                , "method": "put", "headers": {"X-Step": "4711"}, "query": {"q": "a b"},
                "body": {"order": "A-1", "gone": null, "many": [1, null]}, "sendNulls": true,
                "auth": "basic", "authName": "ajo", "authValue": "s3cret-s3cret\"""");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode outcome = answer.json();
        assertThat(outcome.path("joStatusCode").asText()).isEqualTo("http_200");
        assertThat(outcome.path("success").asBoolean()).isTrue();
        assertThat(outcome.path("slow").isBoolean()).isTrue();
        assertThat(outcome.path("answerProblem").asText()).contains("several types");
        assertThat(outcome.path("attempts")).hasSize(2);
        assertThat(outcome.at("/attempts/0/status").asInt()).isEqualTo(503);
        assertThat(outcome.at("/attempts/1/body").asText()).isEqualTo("{\"list\":[1,\"b\"]}");
        assertThat(endpoint.received).hasSize(2).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("PUT");
            assertThat(request.query()).isEqualTo("q=a+b");
            assertThat(request.header("X-Step")).isEqualTo("4711");
            assertThat(request.header("Authorization")).isEqualTo("Basic YWpvOnMzY3JldC1zM2NyZXQ=");
            assertThat(request.body()).isEqualTo("{\"order\":\"A-1\",\"gone\":null,\"many\":[1]}");
        });
    }

    @Test
    void aPostIsTheDefault() {
        assertThat(call("").json().path("joStatusCode").asText()).isEqualTo("http_200");
        assertThat(endpoint.received)
                .singleElement()
                .extracting(PlayedEndpoint.Received::method)
                .isEqualTo("POST");
    }

    @Test
    void theCallSucceedsForAnActionThatFails() {
        endpoint.answers(404);
        assertThat(call("").json().path("joStatusCode").asText()).isEqualTo("http_404");
        endpoint.holds();
        JsonNode late = call(", \"timeoutMilliseconds\": 1000").json();
        assertThat(late.path("joStatusCode").asText()).isEqualTo("timedout");
        assertThat(late.at("/attempts/0/problem").asText()).isEqualTo("timedout");
        assertThat(late.path("slow").asBoolean()).isTrue();
    }

    @Test
    void aKeyIsSentInAHeaderOrTheQueryAndATokenIsKeptForItsJourney() {
        call(", \"auth\": \"header\", \"authName\": \"X-Key\", \"authValue\": \"k1\"");
        call(", \"auth\": \"QUERY\", \"authName\": \"key\", \"authValue\": \"k2\"");
        try (PlayedEndpoint login = new PlayedEndpoint()) {
            login.answers(200, "t1").answers(200, "t2");
            String token = """
                    , "auth": "custom", "tokenRequest": {"type": "customAuthorization", "endpoint": "%s", "method": "GET",
                    "tokenInResponse": "response", "authorizationType": "bearer"}, "journey":""".formatted(login.url("/token"));
            call(token + "\"welcome\"");
            call(token + "\"welcome\"");
            call(token + "\"goodbye\"");
            assertThat(login.received).hasSize(2);
        }

        assertThat(endpoint.received.get(0).header("X-Key")).isEqualTo("k1");
        assertThat(endpoint.received.get(1).query()).isEqualTo("key=k2");
        assertThat(endpoint.received.subList(2, 5))
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer t1", "Bearer t1", "Bearer t2");
    }

    @Test
    void aDeployedCappingConfigurationOfTheSandboxApplies() {
        String limits = "/journey/orchestration/endpointConfigs";
        String uid = client.post(limits, """
                        {"url": "%s", "methods": ["POST"], "services": {"action":
                        {"rating": {"maxCallsCount": 1, "periodInMs": 60000}}}}""".formatted(endpoint.url("/orders")))
                .json()
                .path("uid")
                .asText();
        client.post(limits + "/" + uid + "/deploy", "");
        call(", \"sandbox\": \"dev\"");

        assertThat(call(", \"sandbox\": \"dev\"").json().path("joStatusCode").asText())
                .isEqualTo("capped");
        assertThat(call("").json().path("success").asBoolean())
                .as("the production sandbox")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"method\": \"delete\"                              | [get, post, put]",
                "\"headers\": {\"X-Number\": 7}                      | 'headers' must have texts only, also for 'X-Number'",
                "\"headers\": {\"$x\": \"7\"}                        | must not begin with a dot or $",
                "\"method\": \"get\", \"body\": {}                   | GET has no body",
                "\"body\": {\"a.b\": 1}                              | 'a.b'",
                "\"timeoutMilliseconds\": 500                        | 1 to 30 seconds, not 500 ms",
                "\"auth\": \"header\", \"authName\": \"X-Key\"       | 'authValue' must be there with auth 'header'",
                "\"authValue\": \"s3cret\"                           | 'authValue' must not be there with auth 'none'",
                "\"auth\": \"custom\"                                | 'tokenRequest' must be there with auth 'custom'",
                "\"auth\": \"custom\", \"tokenRequest\": {\"pass\": \"s3cret\"} | type must be customAuthorization",
                "\"clientKey\": \"s3cret\"                           | needs its key",
                "\"trustedCertificates\": \"x\"                      | trusted certificates",
                "\"verb\": \"post\"                                  | Unknown field 'verb'"
            })
    void anActionThatAdobeWouldRefuseIsRefusedWithoutACall(String field, String why) {
        Answered answer = call(", " + field);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).contains(why).doesNotContain("s3cret");
        assertThat(endpoint.received).isEmpty();
    }

    @Test
    void aMissingAddressAndAnIpAddressAreRefused() {
        assertThat(client.post(CALL, "{\"url\": \"http://127.0.0.1/\"}")
                        .json()
                        .path("error")
                        .asText())
                .contains("no IP address");
        assertThat(client.post(CALL, "{}").json().path("error").asText()).contains("Field 'url' must be a text");
    }
}
