package io.github.camelajo.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConstants;
import io.github.camelajo.exception.AjoAuthenticationException;
import io.github.camelajo.exception.AjoPartialFailureException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.exception.AjoTransportException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.model.EventOutcome;
import io.github.camelajo.model.EventOutcome.Kind;
import io.github.camelajo.simulator.control.BatchAnswerForm;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.RequestListener;
import io.github.camelajo.testkit.EventTestSupport;
import io.github.camelajo.testkit.FailingIterator;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each event of a batch has its own outcome, and none is called sent that was not. */
class EventBatchesTest extends EventTestSupport {

    /** A route that adds an event before it delivers a message again. */
    private static final String CHANGED_AGAIN = "direct:changed";

    @Override
    protected RoutesBuilder createRouteBuilder() throws Exception {
        RoutesBuilder others = super.createRouteBuilder();
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                getContext().addRoutes(others);
                from(CHANGED_AGAIN)
                        .errorHandler(defaultErrorHandler()
                                .maximumRedeliveries(1)
                                .redeliveryDelay(1)
                                .onRedelivery(exchange -> {
                                    List<Object> more = new ArrayList<>(
                                            exchange.getMessage().getBody(List.class));
                                    more.add(Map.of("_id", "new"));
                                    exchange.getMessage().setBody(more);
                                }))
                        .to(SEND);
            }
        };
    }

    /** As it goes out, for a schema that Adobe may know or not. */
    private static Map<String, Object> envelope(String schemaId, String id) {
        Map<String, Object> schema = Map.of("id", schemaId, "contentType", "application/json");
        return Map.of(
                "header",
                Map.of("schemaRef", schema),
                "body",
                Map.of("xdmMeta", Map.of("schemaRef", schema), "xdmEntity", Map.of("_id", id)));
    }

    @Test
    void aListIsCutIntoRequests() {
        Exchange sent = send(SEND, events(10));
        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getBody(Map.class)).isEqualTo(Map.of("sent", 10L, "requests", 3));
        assertThat(sent.getMessage().getHeader(AjoConstants.STATUS_CODE)).isEqualTo(207);
        assertThat(sizes()).containsExactly(4, 4, 2);
        assertThat(ids())
                .containsExactlyElementsOf(
                        IntStream.range(0, 10).mapToObj(i -> "e" + i).toList());
    }

    @Test
    void anIteratorAndJsonAreSentAsAListIs() {
        assertThat(send(SEND, events(5).iterator()).getException()).isNull();
        assertThat(send(SEND, "[{\"_id\":\"a\"},{\"_id\":\"b\"}]").getException())
                .isNull();
        assertThat(send(SEND, "{\"_id\":\"c\"}\n{\"_id\":\"d\"}".getBytes(StandardCharsets.UTF_8))
                        .getException())
                .isNull();
        assertThat(ids()).endsWith("e4", "a", "b", "c", "d");
    }

    @Test
    void anEmptyListSendsNothing() {
        Exchange sent = send(SEND, List.of());
        assertThat(sent.getMessage().getBody(Map.class)).isEqualTo(Map.of("sent", 0L, "requests", 0));
        assertThat(simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BatchAnswerForm.class)
    void oneBadEventCostsNobodyElsesAndIsNamed(BatchAnswerForm form) {
        simulator().events().answerForm(form);
        List<Object> sent = new ArrayList<>(events(10));
        sent.set(6, envelope("no such schema", "bad"));
        AjoPartialFailureException failure = failure(AjoPartialFailureException.class, SEND, sent);
        assertThat(failure.taken()).isEqualTo(9);
        assertThat(failure.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.index()).isEqualTo(6);
            assertThat(outcome.eventId()).isEqualTo("bad");
            assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
            assertThat(outcome.status()).isEqualTo(400);
        });
        assertThat(remaining(failure)).isEqualTo(List.of(sent.get(6)));
        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure)
                .hasMessageContaining("9 events were taken, 1 refused")
                .hasMessageContaining("number 6");
        assertThat(ids()).hasSize(9).doesNotContain("bad");
    }

    @Test
    void aMissingAnswerIsUnknownAndNeverSent() {
        simulator().events().dropAnswers(1);
        AjoPartialFailureException failure = failure(AjoPartialFailureException.class, SEND, events(3));
        assertThat(failure.outcomes()).extracting(EventOutcome::kind).containsExactly(Kind.UNKNOWN);
        assertThat(failure.outcomes()).extracting(EventOutcome::index).containsExactly(0);
        assertThat(failure.isRetryable()).isFalse();
    }

    @Test
    void anUnknownOneIsSentAgainAloneWhenThatIsAllowed() {
        simulator().events().dropAnswers(1);
        RequestListener once = (request, status) -> simulator().events().dropAnswers(0);
        simulator().addListener(once);
        try {
            Exchange sent = send(SEND + "&repeatUnknown=true&maxRetries=1", events(3));
            assertThat(sent.getException()).isNull();
            assertThat(sent.getMessage().getBody(Map.class)).containsEntry("sent", 3L);
        } finally {
            simulator().removeListener(once);
        }
        assertThat(sizes()).containsExactly(3, 1);
        assertThat(ids()).containsExactly("e0", "e1", "e2", "e0");
    }

    @Test
    void answersInAnotherOrderAreSorted() {
        simulator().events().shuffleAnswers(true);
        simulator().events().refuseNext(2, 400, "no");
        AjoPartialFailureException failure = failure(AjoPartialFailureException.class, SEND, events(4));
        assertThat(failure.outcomes()).extracting(EventOutcome::eventId).containsExactly("e0", "e1");
    }

    @Test
    void whatIsRefusedForAReasonThatPassesIsSentAgainOnRequestAlone() {
        simulator().events().refuseNext(3, 429, "slow down");
        Exchange sent = send(SEND + "&maxRetries=2", events(4));
        assertThat(sent.getException()).isNull();
        assertThat(sizes()).containsExactly(4, 3);
        assertThat(ids()).containsExactlyInAnyOrder("e0", "e1", "e2", "e3").doesNotHaveDuplicates();
    }

    @Test
    void withoutRetriesItIsToldAsRetryable() {
        simulator().events().refuseNext(1, 503, "later");
        AjoPartialFailureException failure = failure(AjoPartialFailureException.class, SEND, events(4));
        assertThat(failure.isRetryable()).isTrue();
        assertThat(sizes()).containsExactly(4);
    }

    @Test
    void triesWithoutProgressEnd() {
        simulator().events().refuseNext(1_000, 503, "later");
        AjoPartialFailureException failure =
                failure(AjoPartialFailureException.class, SEND + "&maxRetries=2", events(2));
        assertThat(failure.outcomes()).hasSize(2).allMatch(outcome -> outcome.status() == 503);
        assertThat(sizes()).containsExactly(2, 2, 2);
    }

    @Test
    void aTryThatMakesProgressDoesNotUseUpTheRepeats() {
        simulator().events().refuseNext(7, 429, "slow down");
        // From each request Adobe takes one event.
        RequestListener slow = (request, status) ->
                simulator().events().refuseNext(body(request).path("messages").size() - 2, 429, "slow down");
        simulator().addListener(slow);
        try {
            Exchange sent = send(SEND.replace("maxBatchMessages=4", "maxBatchMessages=8") + "&maxRetries=1", events(8));
            assertThat(sent.getException()).isNull();
        } finally {
            simulator().removeListener(slow);
        }
        assertThat(sizes()).containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(ids()).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void aRedeliveryGoesOnWithTheRequestThatFailed() {
        letNextThrough();
        letNextThrough();
        failNext(1, 503);
        assertThat(send(MANY_AGAIN, events(10)).getException()).isNull();
        assertThat(sizes()).containsExactly(4, 4, 2, 2);
        assertThat(ids()).hasSize(10).doesNotHaveDuplicates();
        assertThat(body(simulator().requests().get(3)))
                .isEqualTo(body(simulator().requests().get(2)));
    }

    @Test
    void aRedeliveryOfAnotherListSendsAllOfIt() {
        simulator().events().refuseNext(1, 503, "later");
        assertThat(send(CHANGED_AGAIN, events(3)).getException()).isNull();
        assertThat(ids()).containsExactly("e1", "e2", "e0", "e1", "e2", "new");
    }

    @Test
    void aRedeliverySendsOnlyWhatWasNotTaken() {
        simulator().events().refuseNext(1, 400, "no");
        Exchange sent = send(MANY_AGAIN, events(6));
        assertThat(sent.getException()).isNull();
        assertThat(sizes()).containsExactly(4, 2, 1);
        assertThat(sent.getMessage().getBody(Map.class)).containsEntry("sent", 6L);
        assertThat(ids()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void aRedeliveryOfAnIteratorGoesOnWhereItStopped() {
        failNext(1, 503);
        Exchange sent = send(MANY_AGAIN, events(6).iterator());
        assertThat(sent.getException()).isNull();
        assertThat(ids()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void eventsKeepTheirIdsAndTimesOverRedeliveries() throws Exception {
        failNext(1, 503);
        send(MANY_AGAIN, List.of(Map.of("a", 1)));
        JsonNode first = MAPPER.readTree(simulator().requests().get(0).body());
        JsonNode second = MAPPER.readTree(simulator().requests().get(1).body());
        assertThat(second).isEqualTo(first);
        assertThat(first.at("/messages/0/body/xdmEntity/_id").asText()).isNotEmpty();
    }

    @Test
    void troubleInTheMiddleKeepsTheRest() {
        List<Map<String, Object>> sent = events(12);
        Iterator<Map<String, Object>> iterator = sent.iterator();
        letNextThrough();
        failNext(1, 503);
        AjoPartialFailureException failure = failure(AjoPartialFailureException.class, SEND, iterator);
        assertThat(failure.taken()).isEqualTo(4);
        assertThat(failure.getCause()).isInstanceOf(AjoServerException.class);
        assertThat(failure.isRetryable()).isTrue();
        List<Object> left = new ArrayList<>();
        remaining(failure).forEach(event -> left.add(((Map<?, ?>) event).get("_id")));
        List<Object> expected = new ArrayList<>();
        sent.subList(4, 12).forEach(event -> expected.add(event.get("_id")));
        assertThat(left).isEqualTo(expected);
    }

    /** An event that did not fit into a request is behind those of the request, also where the request failed. */
    @Test
    void whatIsLeftKeepsItsOrder() {
        letNextThrough();
        failNext(1, 503);
        AjoPartialFailureException failure =
                failure(AjoPartialFailureException.class, SEND + "&maxBatchBytes=1000", events(7));
        assertThat(failure.taken()).isBetween(1L, 5L);
        assertThat(remaining(failure))
                .extracting(event -> (Object) ((Map<?, ?>) event).get("_id"))
                .containsExactlyElementsOf(IntStream.range((int) failure.taken(), 7)
                        .<Object>mapToObj(i -> "e" + i)
                        .toList());
    }

    /** The text is so long that it could exhaust the stack of whoever looks into it. */
    @Test
    void noEventIsForgottenForAnAnswerThatIsHardToRead() {
        String text = "anna@example" + ".com".repeat(50_000);
        answerNext(207, "application/json", "{\"responses\":[{\"status\":400,\"message\":\"" + text + "\"},{}]}");
        AjoPartialFailureException failure = failure(AjoPartialFailureException.class, SEND, events(2));
        assertThat(failure.outcomes()).extracting(EventOutcome::kind).containsExactly(Kind.REFUSED, Kind.UNKNOWN);
        assertThat(remaining(failure)).hasSize(2);
        assertThat(failure).hasMessageNotContaining("anna");
    }

    @Test
    void aBodyThatFailsIsSentSoFarAndTold() {
        AjoPartialFailureException failure = failure(AjoPartialFailureException.class, SEND, new FailingIterator(6));
        assertThat(failure)
                .hasMessageContaining("6 events were taken")
                .hasMessageContaining("cannot be read to its end: IllegalStateException")
                .hasMessageNotContaining("anna")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(ids()).containsExactly("e0", "e1", "e2", "e3", "e4", "e5");
    }

    /** The parser would go on behind the mistake, and the exchange would end well without that event. */
    @Test
    void aRedeliveryOfMalformedJsonFailsAgain() {
        Exchange sent = send(MANY_AGAIN, "[{\"_id\":\"a\"},{\"_id\":oops},{\"_id\":\"c\"}]");
        assertThat(sent.getException()).isInstanceOf(AjoPartialFailureException.class);
        assertThat(ids()).containsExactly("a");
    }

    @Test
    void whatIsLeftCanBeSentAsItIs() {
        simulator().events().refuseNext(2, 503, "later");
        AjoPartialFailureException failure = failure(AjoPartialFailureException.class, SEND, events(6));
        assertThat(send(SEND, failure.remaining()).getException()).isNull();
        assertThat(ids()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void aRequestWithoutAnAnswerLeavesItsEventsUnknown() {
        breakNext();
        AjoPartialFailureException failure = failure(AjoPartialFailureException.class, SEND, events(6));
        assertThat(failure.outcomes()).hasSize(4).allMatch(outcome -> outcome.kind() == Kind.UNKNOWN);
        assertThat(failure.getCause()).isInstanceOf(AjoTransportException.class);
        assertThat(remaining(failure)).hasSize(6);
        assertThat(simulator().requests()).hasSize(1);
    }

    @Test
    void aFailureBeforeAnythingWasTakenIsThatOfAnyCall() {
        String uri = SEND.replace(EventSamples.CONNECTION, EventSamples.AUTHENTICATED_CONNECTION);
        assertThat(failure(AjoAuthenticationException.class, uri, events(6))).hasMessageContaining("eventToken");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void eventsRefusedForTheirTokenAreSentAgainOnceWithAnother(int status) {
        send(withToken(SEND), List.of(Map.of("_id", "first")));
        simulator().forgetRequests();
        simulator().events().refuseNext(2, status, "the token has run out");

        Exchange sent = send(withToken(SEND), events(6));

        assertThat(sent.getException()).isNull();
        assertThat(sizes()).containsExactly(4, 4);
        assertThat(ids()).hasSize(7).doesNotHaveDuplicates().endsWith("e4", "e5");
        assertThat(simulator().tokenRequests()).hasSize(1);
    }

    @Test
    void eventsThatAnotherTokenDoesNotHelpAreToldAndTheOthersAreSent() {
        send(withToken(SEND), List.of(Map.of("_id", "first")));
        simulator().forgetRequests();
        simulator().events().refuseNext(8, 403, "not allowed");

        AjoPartialFailureException failure = failure(AjoPartialFailureException.class, withToken(SEND), events(6));

        assertThat(failure.outcomes())
                .extracting(EventOutcome::eventId)
                .containsExactlyInAnyOrder("e0", "e1", "e2", "e3");
        assertThat(failure.outcomes()).allMatch(outcome -> outcome.status() == 403);
        assertThat(failure.isRetryable()).isFalse();
        assertThat(sizes()).containsExactly(4, 4, 2);
    }

    /** Nothing was sent, whatever the login answers. */
    @Test
    void aLoginThatDoesNotWorkLeavesNoEventUnknown() {
        simulator().failNextTokens(Fault.builder().count(3).status(500).build());
        AjoServerException failure = failure(AjoServerException.class, withToken(SEND), events(6));
        assertThat(failure.isRetryable()).isTrue();
        assertThat(context.getComponent("ajo", AjoComponent.class).getEventsUnknown())
                .isZero();
        assertThat(simulator().requests()).isEmpty();
    }

    @Test
    void withoutATokenThereIsNoneToRenew() {
        simulator().events().refuseNext(1, 401, "no");

        AjoPartialFailureException failure = failure(AjoPartialFailureException.class, SEND, events(2));

        assertThat(failure.outcomes()).extracting(EventOutcome::status).containsExactly(401);
        assertThat(sizes()).containsExactly(2);
        assertThat(simulator().tokenRequests()).isEmpty();
    }

    @Test
    void whatBecameOfEventsIsCounted() {
        AjoComponent component = context().getComponent("ajo", AjoComponent.class);
        simulator().events().refuseNext(1, 400, "no");
        send(SEND, events(4));
        simulator().events().dropAnswers(1);
        send(SEND, events(3));
        simulator().events().dropAnswers(0);
        send(SEND_ONE, Map.of("_id", "single"));
        breakNext();
        send(SEND_ONE, Map.of("_id", "lost"));

        assertThat(component.getEventsTaken()).isEqualTo(6);
        assertThat(component.getEventsRefused()).isEqualTo(1);
        assertThat(component.getEventsUnknown()).isEqualTo(2);
    }

    @Test
    void aRequestThatIsTooLargeForAdobeIsHalved() {
        failNext(2, 413);
        assertThat(send(SEND, events(4)).getException()).isNull();
        assertThat(sizes()).containsExactly(4, 2, 1, 1, 1, 1);
        assertThat(ids()).containsExactly("e0", "e1", "e2", "e3");
    }

    @Test
    void eventsThatCannotBeSentAreToldAndTheOthersAreSent() {
        List<Object> sent = new ArrayList<>(events(3));
        sent.set(0, "anna@example.com");
        sent.set(1, Map.of("_id", "large", "text", "x".repeat(1_048_576)));
        AjoPartialFailureException failure = failure(AjoPartialFailureException.class, SEND, sent);
        assertThat(failure.outcomes()).extracting(EventOutcome::index).containsExactly(0, 1);
        assertThat(failure.outcomes().get(0).message()).contains("not a JSON object");
        assertThat(failure.outcomes().get(1).message()).contains("allowed: 1048576");
        assertThat(failure.getMessage()).doesNotContain("anna");
        assertThat(ids()).containsExactly("e2");
    }

    @Test
    void whatIsNotSentDoesNotShiftTheOutcomesOfTheOthers() {
        simulator().events().refuseNext(1, 400, "no");
        List<Object> sent = new ArrayList<>(events(3));
        sent.add(0, "anna@example.com");
        AjoPartialFailureException failure = failure(AjoPartialFailureException.class, SEND, sent);
        assertThat(failure.outcomes()).extracting(EventOutcome::index).containsExactly(0, 1);
        assertThat(failure.outcomes()).extracting(EventOutcome::status).containsExactly(null, 400);
        assertThat(failure.outcomes().get(1).eventId()).isEqualTo("e0");
        assertThat(remaining(failure)).hasSize(2).first().isEqualTo("anna@example.com");
        assertThat(ids()).containsExactly("e1", "e2");
    }

    @Test
    void aBatchIsCutByItsBytesOnTheWireWithItsEnvelopes() {
        // Twice as many bytes as characters.
        String text = "é".repeat(10_000);
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            many.add(Map.of("_id", "e" + i, "text", text));
        }
        assertThat(send(SEND.replace("maxBatchMessages=4", "maxBatchMessages=1000&maxBatchBytes=1048576"), many)
                        .getException())
                .isNull();
        assertThat(simulator().requests()).hasSize(2).allSatisfy(request -> assertThat(request.body())
                .hasSizeLessThanOrEqualTo(1_048_576));
        assertThat(ids()).hasSize(90).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"200, text/html, <html>Welcome</html>", "207, application/json, ''", "200, application/json, '{}'"})
    void aGoodStatusWithoutAnAnswerForTheEventsLeavesThemUnknown(int status, String type, String answer) {
        answerNext(status, type, answer);
        AjoPartialFailureException failure =
                failure(AjoPartialFailureException.class, SEND + "&maxRetries=3", events(3));
        assertThat(failure.taken()).isZero();
        assertThat(failure.outcomes()).hasSize(3).allMatch(outcome -> outcome.kind() == Kind.UNKNOWN);
        assertThat(failure.isRetryable()).isFalse();
        assertThat(simulator().requests()).hasSize(1);
    }

    @Test
    void jsonThatBreaksOffIsSentSoFarAndTold() {
        AjoPartialFailureException failure =
                failure(AjoPartialFailureException.class, SEND, "[{\"_id\":\"a\"},{\"_id\":\"b\"},{\"_id");
        assertThat(failure).hasMessageContaining("breaks off or is malformed");
        assertThat(ids()).containsExactly("a", "b");
    }

    @Test
    void anAnswerForEachEventIsGivenOnRequest() {
        simulator().events().refuseNext(1, 400, "no");
        Exchange sent = send(SEND + "&answerPerMessage=true", events(5));
        assertThat(sent.getException()).isNull();
        List<?> outcomes = sent.getMessage().getBody(List.class);
        assertThat(outcomes).hasSize(5).allMatch(Map.class::isInstance);
        assertThat(((Map<?, ?>) outcomes.get(0)).get("kind")).isEqualTo("REFUSED");
        assertThat(((Map<?, ?>) outcomes.get(4)).get("eventId")).isEqualTo("e4");
        Exchange typed = send(SEND + "&answerPerMessage=true&outputType=pojo", events(2));
        assertThat(typed.getMessage().getBody(List.class)).allMatch(EventOutcome.class::isInstance);
        Exchange json = send(SEND + "&answerPerMessage=true&outputType=json", events(2));
        assertThat(json.getMessage().getBody(String.class)).startsWith("[{\"index\":0");
    }

    @Test
    void anotherBodyIsRefused() {
        assertThat(failure(AjoValidationException.class, SEND, 7)).hasMessageContaining("allowed: a List");
    }

    @Test
    void aSynchronousEndpointDoesTheSame() {
        simulator().events().refuseNext(1, 429, "slow down");
        assertThat(send(SEND + "&synchronous=true&maxRetries=1", events(9)).getException())
                .isNull();
        assertThat(ids()).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void manyRequestsDoNotPileUpOnTheStack() {
        assertThat(send(SEND.replace("maxBatchMessages=4", "maxBatchMessages=1"), events(3_000))
                        .getException())
                .isNull();
        assertThat(simulator().events().count()).isEqualTo(3_000);
    }
}
