package io.github.camelajo.simulator.internal.server;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MasksTest {

    private final Masks masks = new Masks(List.of("s3cr3t of/the-client"), Set.of("my-client"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"access_token\":\"abc\",\"expires_in\":5}      | {\"access_token\":\"***\",\"expires_in\":5}",
                "{\"a\":{\"clientSecret\" : \"a\\\"b\"}}          | {\"a\":{\"clientSecret\" : \"***\"}}",
                "{\"apiKey\":\"x\",\"Authorization\":\"Basic y\"} | {\"apiKey\":\"***\",\"Authorization\":\"***\"}",
                "{\"password\":\"cut off he                       | {\"password\":\"***\"",
                "{\"password\":\"cut off\\                        | {\"password\":\"***\"",
                "{\"password\":12                                 | {\"password\":\"***\"",
                "{\"passw                                         | {\"passw",
                "{\"name\":\"plain\"}                             | {\"name\":\"plain\"}",
                "{\"pin_password\":1234,\"n\":1234}               | {\"pin_password\":\"***\",\"n\":1234}",
                "{\"hasPassword\":true,\"token\":null}            | {\"hasPassword\":true,\"token\":null}",
                "{\"tokens\":[\"a\",\"b\"],\"c\":[\"d\"]}         | {\"tokens\":[\"***\",\"***\"],\"c\":[\"d\"]}",
                "{\"secret\":{\"v\":\"a\",\"w\":[1]},\"x\":\"y\"} | {\"secret\":{\"v\":\"***\",\"w\":[\"***\"]},\"x\":\"y\"}",
                "{\"list\":[{\"token\":\"a\"},{\"b\":\"c\"}]}     | {\"list\":[{\"token\":\"***\"},{\"b\":\"c\"}]}",
                "[{\"authToken\":\"x\"}]                          | [{\"authToken\":\"***\"}]",
                "{\"note\":\"s3cr3t of/the-client\"}              | {\"note\":\"***\"}",
                "{\"h\":\"Bearer abc.def\"}                       | {\"h\":\"Bearer ***\"}",
                "{\"h\":\"the bearer of news\"}                   | {\"h\":\"the bearer of news\"}",
                "{\"url\":\"https://h/p?apikey=x&a=b\"}           | {\"url\":\"https://h/p?apikey=***&a=b\"}",
                "{\"query\":\"access_token=x&a=b\"}               | {\"query\":\"access_token=***&a=b\"}",
                "{\"v\":\"eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.c2ln\"}   | {\"v\":\"***\"}",
                "client_id=a&client_secret=b%20c&scope=d          | client_id=a&client_secret=***&scope=d",
                "a=s3cr3t+of%2Fthe-client&b=c                     | a=***&b=c",
                "--x {\"token\": \"a\"} --x                       | --x {\"token\": \"***\"} --x"
            })
    void masksSecretsInABody(String body, String shown) {
        assertThat(masks.body(body)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[ ]",
                "{ \"a\" : [ 1.5e-3 , \"b, \\\"c\\\"\", { \"d\" : null } ], \"e\":\t\"f: {g}\"\r\n}",
                "[[\"a\"],[{\"b\":[]}]]",
                "{broken: json, [}",
                "]]}}",
                "{\"a\":\"b\"} and more",
                "{\"name\":\"Basic plan\"}",
                "TYPE,VALUE\r\nEMAIL,ann@example.com",
                "<html>a=b</html>"
            })
    void leavesEverythingElseUnchanged(String body) {
        assertThat(masks.body(body)).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer x, ***",
        "X-Api-Key, x, ***",
        "X-Api-Key, my-client, my-client",
        "Cookie, x, ***",
        "X-Amz-Security-Token, x, ***",
        "X-Partner, Bearer abc, Bearer ***",
        "X-Partner, Basic dTpw, Basic ***",
        "X-Partner, eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.c2ln, ***",
        "X-Note, s3cr3t of/the-client!, ***!",
        "Referer, https://h/?access_token=x, https://h/?access_token=***",
        "Accept, application/json, application/json"
    })
    void masksSecretsInHeaders(String name, String value, String shown) {
        assertThat(masks.header(name, value)).isEqualTo(shown);
    }

    @Test
    void masksSecretsInAQuery() {
        assertThat(masks.query("a=1&client_secret=x&access_token=y&limit=2"))
                .isEqualTo("a=1&client_secret=***&access_token=***&limit=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"token\":\"", "{\"a\":\"", "?token", "x"})
    void staysFastWithManyQuotes(String start) {
        String body = start + "\\\"".repeat(100_000);

        assertThat(masks.body(body)).doesNotContain("token\":\"\\");
    }
}
