package io.github.camelajo.internal.answer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.FailureKind;
import io.github.camelajo.internal.failure.AdobeCodes;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.request.AjoRequest;
import io.github.camelajo.internal.wire.TestResponses;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelajo.exception.FailureKind.AUTHENTICATION;
import static io.github.camelajo.exception.FailureKind.CONFLICT;
import static io.github.camelajo.exception.FailureKind.GUARDRAIL;
import static io.github.camelajo.exception.FailureKind.NOT_FOUND;
import static io.github.camelajo.exception.FailureKind.PERMISSION;
import static io.github.camelajo.exception.FailureKind.RATE_LIMIT;
import static io.github.camelajo.exception.FailureKind.SERVER;
import static io.github.camelajo.exception.FailureKind.TIMEOUT;
import static io.github.camelajo.exception.FailureKind.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;

/** Error answers and the exceptions they become, without any socket. */
class ErrorReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String NO_CODE = null;
    private static final String TOKEN = "opaque/token+1";
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjE3NjQifQ.c2lnbmF0dXJl";

    private final ErrorReader errors = new ErrorReader(new ObjectMapper(), () -> NOW);

    private static AjoRequest request(String api, String name) {
        Operation operation = OperationCatalog.require(api, name);
        return new AjoRequest(
                operation,
                operation.method(),
                URI.create("https://example.com/"),
                List.of(),
                null,
                "dev",
                operation.safeToRepeat());
    }

    private AjoException read(AjoRequest request, int status, String contentType, String body, String... header) {
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(status);
        response.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.parse(contentType)));
        for (int i = 0; i < header.length; i += 2) {
            response.addHeader(header[i], header[i + 1]);
        }
        return errors.read(request, TestResponses.of(response), false, TOKEN);
    }

    private static String withCode(String code) {
        return code == null ? "{}" : "{\"error_code\":\"" + code + "\",\"message\":\"text of Adobe\"}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error_code\":\"%s\",\"message\":\"m\"}",
                "{\"title\":\"bad %s\"}",
                "{\"message\":\"Authorization: Bearer %s is not valid\"}",
                "{\"error\":{\"code\":\"1\",\"message\":\"%s\"}}",
                "{\"error\":\"{\\\"code\\\":\\\"%s\\\"}\"}",
                "{\"errors\":[{\"field\":\"h\",\"message\":\"%s\"}]}",
                "{\"report\":{\"additionalContext\":{\"detailedMessage\":\"x%s\"}}}",
                "{\"requestId\":\"%s\",\"message\":\"m\"}"
            })
    void aTokenThatAnAnswerQuotesIsMasked(String body) {
        for (String token : List.of(TOKEN, JWT)) {
            AjoException failure = read(
                    request("capping", "list"), 400, "application/json", body.formatted(token), "X-Request-Id", token);
            assertThat(failure.getDetails() + failure.getMessage())
                    .contains("<token>")
                    .doesNotContain(token);
        }
    }

    @Test
    void aTokenThatTheCutOfALongTextDividesIsMasked() {
        String body = "{\"message\":\"" + "x".repeat(495) + TOKEN + "\"}";
        assertThat(read(request("capping", "list"), 400, "application/json", body))
                .hasMessageNotContaining(TOKEN.substring(0, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the bearer of news", "Bearer token missing", "eyJ is how it begins"})
    void aTextThatOnlySpeaksOfTokensStays(String text) {
        assertThat(read(request("capping", "list"), 400, "application/json", "{\"message\":\"" + text + "\"}"))
                .hasMessageContaining(text);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(400, NO_CODE, VALIDATION, false),
                Arguments.of(401, NO_CODE, AUTHENTICATION, false),
                Arguments.of(403, NO_CODE, PERMISSION, false),
                Arguments.of(403, "403003", AUTHENTICATION, false),
                Arguments.of(403, "403012", PERMISSION, false),
                Arguments.of(403, "401013", AUTHENTICATION, false),
                Arguments.of(400, "401013", AUTHENTICATION, false),
                Arguments.of(404, NO_CODE, NOT_FOUND, false),
                Arguments.of(410, NO_CODE, NOT_FOUND, false),
                Arguments.of(408, NO_CODE, TIMEOUT, true),
                Arguments.of(409, NO_CODE, CONFLICT, false),
                Arguments.of(412, NO_CODE, CONFLICT, false),
                Arguments.of(409, "503000", SERVER, true),
                Arguments.of(422, NO_CODE, VALIDATION, false),
                Arguments.of(429, NO_CODE, RATE_LIMIT, true),
                Arguments.of(429, "429001", RATE_LIMIT, true),
                Arguments.of(500, NO_CODE, SERVER, true),
                Arguments.of(500, "1451", CONFLICT, false),
                Arguments.of(500, "14468", CONFLICT, false),
                Arguments.of(500, "14467", NOT_FOUND, false),
                Arguments.of(500, "1463", VALIDATION, false),
                Arguments.of(500, "1460", SERVER, false),
                Arguments.of(500, "ERR_ENDPOINTCONFIG_100", VALIDATION, false),
                Arguments.of(500, "ERR_OF_A_LATER_TIME", VALIDATION, false),
                Arguments.of(503, NO_CODE, SERVER, true),
                Arguments.of(503, "503", SERVER, true),
                Arguments.of(302, NO_CODE, VALIDATION, false));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theCodeDecidesOnTheKindWhereItSaysMoreThanTheStatus(
            int status, String code, FailureKind kind, boolean retryable) {
        AjoException failure = read(request("capping", "get"), status, "application/json", withCode(code));
        assertThat(failure.getKind()).isEqualTo(kind);
        assertThat(failure.isRetryable()).isEqualTo(retryable);
        assertThat(failure.getStatusCode()).isEqualTo(status);
        assertThat(failure.getErrorCode()).isEqualTo(code);
        assertThat(failure.getSandbox()).isEqualTo("dev");
        assertThat(failure.getOperation()).isEqualTo("capping.get");
    }

    @ParameterizedTest
    @CsvSource({"500,,false", "503,,false", "503,503000,true", "429,,true", "408,,false", "502,,false"})
    void aChangeIsRepeatedOnlyWhereItWasSurelyTurnedAway(int status, String code, boolean retryable) {
        AjoException failure = read(request("capping", "create"), status, "application/json", withCode(code));
        assertThat(failure.isRetryable()).isEqualTo(retryable);
    }

    @Test
    void aServiceThatAsksToWaitHasTurnedTheCallAway() {
        AjoException failure = read(request("capping", "create"), 503, "application/json", "{}", "Retry-After", "7");
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure.getRetryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(failure).hasMessageContaining("Adobe asks to wait 7 s");
    }

    @Test
    void oneTriggerAnHourIsARuleOfTheBusinessAndNotOfLoad() {
        AjoRequest trigger = request("orchestrated-campaign", "trigger");
        assertThat(read(trigger, 429, "application/json", "{}").getKind()).isEqualTo(GUARDRAIL);
        assertThat(read(trigger, 429, "application/json", withCode("CJMOC-6104-429"))
                        .isRetryable())
                .isFalse();
        assertThat(read(trigger, 429, "application/json", withCode("429050")).getKind())
                .isEqualTo(RATE_LIMIT);
    }

    static Stream<AdobeCodes.AdobeCode> codes() {
        return AdobeCodes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeOfTheTableIsExplainedAndHasItsKind(AdobeCodes.AdobeCode code) {
        AjoException failure = read(request("capping", "get"), 418, "application/json", withCode(code.code()));
        assertThat(failure)
                .hasMessageContaining(code.meaning())
                .hasMessageContaining(code.advice())
                .hasMessageContaining("Adobe says: text of Adobe");
        assertThat(failure.getKind()).isEqualTo(code.kind() == null ? expectedByCode(code) : code.kind());
    }

    private static FailureKind expectedByCode(AdobeCodes.AdobeCode code) {
        return AdobeCodes.isOfGateway(code.code(), 503) ? SERVER : VALIDATION;
    }

    @ParameterizedTest
    @CsvSource({
        "404, text/html, gateway does not know the address",
        "502, text/html, from a proxy or the gateway",
        "407, text/plain, a proxy requires a login",
        "302, text/plain, does not redirect",
        "400, text/plain, the answer gives no further reason"
    })
    void anAnswerWithoutAnErrorIsExplainedByWhatItIs(int status, String type, String text) {
        assertThat(read(request("capping", "get"), status, type, "<html></html>"))
                .hasMessageContaining(text);
    }

    @Test
    void aConflictAfterATryWithoutAnAnswerSaysThatItMayBeTheDoingOfThatTry() {
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(412);
        AjoException failure = errors.read(request("template", "update"), TestResponses.of(response), true, TOKEN);
        assertThat(failure).hasMessageContaining("An earlier attempt of this call may have been carried out");
    }
}
