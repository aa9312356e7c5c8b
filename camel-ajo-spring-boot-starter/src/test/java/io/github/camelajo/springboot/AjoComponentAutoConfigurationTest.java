package io.github.camelajo.springboot;

import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.result.OutputType;
import io.github.camelajo.result.PagingMode;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static java.util.Map.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AjoComponentAutoConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    CamelAutoConfiguration.class, AjoComponentConverter.class, AjoComponentAutoConfiguration.class));

    private static AjoComponent ajo(ApplicationContext context) {
        return context.getBean(CamelContext.class).getComponent("ajo", AjoComponent.class);
    }

    @Test
    void propertiesReachTheComponentAndItsConfiguration() {
        application
                .withPropertyValues(
                        "camel.component.ajo.client-id=me",
                        "camel.component.ajo.clientSecret=secret",
                        "camel.component.ajo.sandbox=dev",
                        "camel.component.ajo.operation=list",
                        "camel.component.ajo.output-type=json",
                        "camel.component.ajo.paging=ALL",
                        "camel.component.ajo.page-size=50",
                        "camel.component.ajo.max-concurrent-requests=7",
                        "camel.component.ajo.max-response-size=1000",
                        "camel.component.ajo.await-back-off-multiplier=1.5",
                        "camel.component.ajo.token-on-start=true",
                        "camel.component.ajo.lazy-start-producer=true",
                        "camel.component.ajo.parameters.orderBy=-name")
                .run(context -> {
                    AjoComponent ajo = ajo(context);
                    assertThat(ajo.getMaxConcurrentRequests()).isEqualTo(7);
                    assertThat(ajo.isTokenOnStart()).isTrue();
                    assertThat(ajo.isLazyStartProducer()).isTrue();
                    AjoConfiguration endpoints = ajo.getConfiguration();
                    assertThat(endpoints.getClientId()).isEqualTo("me");
                    assertThat(endpoints.getClientSecret()).isEqualTo("secret");
                    assertThat(endpoints.getSandbox()).isEqualTo("dev");
                    assertThat(endpoints.getOperation()).isEqualTo("list");
                    assertThat(endpoints.getOutputType()).isEqualTo(OutputType.JSON);
                    assertThat(endpoints.getPaging()).isEqualTo(PagingMode.ALL);
                    assertThat(endpoints.getPageSize()).isEqualTo(50);
                    assertThat(endpoints.getMaxResponseSize()).isEqualTo(1000);
                    assertThat(endpoints.getAwaitBackOffMultiplier()).isEqualTo(1.5);
                    assertThat(endpoints.getParameters()).isEqualTo(of("orderBy", "-name"));
                });
    }

    @Test
    void environmentVariablesReachTheComponent() {
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(
                                "systemEnvironment",
                                new SystemEnvironmentPropertySource(
                                        "systemEnvironment",
                                        of(
                                                "CAMEL_COMPONENT_AJO_CLIENT_ID", "me",
                                                "CAMEL_COMPONENT_AJO_CLIENTSECRET", "secret",
                                                "CAMEL_COMPONENT_AJO_REQUEST_TIMEOUT", "20s"))))
                .run(context -> {
                    AjoConfiguration endpoints = ajo(context).getConfiguration();
                    assertThat(endpoints.getClientId()).isEqualTo("me");
                    assertThat(endpoints.getClientSecret()).isEqualTo("secret");
                    assertThat(endpoints.getRequestTimeout()).isEqualTo(20_000);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"90000", "90s", "PT1M30S", "90000ms"})
    void aTimeHasAUnitOrIsInMilliseconds(String value) {
        application
                .withPropertyValues(
                        "camel.component.ajo.response-timeout=" + value, "camel.component.ajo.connect-timeout=" + value)
                .run(context -> {
                    assertThat(ajo(context).getConfiguration().getResponseTimeout())
                            .isEqualTo(90_000);
                    assertThat(ajo(context).getConnectTimeout()).isEqualTo(90_000);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowed-hosts", "allowedHosts"})
    void valuesOfAListAreJoined(String allowedHosts) {
        application
                .withPropertyValues(
                        "ajo.scope=second",
                        "camel.component.ajo.scopes[0]=first",
                        "camel.component.ajo.scopes[1]={{ajo.scope}}",
                        "camel.component.ajo." + allowedHosts + "[0]=a.example",
                        "camel.component.ajo." + allowedHosts + "[1]=b.example")
                .run(context -> {
                    assertThat(ajo(context).getConfiguration().getScopes()).isEqualTo("first,second");
                    assertThat(ajo(context).getAllowedHosts()).isEqualTo("a.example,b.example");
                });
    }

    @Test
    void aListForWhatTakesOneValueFailsTheStart() {
        application
                .withPropertyValues("camel.component.ajo.sandbox[0]=dev", "camel.component.ajo.sandbox[1]=prod")
                .run(context -> assertThatThrownBy(() -> ajo(context))
                        .hasStackTraceContaining("camel.component.ajo.sandbox takes one value, and not a list"));
    }

    @Test
    void placeholdersOfCamelAreResolvedAndOptionalOnesLeaveTheDefault() {
        String scopes = new AjoConfiguration().getScopes();
        application
                .withPropertyValues(
                        "ajo.client-id=me",
                        "camel.component.ajo.client-id={{ajo.client-id}}",
                        "camel.component.ajo.scopes={{?ajo.scopes}}")
                .run(context -> {
                    assertThat(ajo(context).getConfiguration().getClientId()).isEqualTo("me");
                    assertThat(ajo(context).getConfiguration().getScopes()).isEqualTo(scopes);
                });
    }

    @Test
    void whatIsLeftOutKeepsTheDefaultOfTheComponent() {
        application.run(context -> assertThat(ajo(context))
                .usingRecursiveComparison()
                .comparingOnlyFields(
                        "configuration", "connectTimeout", "maxConcurrentRequests", "maxQueuedRequests", "tokenOnStart")
                .isEqualTo(new AjoComponent()));
    }

    @Test
    void objectsAreBeansThatAreNamed() {
        application
                .withBean("mapper", ObjectMapper.class, ObjectMapper::new)
                .withBean("client", HttpComponent.class, HttpComponent::new)
                .withBean("tls", SSLContextParameters.class, SSLContextParameters::new)
                .withBean("vault", Supplier.class, () -> () -> "from the vault")
                .withPropertyValues(
                        "camel.component.ajo.object-mapper=#bean:mapper",
                        "camel.component.ajo.http-component=#client",
                        "camel.component.ajo.ssl-context-parameters=#bean:tls",
                        "camel.component.ajo.client-secret-supplier=#bean:vault")
                .run(context -> {
                    AjoComponent ajo = ajo(context);
                    assertThat(ajo.getObjectMapper()).isSameAs(context.getBean("mapper"));
                    assertThat(ajo.getHttpComponent()).isSameAs(context.getBean("client"));
                    assertThat(ajo.getSslContextParameters()).isSameAs(context.getBean("tls"));
                    assertThat(ajo.getConfiguration().getClientSecretSupplier().get())
                            .isEqualTo("from the vault");
                });
    }

    @Test
    void theConfigurationBeanKeepsWhatNoPropertySays() {
        AjoConfiguration own = new AjoConfiguration();
        own.setBaseUrl("https://stage.example.com");
        own.setSandbox("prod");
        application
                .withBean("own", AjoConfiguration.class, () -> own)
                .withPropertyValues(
                        "camel.component.ajo.configuration=#bean:own",
                        "camel.component.ajo.client-id=me",
                        "camel.component.ajo.sandbox=dev",
                        "camel.component.ajo.accept=text/plain",
                        "camel.component.ajo.token-endpoint=https://login.example.com")
                .run(context -> {
                    AjoConfiguration endpoints = ajo(context).getConfiguration();
                    assertThat(endpoints.getBaseUrl()).isEqualTo("https://stage.example.com");
                    assertThat(endpoints.getSandbox()).isEqualTo("dev");
                    assertThat(endpoints.getClientId()).isEqualTo("me");
                    assertThat(endpoints.getAccept()).isEqualTo("text/plain");
                    assertThat(endpoints.getTokenEndpoint()).isEqualTo("https://login.example.com");
                });
    }

    @Test
    void aBeanThatIsNotNamedAsOneIsRefused() {
        application
                .withPropertyValues("camel.component.ajo.object-mapper=mapper")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("Write #bean: and the name of a bean of type " + ObjectMapper.class.getName()));
    }

    @Test
    void aBeanThatIsNotThereIsNamedInTheError() {
        application
                .withPropertyValues("camel.component.ajo.object-mapper=#bean:mapper")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("'mapper'"));
    }

    @Test
    void aValueOfTheWrongKindFailsTheStart() {
        application
                .withPropertyValues("camel.component.ajo.paging=everything")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("PagingMode.everything"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.ajo.enabled=false", "camel.component.enabled=false"})
    void canBeSwitchedOff(String property) {
        application
                .withPropertyValues(property, "camel.component.ajo.sandbox=dev")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(AjoComponentAutoConfiguration.class);
                    assertThat(ajo(context).getConfiguration().getSandbox()).isNull();
                });
    }

    @Test
    void ownEnabledWinsOverThatOfAllComponents() {
        application
                .withPropertyValues(
                        "camel.component.enabled=false",
                        "camel.component.ajo.enabled=true",
                        "camel.component.ajo.sandbox=dev")
                .run(context ->
                        assertThat(ajo(context).getConfiguration().getSandbox()).isEqualTo("dev"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.ajo.customizer.enabled=false", "camel.component.customizer.enabled=false"})
    void theCustomizerAloneCanBeSwitchedOff(String property) {
        application
                .withPropertyValues(property, "camel.component.ajo.sandbox=dev")
                .run(context -> {
                    assertThat(context).hasSingleBean(AjoComponentAutoConfiguration.class);
                    assertThat(ajo(context).getConfiguration().getSandbox()).isNull();
                });
    }

    @Test
    void customizersOfTheApplicationWorkOnTheSameComponent() {
        application
                .withBean(
                        ComponentCustomizer.class,
                        () -> ComponentCustomizer.forType(AjoComponent.class, ajo -> ajo.setAllowedHosts("a.example")))
                .withPropertyValues("camel.component.ajo.sandbox=dev")
                .run(context -> {
                    assertThat(ajo(context).getAllowedHosts()).isEqualTo("a.example");
                    assertThat(ajo(context).getConfiguration().getSandbox()).isEqualTo("dev");
                });
    }

    @Test
    void aSecondComponentKeepsItsOwnCredentials() {
        AjoComponent other = new AjoComponent();
        other.getConfiguration().setClientId("other");
        application
                .withBean("ajo-emea", AjoComponent.class, () -> other)
                .withPropertyValues("camel.component.ajo.client-id=me", "camel.component.ajo.sandbox=dev")
                .run(context -> {
                    AjoComponent found =
                            context.getBean(CamelContext.class).getComponent("ajo-emea", AjoComponent.class);
                    assertThat(found).isSameAs(other);
                    assertThat(found.getConfiguration().getClientId()).isEqualTo("other");
                    assertThat(found.getConfiguration().getSandbox()).isNull();
                    assertThat(ajo(context).getConfiguration().getClientId()).isEqualTo("me");
                });
    }

    @Test
    void doesNothingWithoutCamel() {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(AjoComponentConverter.class, AjoComponentAutoConfiguration.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(AjoComponentAutoConfiguration.class)
                        .doesNotHaveBean(AjoComponentConfiguration.class));
    }
}
