package io.github.camelajo.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoGuardrailException;
import io.github.camelajo.exception.AjoRateLimitException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.gateway.RawServer.Script;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.OnExceptionDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Adobe asks for and what the route's own policy says, when Camel delivers again. */
class RedeliveryTest extends RawServerSupport {

    private static final int CAP = 400;
    private static final String LIMITED = "HTTP/1.1 429 No\r\nContent-Length: 0\r\n";
    private static final String GUARDED =
            "{\"type\":\"https://ns.adobe.com/aep/errors/CJMOC-6104-429\",\"title\":\"t\",\"status\":429}";

    private final List<Long> arrivals = new CopyOnWriteArrayList<>();
    private RawServer api;
    private volatile List<String> refusals = List.of();

    @BeforeEach
    void startApi() throws Exception {
        Script script = (wire, request, number) -> {
            arrivals.add(System.nanoTime());
            if (number <= refusals.size()) {
                wire.send(refusals.get(number - 1));
            } else {
                Scripts.ok().answer(wire, request, number);
            }
        };
        api = serve(script);
    }

    @AfterEach
    void stopApi() throws Exception {
        api.close();
    }

    private Exchange deliver(OnException policy, String uri, String... answers) throws Exception {
        refusals = List.of(answers);
        context.addRoutes(route(policy, uri));
        return template.request("direct:in", exchange -> exchange.getMessage().setBody(CONFIGURATION));
    }

    /** What the route says. */
    private interface OnException {
        void set(OnExceptionDefinition policy);
    }

