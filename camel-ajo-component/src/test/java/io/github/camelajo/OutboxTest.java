package io.github.camelajo;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.camelajo.exception.AjoConflictException;
import io.github.camelajo.exception.AjoValidationException;
import io.github.camelajo.internal.state.MemoryOutboxStore;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.internal.token.LogCapture;
import io.github.camelajo.model.ChannelData;
import io.github.camelajo.model.Recipient;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.simulator.control.RequestListener;
import io.github.camelajo.simulator.control.SampleIds;
import io.github.camelajo.simulator.control.SentMessage;
import io.github.camelajo.spi.OutboxEntry;
import io.github.camelajo.spi.OutboxState;
import io.github.camelajo.spi.StoreRefusedException;
import io.github.camelajo.testkit.AjoTestSupport;
import io.github.camelajo.testkit.LeakScan;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What is added goes out, and the route is told what became of it. In memory; camel-ajo-store tests the same with databases. */
class OutboxTest extends AjoTestSupport {

    private static final String CAMPAIGN = SampleIds.LIVE_CAMPAIGN;
    private static final String ADD = "ajo:outbox?operation=add&deliver=message&campaignId=" + CAMPAIGN;
    private static final String EVENT =
            "ajo:outbox?deliver=event&connectionId=" + EventSamples.CONNECTION + "&schemaId=" + EventSamples.SCHEMA;
    private static final String UNITARY = "/ajo/im/executions/unitary";
    private static final String FAST = "&idleDelay=20&retryDelay=10";

    private static final Recipient RECORD = new Recipient(
            "external",
            "b@example.com",
            "email",
            new ChannelData("b@example.com", null, null, Map.of()),
            null,
            null,
            null,
            null,
            Map.of());

    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    private Predicate<Exchange> fails = exchange -> false;

    private record Told(String key, String state, String outcome, String reason, Integer attempts, Object body) {
        static Told of(Exchange exchange) {
            return new Told(
                    exchange.getMessage().getHeader(AjoConstants.OUTBOX_KEY, String.class),
                    exchange.getMessage().getHeader(AjoConstants.OUTBOX_STATE, String.class),
                    exchange.getMessage().getHeader(AjoConstants.OUTBOX_OUTCOME, String.class),
                    exchange.getMessage().getHeader(AjoConstants.OUTBOX_REASON, String.class),
                    exchange.getMessage().getHeader(AjoConstants.OUTBOX_ATTEMPTS, Integer.class),
                    exchange.getMessage().getBody());
        }
    }

