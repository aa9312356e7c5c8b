package io.github.camelajo.internal.request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://platform.adobe.io, https://platform.adobe.io",
        "https://platform.adobe.io/, https://platform.adobe.io",
        "https://platform.adobe.io:443/x/, https://platform.adobe.io/x",
        "http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1:8080/base, http://127.0.0.1:8080/base",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void anAddressIsReadWithoutItsLastSlashAndItsUsualPort(String url, String read) {
        assertThat(BaseUrl.parse("baseUrl", url, false)).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "platform.adobe.io",
                "ftp://platform.adobe.io",
                "https://",
                "https://u:p@platform.adobe.io",
                "https://platform.adobe.io?x=1",
                "https://platform.adobe.io#x",
                "http://platform.adobe.io",
                "http://localhost.example.com",
                "http://127.0.0.1.example.com",
                "https://a b"
            })
    void whatATokenShouldNotBeSentToIsRefused(String url) {
        assertThatThrownBy(() -> BaseUrl.parse("baseUrl", url, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baseUrl")
                .hasMessageNotContaining("u:p");
    }

    @Test
    void httpElsewhereNeedsAnExplicitSwitch() {
        assertThat(BaseUrl.parse("baseUrl", "http://gateway.internal", true)).hasToString("http://gateway.internal");
    }
}
