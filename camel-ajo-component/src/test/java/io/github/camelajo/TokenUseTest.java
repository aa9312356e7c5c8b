package io.github.camelajo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TokenUseTest extends AjoTestSupport {

    private static final String LIST = "ajo:capping?operation=list";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dynamic")
                        .toD(LIST, -1)
                        .recipientList(constant(LIST))
                        .cacheSize(-1)
                        .end()
                        .enrich()
                        .constant(LIST)
                        .cacheSize(-1);
                routeTemplate("temporary")
                        .templateParameter("name")
                        .from("direct:{{name}}")
                        .to(LIST + "&sandbox=dev");
            }
        };
    }

    @Test
    void twoHundredExchangesAtAColdStartAskForOneToken() {
        simulator().tokenLatency(Duration.ofMillis(300));
        CountDownLatch start = new CountDownLatch(1);
        CompletableFuture<?>[] exchanges = IntStream.range(0, 200)
                .mapToObj(i -> template.asyncSend(LIST, e -> start.await()))
                .toArray(CompletableFuture[]::new);
        start.countDown();
        CompletableFuture.allOf(exchanges).join();
        assertThat(exchanges).allSatisfy(exchange -> assertThat(((Exchange) exchange.join()).getException())
                .isNull());
        assertThat(simulator().tokenRequests()).hasSize(1);
        assertThat(simulator().requests()).hasSize(200);
    }

    @Test
    void oneTokenServesAllEndpointsOfAContext() throws Exception {
        AjoComponent second = component();
        context.addComponent("ajo2", second);
        send(LIST, null);
        send("ajo:journey?operation=list", null);
        send("ajo2:capping?operation=list", null);
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @Test
    void aTokenThatAdobeNoLongerTakesIsReplacedOnceAndTheCallIsMadeAgain() {
        send(LIST, null);
        simulator().expireTokens();
        Exchange exchange = send("ajo:capping?operation=create", CappingTest.config(1));
        assertThat(exchange.getException()).isNull();
        assertThat(simulator().tokenRequests()).hasSize(2);
        assertThat(simulator().requests()).hasSize(3);
    }

    @Test
    void aStormOf401AsksForOneToken() {
        send(LIST, null);
        simulator().expireTokens();
        CompletableFuture<?>[] exchanges = IntStream.range(0, 50)
                .mapToObj(i -> template.asyncSend(LIST, e -> {}))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(exchanges).join();
        assertThat(exchanges).allSatisfy(exchange -> assertThat(((Exchange) exchange.join()).getException())
                .isNull());
        assertThat(simulator().tokenRequests()).hasSize(2);
    }

    @Test
    void callsThatWaitedForTheirTurnDoNotUseATokenThatDiedMeanwhile() {
        AjoComponent narrow = component();
        narrow.setMaxConcurrentRequests(1);
        context.addComponent("narrow", narrow);
        String list = "narrow:capping?operation=list";
        send(list, null);
        simulator().latency(Duration.ofMillis(500));
        CompletableFuture<?>[] exchanges = IntStream.range(0, 4)
                .mapToObj(i -> template.asyncSend(list, e -> {}))
                .toArray(CompletableFuture[]::new);
        // One is at Adobe, three wait.
        await().until(() -> simulator().requests().size() == 2
                && narrow.transport().dispatcher().queued() == 3);
        simulator().latency(Duration.ZERO);
        simulator().expireTokens();
        CompletableFuture.allOf(exchanges).join();
        assertThat(exchanges).allSatisfy(exchange -> assertThat(((Exchange) exchange.join()).getException())
                .isNull());
        // Only the first of the three could find out.
        assertThat(simulator().requests()).hasSize(5 + 1);
        assertThat(simulator().tokenRequests()).hasSize(2);
    }

    @Test
    void aBodyThatCannotBeSentAgainIsNotRepeatedButItsTokenIsNotUsedAgain() {
        send(LIST, null);
        simulator().expireTokens();
        InputStream once = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));
        Exchange exchange = send("ajo:raw?httpMethod=POST&path=/imp/", once);
        assertThat(exchange.getException()).isInstanceOf(AjoAuthenticationException.class);
        assertThat(simulator().requests()).hasSize(2);
        assertThat(send(LIST, null).getException()).isNull();
        assertThat(simulator().requests()).hasSize(3);
    }

    @Test
    void a401ThatStaysEndsAfterOneRepeat() {
        send(LIST, null);
        simulator().failNext(10, 401);
        Exchange exchange = send(LIST, null);
        assertThat(exchange.getException()).isInstanceOf(AjoAuthenticationException.class);
        assertThat(simulator().requests()).hasSize(3);
        assertThat(simulator().tokenRequests()).hasSize(2);
    }

    @Test
    void a401RightAfterTheFirstTokenIsNotATokenProblem() {
        simulator().failNext(10, 401);
        Exchange exchange = send(LIST, null);
        assertThat(exchange.getException()).isInstanceOf(AjoAuthenticationException.class);
        assertThat(simulator().requests()).hasSize(1);
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @Test
    void aRefusedLoginIsExplainedAndNotAskedForAgainAtOnce() {
        String uri = LIST + "&clientSecret=wrong-but-long-enough";
        AjoAuthenticationException refused = failure(AjoAuthenticationException.class, uri, null);
        assertThat(refused.getErrorCode()).isEqualTo("invalid_client");
        assertThat(refused).hasMessageContaining("was not sent").hasMessageNotContaining("wrong-but-long-enough");
        assertThat(refused.getOperation()).isEqualTo("capping.list");
        failure(AjoAuthenticationException.class, uri, null);
        assertThat(simulator().tokenRequests()).hasSize(1);
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void aSecondSecretIsTriedWhenTheFirstIsRefused() {
        Exchange exchange = send(
                LIST + "&clientSecret=wrong-but-long-enough&secondaryClientSecret="
                        + simulator().clientSecret(),
                null);
        assertThat(exchange.getException()).isNull();
        assertThat(simulator().tokenRequests()).hasSize(2);
    }

    @Test
    void aSecondSecretThatTheComponentGetsWhileRoutesRunIsTakenUp() {
        AjoComponent other = component();
        other.getConfiguration().setClientSecret("wrong-but-long-enough");
        context.addComponent("other", other);
        String list = "other:capping?operation=list";
        failure(AjoAuthenticationException.class, list, null);
        other.getConfiguration().setSecondaryClientSecret(simulator().clientSecret());
        await().atMost(Duration.ofSeconds(10)).until(() -> send(list, null).getException() == null);
    }

    @Test
    void aLoginThatIsDownIsAServerFailureOfTheCall() {
        simulator().failNextTokens(Fault.ofStatus(10, 503));
        AjoServerException down = failure(AjoServerException.class, LIST, null);
        assertThat(down.getStatusCode()).isEqualTo(503);
        assertThat(down.isRetryable()).isTrue();
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void anEndpointForEachMessageAsksForNoTokenEach() {
        for (int i = 0; i < 50; i++) {
            assertThat(template.request("direct:dynamic", e -> {}).getException())
                    .isNull();
        }
        assertThat(simulator().requests()).hasSize(150);
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @Test
    void routesThatComeAndGoAskForNoTokenEach() throws Exception {
        for (int i = 0; i < 20; i++) {
            String id = context.addRouteFromTemplate("route" + i, "temporary", Map.of("name", "t" + i));
            assertThat(template.request("direct:t" + i, e -> {}).getException()).isNull();
            context.getRouteController().stopRoute(id);
            assertThat(context.removeRoute(id)).isTrue();
        }
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403})
    void aTokenThatIsRefusedUnderAnotherStatusIsReplacedOnce(int status) {
        send(LIST, null);
        simulator().failNext(refusal(1, status));
        assertThat(send(LIST, null).getException()).isNull();
        assertThat(simulator().tokenRequests()).hasSize(2);

        simulator().failNext(refusal(10, status));
        assertThat(send(LIST, null).getException())
                .isInstanceOf(AjoAuthenticationException.class)
                .hasMessageContaining("401013");
        assertThat(simulator().tokenRequests()).as("no loop").hasSize(3);
    }

    private static Fault refusal(int count, int status) {
        return Fault.builder()
                .count(count)
                .status(status)
                .body("application/json", "{\"error_code\":\"401013\",\"message\":\"Oauth token is not valid\"}")
                .build();
    }

    @Test
    void aRefusalOfTheServiceItselfLeavesTheTokenInUse() {
        send(LIST, null);
        simulator()
                .failNext(Fault.builder()
                        .status(403)
                        .body("application/json", "{\"error_code\":\"401\",\"message\":\"no\"}")
                        .build());
        assertThat(send(LIST, null).getException()).isNotNull();
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @Test
    void everyTokenThatDiesIsReplacedAndNoCallIsLost() {
        for (int i = 1; i <= 4; i++) {
            assertThat(send(LIST, null).getException()).isNull();
            assertThat(simulator().tokenRequests()).hasSize(i);
            simulator().expireTokens();
        }
    }

    @Test
    void aRefusalOfANewTokenIsGivenTimeOnceWhereRepeatsAreAllowed() {
        simulator().failNext(1, 401);
        assertThat(send(LIST + "&maxRetries=3", null).getException()).isNull();
        assertThat(simulator().requests()).hasSize(2);
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @Test
    void aNewTokenThatStaysRefusedIsTriedOnceMoreAndExplained() {
        simulator().failNext(10, 401);
        assertThat(send(LIST + "&maxRetries=3", null).getException())
                .isInstanceOf(AjoAuthenticationException.class)
                .hasMessageContaining("fault at Adobe that passes")
                .hasMessageContaining("lacks this API");
        assertThat(simulator().requests()).hasSize(2);
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @Test
    void aTokenThatAnErrorQuotesIsNotTold() {
        send(LIST, null);
        String token = simulator().requests().get(0).header("Authorization").substring("Bearer ".length());
        simulator()
                .failNext(Fault.builder()
                        .status(400)
                        .body("application/json", "{\"message\":\"Cannot use " + token + " here\"}")
                        .build());
        assertThat(send(LIST, null).getException())
                .hasMessageContaining("Cannot use <token> here")
                .hasMessageNotContaining(token);
    }
}
