package io.github.camelajo.simulator.internal.action;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.control.ActionAuth;
import io.github.camelajo.simulator.control.ActionOutcome;
import io.github.camelajo.simulator.control.CustomAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CustomActionTest {

    private static final Duration NO_PAUSE = Duration.ZERO;
    private static final Duration SECOND = Duration.ofSeconds(1);

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().journeys(1));

    private final AjoSimulator simulator = AJO.simulator();
    private final PlayedEndpoint endpoint = new PlayedEndpoint();

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void aSuccessEndsTheActionAfterOneCall() throws InterruptedException {
        endpoint.answers(202, "{\"accepted\":true}");

        ActionOutcome outcome = simulator.callCustomAction(
                action().query("q", "a b").header("X-Step", "4711").build());

        assertThat(outcome.joStatusCode()).isEqualTo("http_202");
        assertThat(outcome.isSuccess()).isTrue();
        assertThat(outcome.isSlow()).isFalse();
        assertThat(outcome.body()).isEqualTo("{\"accepted\":true}");
        assertThat(outcome.answerProblem()).isNull();
        assertThat(endpoint.received).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.query()).isEqualTo("q=a+b");
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
            assertThat(request.header("X-Step")).isEqualTo("4711");
            assertThat(request.body()).isEqualTo("{\"order\":\"A-1\"}");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422, 429, 500, 503})
    void anErrorIsRepeatedThreeTimes(int status) throws InterruptedException {
        endpoint.answers(status, status, status, status, 200);

        ActionOutcome outcome = simulator.callCustomAction(action().build());

        assertThat(outcome.joStatusCode()).isEqualTo("http_" + status);
        assertThat(outcome.attempts()).hasSize(4);
        assertThat(endpoint.received).hasSize(4);
    }

    @Test
    void aSuccessfulRepeatLooksLikeTheFirstCall() throws InterruptedException {
        endpoint.answers(500, 503, 200);

        ActionOutcome outcome = simulator.callCustomAction(action().build());

        assertThat(outcome.joStatusCode()).isEqualTo("http_200");
        assertThat(outcome.attempts()).extracting(ActionOutcome.Attempt::status).containsExactly(500, 503, 200);
        assertThat(endpoint.received.get(2).body())
                .isEqualTo(endpoint.received.get(0).body());
        assertThat(endpoint.received.get(2).headers().keySet())
                .isEqualTo(endpoint.received.get(0).headers().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[", "ftp://localhost/orders", "mailto:ann@example.com"})
    void aRedirectToAnAddressThatIsNotHttpIsAnError(String location) throws InterruptedException {
        endpoint.redirects(location).redirects(location).redirects(location).redirects(location);

        ActionOutcome outcome = simulator.callCustomAction(action().build());

        assertThat(outcome.joStatusCode()).isEqualTo("http_302");
        assertThat(outcome.attempts()).hasSize(4);
    }

    @Test
    void aKeyThatCannotBeAHeaderIsRefusedWithoutShowingIt() {
        CustomAction action =
                action().auth(ActionAuth.header("X-Key", "secret\nvalue")).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.callCustomAction(action))
                .withMessageContaining("X-Key")
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void aFinalRefusalIsNotRepeated(int status) throws InterruptedException {
        endpoint.answers(status, 200);

        ActionOutcome outcome = simulator.callCustomAction(action().build());

        assertThat(outcome.joStatusCode()).isEqualTo("http_" + status);
        assertThat(endpoint.received).hasSize(1);
    }

    @Test
    void aCallIsAbortedAtTheTimeoutAndNotRepeated() throws InterruptedException {
        endpoint.holds();

        ActionOutcome outcome =
                simulator.callCustomAction(action().timeout(SECOND).build());

        assertThat(outcome.joStatusCode()).isEqualTo(ActionOutcome.TIMED_OUT);
        assertThat(outcome.isSlow()).isTrue();
        assertThat(outcome.duration()).isBetween(SECOND, Duration.ofSeconds(10));
        assertThat(endpoint.received).hasSize(1);
    }

    @Test
    void theTimeoutAppliesToTheCallAndItsRepeatsTogether() throws InterruptedException {
        endpoint.answers(500, 500, 200);

        ActionOutcome outcome = simulator.callCustomAction(
                action().timeout(SECOND).retryPause(Duration.ofMillis(700)).build());

        assertThat(outcome.joStatusCode()).isEqualTo(ActionOutcome.TIMED_OUT);
        assertThat(endpoint.received).hasSize(2);
    }

    @Test
    void aMissingEndpointIsAnInternalErrorAfterThreeRepeats() throws InterruptedException {
        CustomAction action = action().build();
        endpoint.close();

        ActionOutcome outcome = simulator.callCustomAction(action);

        assertThat(outcome.joStatusCode()).isEqualTo(ActionOutcome.INTERNAL_ERROR);
        assertThat(outcome.attempts()).hasSize(4).allSatisfy(attempt -> assertThat(attempt.problem())
                .isEqualTo("ConnectException"));
    }

    @Test
    void aRedirectIsFollowedByAGetAndWithTheCredentialsOfItsOwnHostOnly() throws InterruptedException {
        try (PlayedEndpoint other = new PlayedEndpoint()) {
            endpoint.redirects(endpoint.url("/moved")).redirects(other.url("/elsewhere"));

            ActionOutcome outcome = simulator.callCustomAction(
                    action().auth(ActionAuth.basic("ajo", "s3cret-s3cret")).build());

            assertThat(outcome.joStatusCode()).isEqualTo("http_200");
            assertThat(outcome.attempts()).singleElement().satisfies(attempt -> assertThat(attempt.redirects())
                    .isEqualTo(2));
            assertThat(endpoint.received)
                    .extracting(PlayedEndpoint.Received::path)
                    .containsExactly("/orders", "/moved");
            assertThat(endpoint.received).allSatisfy(request -> assertThat(request.header("Authorization"))
                    .isEqualTo("Basic YWpvOnMzY3JldC1zM2NyZXQ="));
            assertThat(other.received).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("GET");
                assertThat(request.header("Authorization")).isNull();
            });
        }
    }

    @Test
    void otherRedirectsAreErrors() throws InterruptedException {
        endpoint.answers(307, 307, 307, 307);

        assertThat(simulator.callCustomAction(action().build()).joStatusCode()).isEqualTo("http_307");
        assertThat(endpoint.received).hasSize(4);
    }

    @Test
    void circularRedirectsAreAnError() throws InterruptedException {
        for (int i = 0; i < 24; i++) {
            endpoint.redirects(endpoint.url("/orders"));
        }

        assertThat(simulator.callCustomAction(action().build()).joStatusCode()).isEqualTo("http_302");
        assertThat(endpoint.received).hasSize(24);
    }

    @Test
    void anApiKeyIsSentInAHeaderOrTheQuery() throws InterruptedException {
        simulator.callCustomAction(
                action().auth(ActionAuth.header("X-Key", "k1")).build());
        simulator.callCustomAction(action().auth(ActionAuth.query("key", "k&2")).build());

        assertThat(endpoint.received.get(0).header("X-Key")).isEqualTo("k1");
        assertThat(endpoint.received.get(1).query()).isEqualTo("key=k%262");
    }

    @Test
    void aTokenIsRequestedOncePerJourneyAndKeptForItsTime() throws InterruptedException {
        try (PlayedEndpoint login = new PlayedEndpoint()) {
            for (int i = 1; i <= 3; i++) {
                login.answers(200, "{\"auth\":{\"token\":\"t" + i + "\"},\"expires\":120}");
            }
            ActionAuth auth = ActionAuth.custom("""
                    {"type": "customAuthorization", "endpoint": "%s", "method": "POST",
                     "headers": {"X-Tenant": "acme"},
                     "body": {"bodyType": "form", "bodyParams": {"user": "ajo", "pass": "p&p", "deep": {"dropped": 1}}},
                     "tokenInResponse": "json://auth.token",
                     "cacheDuration": {"expiryInResponse": "json://expires", "timeUnit": "seconds"},
                     "authorizationType": "bearer"}""".formatted(login.url("/token")));

            ActionOutcome first = simulator.callCustomAction(
                    action().auth(auth).journey("welcome").build());
            ActionOutcome second = simulator.callCustomAction(
                    action().auth(auth).journey("welcome").build());
            simulator.callCustomAction(action().auth(auth).journey("goodbye").build());
            simulator.advanceClock(Duration.ofSeconds(120));
            simulator.callCustomAction(action().auth(auth).journey("welcome").build());

            assertThat(first.tokenRequests()).isEqualTo(1);
            assertThat(second.tokenRequests()).isZero();
            assertThat(login.received).hasSize(3).allSatisfy(request -> {
                assertThat(request.body()).isEqualTo("user=ajo&pass=p%26p");
                assertThat(request.header("Content-Type"))
                        .isEqualTo("application/x-www-form-urlencoded; charset=UTF-8");
                assertThat(request.header("X-Tenant")).isEqualTo("acme");
            });
            assertThat(endpoint.received)
                    .extracting(request -> request.header("Authorization"))
                    .containsExactly("Bearer t1", "Bearer t1", "Bearer t2", "Bearer t3");
        }
    }

    @Test
    void aTokenThatIsRefusedIsNotRenewedBeforeItsTime() throws InterruptedException {
        try (PlayedEndpoint login = new PlayedEndpoint()) {
            login.answers(200, "plain-token\n");
            endpoint.answers(401, 401);
            ActionAuth auth = ActionAuth.custom("""
                    {"type": "customAuthorization", "endpoint": "%s", "method": "POST",
                     "body": {"bodyType": "json", "bodyParams": {"user": "ajo"}}, "tokenInResponse": "response",
                     "authorizationType": "queryParam", "tokenTarget": "access"}""".formatted(login.url("/token")));

            simulator.callCustomAction(action().auth(auth).build());
            ActionOutcome outcome =
                    simulator.callCustomAction(action().auth(auth).build());

            assertThat(outcome.joStatusCode()).isEqualTo("http_401");
            assertThat(login.received).singleElement().satisfies(request -> assertThat(request.body())
                    .isEqualTo("{\"user\":\"ajo\"}"));
            assertThat(endpoint.received)
                    .extracting(PlayedEndpoint.Received::query)
                    .containsOnly("access=plain-token");
        }
    }

    @Test
    void withoutATokenTheEndpointIsNotCalled() throws InterruptedException {
        try (PlayedEndpoint login = new PlayedEndpoint()) {
            login.answers(200, "{\"error\":\"no such user\"}");
            ActionAuth auth = ActionAuth.custom("""
                    {"type": "customAuthorization", "endpoint": "%s", "method": "GET",
                     "tokenInResponse": "json://access_token", "authorizationType": "header", "tokenTarget": "X-Token"}""".formatted(login.url("/token")));

            ActionOutcome outcome =
                    simulator.callCustomAction(action().auth(auth).build());

            assertThat(outcome.joStatusCode()).isEqualTo(ActionOutcome.INTERNAL_ERROR);
            assertThat(endpoint.received).isEmpty();
        }
    }

    @Test
    void aDeployedCappingConfigurationAppliesAndCountsRepeats() throws InterruptedException {
        TestClient client = TestClient.of(simulator);
        String uid = client.post("/journey/orchestration/endpointConfigs", """
                        {"url": "%s", "methods": ["POST"], "services": {"action":
                        {"rating": {"maxCallsCount": 3, "periodInMs": 60000}}}}""".formatted(endpoint.url("/ord*")))
                .json()
                .path("uid")
                .asText();
        simulator.callCustomAction(action().sandbox("dev").build());
        client.post("/journey/orchestration/endpointConfigs/" + uid + "/deploy", "");
        endpoint.answers(500, 500, 500);

        ActionOutcome outcome =
                simulator.callCustomAction(action().sandbox("dev").build());

        assertThat(outcome.joStatusCode()).isEqualTo(ActionOutcome.CAPPED);
        assertThat(outcome.attempts()).hasSize(3);
        assertThat(simulator.callCustomAction(action().sandbox("prod").build()).isSuccess())
                .as("another sandbox")
                .isTrue();
        simulator.advanceClock(Duration.ofSeconds(61));
        assertThat(simulator.callCustomAction(action().sandbox("dev").build()).isSuccess())
                .as("the window has moved on")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "false, '{\"list\":[1,2],\"deep\":{}}'",
        "true, '{\"gone\":null,\"list\":[1,2],\"deep\":{\"gone\":null}}'"
    })
    void missingValuesAreOmittedOrNullAndNeverInLists(boolean nulls, String sent) throws InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("gone", null);
        body.put("list", Arrays.asList(1, null, 2));
        Map<String, Object> deep = new LinkedHashMap<>();
        deep.put("gone", null);
        body.put("deep", deep);

        simulator.callCustomAction(action().body(body).sendNulls(nulls).build());

        assertThat(endpoint.received)
                .singleElement()
                .extracting(PlayedEndpoint.Received::body)
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html/>        | The answer is not JSON",
                "{\"a\":[1,\"b\"]} | The answer has a list with values of several types"
            })
    void reportsASuccessThatAJourneyCannotUse(String answer, String problem) throws InterruptedException {
        endpoint.answers(200, answer);

        ActionOutcome outcome = simulator.callCustomAction(action().build());

        assertThat(outcome.isSuccess()).isTrue();
        assertThat(outcome.answerProblem()).isEqualTo(problem);
    }

    @Test
    void refusesActionsThatAdobeWouldRefuse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomAction.post("https://10.1.2.3/orders"))
                .withMessageContaining("no IP address");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomAction.post("ftp://example.com/orders"))
                .withMessageContaining("http or https");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomAction.post("https://platform.adobe.io/orders"))
                .withMessageContaining("its own hosts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> action().timeout(Duration.ofMillis(500)))
                .withMessage("The timeout of a journey is 1 to 30 seconds, not 500 ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> action().header("$name", "x"))
                .withMessageContaining("begin with a dot or $");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomAction.get("https://example.com/orders").body(Map.of()))
                .withMessage("A custom action with GET has no body");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.callCustomAction(
                        action().body(Map.of("a.b", List.of())).build()))
                .withMessageContaining("'a.b'");
        assertThat(endpoint.received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"customAuthorization\",\"pass\":\"s3cret\"} | method must be GET or POST",
                "no JSON with s3cret | it is not JSON",
                "{\"type\":\"customAuthorization\",\"subType\":\"certificateCredential\"} | the simulator does not support subType certificateCredential"
            })
    void describesAWrongTokenRequestWithoutItsSecret(String request, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.callCustomAction(
                        action().auth(ActionAuth.custom(request)).build()))
                .withMessageContaining(reason)
                .withMessageNotContaining("s3cret");
    }

    @Test
    void showsNoCredentialsAsText() throws InterruptedException {
        CustomAction action = action().auth(ActionAuth.header("X-Key", "s3cret"))
                .header("X-Other", "s3cret")
                .query("mail", "jane@example.com")
                .build();
        endpoint.answers(200, "{\"mail\":\"jane@example.com\"}");

        assertThat(action + " " + action.auth() + " " + simulator.callCustomAction(action))
                .doesNotContain("s3cret", "jane@example.com");
    }

    private CustomAction.Builder action() {
        return CustomAction.post(endpoint.url("/orders"))
                .body(Map.of("order", "A-1"))
                .retryPause(NO_PAUSE);
    }
}
