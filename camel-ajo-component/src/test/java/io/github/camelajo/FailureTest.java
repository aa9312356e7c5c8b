package io.github.camelajo;

import java.time.Duration;

import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoGuardrailException;
import io.github.camelajo.exception.AjoNotFoundException;
import io.github.camelajo.exception.AjoPermissionException;
import io.github.camelajo.exception.AjoRateLimitException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.exception.AjoTimeoutException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FailureTest extends AjoTestSupport {

    private static final String LIST = "ajo:capping?operation=list";
    private static final String CREATE = "ajo:capping?operation=create";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:redeliver")
                        .onException(AjoRateLimitException.class)
                        .maximumRedeliveries(2)
                        .redeliveryDelay(60_000)
                        .end()
                        .to(LIST);
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "400, AjoValidationException, false",
        "401, AjoAuthenticationException, false",
        "403, AjoPermissionException, false",
        "404, AjoNotFoundException, false",
        "408, AjoTimeoutException, true",
        "409, AjoConflictException, false",
        "412, AjoConflictException, false",
        "413, AjoValidationException, false",
        "415, AjoValidationException, false",
        "422, AjoValidationException, false",
        "429, AjoRateLimitException, true",
        "500, AjoServerException, true",
        "502, AjoServerException, true",
        "503, AjoServerException, true",
        "504, AjoServerException, true",
        "302, AjoValidationException, false"
    })
    void everyStatusBecomesOneKindOfException(int status, String kind, boolean retryable) {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(status)
                        .body("application/json", "{\"title\":\"t\",\"status\":" + status + "}")
                        .build());
        Exchange exchange = send(LIST, null);
        AjoException failure = (AjoException) exchange.getException();
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.getStatusCode()).isEqualTo(status);
        assertThat(failure.isRetryable()).isEqualTo(retryable);
        assertThat(failure.getOperation()).isEqualTo("capping.list");
        assertThat(failure.getSandbox()).isEqualTo("dev");
        assertThat(exchange.getMessage().getHeader(AjoConstants.STATUS_CODE)).isEqualTo(status);
        assertThat(simulator().requests()).hasSize(1);
    }

    @Test
    void a403NamesThePermissionAndTheSandbox() {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(403)
                        .body("application/json", "{\"message\":\"no\"}")
                        .build());
        AjoPermissionException capping = failure(AjoPermissionException.class, LIST, null);
        assertThat(capping).hasMessageContaining("\"Manage Journeys Events, Data Sources and Action\" on sandbox dev");
        assertThat(capping.getRequiredPermission()).isEqualTo("Manage Journeys Events, Data Sources and Action");
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(403)
                        .body("application/json", "{\"message\":\"no\"}")
                        .build());
        assertThat(failure(AjoPermissionException.class, "ajo:throttling?operation=list", null))
                .hasMessageContaining("on the production sandbox");
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(403)
                        .body("application/json", "{\"message\":\"no\"}")
                        .build());
        assertThat(failure(AjoPermissionException.class, "ajo:journey?operation=list", null))
                .hasMessageContaining("Journey Manage and Journey View");
    }

    @Test
    void anHtmlErrorPageIsNotQuotedButNamed() {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(502)
                        .body("text/html", "<html>secret proxy</html>")
                        .build());
        assertThat(failure(AjoServerException.class, LIST, null))
                .hasMessageContaining("the answer is an HTML page")
                .hasMessageNotContaining("secret proxy");
    }

    @Test
    void addressesInAdobesTextsAreMasked() {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(400)
                        .body("application/json", "{\"message\":\"jane.doe+x@example.com is bad\"}")
                        .build());
        assertThat(failure(AjoValidationException.class, LIST, null))
                .hasMessageContaining("<address> is bad")
                .hasMessageNotContaining("jane");
    }

    @Test
    void retryAfterIsToldAndObeyedByCamelsRedelivery() {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(429)
                        .header("Retry-After", "1")
                        .build());
        Exchange exchange = template.request("direct:redeliver", e -> {});
        assertThat(exchange.getException()).isNull();
        assertThat(simulator().requests()).hasSize(2);
    }

    @Test
    void retryAfterStandsInExceptionAndHeaderAndIsCappedForRedelivery() {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(429)
                        .header("Retry-After", "1500")
                        .build());
        Exchange exchange = send(LIST, null);
        AjoRateLimitException limited = (AjoRateLimitException) exchange.getException();
        assertThat(limited.getRetryAfter()).isEqualTo(Duration.ofSeconds(1500));
        assertThat(exchange.getMessage().getHeader(AjoConstants.RETRY_AFTER)).isEqualTo(1_500_000L);
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY, Long.class))
                .isEqualTo(60_000L);
    }

    @Test
    void theOneHourRuleOfATriggerIsItsOwnKindAndNotForRedelivery() {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(429)
                        .header("Retry-After", "1534")
                        .body(
                                "application/json",
                                "{\"type\":\"https://ns.adobe.com/aep/errors/CJMOC-6104-429\",\"title\":\"t\",\"status\":429}")
                        .build());
        Exchange exchange = send(LIST, null);
        assertThat(exchange.getException()).isInstanceOf(AjoGuardrailException.class);
        assertThat(((AjoException) exchange.getException()).isRetryable()).isFalse();
        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isNull();
    }

    @Test
    void aRefusedConnectionSaysThatNothingWasSent() {
        AjoTransportException refused =
                failure(AjoTransportException.class, CREATE + "&baseUrl=http://localhost:1", CappingTest.config(1));
        assertThat(refused.isRequestSent()).isFalse();
        assertThat(refused.isRetryable()).isTrue();
        assertThat(refused).hasMessageContaining("Nothing was sent");
    }

    @Test
    void anUnknownHostSaysThatNothingWasSent() {
        AjoTransportException unknown =
                failure(AjoTransportException.class, LIST + "&baseUrl=https://no-such-host.invalid", null);
        assertThat(unknown.isRequestSent()).isFalse();
        assertThat(unknown).hasMessageContaining("cannot be resolved");
    }

    @Test
    void anAnswerThatDoesNotComeInTimeSaysThatTheRequestWasSent() {
        simulator().latency(Duration.ofSeconds(5));
        AjoTimeoutException late =
                failure(AjoTimeoutException.class, CREATE + "&responseTimeout=200", CappingTest.config(1));
        assertThat(late.isRequestSent()).isTrue();
        assertThat(late.isRetryable()).isFalse();
        assertThat(late).hasMessageContaining("may have been carried out");
        assertThat(failure(AjoTimeoutException.class, LIST + "&responseTimeout=200", null)
                        .isRetryable())
                .isTrue();
    }

    @Test
    void aCallHasATimeLimitOfItsOwn() {
        simulator().latency(Duration.ofSeconds(5));
        AjoTimeoutException late = failure(AjoTimeoutException.class, LIST + "&requestTimeout=300", null);
        assertThat(late).hasMessageContaining("requestTimeout");
    }

    @Test
    void aConnectionThatBreaksAfterACreateIsNotTriedAgain() {
        send(LIST, null);
        simulator().failNext(Fault.builder().count(5).reset().build());
        AjoTransportException broken = failure(AjoTransportException.class, CREATE, CappingTest.config(1));
        assertThat(broken.isRequestSent()).isTrue();
        assertThat(simulator().requests()).hasSize(2);
    }

    @Test
    void aKeptConnectionThatDiedIsReplacedOnceForASafeCall() {
        send(LIST, null);
        simulator().failNext(Fault.builder().count(1).empty().build());
        assertThat(send(LIST, null).getException()).isNull();
        assertThat(simulator().requests()).hasSize(3);
    }

    @Test
    void retriesOfTheComponentAreOnlyForWhatIsSafeToRepeat() {
        simulator().failNext(2, 503);
        assertThat(send(LIST + "&maxRetries=2", null).getException()).isNull();
        assertThat(simulator().requests()).hasSize(3);
        simulator().reset();
        simulator().failNext(2, 503);
        assertThat(send(CREATE + "&maxRetries=2", CappingTest.config(1)).getException())
                .isInstanceOf(AjoServerException.class);
        assertThat(simulator().requests()).hasSize(1);
    }

    @Test
    void whatAdobeCallsAServerErrorButIsAValidationErrorIsNotRetried() {
        String uid = (String) template.requestBody(CREATE, CappingTest.config(1), java.util.Map.class)
                .get("uid");
        send("ajo:capping?operation=deploy&id=" + uid, null);
        Exchange exchange = send("ajo:capping?operation=delete&maxRetries=3&id=" + uid, null);
        assertThat(exchange.getException()).isInstanceOf(AjoConflictException.class);
        assertThat(simulator().requests()).hasSize(3);
        assertThat(send("ajo:capping?operation=get&id=nope", null).getException())
                .isInstanceOf(AjoNotFoundException.class);
    }
}
