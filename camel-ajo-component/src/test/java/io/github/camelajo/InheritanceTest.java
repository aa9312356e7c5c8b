package io.github.camelajo;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a component takes over from another one with {@code inheritFrom}; the calls are tried with Kamelets. */
class InheritanceTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AjoComponent base = add("ajo");
    private final AjoComponent heir = add("heir");

    InheritanceTest() {
        heir.setInheritFrom("ajo");
    }

    private AjoComponent add(String name) {
        AjoComponent component = new AjoComponent();
        context.addComponent(name, component);
        return component;
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void takesOverWhatItHasNotItself() {
        AjoConfiguration options = base.getConfiguration();
        options.setClientId("id");
        options.setClientSecret("secret");
        options.setSecondaryClientSecret("second");
        options.setOrganizationId("ORG@AdobeOrg");
        options.setScopes("openid");
        options.setBaseUrl("http://localhost:1");
        options.setEventUrl("http://localhost:2");
        options.setTokenEndpoint("http://localhost:3");
        options.setSandbox("dev");
        base.setAllowedHosts("cjm.adobe.io");
        base.setAllowInsecureHttp(true);
        base.setProductionGuard(true);
        base.setHttpComponent(new HttpComponent());
        base.setSslContextParameters(new SSLContextParameters());

        AjoConfiguration taken = heir.effective().configuration();
        assertThat(taken.getClientId()).isEqualTo("id");
        assertThat(taken.getClientSecret()).isEqualTo("secret");
        assertThat(taken.getSecondaryClientSecret()).isEqualTo("second");
        assertThat(taken.getOrganizationId()).isEqualTo("ORG@AdobeOrg");
        assertThat(taken.getScopes()).isEqualTo("openid");
        assertThat(taken.getBaseUrl()).isEqualTo("http://localhost:1");
        assertThat(taken.getEventUrl()).isEqualTo("http://localhost:2");
        assertThat(taken.getTokenEndpoint()).isEqualTo("http://localhost:3");
        assertThat(taken.getSandbox()).isEqualTo("dev");
        assertThat(heir.effective().allowedHosts()).isEqualTo("cjm.adobe.io");
        assertThat(heir.effective().isInsecureHttpAllowed()).isTrue();
        assertThat(heir.effective().isProductionGuarded()).isTrue();
        assertThat(heir.effective().httpComponent()).isSameAs(base.getHttpComponent());
        assertThat(heir.effective().sslContextParameters()).isSameAs(base.getSslContextParameters());
        assertThat(heir.effective().nameOfSecrets()).isEqualTo("ajo");
    }

    @Test
    void itsOwnValuesStandFirstAlsoWhereTheyAreTheDefault() {
        base.getConfiguration().setBaseUrl("http://localhost:1");
        base.getConfiguration().setSandbox("dev");
        heir.getConfiguration().setBaseUrl("https://platform.adobe.io");
        heir.getConfiguration().setSandbox("prod");

        assertThat(heir.effective().configuration().getBaseUrl()).isEqualTo("https://platform.adobe.io");
        assertThat(heir.effective().configuration().getSandbox()).isEqualTo("prod");
    }

    @Test
    void blankCountsAsNotGiven() {
        base.getConfiguration().setSandbox("dev");
        heir.getConfiguration().setSandbox(" ");
        heir.getConfiguration().setScopes("");

        assertThat(heir.effective().configuration().getSandbox()).isEqualTo("dev");
        assertThat(heir.effective().configuration().getScopes()).isEqualTo(AjoConfiguration.DEFAULT_SCOPES);
    }

    @Test
    void withAClientIdOfItsOwnItTakesNoCredentialAddressOrSandbox() {
        base.getConfiguration().setClientSecret("secret");
        base.getConfiguration().setOrganizationId("ORG@AdobeOrg");
        base.getConfiguration().setBaseUrl("http://localhost:1");
        base.getConfiguration().setSandbox("dev");
        base.setAllowedHosts("cjm.adobe.io");
        base.setProductionGuard(true);
        heir.getConfiguration().setClientId("other");

        AjoConfiguration taken = heir.effective().configuration();
        assertThat(taken.getClientSecret()).isNull();
        assertThat(taken.getOrganizationId()).isNull();
        assertThat(taken.getSandbox()).isNull();
        assertThat(taken.getBaseUrl()).isEqualTo(AjoConfiguration.DEFAULT_BASE_URL);
        assertThat(heir.effective().allowedHosts()).isNull();
        assertThat(heir.effective().isProductionGuarded())
                .as("a guard is no secret")
                .isTrue();
        assertThat(heir.effective().nameOfSecrets()).isEqualTo("heir");
    }

    @Test
    void aComponentDoesNotTakeOverFromItself() {
        base.setInheritFrom("heir");
        assertThatThrownBy(() -> heir.effective().configuration())
                .hasMessageContaining("inheritFrom is 'ajo', which takes over from this component in turn");
    }

    @Test
    void theNameOfAnotherComponentIsTold() throws Exception {
        heir.setInheritFrom("direct");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to("heir:journey?operation=list");
            }
        });
        assertThatThrownBy(context::start)
                .hasStackTraceContaining("inheritFrom is 'direct', but there is no ajo component of this name");
    }
}
