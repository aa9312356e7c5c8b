package io.github.camelajo.gateway;

import java.util.Base64;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.gateway.RawServer.Script;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** A proxy between the component and Adobe, friendly or not. */
class ProxyTest extends RawServerSupport {

    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("user:of-the-proxy".getBytes(US_ASCII));

    /** Answers for whatever lies behind it. */
    private static final Script FRIENDLY = (wire, request, number) -> {
        if (!LOGIN.equals(request.header("proxy-authorization"))) {
            Scripts.status(407, "Proxy-Authenticate: Basic realm=\"p\"").answer(wire, request, number);
        } else if (request.line().contains("/ims/token/v3")) {
            Scripts.login().answer(wire, request, number);
        } else {
            Scripts.ok().answer(wire, request, number);
        }
    };

    private String through(RawServer proxy, String password, String servers) throws Exception {
        HttpComponent http = new HttpComponent();
        http.setProxyHost("localhost");
        http.setProxyPort(proxy.port());
        http.setProxyAuthScheme("http");
        http.setProxyAuthUsername("user");
        http.setProxyAuthPassword(password);
        AjoComponent component = component();
        component.setHttpComponent(http);
        context.addComponent("ajo-proxy", component);
        return "ajo-proxy:capping?operation=create" + servers;
    }

    private static String nowhere(String scheme) {
        return "&baseUrl=" + scheme + "://localhost:1&tokenEndpoint=" + scheme + "://localhost:1/ims/token/v3";
    }

    @Test
    void aProxyGetsTheLoginThatWasSetForIt() throws Exception {
        try (RawServer proxy = serve(FRIENDLY)) {
            Exchange exchange = send(through(proxy, "of-the-proxy", nowhere("http")), CONFIGURATION);
            assertThat(exchange.getException()).isNull();
            assertThat(proxy.requests().stream()
                            .filter(request -> request.line().contains("endpointConfigs")
                                    && request.header("proxy-authorization") != null))
                    .hasSize(1);
        }
    }

    @Test
    void aLoginThatTheProxyDoesNotTakeIsExplained() throws Exception {
        try (RawServer proxy = serve(FRIENDLY)) {
            AjoException refused = failure(through(proxy, "wrong", nowhere("http")), CONFIGURATION);
            assertThat(refused.getStatusCode()).isEqualTo(407);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 407, 502})
    void aTunnelThatTheProxyRefusesIsNoAnswerOfAdobe(int status) throws Exception {
        try (RawServer proxy = serve(Scripts.html(status))) {
            String calls = "&baseUrl=https://localhost:1&tokenEndpoint=" + login.url() + "/ims/token/v3";
            String uri = through(proxy, "of-the-proxy", calls).replace(login.url(), "https://localhost:1");
            AjoException refused = failure(uri, CONFIGURATION);
            assertThat(refused).isInstanceOf(AjoTransportException.class);
            assertThat(((AjoTransportException) refused).isRequestSent()).isFalse();
            assertThat(proxy.requests()).isNotEmpty().allSatisfy(request -> assertThat(request.line())
                    .startsWith("CONNECT "));
            assertThat(proxy.requests())
                    .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("authorization"));
        }
    }

    @Test
    void aServerThatAsksForAnotherLoginGetsNone() throws Exception {
        try (RawServer api =
                serve(Scripts.status(401, "WWW-Authenticate: Negotiate", "WWW-Authenticate: Basic realm=\"a\""))) {
            assertThat(failure(create(api), CONFIGURATION).getStatusCode()).isEqualTo(401);
            assertThat(api.requests()).hasSize(1);
        }
    }
}
