package io.github.camelajo.simulator.internal.server;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MasksTest {

    private final Masks masks = new Masks(List.of("s3cr3t-of-the-client"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"access_token\":\"abc\",\"expires_in\":5}      | {\"access_token\":\"***\",\"expires_in\":5}",
                "{\"a\":{\"clientSecret\" : \"a\\\"b\"}}          | {\"a\":{\"clientSecret\" : \"***\"}}",
                "{\"apiKey\":\"x\",\"Authorization\":\"Basic y\"} | {\"apiKey\":\"***\",\"Authorization\":\"***\"}",
                "{\"password\":\"cut off he                       | {\"password\":\"***\"",
                "{\"name\":\"plain\"}                             | {\"name\":\"plain\"}",
                "{\"note\":\"s3cr3t-of-the-client\"}              | {\"note\":\"***\"}",
                "client_id=a&client_secret=b%20c&scope=d          | client_id=a&client_secret=***&scope=d",
                "[{\"authToken\":\"x\"}]                          | [{\"authToken\":\"***\"}]"
            })
    void takesSecretsOutOfABody(String body, String shown) {
        assertThat(masks.body(body)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer x, ***",
        "X-Api-Key, x, ***",
        "Cookie, x, ***",
        "X-Amz-Security-Token, x, ***",
        "X-Note, s3cr3t-of-the-client!, ***!",
        "Accept, application/json, application/json"
    })
    void takesSecretsOutOfHeaders(String name, String value, String shown) {
        assertThat(masks.header(name, value)).isEqualTo(shown);
    }

    @Test
    void takesSecretsOutOfAQuery() {
        assertThat(masks.query("a=1&client_secret=x&access_token=y&limit=2"))
                .isEqualTo("a=1&client_secret=***&access_token=***&limit=2");
    }

    @Test
    void isNotSlowedDownByATextWithManyQuotes() {
        String body = "{\"token\":\"" + "\\\"".repeat(8_000);

        assertThat(masks.body(body)).isEqualTo("{\"token\":\"***\"");
    }
}
