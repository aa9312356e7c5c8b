package io.github.camelajo.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.gateway.RawServer.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers as text that end with their connection, so that only they themselves tell whether they are whole. */
class TextWithoutLengthTest extends RawServerSupport {

    private static final String JSON_TYPE = "Content-Type: application/json\r\n";

    private static Script closing(String headers, byte[] body) {
        return Scripts.after(wire -> wire.send("HTTP/1.1 200 OK\r\n" + headers + "Connection: close\r\n\r\n")
                .send(body)
                .close());
    }

    private static Script closing(String headers, String body) {
        return closing(headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private Exchange text(Script script) throws Exception {
        try (RawServer api = serve(script)) {
            return send(read(api) + "&outputType=json", null);
        }
    }

    private void isCutOff(Script script) throws Exception {
        assertThat(text(script).getException())
                .isInstanceOf(AjoInvalidResponseException.class)
                .hasMessageContaining("it breaks off or is malformed");
    }

    private void isWhole(Script script, String body) throws Exception {
        Exchange exchange = text(script);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\":{\"uid\":\"c-",
                "{\"result\":{\"uid\":\"c-1\"}",
                "{\"result\":{\"uid\"",
                "{\"result\":tr",
                "{\"result\":12",
                "[",
                "[1,",
                "\"text"
            })
    void oneThatBreaksOffIsNoAnswer(String body) throws Exception {
        isCutOff(closing(JSON_TYPE, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\":{\"uid\":\"c-", "[1,"})
    void norIsOneWithoutAMediaTypeThatBeganAsJson(String body) throws Exception {
        isCutOff(closing("", body));
    }

    @Test
    void aCreateSaysThatItWasCarriedOut() throws Exception {
        try (RawServer api = serve(closing(JSON_TYPE, "{\"result\":{"))) {
            AjoException failure = failure(create(api) + "&outputType=json&maxRetries=3", CONFIGURATION);
            assertThat(failure)
                    .isInstanceOf(AjoInvalidResponseException.class)
                    .hasMessageContaining("was carried out (HTTP 200)");
            assertThat(failure.isRetryable()).isFalse();
            assertThat(api.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Scripts.CONFIG, " [1, 2] \n", "12", "{\"a\":1}\n{\"a\":2}\n"})
    void aWholeOneIsAsItWasSent(String body) throws Exception {
        isWhole(closing(JSON_TYPE, body), body);
    }

    @Test
    void otherTextsAreNotLookedInto() throws Exception {
        isWhole(closing("", "OK {"), "OK {");
        isWhole(closing("Content-Type: text/csv\r\n", "{,["), "{,[");
        // The length says that nothing is missing; whether it is JSON is for who asked for text.
        isWhole(Scripts.json(200, "{\"half\":"), "{\"half\":");
    }

    @Test
    void oneBeyondTheLimitsOfTheParserIsAnAnswer() throws Exception {
        String deep = "[".repeat(50_000) + "]".repeat(50_000);
        isWhole(closing(JSON_TYPE, deep), deep);
        String digits = "1".repeat(5_000);
        isWhole(closing(JSON_TYPE, digits), digits);
        isCutOff(closing(JSON_TYPE, deep.substring(0, deep.length() - 1)));
        // Deeper than anybody counts.
        String endless = "[".repeat(200_000);
        isWhole(closing(JSON_TYPE, endless), endless);
    }

    @Test
    void aPackedOneTellsItsEndItself() throws Exception {
        byte[] packed = Scripts.packed("{\"half\":");
        String headers = JSON_TYPE + "Content-Encoding: gzip\r\n";
        isWhole(closing(headers, packed), "{\"half\":");
        assertThat(text(closing(headers, Arrays.copyOf(packed, packed.length - 10)))
                        .getException())
                .isInstanceOf(AjoException.class);
    }
}
