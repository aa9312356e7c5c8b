package io.github.camelajo.simulator.internal.login;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.TestClient;
import io.github.camelajo.simulator.TestClient.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokenEndpointTest {

    private static final String SECOND_SECRET = "the-second-secret";

    @RegisterExtension
    static final AjoSimulatorExtension AJO =
            new AjoSimulatorExtension(AjoSimulator.builder().secondaryClientSecret(SECOND_SECRET)).resettingAll();

    private final AjoSimulator simulator = AJO.simulator();

    @Test
    void issuesATokenForADayInSeconds() {
        Answered answer = TestClient.requestToken(simulator, TestClient.tokenForm(simulator));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().path("token_type").asText()).isEqualTo("bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(86_399);
        assertThat(answer.json().path("access_token").asText()).hasSizeGreaterThan(100);
    }

    @Test
    void issuesATokenAtThePathOfTheOlderVersionToo() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/ims/token/v2"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id="
                        + simulator.clientId() + "&client_secret=" + simulator.clientSecret() + "&org_id=x&scope="
                        + simulator.scopes()));

        assertThat(TestClient.send(request).json().path("access_token").asText())
                .isIn(simulator.issuedTokens());
    }

    @Test
    void neverIssuesTheSameTokenTwice() {
        String first = TestClient.token(simulator);
        String second = TestClient.token(simulator);

        assertThat(first).isNotEqualTo(second);
        assertThat(simulator.issuedTokens()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void acceptsTheSecondSecretDuringARotation() {
        assertThat(tokenWith("client_secret", SECOND_SECRET).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id,     foreign,              invalid_client",
        "client_secret, wrong,                invalid_client",
        "scope,         'openid,no.such',     invalid_scope",
        "scope,         'openid AdobeID',     invalid_scope",
        "grant_type,    authorization_code,   unsupported_grant_type"
    })
    void refusesAWrongField(String field, String value, String error) {
        Answered answer = tokenWith(field, value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo(error);
        assertThat(answer.json().path("error_description").asText()).isNotEmpty();
        assertThat(simulator.issuedTokens()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "client_secret", "grant_type"})
    void refusesAFormWithoutARequiredField(String field) {
        Answered answer = tokenWith(field, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_request");
        assertThat(answer.json().path("error_description").asText()).contains(field);
    }

    @Test
    void refusesAFormWithoutScopes() {
        assertThat(tokenWith("scope", null).json().path("error").asText()).isEqualTo("invalid_target_scope");
    }

    @Test
    void refusesAJsonBody() {
        Answered answer = TestClient.send(HttpRequest.newBuilder(URI.create(simulator.tokenEndpoint()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_request");
    }

    @Test
    void acceptsTheFieldsInTheQueryAsImsDoes() {
        String query = "?grant_type=client_credentials&client_id=" + simulator.clientId() + "&client_secret="
                + simulator.clientSecret() + "&scope=" + simulator.scopes();

        Answered answer = TestClient.send(HttpRequest.newBuilder(URI.create(simulator.tokenEndpoint() + query))
                .POST(BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(simulator.tokenRequests()).singleElement().satisfies(request -> assertThat(request.query())
                .contains(simulator.clientSecret()));
    }

    @Test
    void refusesJwtCredentials() {
        Answered answer = TestClient.send(HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/ims/exchange/jwt"))
                .POST(BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error_description").asText()).contains("JWT", "have ended");
    }

    @Test
    void doesNotAnswerToGet() {
        Answered answer = TestClient.send(
                HttpRequest.newBuilder(URI.create(simulator.tokenEndpoint())).GET());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void keepsTokenRequestsApartFromApiRequests() {
        TestClient.of(simulator).get("/ajo/im/health");

        assertThat(simulator.tokenRequests()).hasSize(1);
        assertThat(simulator.requests()).hasSize(1);
    }

    private Answered tokenWith(String field, String value) {
        Map<String, String> form = TestClient.tokenForm(simulator);
        if (value == null) {
            form.remove(field);
        } else {
            form.put(field, value);
        }
        return TestClient.requestToken(simulator, form);
    }
}
