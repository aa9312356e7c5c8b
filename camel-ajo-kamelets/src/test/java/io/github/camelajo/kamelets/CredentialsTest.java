package io.github.camelajo.kamelets;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.control.ReceivedRequest;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Kamelets use the credentials of one component, or their own. Equal credentials share a token. */
class CredentialsTest {

    private static final String OTHER_ID = "other-client";
    private static final String OTHER_SECRET = "other+secret&with%specials";

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION =
            new AjoSimulatorExtension(AjoSimulator.builder().otherClient(OTHER_ID, OTHER_SECRET));

    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void stopContext() {
        context.stop();
    }

    private static AjoSimulator simulator() {
        return EXTENSION.simulator();
    }

    private static String uri(String kamelet, String clientId, String secret) {
        return kamelet + "?sandbox=dev&clientId=" + clientId + "&clientSecret=RAW(" + secret + ")&organizationId=RAW("
                + simulator().organizationId() + ")&scopes=RAW(" + simulator().scopes() + ")&baseUrl="
                + simulator().baseUrl() + "&tokenEndpoint=" + simulator().tokenEndpoint();
    }

    private void start(String first, String second) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:first").kamelet(first);
                from("direct:second").kamelet(second);
            }
        });
        context.start();
        context.createProducerTemplate().requestBody("direct:first", (Object) null);
        context.createProducerTemplate().requestBody("direct:second", (Object) null);
    }

    private static List<String> apiKeys() {
        return simulator().requests().stream()
                .map(request -> request.header("x-api-key"))
                .toList();
    }

    @Test
    void twoKameletsWithTheSameCredentialsShareOneToken() throws Exception {
        String id = simulator().clientId();
        String secret = simulator().clientSecret();
        start(uri("ajo-capping-list-action", id, secret), uri("ajo-verify-connection-action", id, secret));
        assertThat(simulator().tokenRequests()).hasSize(1);
        assertThat(apiKeys()).hasSizeGreaterThan(1).containsOnly(id);
    }

    @Test
    void twoKameletsWithDifferentCredentialsHaveTheirOwnTokens() throws Exception {
        start(
                uri(
                        "ajo-capping-list-action",
                        simulator().clientId(),
                        simulator().clientSecret()),
                uri("ajo-capping-list-action", OTHER_ID, OTHER_SECRET));
        assertThat(simulator().tokenRequests()).hasSize(2);
        assertThat(apiKeys()).containsExactly(simulator().clientId(), OTHER_ID);
    }

    @Test
    void aKameletLeavesTheComponentOfTheApplicationAlone() throws Exception {
        start(
                uri(
                        "ajo-capping-list-action",
                        simulator().clientId(),
                        simulator().clientSecret()),
                uri("ajo-capping-list-action", OTHER_ID, OTHER_SECRET));
        AjoComponent component = context.getComponent("ajo", AjoComponent.class);
        assertThat(component.getConfiguration().getClientId()).isNull();
        assertThat(component.getConfiguration().getBaseUrl()).isEqualTo("https://platform.adobe.io");
        assertThat(component.getCalls()).isZero();
    }

    @Test
    void oneComponentHasTheCredentialsOfAllKamelets() throws Exception {
        configure("ajo", simulator().clientId(), simulator().clientSecret());
        start("ajo-capping-list-action", "ajo-verify-connection-action");
        assertThat(apiKeys()).hasSizeGreaterThan(1).containsOnly(simulator().clientId());
        assertThat(simulator().requests())
                .extracting(request -> request.header("x-sandbox-name"))
                .containsOnly("dev");
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @Test
    void theCredentialsOfTheComponentAreInNoUri() throws Exception {
        configure("ajo", simulator().clientId(), simulator().clientSecret());
        start("ajo-capping-list-action", "ajo-verify-connection-action");
        assertThat(context.getEndpoints()).isNotEmpty().allSatisfy(endpoint -> assertThat(endpoint.toString())
                .doesNotContain(
                        "clientId=" + simulator().clientId(), simulator().clientSecret()));
    }

    @Test
    void theSandboxOfAKameletStandsBeforeThatOfTheComponent() throws Exception {
        configure("ajo", simulator().clientId(), simulator().clientSecret());
        start("ajo-capping-list-action", "ajo-capping-list-action?sandbox=prod");
        assertThat(simulator().requests())
                .extracting(request -> request.header("x-sandbox-name"))
                .containsExactly("dev", "prod");
    }

    @Test
    void aKameletCanUseAnotherComponentThanThatOfTheOthers() throws Exception {
        configure("ajo", simulator().clientId(), simulator().clientSecret());
        configure("ajo-emea", OTHER_ID, OTHER_SECRET);
        start("ajo-capping-list-action", "ajo-capping-list-action?component=ajo-emea");
        assertThat(apiKeys()).containsExactly(simulator().clientId(), OTHER_ID);
        assertThat(simulator().tokenRequests()).hasSize(2);
    }

    @Test
    void aKameletWithItsOwnCredentialTakesNothingElseOfTheComponent() throws Exception {
        configure("ajo", simulator().clientId(), simulator().clientSecret());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:first").kamelet("ajo-capping-list-action?sandbox=dev&clientId=x");
            }
        });
        assertThatThrownBy(context::start)
                .hasStackTraceContaining("has no clientSecret, organizationId")
                .hasStackTraceContaining("give them where the clientId of the Kamelet is given");
    }

    @Test
    void aComponentThatThereIsNotIsNamed() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:first").kamelet("ajo-capping-list-action?component=ajo-amea");
            }
        });
        assertThatThrownBy(context::start)
                .hasStackTraceContaining("inheritFrom is 'ajo-amea', but there is no ajo component of this name");
    }

    @Test
    void aSecretThatIsChangedAtTheComponentIsUsedForTheNextToken() throws Exception {
        AjoComponent component = configure("ajo", OTHER_ID, "wrong");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:first").kamelet("ajo-capping-list-action");
            }
        });
        context.start();
        assertThatThrownBy(() -> context.createProducerTemplate().requestBody("direct:first", (Object) null))
                .hasStackTraceContaining("invalid_client");
        component.getConfiguration().setClientSecret(OTHER_SECRET);
        // After a secret was refused, the component compares it with the current secret once a second.
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().untilAsserted(() -> context.createProducerTemplate()
                .requestBody("direct:first", (Object) null));
        assertThat(apiKeys()).containsExactly(OTHER_ID);
    }

    private AjoComponent configure(String name, String clientId, String clientSecret) {
        AjoComponent component = new AjoComponent();
        component.getConfiguration().setClientId(clientId);
        component.getConfiguration().setClientSecret(clientSecret);
        component.getConfiguration().setOrganizationId(simulator().organizationId());
        component.getConfiguration().setScopes(simulator().scopes());
        component.getConfiguration().setBaseUrl(simulator().baseUrl());
        component.getConfiguration().setTokenEndpoint(simulator().tokenEndpoint());
        component.getConfiguration().setSandbox("dev");
        context.addComponent(name, component);
        return component;
    }

    @Test
    void theSecretIsMaskedInTheUri() throws Exception {
        String uri = uri("ajo-capping-list-action", OTHER_ID, OTHER_SECRET);
        start(uri, uri);
        assertThat(context.getEndpoints()).isNotEmpty().allSatisfy(endpoint -> assertThat(endpoint.toString())
                .doesNotContain(OTHER_SECRET));
    }

    @Test
    void whatIsMissingIsNamedWhenTheRouteStarts() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:first").kamelet("ajo-capping-list-action");
            }
        });
        assertThatThrownBy(context::start)
                .hasStackTraceContaining("The component ajo has no clientId, clientSecret, organizationId")
                .hasStackTraceContaining("camel.component.ajo.clientId");
    }

    @Test
    void requestsCarryTheTokenOfTheirOwnClient() throws Exception {
        start(
                uri(
                        "ajo-capping-list-action",
                        simulator().clientId(),
                        simulator().clientSecret()),
                uri("ajo-capping-list-action", OTHER_ID, OTHER_SECRET));
        List<String> tokens = simulator().requests().stream()
                .map((ReceivedRequest request) -> request.header("Authorization"))
                .toList();
        assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
        assertThat(Map.of("first", tokens.get(0), "second", tokens.get(1)).values())
                .allMatch(token -> token.startsWith("Bearer "));
    }
}
