package io.github.camelajo.internal.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PercentEncoderTest {

    @ParameterizedTest
    @CsvSource({
        "plain-1._~, plain-1._~",
        "jane+x@example.com, jane%2Bx%40example.com",
        "a/b, a%2Fb",
        "status=live&x>1, status%3Dlive%26x%3E1",
        "a b, a%20b",
        "é, %C3%A9",
        "100%, 100%25"
    })
    void everythingButUnreservedCharactersIsEncoded(String value, String encoded) {
        assertThat(PercentEncoder.encode(value)).isEqualTo(encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "日本", "😀", "\r\n", "../x", "a+b=c&d"})
    void decodingGivesTheValueBack(String value) {
        assertThat(URLDecoder.decode(PercentEncoder.encode(value), StandardCharsets.UTF_8))
                .isEqualTo(value);
    }

    @Test
    void aValueThatNeedsNothingIsNotCopied() {
        String value = "0b1c2d3e";
        assertThat(PercentEncoder.encode(value)).isSameAs(value);
    }
}
