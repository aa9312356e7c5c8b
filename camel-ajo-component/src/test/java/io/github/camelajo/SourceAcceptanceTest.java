package io.github.camelajo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.operation.Changes;
import io.github.camelajo.internal.operation.ListChanges;
import io.github.camelajo.internal.operation.OperationCatalog;
import io.github.camelajo.internal.operation.Paging;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.ReceivedRequest;
import io.github.camelajo.spi.SourcePhase;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

/** What holds for every list that a route can begin with. */
class SourceAcceptanceTest extends SourceTestSupport {

    private final List<String> told = new ArrayList<>();
    private Runnable whenTold = () -> {};
    private int failsAt = Integer.MAX_VALUE;
    private AjoConsumer source;

    static List<String> lists() {
        return ListChanges.operations();
    }

    static Stream<String> listsReadIncrementally() {
        return lists().stream().filter(list -> changes(list).incremental() != null);
    }

    private static Changes changes(String list) {
        return ListChanges.of(OperationCatalog.require(api(list), operation(list)));
    }

    private static String api(String list) {
        return list.substring(0, list.indexOf('.'));
    }

    private static String operation(String list) {
        return list.substring(list.indexOf('.') + 1);
    }

    /** Where the simulator has few items of a list, there are more of them. */
    private void fill(String list) {
        if (list.equals("capping.list")) {
            template.requestBody("ajo:capping?operation=create", limit("https://one.example.com"));
            template.requestBody("ajo:capping?operation=create", limit("https://two.example.com"));
        }
        if (list.equals("fragment.list")) {
            template.requestBody(
                    "ajo:fragment?operation=create",
                    Map.of(
                            "name",
                            "Another one",
                            "type",
                            "html",
                            "channels",
                            List.of("email"),
                            "fragment",
                            Map.of("content", "<p>Hi</p>")));
        }
    }

    private static Map<String, Object> limit(String url) {
        return Map.of(
                "url",
                url,
                "methods",
                List.of("POST"),
                "services",
                Map.of("action", Map.of("rating", Map.of("maxCallsCount", 10, "periodInMs", 1000))));
    }

    private String uri(String list) {
        String uri = "ajo:" + api(list) + "?operation=" + operation(list) + "&outputType=map";
        if (list.equals("campaign.listVersions")) {
            List<?> campaigns =
                    template.requestBody("ajo:campaign?operation=list&outputType=map&paging=all", null, List.class);
            return uri + "&id=" + ((Map<?, ?>) campaigns.get(0)).get("campaignId");
        }
        if (list.equals("loyalty-reward-definition.list")) {
            List<String> providers = identifiers("loyalty-reward-provider.list");
            return uri + "&id=" + providers.get(0);
        }
        return uri;
    }

