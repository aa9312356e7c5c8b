package io.github.camelajo.internal.answer;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One example of each shape that Adobe's services give their errors. */
class ErrorBodyTest {

    private static ErrorBody parse(String body) {
        return ErrorBody.parse(new ObjectMapper(), body.getBytes(StandardCharsets.UTF_8), "opaque-token/1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "gateway | {\"error_code\":\"403003\",\"message\":\"Api Key is invalid\"} | 403003 | Api Key is invalid | -",
                "login | {\"error\":\"invalid_client\",\"error_description\":\"bad secret\"} | invalid_client | bad secret | -",
                "capping | {\"status\":500,\"error\":{\"code\":1451,\"family\":\"F\",\"message\":\"deployed\"},\"requestId\":\"r1\"} | 1451 | deployed | r1",
                "throttling | {\"status\":400,\"error\":\"{\\\"code\\\":1463,\\\"message\\\":\\\"not prod\\\"}\",\"requestId\":\"r2\"} | 1463 | not prod | r2",
                "journey | {\"reason\":\"BAD\",\"message\":\"no such field\"} | - | no such field | -",
                "campaign | {\"type\":\"https://ns.adobe.com/aep/errors/CJMCMP-2003-400\",\"title\":\"t\",\"message\":\"m\",\"error\":{\"code\":\"E1\",\"message\":\"deep\"}} | E1 | deep | -",
                "message | {\"type\":\"https://ns.adobe.com/aep/errors/MSG-000052-400\",\"title\":\"Bad\",\"status\":400,\"report\":{\"additionalContext\":{\"field\":\"x\"}}} | MSG-000052-400 | Bad | -",
                "content | {\"type\":\"https://x/CJMMAS-1149-400\",\"title\":\"t\",\"request-id\":[\"r3\"],\"report\":{\"additionalContext\":{\"detailedMessage\":\"name is empty\"}}} | CJMMAS-1149-400 | name is empty | r3",
                "content behind another service | {\"type\":\"https://x/CJMMAS-1149-400\",\"title\":\"t\",\"error-chain\":[{\"errorCode\":\"UPSTREAM-9-500\"}]} | CJMMAS-1149-400 | t | -",
                "chain alone | {\"title\":\"t\",\"error-chain\":[{\"errorCode\":\"UPSTREAM-9-500\"}]} | UPSTREAM-9-500 | t | -",
                "dataset | {\"type\":\"https://x/CJMDMS-100169-400\",\"title\":\"t\",\"errorMessage\":\"already on\",\"code\":\"CJMDMS-100193-400\"} | CJMDMS-100193-400 | already on | -",
                "orchestrated | {\"type\":\"CJMOC-6100-400\",\"title\":\"t\",\"message\":\"not live\",\"report\":{\"tenantInfo\":{\"requestId\":\"r4\"}}} | CJMOC-6100-400 | not live | r4",
                "wrong version | {\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"no such version\"} | - | no such version | -",
                "loyalty | {\"type\":\"about:blank\",\"title\":\"Conflict\",\"detail\":\"name taken\"} | - | name taken | -",
                "loyalty fields | {\"status\":400,\"error\":\"Bad Request\",\"message\":\"invalid\",\"errors\":[{\"field\":\"name\",\"message\":\"must not be empty\",\"code\":\"V\"}]} | - | name: must not be empty | -",
                "platform | {\"errorMessage\":\"etag is stale\"} | - | etag is stale | -"
            })
    void codeMessageAndRequestIdAreFound(String shape, String body, String code, String message, String requestId) {
        ErrorBody error = parse(body);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).isEqualTo(message);
        assertThat(error.requestId()).isEqualTo(requestId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "<html></html>",
                "{\"error\":\"{broken\"}",
                "{",
                "{\"errors\":[1,null,{}]}"
            })
    void anythingElseIsSurvived(String body) {
        assertThat(parse(body)).isNotNull();
    }
}
