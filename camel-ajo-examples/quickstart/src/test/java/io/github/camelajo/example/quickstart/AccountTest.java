package io.github.camelajo.example.quickstart;

import java.util.Map;

import io.github.camelajo.example.common.LogLines;
import io.github.camelajo.example.common.WithoutAccount;
import io.github.camelajo.simulator.AjoSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The example with an account of its user; a simulator of the test plays Adobe. */
class AccountTest {

    @RegisterExtension
    final WithoutAccount withoutAccount = new WithoutAccount();

    @RegisterExtension
    final LogLines log = new LogLines("quickstart");

    private final Quickstart quickstart = new Quickstart();

    @Test
    void propertiesAloneLeadToAnotherAdobe() {
        try (AjoSimulator adobe = AjoSimulator.builder()
                .clientId("own-client")
                .clientSecret("own-secret")
                .organizationId("0123456789ABCDEF@AdobeOrg")
                .start()) {
            Map.of(
                            "ajo.client-id", "own-client",
                            "ajo.client-secret", "own-secret",
                            "ajo.organization-id", "0123456789ABCDEF@AdobeOrg",
                            "ajo.scopes", "openid,AdobeID",
                            "ajo.sandbox", "prod",
                            "ajo.base-url", adobe.baseUrl(),
                            "ajo.token-endpoint", adobe.tokenEndpoint())
                    .forEach(System::setProperty);

            assertThat(quickstart.runToTheEnd()).isZero();

            assertThat(quickstart.simulator()).isEmpty();
            assertThat(adobe.requests()).hasSize(9).allSatisfy(request -> {
                assertThat(request.header("x-api-key")).isEqualTo("own-client");
                assertThat(request.header("x-gw-ims-org-id")).isEqualTo("0123456789ABCDEF@AdobeOrg");
                assertThat(request.header("x-sandbox-name")).isEqualTo("prod");
            });
            assertThat(adobe.tokenRequests()).singleElement().satisfies(request -> assertThat(request.bodyAsString())
                    .contains("scope=openid%2CAdobeID"));
        }
        assertThat(log.lines()).first().asString().contains("Adobe", "prod");
        assertThat(log.lines()).last().isEqualTo("All steps done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ajo.client-id", "ajo.base-url", "ajo.token-endpoint"})
    void halfAnAccountIsNotMadeWholeByTheSimulator(String key) {
        System.setProperty(key, "https://adobe.invalid/");
        System.setProperty("ajo.sandbox", "dev");

        assertThat(quickstart.runToTheEnd()).isEqualTo(1);

        assertThat(quickstart.simulator()).isEmpty();
        assertThat(log.lines())
                .element(1)
                .asString()
                .contains("The component ajo has no", "clientSecret", "organizationId");
    }

    @Test
    void withAnAccountTheSandboxMustBeNamed() {
        System.setProperty("ajo.client-id", "own-client");

        assertThat(quickstart.runToTheEnd()).isEqualTo(1);

        assertThat(log.lines()).element(1).asString().contains("ajo.sandbox");
    }
}
