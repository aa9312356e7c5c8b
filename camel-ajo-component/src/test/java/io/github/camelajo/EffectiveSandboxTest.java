package io.github.camelajo;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.FailureKind;
import io.github.camelajo.internal.operation.Operation;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.testkit.AjoTestSupport;
import io.github.camelajo.testkit.LeakScan;
import io.github.camelajo.testkit.SampleCalls;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever fails, the exception names the sandbox that the call was for, wherever that was said. */
class EffectiveSandboxTest extends AjoTestSupport {

    /** Where a route says the sandbox. */
    enum Place {
        COMPONENT("dev"),
        URI("prod"),
        HEADER("prod");

        private final String sandbox;

        Place(String sandbox) {
            this.sandbox = sandbox;
        }

        String uri(String uri) {
            return this == URI ? uri + "&sandbox=" + sandbox : uri;
        }

        void fill(Message message) {
            if (this == HEADER) {
                message.setHeader(AjoConstants.SANDBOX, sandbox);
            }
        }
    }

    static Stream<Arguments> calls() {
        return SampleCalls.operations()
                .flatMap(operation -> Arrays.stream(Place.values()).map(place -> Arguments.of(operation, place)));
    }

    private AjoException failureOf(Operation operation, Place place, String options) {
        Exchange exchange = template.request(
                place.uri("ajo:" + operation.api() + "?operation=" + operation.name() + options), e -> {
                    SampleCalls.fill(operation, e.getMessage());
                    place.fill(e.getMessage());
                });
        LeakScan.note(exchange.getException());
        return (AjoException) exchange.getException();
    }

    private static void assertNamed(AjoException failure, FailureKind kind, Place place) {
        assertThat(failure).isNotNull();
        assertThat(failure.getKind()).as("%s", failure).isEqualTo(kind);
        assertThat(failure.getSandbox()).as("%s", failure).isEqualTo(place.sandbox);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anAnswerThatIsAnError(Operation operation, Place place) {
        simulator().failNext(Fault.ofStatus(1, 502));
        // What has become of the events of a batch is told one by one.
        FailureKind kind = operation.id().equals("event.sendBatch") ? FailureKind.PARTIAL : FailureKind.SERVER;
        assertNamed(failureOf(operation, place, ""), kind, place);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aMessageThatIsRefusedBeforeItIsSent(Operation operation, Place place) {
        Exchange exchange =
                template.request(place.uri("ajo:" + operation.api() + "?operation=" + operation.name()), e -> {
                    SampleCalls.fill(operation, e.getMessage());
                    e.getMessage().setHeader(AjoConstants.IF_MATCH, "a\nb");
                    e.getMessage().setHeader(AjoConstants.PARAMETERS, Map.of("noSuchParameter", "x"));
                    place.fill(e.getMessage());
                });
        assertNamed((AjoException) exchange.getException(), FailureKind.VALIDATION, place);
        assertThat(simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aLoginThatFails(Operation operation, Place place) {
        simulator().expireTokens();
        simulator().failNextTokens(Fault.ofStatus(1, 400));
        String options = operation.host() == Operation.Host.EVENTS ? "&eventToken=true" : "";
        AjoException failure = failureOf(operation, place, options);
        assertNamed(failure, FailureKind.AUTHENTICATION, place);
    }

    private static void failTheSecondRequest() {
        AtomicInteger seen = new AtomicInteger();
        simulator().addListener((request, status) -> {
            if (seen.incrementAndGet() == 1) {
                simulator().failNext(Fault.ofStatus(1, 500));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aLaterPageOfAList(Place place) {
        Exchange exchange = template.request(place.uri("ajo:journey?operation=list&paging=all&pageSize=1"), e -> {
            place.fill(e.getMessage());
            failTheSecondRequest();
        });
        assertNamed((AjoException) exchange.getException(), FailureKind.SERVER, place);
    }

    @ParameterizedTest
    @EnumSource
    void aLaterPageThatTheRouteReads(Place place) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:read")
                        .to(place.uri("ajo:journey?operation=list&paging=iterator&pageSize=1"))
                        .process(e -> e.getMessage().getBody(Iterator.class).forEachRemaining(item -> {}));
            }
        });
        Exchange exchange = template.request("direct:read", e -> {
            place.fill(e.getMessage());
            failTheSecondRequest();
        });
        assertNamed((AjoException) exchange.getException(), FailureKind.SERVER, place);
    }

    @ParameterizedTest
    @EnumSource
    void aJobThatFails(Place place) {
        simulator().failNextJob("no audience");
        Exchange exchange = template.request(
                place.uri("ajo:message?operation=triggerAudience&awaitCompletion=true&awaitDelay=10&awaitMaxDelay=50"),
                e -> {
                    SampleCalls.fill(OperationCatalog.require("message", "triggerAudience"), e.getMessage());
                    e.getMessage().setBody(Map.of("campaignId", SampleIds.LIVE_AUDIENCE_CAMPAIGN));
                    place.fill(e.getMessage());
                });
        assertNamed((AjoException) exchange.getException(), FailureKind.JOB, place);
    }

    @ParameterizedTest
    @EnumSource
    void anETagThatCannotBeRead(Place place) {
        Exchange exchange = template.request(place.uri("ajo:template?operation=update&ifMatch=auto"), e -> {
            SampleCalls.fill(OperationCatalog.require("template", "update"), e.getMessage());
            e.getMessage().removeHeader(AjoConstants.IF_MATCH);
            place.fill(e.getMessage());
        });
        assertNamed((AjoException) exchange.getException(), FailureKind.NOT_FOUND, place);
    }
}