    private void begin(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(uri + "&startScheduler=false").routeId("source").process(exchange -> {
                    if (told.size() == failsAt) {
                        throw new IllegalStateException("on purpose");
                    }
                    told.add(exchange.getMessage().getHeader(AjoConstants.ID, String.class));
                    whenTold.run();
                });
            }
        });
        source = (AjoConsumer) context.getRoute("source").getConsumer();
    }

    private List<String> poll() throws Exception {
        told.clear();
        source.poll();
        return List.copyOf(told);
    }

    /** The identifiers as the list itself has them. */
    private List<String> identifiers(String list) {
        String paging =
                OperationCatalog.require(api(list), operation(list)).paging().hasPages() ? "&paging=all" : "";
        Object answer = template.requestBody(uri(list) + paging, null, Object.class);
        List<?> items = answer instanceof List<?> all ? all : List.of();
        return items.stream()
                .map(item -> String.valueOf(((Map<?, ?>) item).get(changes(list).key())))
                .toList();
    }

    /** The identifiers of a list; ends a test that needs more than one of them where the simulator has not. */
    private List<String> several(String list, String reason) {
        fill(list);
        List<String> identifiers = identifiers(list);
        assumeThat(identifiers)
                .as("The simulator has one item of " + list + " or none, " + reason)
                .hasSizeGreaterThan(1);
        return identifiers;
    }

    @ParameterizedTest
    @MethodSource("lists")
    void eachItemIsToldOnceAndNothingWhenTheListIsReadAgain(String list) throws Exception {
        List<String> expected = identifiers(list);
        begin(uri(list));
        assertThat(poll()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(poll()).isEmpty();
        assertThat(poll()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aReadThatEndedHalfWayGoesOnBehindWhatWasTold(String list) throws Exception {
        List<String> expected = identifiers(list);
        begin(uri(list));
        failsAt = expected.size() / 2;
        List<String> both = new ArrayList<>(poll());
        failsAt = Integer.MAX_VALUE;
        both.addAll(poll());
        assertThat(both).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(poll()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void eachItemIsToldAtEachPollWhereAllAreWanted(String list) throws Exception {
        List<String> expected = identifiers(list);
        begin(uri(list) + "&changes=all");
        assertThat(poll()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(poll()).containsExactlyInAnyOrderElementsOf(expected);
    }

    static Stream<String> listsOfPages() {
        return lists().stream().filter(list -> {
            Paging paging = paging(list);
            return paging.hasPages() && paging.sizeParam() != null;
        });
    }

    private static Paging paging(String list) {
        return OperationCatalog.require(api(list), operation(list)).paging();
    }

    @ParameterizedTest
    @MethodSource("listsOfPages")
    void aPageThatIsRepeatedEndsTheReadAndNothingIsLostOrRemoved(String list) throws Exception {
        List<String> expected = several(list, "so there is no second page");
        begin(uri(list) + "&changes=created,updated,removed&pageSize=" + Math.min(100, expected.size() / 2));
        String page = firstPage();
        source.reset();
        // The first page as it is, and once more where the second one is asked for.
        simulator().failNext(Fault.builder().delay(Duration.ofNanos(1)).build());
        answerNext(page);

        assertThatThrownBy(this::poll).isInstanceOf(AjoException.class).hasMessageContaining("given up");

        assertThat(source.status().orElseThrow().position().phase()).isEqualTo(SourcePhase.BASELINE);
        List<String> both = new ArrayList<>(told);
        both.addAll(poll());
        assertThat(both).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(poll()).isEmpty();
        assertThat(poll()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aPageInAnotherOrderThanAskedForLosesNothing(String list) throws Exception {
        List<String> expected = several(list, "so there is no order");
        begin(uri(list));
        String page = turnedRound(list, firstPage());
        source.reset();
        for (int i = 0; i < 2; i++) {
            answerNext(page);
            List<String> now = poll();
            assertThat(now).hasSize(i == 0 ? expected.size() : 0);
            assertThat(new HashSet<>(now)).hasSameSizeAs(now);
        }
        assertThat(poll()).isEmpty();
    }

    /** What the first request of a poll is answered with. */
    private String firstPage() throws Exception {
        simulator().forgetRequests();
        whenTold = () -> {
            throw new IllegalStateException("one page is enough");
        };
        poll();
        whenTold = () -> {};
        ReceivedRequest request = simulator().requests().stream().findFirst().orElseThrow();
        HttpRequest.Builder again = HttpRequest.newBuilder(
                        URI.create(simulator().baseUrl() + request.path() + "?" + request.query()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        Stream.of("Authorization", "x-api-key", "x-gw-ims-org-id", "x-sandbox-name", "Accept", "Content-Type")
                .filter(name -> request.header(name) != null)
                .forEach(name -> again.header(name, request.header(name)));
        return HttpClient.newHttpClient()
                .send(again.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String turnedRound(String list, String page) throws Exception {
        return changed(list, page, Collections::reverse);
    }

    /** A page with other items, or in another order,. */
    private static String changed(String list, String page, Consumer<List<JsonNode>> change) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode answer = mapper.readTree(page);
        String items = paging(list).items();
        ArrayNode array = (ArrayNode) (answer.isArray() ? answer : answer.at("/" + items.replace('.', '/')));
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        change.accept(nodes);
        array.removeAll();
        array.addAll(nodes);
        return mapper.writeValueAsString(answer);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListThatIsEmptyAllAtOnceRemovesNothingUnlessItHadOneItem(String list) throws Exception {
        fill(list);
        List<String> expected = identifiers(list);
        begin(uri(list) + "&changes=created,updated,removed");
        assertThat(poll()).containsExactlyInAnyOrderElementsOf(expected);
        String page = changed(list, firstPage(), List::clear);
        answerNext(page);
        assertThat(poll()).as("missing for the first time").isEmpty();
        answerNext(page);
        if (expected.size() > 1) {
            assertThatThrownBy(this::poll).hasMessageContaining("are gone").hasMessageContaining("allowRemovals");
            assertThat(told).isEmpty();
            assertThat(poll()).as("they are back").isEmpty();
        } else {
            assertThat(poll()).as("the only one has gone").isEqualTo(expected);
            assertThat(poll()).as("and is back").isEqualTo(expected);
        }
        assertThat(source.failuresInARow()).isZero();
    }

    private static void answerNext(String page) {
        simulator()
                .failNext(Fault.builder()
                        .status(200)
                        .body("application/json", page)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("listsReadIncrementally")
    void aPositionInTheFutureFailsWithTheWayOut(String list) throws Exception {
        begin(uri(list) + "&startFrom=latest");
        poll();
        source.setPosition(Instant.parse("2999-01-01T00:00:00Z"));
        assertThatThrownBy(this::poll)
                .isInstanceOf(AjoException.class)
                .hasMessageContaining("2999-01-01")
                .hasMessageContaining("setPosition");
        source.setPosition(null);
        assertThat(poll()).isEmpty();
    }

    @Test
    void nothingIsLostWhenAnItemIsDeletedWhileThePagesAreRead() throws Exception {
        for (int i = 0; i < 150; i++) {
            createTemplate("Template " + i);
        }
        List<String> expected = identifiers("template.list");
        whenTold = () -> {
            if (told.size() == 10) {
                deleteTemplate(told.get(0));
            }
        };
        begin(uri("template.list") + "&pageSize=50");
        List<String> all = new ArrayList<>(poll());
        whenTold = () -> {};
        all.addAll(poll());
        assertThat(all).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void anItemThatIsChangedWhileThePagesAreReadIsToldAgainAndNoOtherIsLost() throws Exception {
        for (int i = 0; i < 150; i++) {
            createTemplate("Template " + i);
        }
        List<String> expected = new ArrayList<>(identifiers("template.list"));
        whenTold = () -> {
            if (told.size() == 10) {
                expected.add(told.get(3));
                renameTemplate(told.get(3), "Changed meanwhile");
            }
        };
        begin(uri("template.list") + "&pageSize=50");
        List<String> all = new ArrayList<>(poll());
        whenTold = () -> {};
        all.addAll(poll());
        assertThat(all).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(poll()).isEmpty();
    }

    @Test
    void aListWithoutItemsTellsNothing() throws Exception {
        begin(uri("template.list") + "&property=name~^Nobody");
        assertThat(poll()).isEmpty();
        assertThat(poll()).isEmpty();
        assertThat(source.failuresInARow()).isZero();
    }

    @Test
    void aNewestEntryThatStandsInTheWrongPlaceIsFoundInTheSamePoll() throws Exception {
        String list = "suppression-address.list";
        begin(uri(list) + "&startFrom=latest");
        poll();
        poll();
        template.requestBody(
                "ajo:suppression-address?operation=add",
                List.of(Map.of("entity", Map.of("type", "email", "entityValue", "jane@example.com"))));
        String page = turnedRound(list, firstPage());
        answerNext(page);

        assertThat(poll()).hasSize(1);
    }
}
