package io.github.camelajo.internal.login;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

import io.github.camelajo.internal.token.TokenTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClientCredentialsTest {

    private static ClientCredentials at(String endpoint) {
        return new ClientCredentials(URI.create(endpoint), "id", () -> "secret", List.of("openid"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ims-na1.adobelogin.com/ims/exchange/jwt",
                "https://ims-na1.adobelogin.com/ims/exchange/jwt/",
                "https://ims-na1.adobelogin.com/ims/exchange/JWT"
            })
    void aJwtEndpointIsRefusedWithTheWayOut(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(endpoint))
                .withMessageContaining("JWT (Service Account) credentials, which Adobe has ended")
                .withMessageContaining("Create an OAuth Server-to-Server credential");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ims-na1.adobelogin.com/ims/token/v3", "ftp://host/x", "https:///ims", "mailto:a@b"})
    void anIncompleteEndpointIsRefused(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(endpoint))
                .withMessageContaining("full address such as");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host/ims/token/v3?client_secret=abc123",
                "https://user:abc123@host/ims",
                "https://host/ims#abc123"
            })
    void anEndpointThatCouldCarryASecretIsRefusedWithoutRepeatingIt(String endpoint) {
        assertThatIllegalArgumentException().isThrownBy(() -> at(endpoint)).satisfies(e -> assertThat(e.getMessage())
                .doesNotContain("abc123"));
    }

    @Test
    void scopesArePastedInAnyWay() {
        ClientCredentials credentials = new ClientCredentials(
                TokenTestSupport.ENDPOINT,
                "id",
                () -> "s",
                Arrays.asList("openid, AdobeID", null, "", "session\nopenid"));

        assertThat(credentials.scopes()).containsExactly("openid", "AdobeID", "session");
    }

    @Test
    void missingScopesAndClientIdSayWhereToCopyThemFrom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientCredentials(TokenTestSupport.ENDPOINT, "id", () -> "s", List.of(" , ")))
                .withMessageContaining("scope list is missing: copy it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientCredentials(TokenTestSupport.ENDPOINT, " ", () -> "s", List.of("openid")))
                .withMessageContaining("client id is missing: copy it");
    }

    @Test
    void theTextShowsNoSecretAndDoesNotReadIt() {
        ClientCredentials credentials = new ClientCredentials(
                TokenTestSupport.ENDPOINT,
                "id",
                () -> {
                    throw new AssertionError("read");
                },
                List.of("openid"));

        assertThat(credentials.toString()).contains("id", "openid", "xxxxxx");
    }
}
