package io.github.camelajo.kamelets;

import java.util.List;
import java.util.Map;

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

/** Each Kamelet has credentials of its own, and equal ones share their token. */
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
        assertThat(context.getComponentNames()).doesNotContain("ajo");
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
                from("direct:first").kamelet("ajo-capping-list-action?sandbox=dev&clientId=x");
            }
        });
        assertThatThrownBy(context::start)
                .hasStackTraceContaining("mandatory parameters must be provided: clientSecret, organizationId");
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
