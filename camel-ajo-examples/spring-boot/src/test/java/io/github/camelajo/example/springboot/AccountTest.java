package io.github.camelajo.example.springboot;

import io.github.camelajo.simulator.AjoSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.web.client.RestTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** The example with an account of its user; a simulator of the test plays Adobe. */
@ExtendWith(OutputCaptureExtension.class)
class AccountTest {

    private static HttpStatus suppressWith(ConfigurableApplicationContext application) {
        String port = application.getEnvironment().getProperty("local.server.port");
        return HttpStatus.valueOf(new RestTemplate()
                .exchange(
                        RequestEntity.post("http://127.0.0.1:" + port + "/suppressions")
                                .contentType(MediaType.APPLICATION_JSON)
                                .body("{\"address\": \"jane.roe@example.org\"}"),
                        String.class)
                .getStatusCode()
                .value());
    }

    @Test
    void withoutAnAccountItStartsASimulator(CapturedOutput log) {
        AjoSimulator adobe;
        try (ConfigurableApplicationContext application = SuppressionApplication.start("--server.port=0")) {
            adobe = application.getBean(AjoSimulator.class);
            assertThat(suppressWith(application)).isEqualTo(HttpStatus.OK);
            assertThat(adobe.requests()).hasSize(1);
        }
        assertThat(log).contains("AJO_CLIENT_ID is not set: a simulator plays Adobe on ");
        assertThat(adobe.isRunning()).isFalse();
    }

    @Test
    void propertiesAloneLeadToAnotherAdobe(CapturedOutput log) {
        try (AjoSimulator adobe = AjoSimulator.builder()
                        .clientId("own-client")
                        .clientSecret("own-secret")
                        .organizationId("0123456789ABCDEF@AdobeOrg")
                        .start();
                ConfigurableApplicationContext application = SuppressionApplication.start(
                        "--server.port=0",
                        "--ajo.client-id=own-client",
                        "--ajo.client-secret=own-secret",
                        "--ajo.organization-id=0123456789ABCDEF@AdobeOrg",
                        "--ajo.scopes=openid,AdobeID",
                        "--ajo.sandbox=prod",
                        "--ajo.base-url=" + adobe.baseUrl(),
                        "--ajo.token-endpoint=" + adobe.tokenEndpoint())) {
            assertThat(application.getBeansOfType(AjoSimulator.class)).isEmpty();
            assertThat(suppressWith(application)).isEqualTo(HttpStatus.OK);
            assertThat(adobe.requests()).singleElement().satisfies(request -> {
                assertThat(request.header("x-api-key")).isEqualTo("own-client");
                assertThat(request.header("x-gw-ims-org-id")).isEqualTo("0123456789ABCDEF@AdobeOrg");
                assertThat(request.header("x-sandbox-name")).isEqualTo("prod");
            });
            assertThat(adobe.tokenRequests()).singleElement().satisfies(request -> assertThat(request.bodyAsString())
                    .contains("scope=openid%2CAdobeID"));
        }
        assertThat(log).contains("Adobe is called, in sandbox prod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ajo.client-id", "ajo.base-url", "ajo.token-endpoint"})
    void halfAnAccountIsNotMadeWholeByTheSimulator(String key) {
        assertThatException()
                .isThrownBy(() -> SuppressionApplication.start(
                                "--server.port=0", "--ajo.sandbox=dev", "--" + key + "=https://adobe.invalid/")
                        .close())
                .havingRootCause()
                .withMessageContaining("The component ajo has no");
    }

    @Test
    void withAnAccountTheSandboxMustBeNamed() {
        assertThatException()
                .isThrownBy(() -> SuppressionApplication.start("--server.port=0", "--ajo.client-id=own-client")
                        .close())
                .havingRootCause()
                .withMessageContaining("ajo.sandbox");
    }
}
