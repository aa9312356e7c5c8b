package io.github.camelajo.internal.login;

import java.time.Duration;

import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.internal.token.LogCapture;
import io.github.camelajo.internal.token.ManualRuntime;
import io.github.camelajo.internal.token.TokenTestSupport;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokenAnswerReaderTest {

    private final TokenAnswerReader reader =
            new TokenAnswerReader(TokenTestSupport.ENDPOINT, Duration.ofMinutes(5), () -> ManualRuntime.START);
    private final Secrets secrets = new Secrets("the-secret", null);

    private TokenAnswer read(String body) {
        return reader.read(new TokenTransport.Response(200, "application/json", null, null, body), secrets);
    }

    private Duration lifetime(String expiresIn) {
        TokenAnswer answer =
                read("{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":" + expiresIn + "}");
        return ((TokenAnswer.Granted) answer).lifetime();
    }

    private String problem(String body) {
        TokenFailure failure = ((TokenAnswer.Refused) read(body)).failure();
        assertThat(failure.exception()).isInstanceOf(AjoInvalidResponseException.class);
        return failure.message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "86399; 86399",
                "\"86399\"; 86399",
                "3599.0; 3599",
                "\"3599.9\"; 3599",
                "1; 1",
                "604800; 604800",
                "86399992; 86399",
                "700000; 700",
                "604800000; 604800"
            })
    void theLifetimeIsSecondsOrWhatCanOnlyBeMilliseconds(String expiresIn, long seconds) {
        assertThat(lifetime(expiresIn).toSeconds()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"soon\"",
                "\"\"",
                "true",
                "{}",
                "[]",
                "604800001",
                "9223372036854775807",
                "1e400",
                "1e999999999",
                "\"1e999999999\"",
                "\"NaN\"",
                "\"99999999999999999999999999999999999999999999999999\""
            })
    void aLifetimeThatMakesNoSenseIsFiveMinutes(String expiresIn) {
        assertThat(lifetime(expiresIn)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aMissingLifetimeIsFiveMinutes() {
        TokenAnswer answer = read("{\"access_token\":\"t\"}");

        assertThat(answer).isEqualTo(new TokenAnswer.Granted("t", Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "\"0\"", "-86399", "0.5"})
    void aTokenWithoutALifeIsRefused(String expiresIn) {
        assertThat(problem("{\"access_token\":\"t\",\"expires_in\":" + expiresIn + "}"))
                .contains("over already: expires_in is");
    }

    @Test
    void anOddLifetimeIsLoggedOnce() {
        try (LogCapture log = new LogCapture()) {
            lifetime("86399992");
            lifetime("86399992");
            lifetime("null");

            assertThat(log.at(Level.WARN)).singleElement().asString().contains("86399992", "milliseconds");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"access_token\":null}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":42}",
                "{\"access_token\":{}}"
            })
    void anAnswerWithoutATokenIsRefused(String body) {
        assertThat(problem(body)).contains("has no access_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\r\\nX-Evil: 1", "a b", " a", "a\\n", "a\\u0000", "\\u00e4", "a\\u2028"})
    void aTokenThatCouldBreakTheHeaderIsRefusedAndNotRepeated(String token) {
        assertThat(problem("{\"access_token\":\"" + token + "\",\"expires_in\":60}"))
                .contains("cannot stand in a header")
                .doesNotContain("Evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "Bearer", "BEARER"})
    void theTokenTypeIsBearerInAnyCase(String type) {
        assertThat(read("{\"access_token\":\"t\",\"token_type\":\"" + type + "\"}"))
                .isInstanceOf(TokenAnswer.Granted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mac", "DPoP", ""})
    void anotherTokenTypeIsRefused(String type) {
        assertThat(problem("{\"access_token\":\"t\",\"token_type\":\"" + type + "\"}"))
                .contains("instead of bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>captive portal</html>", "", "[]", "\"token\"", "{\"access_token\":\"secret-token"})
    void anAnswerThatIsNotAJsonObjectIsRefusedWithoutQuotingIt(String body) {
        assertThat(problem(body)).contains("is not JSON but").doesNotContain("captive", "secret-token");
    }

    @Test
    void anAnswerOfMoreThan64KilobytesIsRefused() {
        assertThat(problem("{\"access_token\":\"" + "t".repeat(70_000) + "\"}")).contains("larger than 64 KB");
    }

    @Test
    void anOAuthErrorUnderTheStatusOfASuccessIsARefusal() {
        TokenFailure failure = ((TokenAnswer.Refused) read("{\"error\":\"invalid_client\"}")).failure();

        assertThat(failure.isInvalidClient()).isTrue();
        assertThat(failure.again()).isEqualTo(TokenFailure.Again.AFTER_CHANGE);
    }

    @Test
    void textsFromOutsideAreMaskedOnOneLineAndCut() {
        TokenTransport.Response response = new TokenTransport.Response(
                400,
                "application/json",
                null,
                "dbg\r\nid",
                "{\"error\":\"invalid\\nclient\",\"error_description\":\"wrong the-secret\\r\\nFAKE LOG LINE "
                        + "x".repeat(5000) + "\"}");

        String message =
                ((TokenAnswer.Refused) reader.read(response, secrets)).failure().message();

        assertThat(message)
                .contains("wrong xxxxxx FAKE")
                .doesNotContain("the-secret", "\n", "\r")
                .hasSizeLessThan(1000);
    }
}
