package io.github.camelajo;

import io.github.camelajo.internal.observe.Probe;
import io.github.camelajo.testkit.AjoTestSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose credentials the probe of the health check calls with. */
class ConnectionProbeTest extends AjoTestSupport {

    private static final String LIST = "ajo:capping?operation=list";

    private AjoComponent ajo() {
        return context.getComponent("ajo", AjoComponent.class);
    }

    private Probe.Finding look() {
        return new ConnectionProbe(ajo()).look();
    }

    private void isInUse(String uri) {
        context.getEndpoint(uri, AjoEndpoint.class).createProducer().start();
    }

    @Test
    void itsOwnOfTheComponentComeFirstWhateverTheEndpointsHave() {
        isInUse(LIST + "&clientId=other&clientSecret=another-secret&scopes=x&baseUrl=http://localhost:1");
        assertThat(look().ok()).isTrue();
        assertThat(simulator().requests()).singleElement().satisfies(request -> assertThat(request.header("x-api-key"))
                .isEqualTo(simulator().clientId()));
    }

    @Test
    void thoseOfAnEndpointAreForAComponentWithoutAny() {
        AjoConfiguration own = ajo().getConfiguration();
        String secret = own.getClientSecret();
        own.setClientSecret(null);
        own.setSandbox(null);
        isInUse(LIST + "&clientSecret=RAW(" + secret + ")&sandbox=dev");
        assertThat(look().ok()).isTrue();
        assertThat(simulator().requests()).singleElement().satisfies(request -> assertThat(
                        request.header("x-sandbox-name"))
                .isEqualTo("dev"));
    }

    @Test
    void aSandboxIsTakenFromTheSameOrganizationOnly() {
        ajo().getConfiguration().setSandbox(null);
        isInUse(LIST + "&organizationId=OTHER@AdobeOrg&sandbox=theirs");
        assertThat(look().ok()).isNull();
        isInUse(LIST + "&sandbox=dev");
        assertThat(look().ok()).isTrue();
        assertThat(simulator().requests()).singleElement().satisfies(request -> assertThat(
                        request.header("x-sandbox-name"))
                .isEqualTo("dev"));
    }
}