    private void deliver(String options) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("ajo:outbox?deliver=" + options + FAST).routeId("delivery").process(exchange -> {
                    if (fails.test(exchange)) {
                        throw new IllegalStateException("on purpose");
                    }
                    told.add(Told.of(exchange));
                });
            }
        });
    }

    private String add(String uri, String key, Object body) {
        Exchange exchange = template.request(uri, e -> {
            e.getMessage().setBody(body);
            e.getMessage().setHeader(AjoConstants.OUTBOX_KEY, key);
        });
        if (exchange.getException() != null) {
            LeakScan.note(exchange.getException());
            throw exchange.getException(RuntimeException.class);
        }
        return exchange.getMessage().getHeader(AjoConstants.OUTBOX_RESULT, String.class);
    }

    private static Map<String, Object> person(String name) {
        return Map.of("type", "external", "userId", name + "@example.com", "namespace", "email");
    }

    private static Map<String, Object> entry(String address) {
        return Map.of("entity", Map.of("type", "email", "entityValue", address), "comment", "asked for it");
    }

    private OutboxStorage store() {
        return OutboxStorage.of(context.getComponent("ajo", AjoComponent.class).outbox());
    }

    private List<Told> toldOf(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> told.size() >= count);
        return List.copyOf(told);
    }

    private OutboxEntry find(String lane, String key) {
        return store().find(lane, key).orElseThrow();
    }

    private void awaitState(String lane, String key, OutboxState state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> find(lane, key).state() == state);
    }

    private static List<ReceivedRequest> calls() {
        return simulator().requests().stream()
                .filter(request -> request.path().startsWith(UNITARY))
                .toList();
    }

    // ---- Adding

    @Test
    void anAddMakesNoCallAndNeedsNoCredentials() {
        AjoComponent bare = new AjoComponent();
        context.addComponent("bare", bare);
        assertThat(add(ADD.replace("ajo:", "bare:"), "1", person("jane"))).isEqualTo("added");
        assertThat(simulator().requests()).isEmpty();
        assertThat(bare.outbox().find("message", "1").orElseThrow().state()).isEqualTo(OutboxState.NEW);
    }

    @Test
    void aSecondAddWithTheSameKeyIsNoSecondItem() throws Exception {
        assertThat(add(ADD, "1", person("jane"))).isEqualTo("added");
        assertThat(add(ADD, "1", new HashMap<>(person("jane")))).isEqualTo("known");
        assertThat(add(ADD + "&lane=other", "1", person("jane"))).isEqualTo("added");
        deliver("message");
        assertThat(toldOf(1)).hasSize(1);
        assertThat(simulator().messagesSent()).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherContentIsRefusedOrIgnored() {
        add(ADD, "1", person("jane"));
        assertThatThrownBy(() -> add(ADD, "1", person("joe")))
                .isInstanceOf(AjoConflictException.class)
                .hasMessageContaining("the key 1 is known")
                .hasMessageNotContaining("joe");
        assertThat(add(ADD + "&onDifferent=ignore", "1", person("joe"))).isEqualTo("different");
        assertThatThrownBy(() -> add(ADD.replace(CAMPAIGN, "another"), "1", person("jane")))
                .isInstanceOf(AjoConflictException.class);
    }

    @Test
    void anItemMayBeARecipientARecordAWholeBodyOrText() throws Exception {
        add(ADD, "map", person("a"));
        add(ADD, "record", RECORD);
        add("ajo:outbox?deliver=message", "whole", Map.of("campaignId", CAMPAIGN, "recipients", List.of(person("c"))));
        add(ADD, "text", "{\"type\":\"external\",\"userId\":\"d@example.com\",\"namespace\":\"email\"}");
        deliver("message");
        toldOf(4);
        assertThat(simulator().messagesSent())
                .extracting(SentMessage::userId)
                .containsExactlyInAnyOrder("a@example.com", "b@example.com", "c@example.com", "d@example.com");
    }

    @Test
    void whatCannotBeSentIsNotStored() {
        assertThatThrownBy(() -> add(ADD, "1", Map.of("type", "external", "namespace", "email")))
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining("ajo:outbox has added nothing")
                .hasMessageContaining("userId");
        assertThatThrownBy(() -> add("ajo:outbox?deliver=message", "1", person("jane")))
                .isInstanceOf(AjoValidationException.class)
                .hasMessageContaining("campaignId is missing");
        assertThatThrownBy(() ->
                        add(ADD, "1", Map.of("campaignId", CAMPAIGN, "recipients", List.of(person("a"), person("b")))))
                .hasMessageContaining("one recipient");
        assertThatThrownBy(() -> add(ADD, "1", "no JSON")).hasMessageContaining("not JSON");
        assertThatThrownBy(() -> add(ADD, null, person("jane"))).hasMessageContaining("the key is missing");
        assertThatThrownBy(() -> add("ajo:outbox?deliver=suppression-address", "1", Map.of("comment", "x")))
                .hasMessageContaining("entity");
        assertThatThrownBy(() -> add("ajo:outbox?deliver=event", "1", Map.of("a", 1)))
                .hasMessageContaining("schemaId");
        assertThat(store().counts("message").waiting()).isZero();
    }

    @Test
    void aTransactionThatIsRequiredHasToBeThere() {
        assertThatThrownBy(() -> add(ADD + "&transaction=required", "1", person("jane")))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void keyAndOrderCanBeExpressions() {
        Exchange exchange = template.request(ADD + "&key=order-${header.orderId}&orderKey=${header.customer}", e -> {
            e.getMessage().setBody(person("jane"));
            e.getMessage().setHeader("orderId", 4711);
            e.getMessage().setHeader("customer", "c1");
        });
        assertThat(exchange.getException()).isNull();
        assertThat(store().find("message", "order-4711")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "operation=add | deliver is missing",
                "deliver=mail | deliver is 'mail', allowed: message, event, suppression-address",
                "deliver=message&key=id | key is 'id', allowed: a Simple expression",
                "deliver=message&onDifferent=x | onDifferent is 'x', allowed: fail, ignore",
                "deliver=message&emit=batch | emit is for a route that begins with ajo:outbox",
                "deliver=message&schemaId=x | schemaId does not apply to deliver=message",
                "deliver=event&campaignId=x | campaignId does not apply to deliver=event",
                "deliver=message&filter=x | filter does not apply to ajo:outbox",
                "deliver=message&changes=created | changes does not apply to ajo:outbox",
                "deliver=message&transaction=maybe | transaction is 'maybe', allowed: supports, required",
            })
    void aWrongOptionOfAnAddStopsTheStart(String options, String message) {
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:wrong").to("ajo:outbox?" + options);
                    }
                }))
                .rootCause()
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "message&key=${body} | key is for a route that adds",
                "message&batchSize=21 | batchSize is 21, allowed for message: at most 20",
                "message&emit=x | emit is 'x', allowed: item, batch",
                "message&maxAttempts=0 | maxAttempts is 0",
                "message&onUnknown=x | onUnknown is 'x', allowed: park, resend",
                "message&unknownBlocks=false | unknownBlocks has an effect with ordered=true only",
                "message&keepPayload=2h&keepKeys=1h | keepKeys",
                "message&delay=5 | delay does not apply to ajo:outbox",
            })
    void aWrongOptionOfADeliveryStopsTheStart(String options, String message) {
        assertThatThrownBy(() -> deliver(options)).rootCause().hasMessageContaining(message);
    }

    @Test
    void optionsOfTheOutboxAreRefusedElsewhere() {
        assertThatThrownBy(() -> template.requestBody("ajo:message?operation=triggerUnitary&lane=x", "{}"))
                .rootCause()
                .hasMessageContaining("lane does not apply to message.triggerUnitary: it is for ajo:outbox");
    }

    @Test
    void aLaneIsDeliveredByOneRouteOfAComponent() throws Exception {
        deliver("message");
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("ajo:outbox?deliver=message").routeId("second").to("mock:second");
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is delivered by the route delivery already");
        context.getRouteController().stopRoute("delivery");
        context.getRouteController().startRoute("second");
    }

    // ---- Delivering

    @Test
    void messagesGoOutByTwentyAndEachIsTold() throws Exception {
        for (int i = 0; i < 45; i++) {
            add(ADD, "order-" + i, person("p" + i));
        }
        deliver("message&parallelCalls=1");
        assertThat(toldOf(45)).hasSize(45).allSatisfy(each -> {
            assertThat(each.state()).isEqualTo("sent");
            assertThat(each.outcome()).startsWith("HUMA-");
            assertThat(each.attempts()).isEqualTo(1);
            assertThat(each.body()).isInstanceOf(Map.class);
        });
        assertThat(calls()).hasSize(3);
        assertThat(simulator().messagesSent())
                .hasSize(45)
                .extracting(SentMessage::userId)
                .doesNotHaveDuplicates();
        OutboxEntry entry = find("message", "order-0");
        assertThat(entry.state()).isEqualTo(OutboxState.SENT);
        assertThat(simulator().messagesSent(entry.requestId(), "p0@example.com"))
                .isEqualTo(1);
    }

    @Test
    void aRecipientIsInACallOnce() throws Exception {
        for (int i = 0; i < 4; i++) {
            add(ADD, "jane-" + i, person("jane"));
        }
        deliver("message&parallelCalls=1");
        toldOf(4);
        assertThat(calls()).hasSize(4);
        assertThat(simulator().messagesSent()).hasSize(4);
    }

    @Test
    void onlyItemsOfOneCampaignAndSandboxShareACall() throws Exception {
        String other = SampleIds.LIVE_AUDIENCE_CAMPAIGN;
        add(ADD, "1", person("a"));
        add(ADD.replace(CAMPAIGN, other), "2", person("b"));
        add(ADD + "&sandbox=prod", "3", person("c"));
        add(ADD, "4", person("d"));
        deliver("message&parallelCalls=1");
        toldOf(4);
        assertThat(calls()).hasSize(3);
        assertThat(calls())
                .extracting(request -> request.header("x-sandbox-name"))
                .containsOnlyOnce("prod");
        assertThat(find("message", "1").requestId())
                .isEqualTo(find("message", "4").requestId());
    }

    @Test
    void anExchangeForEachCallHasAllItsItems() throws Exception {
        for (int i = 0; i < 3; i++) {
            add(ADD, "order-" + i, person("p" + i));
        }
        deliver("message&parallelCalls=1&emit=batch");
        List<?> items = (List<?>) toldOf(1).get(0).body();
        assertThat(items).hasSize(3).allSatisfy(item -> assertThat(((Map<?, ?>) item).get("state"))
                .isEqualTo("sent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"429", "503"})
    void whatTheGatewayTurnsAwayIsTriedAgain(String status) throws Exception {
        Fault.Builder fault =
                Fault.builder().count(2).status(Integer.parseInt(status)).pathPrefix(UNITARY);
        if (status.equals("503")) {
            fault.body("application/json", "{\"error_code\":\"503010\",\"message\":\"Try again\"}");
        }
        simulator().failNext(fault.build());
        add(ADD, "1", person("jane"));
        deliver("message");
        assertThat(toldOf(1)).extracting(Told::state).containsExactly("sent");
        assertThat(told.peek().attempts()).isEqualTo(3);
        assertThat(calls()).hasSize(3);
        assertThat(simulator().messagesSent()).hasSize(1);
    }

    @Test
    void anItemIsGivenUpAfterTheLastAttempt() throws Exception {
        simulator()
                .failNext(
                        Fault.builder().count(3).status(429).pathPrefix(UNITARY).build());
        add(ADD, "1", person("jane"));
        deliver("message&maxAttempts=3");
        assertThat(toldOf(1)).extracting(Told::state).containsExactly("refused");
        assertThat(told.peek().reason()).startsWith("Given up after 3 attempts");
        assertThat(simulator().messagesSent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504, 503})
    void whatMayHaveBeenTakenIsParkedAndNotSentAgain(int status) throws Exception {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(status)
                        .pathPrefix(UNITARY)
                        .body("text/plain", "x")
                        .build());
        add(ADD, "1", person("jane"));
        deliver("message");
        assertThat(toldOf(1)).extracting(Told::state).containsExactly("unknown");
        add(ADD, "2", person("joe"));
        toldOf(2);
        assertThat(calls()).hasSize(2);
        assertThat(find("message", "1").state()).isEqualTo(OutboxState.UNKNOWN);
    }

    @Test
    void whatMayHaveBeenTakenIsSentAgainWithTheSameRequestIdWhereThatIsWanted() throws Exception {
        simulator()
                .failNext(
                        Fault.builder().count(2).status(500).pathPrefix(UNITARY).build());
        add(ADD, "1", person("jane"));
        deliver("message&onUnknown=resend");
        assertThat(toldOf(1)).extracting(Told::state).containsExactly("sent");
        assertThat(calls()).hasSize(3);
        assertThat(calls())
                .extracting(ReceivedRequest::bodyAsString)
                .containsOnly(calls().get(0).bodyAsString());
    }

    @Test
    void aSuppressionThatIsSentAgainHasTheRequestIdThatIsStored() throws Exception {
        simulator().failNext(Fault.builder().count(2).status(500).build());
        add("ajo:outbox?deliver=suppression-address", "1", entry("jane@example.com"));
        deliver("suppression-address");
        assertThat(toldOf(1)).extracting(Told::state).containsExactly("sent");
        assertThat(simulator().requests())
                .hasSize(3)
                .extracting(request -> request.header("x-request-id"))
                .containsOnly(find("suppression-address", "1").requestId());
    }

    @Test
    void anotherBatchOfSuppressionsHasAnotherRequestId() throws Exception {
        simulator().failNext(Fault.builder().count(1).status(429).build());
        add("ajo:outbox?deliver=suppression-address", "1", entry("jane@example.com"));
        deliver("suppression-address");
        assertThat(toldOf(1)).extracting(Told::state).containsExactly("sent");
        assertThat(simulator().requests())
                .hasSize(2)
                .extracting(request -> request.header("x-request-id"))
                .doesNotHaveDuplicates()
                .endsWith(find("suppression-address", "1").requestId());
    }

    @Test
    void aResendThatNeverBecomesCertainIsParkedAfterTheLastAttempt() throws Exception {
        simulator()
                .failNext(
                        Fault.builder().count(9).status(500).pathPrefix(UNITARY).build());
        add(ADD, "1", person("jane"));
        deliver("message&onUnknown=resend&maxAttempts=3");
        assertThat(toldOf(1)).extracting(Told::state).containsExactly("unknown");
        assertThat(calls()).hasSize(3);
    }

    @Test
    void oneBadEntryIsFoundAndDoesNotRefuseTheOthers() throws Exception {
        for (int i = 0; i < 16; i++) {
            add(
                    "ajo:outbox?deliver=suppression-address",
                    "k" + i,
                    entry(i == 5 ? "not an address" : "p" + i + "@example.com"));
        }
        deliver("suppression-address&parallelCalls=1");
        List<Told> all = toldOf(16);
        assertThat(all)
                .filteredOn(each -> each.state().equals("refused"))
                .extracting(Told::key)
                .containsExactly("k5");
        assertThat(all).filteredOn(each -> each.state().equals("sent")).hasSize(15);
        // Each half is tried: 1 + 2 for each of four steps.
        assertThat(simulator().requests()).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({"0, 7", "0 7, 11", "0 1 2 3 4 5 6 7, 15"})
    void allBadEntriesAreFoundInAsManyCallsAsHalvingNeeds(String bad, int calls) throws Exception {
        List<String> badKeys = Stream.of(bad.split(" ")).map(i -> "k" + i).toList();
        for (int i = 0; i < 8; i++) {
            add(
                    "ajo:outbox?deliver=suppression-address",
                    "k" + i,
                    entry(badKeys.contains("k" + i) ? "not an address" : "p" + i + "@example.com"));
        }
        deliver("suppression-address&parallelCalls=1");
        assertThat(toldOf(8))
                .filteredOn(each -> each.state().equals("refused"))
                .extracting(Told::key)
                .containsExactlyInAnyOrderElementsOf(badKeys);
        assertThat(simulator().requests()).hasSize(calls);
    }

    @Test
    void aBatchThatMayHaveBeenTakenIsNotHalved() throws Exception {
        for (int i = 0; i < 8; i++) {
            add(ADD, "k" + i, person("p" + i));
        }
        simulator()
                .failNext(
                        Fault.builder().count(1).status(504).pathPrefix(UNITARY).build());
        deliver("message&parallelCalls=1");
        assertThat(toldOf(8)).extracting(Told::state).containsOnly("unknown");
        assertThat(calls()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Fault.Connection.class)
    void aConnectionThatBreaksAfterTheRequestLeavesTheItemUnknown(Fault.Connection connection) throws Exception {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .connection(connection)
                        .pathPrefix(UNITARY)
                        .build());
        add(ADD, "1", person("jane"));
        deliver("message");
        assertThat(toldOf(1)).extracting(Told::state).containsExactly("unknown");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void anItemIsTriedAgainWhenNobodyAnswersAtTheAddress() throws Exception {
        context.getComponent("ajo", AjoComponent.class)
                .getConfiguration()
                .setBaseUrl("http://127.0.0.1:" + closedPort());
        add(ADD, "1", person("jane"));
        deliver("message&maxAttempts=3");
        assertThat(toldOf(1)).extracting(Told::state).containsExactly("refused");
        assertThat(told.peek().reason()).startsWith("Given up after 3 attempts");
        assertThat(simulator().requests()).isEmpty();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aRefusalIsKeptWithoutThePersonalDataThatItQuotes() throws Exception {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(400)
                        .pathPrefix(UNITARY)
                        .body("application/json", "{\"title\":\"Not deliverable: jane@example.com, +49 30 1234567\"}")
                        .build());
        add(ADD, "1", person("jane"));
        deliver("message");
        assertThat(toldOf(1)).extracting(Told::state).containsExactly("refused");
        assertThat(find("message", "1").text())
                .isEqualTo(told.peek().reason())
                .contains("Not deliverable")
                .doesNotContain("jane")
                .doesNotContain("1234567");
    }

    @Test
    void aRefusalOfTheCallerPausesTheLaneAndCostsNoItem() throws Exception {
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(403)
                        .pathPrefix(UNITARY)
                        .body("application/json", "{\"title\":\"Forbidden\"}")
                        .build());
        add(ADD, "1", person("jane"));
        deliver("message");
        await().until(() -> store().lane("message").paused());
        awaitState("message", "1", OutboxState.NEW);
        assertThat(find("message", "1").attempts()).isZero();
        store().resume("message");
        assertThat(toldOf(1)).extracting(Told::state).containsExactly("sent");
    }

    @Test
    void eventsAreToldOneByOneWithWhatBecameOfThem() throws Exception {
        for (int i = 0; i < 6; i++) {
            add(EVENT, "e" + i, Map.of("n", i));
        }
        simulator().events().refuseNext(1, 400, "This one is wrong");
        deliver("event&parallelCalls=1");
        List<Told> all = toldOf(6);
        assertThat(all).filteredOn(each -> each.state().equals("sent")).hasSize(5);
        assertThat(all).filteredOn(each -> each.state().equals("refused")).hasSize(1);
        assertThat(all.get(1).body())
                .isInstanceOfSatisfying(Map.class, body -> assertThat(body).containsKeys("n", "_id", "timestamp"));
        assertThat(simulator().requests()).hasSize(1);
    }

    @Test
    void anEventOfWhichTheAnswerSaysNothingIsUnknown() throws Exception {
        for (int i = 0; i < 3; i++) {
            add(EVENT, "e" + i, Map.of("n", i));
        }
        simulator().events().refuseNext(3, 400, "Wrong");
        simulator().events().dropAnswers(1);
        deliver("event&parallelCalls=1");
        assertThat(toldOf(3)).extracting(Told::state).containsExactlyInAnyOrder("unknown", "refused", "refused");
        assertThat(simulator().requests()).hasSize(1);
    }

    @Test
    void theSameEventAddedAgainIsKnownAlthoughItsTimeIsMadeHere() {
        assertThat(add(EVENT, "e", Map.of("n", 1))).isEqualTo("added");
        assertThat(add(EVENT, "e", Map.of("n", 1))).isEqualTo("known");
    }

    @Test
    void anEventThatIsRefusedForAReasonThatPassesIsSentAgain() throws Exception {
        simulator().events().refuseNext(1, 429, "Slow down");
        add(EVENT, "e", Map.of("n", 1));
        deliver("event");
        assertThat(toldOf(1)).extracting(Told::state).containsExactly("sent");
        assertThat(simulator().events().count()).isEqualTo(1);
    }

    @Test
    void itemsWithTheSameOrderKeyGoOutInTheOrderOfAdding() throws Exception {
        for (int i = 0; i < 12; i++) {
            int n = i;
            template.request(ADD, e -> {
                e.getMessage().setBody(person("p" + n));
                e.getMessage().setHeader(AjoConstants.OUTBOX_KEY, "k" + n);
                e.getMessage().setHeader(AjoConstants.OUTBOX_ORDER_KEY, "order-" + n % 3);
            });
        }
        deliver("message&ordered=true");
        toldOf(12);
        List<String> sent =
                simulator().messagesSent().stream().map(SentMessage::userId).toList();
        for (int i = 0; i < 9; i++) {
            assertThat(sent.indexOf("p" + i + "@example.com")).isLessThan(sent.indexOf("p" + (i + 3) + "@example.com"));
        }
    }

    @Test
    void anExchangeThatFailsIsToldAgainAndHoldsNobodyElseUp() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        fails = exchange -> "bad".equals(exchange.getMessage().getHeader(AjoConstants.OUTBOX_KEY))
                && failures.incrementAndGet() < 3;
        add(ADD, "bad", person("a"));
        deliver("message");
        await().until(() -> failures.get() >= 1);
        add(ADD, "good", person("b"));
        assertThat(toldOf(2)).extracting(Told::key).containsExactly("good", "bad");
        assertThat(simulator().messagesSent()).hasSize(2);
    }

    @Test
    void aRouteThatStopsLetsTheCallUnderWayComeToItsEnd() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        RequestListener listener = (request, status) -> arrived.countDown();
        simulator().addListener(listener);
        simulator()
                .failNext(Fault.builder()
                        .count(1)
                        .status(0)
                        .delay(Duration.ofMillis(300))
                        .pathPrefix(UNITARY)
                        .build());
        add(ADD, "1", person("jane"));
        deliver("message");
        assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
        simulator().removeListener(listener);
        context.getRouteController().stopRoute("delivery");
        assertThat(find("message", "1").state()).isEqualTo(OutboxState.SENT);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aRouteThatStopsGivesBackWhatItHasAndGoesOnWhenItStartsAgain() throws Exception {
        deliver("message");
        context.getRouteController().stopRoute("delivery");
        add(ADD, "1", person("jane"));
        assertThat(find("message", "1").state()).isEqualTo(OutboxState.NEW);
        context.getRouteController().startRoute("delivery");
        assertThat(toldOf(1)).extracting(Told::state).containsExactly("sent");
    }

    @Test
    void aRouteWhoseStopIsInterruptedLeavesNoThreadBehind() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        fails = exchange -> {
            reached.countDown();
            try {
                return !free.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return true;
            }
        };
        add(ADD, "1", person("jane"));
        deliver("message");
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> context.getRoute("delivery").getConsumer().stop())
                    .hasRootCauseInstanceOf(InterruptedException.class);
        } finally {
            // For the rest of the test.
            Thread.interrupted();
        }
        await().until(() -> threads("AjoOutbox").isEmpty());
        free.countDown();
    }

    private List<String> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(thread -> thread.startsWith("Camel (" + context.getName() + ")") && thread.contains(name))
                .toList();
    }

    @Test
    void aLaneCanBeLookedIntoBeforeItIsDelivered() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ajo:outbox?deliver=message")
                        .routeId("later")
                        .autoStartup(false)
                        .to("mock:later");
            }
        });
        add(ADD, "1", person("jane"));
        OutboxConsumer consumer = (OutboxConsumer) context.getRoute("later").getConsumer();
        assertThat(consumer.getWaiting()).isEqualTo(1);
        assertThat(consumer.isPaused()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"4, true", "5, false", ", false"})
    void aPoolWithTooFewConnectionsIsToldAtTheStart(Integer connections, boolean told) throws Exception {
        OutboxStorage memory = new MemoryOutboxStore();
        context.getRegistry()
                .bind(
                        "few",
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {OutboxStorage.class},
                                (proxy, method, arguments) -> switch (method.getName()) {
                                    case "connections" ->
                                        connections == null ? OptionalInt.empty() : OptionalInt.of(connections);
                                    case "equals" -> proxy == arguments[0];
                                    case "hashCode" -> 1;
                                    default -> method.invoke(memory, arguments);
                                }));
        try (LogCapture log = new LogCapture("io.github.camelajo", Level.INFO)) {
            deliver("message&outboxStore=#few&parallelCalls=4");
            assertThat(log.at(Level.WARN).stream()
                            .anyMatch(line -> line.contains("5 threads") && line.contains("has room for 4")))
                    .isEqualTo(told);
        }
    }
}
