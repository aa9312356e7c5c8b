package io.github.camelajo.springboot;

import io.github.camelajo.AjoComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static java.util.Map.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Properties alone create a component for each further organization. */
class OrganizationsTest {

    private static final String EMEA = "camel.component.ajo.organizations.emea.";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    CamelAutoConfiguration.class, AjoComponentConverter.class, AjoComponentAutoConfiguration.class));

    private static AjoComponent component(ApplicationContext context, String name) {
        return context.getBean(CamelContext.class).getComponent(name, AjoComponent.class);
    }

    @Configuration
    static class OwnComponent {

        @Bean("ajo-emea")
        AjoComponent emea() {
            AjoComponent component = new AjoComponent();
            component.getConfiguration().setClientId("in-java");
            component.getConfiguration().setSandbox("dev");
            return component;
        }
    }

    @Test
    void eachOrganizationHasItsComponent() {
        application
                .withPropertyValues(
                        "camel.component.ajo.client-id=first",
                        "camel.component.ajo.sandbox=dev",
                        EMEA + "client-id=second",
                        EMEA + "scopes[0]=openid",
                        EMEA + "scopes[1]=AdobeID",
                        EMEA + "max-concurrent-requests=7",
                        "camel.component.ajo.organizations.asia-pacific.clientId=third")
                .run(context -> {
                    AjoComponent emea = component(context, "ajo-emea");
                    assertThat(emea.getConfiguration().getClientId()).isEqualTo("second");
                    assertThat(emea.getConfiguration().getScopes()).isEqualTo("openid,AdobeID");
                    assertThat(emea.getMaxConcurrentRequests()).isEqualTo(7);
                    assertThat(component(context, "ajo-asia-pacific")
                                    .getConfiguration()
                                    .getClientId())
                            .isEqualTo("third");
                    assertThat(component(context, "ajo").getConfiguration().getClientId())
                            .isEqualTo("first");
                });
    }

    @Test
    void anOrganizationTakesNothingOfTheOthers() {
        application
                .withPropertyValues(
                        "camel.component.ajo.client-secret=first",
                        "camel.component.ajo.sandbox=dev",
                        "camel.component.ajo.base-url=http://localhost:1",
                        EMEA + "client-id=second")
                .run(context -> {
                    AjoComponent emea = component(context, "ajo-emea");
                    assertThat(emea.getConfiguration().getClientSecret()).isNull();
                    assertThat(emea.getConfiguration().getSandbox()).isNull();
                    assertThat(emea.getConfiguration().getBaseUrl()).isEqualTo("https://platform.adobe.io");
                });
    }

    @Test
    void environmentVariablesReachAnOrganization() {
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(
                                "systemEnvironment",
                                new SystemEnvironmentPropertySource(
                                        "systemEnvironment",
                                        of("CAMEL_COMPONENT_AJO_ORGANIZATIONS_EMEA_CLIENT_SECRET", "secret"))))
                .withPropertyValues(EMEA + "client-id=second")
                .run(context -> assertThat(component(context, "ajo-emea")
                                .getConfiguration()
                                .getClientSecret())
                        .isEqualTo("secret"));
    }

    @Test
    void aComponentThatTheApplicationMakesTakesThePropertiesToo() {
        application
                .withUserConfiguration(OwnComponent.class)
                .withPropertyValues(EMEA + "client-id=by-property")
                .run(context -> {
                    AjoComponent emea = component(context, "ajo-emea");
                    assertThat(emea.getConfiguration().getClientId()).isEqualTo("by-property");
                    assertThat(emea.getConfiguration().getSandbox()).isEqualTo("dev");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            emea.clint-id=x       | There is no option 'clint-id' for camel.component.ajo.organizations.emea
            client-id=x           | camel.component.ajo.organizations.client-id is no option
            '[EU West].client-id=x' | has the name 'EU West'
            emea.max-retries=many | Failed to bind properties under 'camel.component.ajo.organizations.emea.max-retries'
            """)
    void aWrongNameOrValueFailsTheStart(String property, String told) {
        application
                .withPropertyValues("camel.component.ajo.organizations." + property)
                .run(context ->
                        assertThat(context.getStartupFailure()).isNotNull().hasStackTraceContaining(told));
    }

    @Test
    void thePrefixOfAComponentIsRefusedWithTheRightOne() {
        application
                .withPropertyValues("camel.component.ajo-emea.client-id=second")
                .run(context -> assertThat(context.getStartupFailure())
                        .isNotNull()
                        .hasStackTraceContaining("No component takes camel.component.ajo-emea")
                        .hasStackTraceContaining("for example camel.component.ajo.organizations.emea.client-id"));
    }

    @Test
    void anApplicationMayGiveSuchAPrefixToItsOwnComponent() {
        application
                .withUserConfiguration(OwnComponent.class)
                .withPropertyValues("camel.component.ajo-emea.client-id=for-the-application")
                .run(context -> assertThat(component(context, "ajo-emea")
                                .getConfiguration()
                                .getClientId())
                        .isEqualTo("in-java"));
    }

    @Test
    void withoutOrganizationsThereIsNoOtherComponent() {
        application.withPropertyValues("camel.component.ajo.client-id=first").run(context -> assertThat(
                        context.getBeansOfType(AjoComponent.class))
                .isEmpty());
    }

    @Test
    void whatIsMissingIsNamedWithItsProperty() {
        application.withPropertyValues(EMEA + "client-id=second").run(context -> {
            CamelContext camel = context.getBean(CamelContext.class);
            assertThatThrownBy(() -> camel.createProducerTemplate().sendBody("ajo-emea:journey?operation=list", null))
                    .hasStackTraceContaining("The component ajo-emea has no clientSecret, organizationId")
                    .hasStackTraceContaining("camel.component.ajo.organizations.emea.clientSecret");
        });
    }
}