    private static RoutesBuilder route(OnException policy, String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                policy.set(onException(AjoException.class).onWhen(simple("${exception.retryable}")));
                from("direct:in").to(uri + "&maxRetryAfter=" + CAP);
            }
        };
    }

    private Duration gap(int number) {
        return Duration.ofNanos(arrivals.get(number) - arrivals.get(number - 1));
    }

    @Test
    void theWaitThatAdobeAsksForReplacesALongerDelayOfTheRoute() throws Exception {
        Exchange exchange = deliver(
                policy -> policy.maximumRedeliveries(1).redeliveryDelay(60_000),
                read(api),
                LIMITED + "Retry-After: 1\r\n\r\n");
        assertThat(exchange.getException()).isNull();
        assertThat(arrivals).hasSize(2);
        assertThat(gap(1)).isGreaterThanOrEqualTo(Duration.ofMillis(CAP));
    }

    @Test
    void andAShorterOneAlsoForACreateAsNothingWasCreated() throws Exception {
        Exchange exchange = deliver(
                policy -> policy.maximumRedeliveries(1).redeliveryDelay(1),
                create(api),
                "HTTP/1.1 503 No\r\nContent-Length: 0\r\nRetry-After: 1\r\n\r\n");
        assertThat(exchange.getException()).isNull();
        assertThat(arrivals).hasSize(2);
        assertThat(gap(1)).isGreaterThanOrEqualTo(Duration.ofMillis(CAP));
    }

    @Test
    void aDateThatHasPassedLeavesTheDelayOfTheRoute() throws Exception {
        deliver(
                policy -> policy.maximumRedeliveries(1).redeliveryDelay(300),
                read(api),
                LIMITED + "Retry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\n\r\n");
        assertThat(arrivals).hasSize(2);
        assertThat(gap(1)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void camelGoesOnFromTheWaitThatWasAskedForWhenTheNextFailureAsksForNone() throws Exception {
        deliver(
                policy -> policy.maximumRedeliveries(2).redeliveryDelay(1),
                read(api),
                LIMITED + "Retry-After: 1\r\n\r\n",
                LIMITED + "\r\n");
        assertThat(arrivals).hasSize(3);
        assertThat(gap(1)).isGreaterThanOrEqualTo(Duration.ofMillis(CAP));
        assertThat(gap(2)).isGreaterThanOrEqualTo(Duration.ofMillis(CAP));
    }

    @Test
    void aGrowingDelayGrowsFromTheWaitThatWasAskedForUpToTheMaximumOfTheRoute() throws Exception {
        deliver(
                policy -> policy.maximumRedeliveries(2)
                        .redeliveryDelay(1)
                        .useExponentialBackOff()
                        .backOffMultiplier(100)
                        .maximumRedeliveryDelay(CAP + 100),
                read(api),
                LIMITED + "Retry-After: 1\r\n\r\n",
                LIMITED + "\r\n");
        assertThat(arrivals).hasSize(3);
        assertThat(gap(2)).isBetween(Duration.ofMillis(CAP + 100), Duration.ofSeconds(20));
    }

    /** What has become of the call when another step fails, each time with a delay of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"dead letter", "handled", "continued", "caught"})
    void theWaitThatWasAskedForDoesNotSlowDownAnotherStep(String way) throws Exception {
        refusals = List.of(LIMITED + "Retry-After: 1\r\n\r\n", LIMITED + "Retry-After: 1\r\n\r\n");
        List<Long> attempts = new CopyOnWriteArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:other step")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(10))
                        .process(exchange -> {
                            attempts.add(System.nanoTime());
                            throw new IOException("this one fails too");
                        });
                String call = read(api) + "&maxRetryAfter=60000";
                if (way.equals("dead letter")) {
                    from("direct:in")
                            .errorHandler(deadLetterChannel("direct:other step"))
                            .to(call);
                } else if (way.equals("handled")) {
                    from("direct:in")
                            .onException(AjoException.class)
                            .handled(true)
                            .to("direct:other step")
                            .end()
                            .to(call);
                } else if (way.equals("continued")) {
                    from("direct:in")
                            .onException(AjoException.class)
                            .continued(true)
                            .end()
                            .to(call)
                            .to("direct:other step");
                } else {
                    from("direct:in").to("direct:inner");
                    from("direct:inner")
                            .errorHandler(noErrorHandler())
                            .doTry()
                            .to(call)
                            .doCatch(AjoException.class)
                            .to("direct:other step")
                            .end();
                }
            }
        });
        template.request("direct:in", exchange -> exchange.getMessage().setBody(CONFIGURATION));

        assertThat(attempts).hasSize(2);
        assertThat(Duration.ofNanos(attempts.get(1) - attempts.get(0))).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void theHeaderIsGoneAfterASuccess() throws Exception {
        Exchange exchange =
                deliver(policy -> policy.maximumRedeliveries(1), read(api), LIMITED + "Retry-After: 1\r\n\r\n");
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
    }

    @Test
    void aRuleOfTheBusinessIsNotDeliveredAgainByARouteThatAsksWhetherItMay() throws Exception {
        Exchange exchange = deliver(
                policy -> policy.maximumRedeliveries(3).redeliveryDelay(1),
                create(api),
                "HTTP/1.1 429 No\r\nContent-Type: application/json\r\nRetry-After: 1\r\nContent-Length: "
                        + GUARDED.length() + "\r\n\r\n" + GUARDED);
        assertThat(exchange.getException()).isInstanceOf(AjoGuardrailException.class);
        assertThat(arrivals).hasSize(1);
    }

    @Test
    void aTriggerThatIsLimitedWithoutACodeIsARuleOfTheBusinessToo() throws Exception {
        refusals = List.of(LIMITED + "Retry-After: 1534\r\n\r\n", LIMITED + "Retry-After: 1\r\n\r\n");
        String trigger =
                read(api).replace("capping?operation=get&id=c-1", "orchestrated-campaign?operation=trigger&id=c-1");
        assertThat(failure(trigger + "&maxRetries=3", null)).isInstanceOf(AjoGuardrailException.class);
        assertThat(failure(read(api), null)).isExactlyInstanceOf(AjoRateLimitException.class);
        assertThat(arrivals).hasSize(2);
    }

    private static String answer(int status, String body) {
        return "HTTP/1.1 " + status + " No\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":503,\"message\":\"m\"}",
                "{\"error\":{\"code\":\"5031\",\"message\":\"m\"}}",
                "{\"error\":{\"code\":\"5031234\",\"message\":\"m\"}}",
                "{\"type\":\"https://ns.adobe.com/aep/errors/503\",\"title\":\"t\"}",
                "{\"message\":\"m\"}"
            })
    void aCreateThatAServiceCouldNotAnswerIsNotMadeTwice(String body) throws Exception {
        Exchange exchange =
                deliver(policy -> policy.maximumRedeliveries(3).redeliveryDelay(1), create(api), answer(503, body));
        assertThat(exchange.getException()).isInstanceOf(AjoServerException.class);
        assertThat(arrivals).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"503000, 503", "503020, 403", "503071, 503"})
    void aCreateThatTheGatewayTurnedAwayIsMadeAgain(String code, int status) throws Exception {
        Exchange exchange = deliver(
                policy -> policy.maximumRedeliveries(3).redeliveryDelay(1),
                create(api),
                answer(status, "{\"error_code\":\"" + code + "\",\"message\":\"m\"}"));
        assertThat(exchange.getException()).isNull();
        assertThat(arrivals).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"429, true", "4291, true", "429001, false", "429050, false"})
    void aTriggerIsOnlyLimitedByTheGatewayWhenTheCodeIsTheGateways(String code, boolean rule) throws Exception {
        refusals = List.of(answer(429, "{\"error_code\":\"" + code + "\",\"message\":\"m\"}"));
        String trigger =
                read(api).replace("capping?operation=get&id=c-1", "orchestrated-campaign?operation=trigger&id=c-1");
        AjoException limited = failure(trigger, null);
        assertThat(limited).isInstanceOf(AjoRateLimitException.class);
        assertThat(limited instanceof AjoGuardrailException).isEqualTo(rule);
        assertThat(limited.isRetryable()).isEqualTo(!rule);
    }
}
