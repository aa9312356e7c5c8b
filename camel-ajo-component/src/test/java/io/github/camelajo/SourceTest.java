package io.github.camelajo;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.observe.AjoDevConsole;
import io.github.camelajo.internal.observe.SourceView;
import io.github.camelajo.internal.state.MemorySourceState;
import io.github.camelajo.internal.storage.SourceStorage;
import io.github.camelajo.internal.token.LogCapture;
import io.github.camelajo.spi.StoreException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A route that begins with a list. Polls are made by the test, so that nothing waits for a clock. */
class SourceTest extends SourceTestSupport {

    private final List<String> told = new ArrayList<>();
    private final List<Object> bodies = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private Predicate<Exchange> fails = exchange -> false;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private AjoConsumer consumer;
    private boolean deleted;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getRegistry().bind("meters", meters);
        return context;
    }

    private void begin(String uri) throws Exception {
        consumer = begin("source", uri);
    }

    private AjoConsumer begin(String routeId, String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(uri + "&startScheduler=false&sourceId=test")
                        .routeId(routeId)
                        .process(exchange -> {
                            if (fails.test(exchange)) {
                                throw new IllegalStateException("on purpose");
                            }
                            told.add(exchange.getMessage().getHeader(AjoConstants.CHANGE) + " " + name(exchange));
                            bodies.add(exchange.getMessage().getBody());
                            times.add(exchange.getMessage().getHeader(AjoConstants.CHANGED_AT, Long.class));
                        });
            }
        });
        return (AjoConsumer) context.getRoute(routeId).getConsumer();
    }

    private static String name(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        return body instanceof Map<?, ?> item
                ? String.valueOf(item.get("name"))
                : exchange.getMessage().getHeader(AjoConstants.ID, String.class);
    }

    private List<String> poll() throws Exception {
        told.clear();
        consumer.poll();
        return List.copyOf(told);
    }

    @Test
    void theFirstPollTellsAllAndTheNextOnlyWhatHasChanged() throws Exception {
        begin("ajo:template?operation=list&outputType=map");
        assertThat(poll()).hasSize(3).allMatch(change -> change.startsWith("created "));
        assertThat(poll()).isEmpty();
        String id = createTemplate("New one");
        assertThat(poll()).containsExactly("created New one");
        renameTemplate(id, "Changed one");
        assertThat(poll()).containsExactly("updated Changed one");
        assertThat(poll()).isEmpty();
    }

    @Test
    void latestTellsNothingOfWhatIsThereAlready() throws Exception {
        begin("ajo:template?operation=list&outputType=map&startFrom=latest");
        assertThat(poll()).isEmpty();
        createTemplate("New one");
        assertThat(poll()).containsExactly("created New one");
    }

    @ParameterizedTest
    @CsvSource({"2000-01-01,3", "2999-01-01,0", "2999-01-01T00:00:00Z,0"})
    void aDateTellsWhatWasChangedSince(String date, int expected) throws Exception {
        begin("ajo:template?operation=list&outputType=map&startFrom=" + date);
        assertThat(poll()).hasSize(expected);
    }

    @Test
    void anItemIsRemovedWhenTwoReadsHaveNotSeenIt() throws Exception {
        String id = createTemplate("Short lived");
        begin("ajo:template?operation=list&outputType=map&changes=created,updated,removed");
        assertThat(poll()).hasSize(4);
        deleteTemplate(id);
        assertThat(poll()).isEmpty();
        assertThat(poll()).containsExactly("removed " + id);
        assertThat(poll()).isEmpty();
        assertThat(bodies.get(bodies.size() - 1)).isNull();
    }

    @Test
    void whatTheRouteMayHaveIsToldAsRemovedAlsoWhenItsExchangeNeverCompleted() throws Exception {
        String id = createTemplate("Half done");
        begin("ajo:template?operation=list&outputType=map&changes=created,removed");
        fails = exchange -> id.equals(exchange.getMessage().getHeader(AjoConstants.ID));
        poll();
        deleteTemplate(id);
        fails = exchange -> false;
        poll();
        assertThat(poll()).containsExactly("removed " + id);
    }

    @Test
    void everythingGoneAtOnceIsHeldBackUntilSomebodyAllowsIt() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(createTemplate("Template " + i));
        }
        begin("ajo:template?operation=list&outputType=map&changes=removed");
        assertThat(poll()).isEmpty();
        ids.forEach(id -> deleteTemplate(id));
        assertThat(poll()).isEmpty();
        assertThatThrownBy(this::poll)
                .isInstanceOf(AjoException.class)
                .hasMessageContaining("20 of 23 items are gone")
                .hasMessageContaining("allowRemovals");
        assertThat(consumer.failuresInARow()).isEqualTo(1);
        assertThat(consumer.allowRemovals()).isTrue();
        assertThat(poll()).hasSize(20).allMatch(change -> change.startsWith("removed "));
        assertThat(poll()).isEmpty();
    }

    @Test
    void anExchangeThatFailsComesAgainAndNothingBehindItIsSkipped() throws Exception {
        begin("ajo:template?operation=list&outputType=map");
        fails = exchange -> name(exchange).equals("Sample reminder");
        List<String> first = poll();
        assertThat(first).hasSizeLessThan(3).noneMatch(change -> change.contains("Sample reminder"));
        fails = exchange -> false;
        List<String> second = poll();
        assertThat(second.get(0)).contains("Sample reminder");
        assertThat(first.size() + second.size()).isEqualTo(3);
        assertThat(poll()).isEmpty();
    }

    @Test
    void withContinueTheErrorHandlerKeepsTheFailureAndTheOthersGoOn() throws Exception {
        begin("ajo:template?operation=list&outputType=map&onFailure=continue");
        fails = exchange -> name(exchange).equals("Sample reminder");
        assertThat(poll()).hasSize(2);
        assertThat(consumer.lastPoll().failed()).isEqualTo(1);
        fails = exchange -> false;
        assertThat(poll()).isEmpty();
    }

    @Test
    void rollbackOnlyCountsAsAFailure() throws Exception {
        begin("ajo:template?operation=list&outputType=map");
        fails = exchange -> {
            exchange.setRollbackOnly(true);
            return false;
        };
        assertThat(poll()).hasSize(1);
        fails = exchange -> false;
        assertThat(poll()).hasSize(3);
    }

    @Test
    void allTellsEachItemAtEachPoll() throws Exception {
        begin("ajo:template?operation=list&outputType=map&changes=all");
        assertThat(poll()).hasSize(3).allMatch(change -> change.startsWith("present "));
        assertThat(poll()).hasSize(3);
    }

    @Test
    void fetchBringsTheWholeItem() throws Exception {
        begin("ajo:template?operation=list&outputType=map&fetch=true");
        poll();
        assertThat(bodies).hasSize(3).allSatisfy(body -> assertThat(((Map<?, ?>) body).get("template"))
                .isNotNull());
    }

    @Test
    void noMoreThanTheWantedNumberOfMessagesComesFromOnePollAndTheRestFromTheNext() throws Exception {
        begin("ajo:template?operation=list&outputType=map&maxMessagesPerPoll=2");
        assertThat(poll()).hasSize(2);
        assertThat(poll()).hasSize(1);
        assertThat(poll()).isEmpty();
    }

    @Test
    void aListOfManyPagesIsReadToItsEnd() throws Exception {
        begin("ajo:journey?operation=list&outputType=map&pageSize=7");
        int journeys = poll().size();
        assertThat(journeys).isGreaterThan(100);
        assertThat(poll()).isEmpty();
    }

    @Test
    void suppressionsAreReadFromTheirNewestEnd() throws Exception {
        begin("ajo:suppression-address?operation=list&outputType=map&startFrom=latest");
        poll();
        int requests = simulator().requests().size();
        template.requestBody(
                "ajo:suppression-address?operation=add",
                List.of(Map.of("entity", Map.of("type", "email", "entityValue", "jane@example.com"))));
        assertThat(poll()).hasSize(1);
        assertThat(times.get(0)).isPositive();
        assertThat(simulator().requests().size() - requests).isLessThanOrEqualTo(4);
    }

    @Test
    void aFilterOfTheUriIsNotLostWhenOnlyChangesAreRead() throws Exception {
        begin("ajo:template?operation=list&outputType=map&property=name~^Wanted");
        assertThat(poll()).isEmpty();
        assertThat(poll()).isEmpty();
        createTemplate("Unwanted");
        createTemplate("Wanted");
        assertThat(poll()).containsExactly("created Wanted");
        assertThat(poll()).isEmpty();
    }

    @Test
    void whatIsCompleteDoesNotComeAgainWhenALaterPageFails() throws Exception {
        begin("ajo:journey?operation=list&outputType=map&pageSize=50");
        fails = exchange -> told.size() == 30;
        assertThat(poll()).hasSize(30);
        fails = exchange -> {
            if (told.size() == 5) {
                simulator().failNext(1, 500);
            }
            return false;
        };
        assertThatThrownBy(this::poll).isInstanceOf(AjoException.class);
        List<String> beforeTheFailure = List.copyOf(told);
        assertThat(beforeTheFailure).hasSizeBetween(6, 99);
        fails = exchange -> false;
        assertThat(poll()).isNotEmpty().doesNotContainAnyElementsOf(beforeTheFailure);
    }

    @Test
    void anItemThatIsGoneWhenItIsFetchedIsLeftOut() throws Exception {
        String id = createTemplate("Short lived");
        begin("ajo:template?operation=list&outputType=map&fetch=true");
        fails = exchange -> {
            if (!deleted) {
                deleted = true;
                deleteTemplate(id);
            }
            return false;
        };
        assertThat(poll()).hasSizeBetween(3, 4);
        assertThat(poll()).isEmpty();
        assertThat(consumer.failuresInARow()).isZero();
    }

    @Test
    void aPositionInTheFutureFailsAndSaysTheWayOut() throws Exception {
        begin("ajo:template?operation=list&outputType=map");
        poll();
        consumer.setPosition(Instant.parse("2999-01-01T00:00:00Z"));
        assertThatThrownBy(this::poll)
                .isInstanceOf(AjoException.class)
                .hasMessageContaining("2999-01-01")
                .hasMessageContaining("setPosition");
        consumer.setPosition(null);
        assertThat(poll()).isEmpty();
    }

    @Test
    void operatorsPollAndSeeWhereTheSourceStands() throws Exception {
        begin("ajo:template?operation=list&outputType=map");
        AjoEndpoint endpoint = (AjoEndpoint) consumer.getEndpoint();
        assertThat(endpoint.getSourceLastPoll()).isNull();
        assertThat(endpoint.pollNow()).isEqualTo(3);
        assertThat(endpoint.getSourcePosition()).startsWith("FOLLOW").contains("3 items known");
        assertThat(endpoint.getSourceLastPoll()).contains("1 calls, 3 items, 3 changes, 0 failed");
        assertThat(endpoint.getSourcePositionAgeMillis()).isNotNegative();
        AjoDevConsole console = new AjoDevConsole();
        console.setCamelContext(context);
        assertThat((String) console.call(DevConsole.MediaType.TEXT))
                .contains("sources:", "sourceId=test", "FOLLOW", "calls=1", "changes=3", "failedPollsInARow=0");
        assertThat(endpoint.resetPosition()).isTrue();
        assertThat(endpoint.pollNow()).isEqualTo(3);
    }

    @Test
    void metersConsoleAndJmxSayTheSameOfTheLatestPoll() throws Exception {
        begin("ajo:template?operation=list&outputType=map&fetch=true");
        assertThat(gauge("poll.calls")).isNaN();
        assertThat(gauge("position.age")).isNaN();
        fails = exchange -> {
            assertThat(gauge("exchange.age")).isNotNegative();
            assertThat(((AjoEndpoint) consumer.getEndpoint()).getSourceExchangeMillis())
                    .isNotNegative();
            return name(exchange).equals("Sample reminder");
        };
        poll();
        SourceView view = consumer.view();
        // One page, and each of the items that were begun.
        assertThat(view.calls()).isBetween(2L, 4L);
        assertThat(view.failed()).isEqualTo(1);
        assertThat(gauge("poll.calls")).isEqualTo(view.calls());
        assertThat(gauge("poll.items")).isEqualTo(view.items());
        assertThat(gauge("poll.changes")).isEqualTo(view.changes());
        assertThat(gauge("poll.failed")).isEqualTo(1);
        assertThat(gauge("poll.duration")).isEqualTo(view.lastDuration().toNanos() / 1e9);
        assertThat(gauge("position.age")).isNotNegative();
        assertThat(gauge("exchange.age")).isNaN();
        assertThat(((AjoEndpoint) consumer.getEndpoint()).getSourceLastPoll())
                .contains(
                        view.calls() + " calls, " + view.items() + " items, " + view.changes() + " changes, 1 failed");
        AjoDevConsole console = new AjoDevConsole();
        console.setCamelContext(context);
        assertThat((String) console.call(DevConsole.MediaType.TEXT))
                .contains("calls=" + view.calls(), "items=" + view.items(), "changes=" + view.changes(), "failed=1");
        simulator().failNext(1, 500);
        assertThatThrownBy(this::poll).isInstanceOf(AjoException.class);
        assertThat(gauge("failures.in.row")).isEqualTo(1);
        assertThat(gauge("poll.calls")).isEqualTo(1);
        context.getRouteController().stopRoute("source");
        assertThat(meters.getMeters())
                .noneMatch(meter -> meter.getId().getName().startsWith("ajo.source"));
    }

    private double gauge(String name) {
        return meters.get("ajo.source." + name)
                .tags("component", "ajo", "source", "test")
                .gauge()
                .value();
    }

    @Test
    void wholeItemsAreReadAheadAndToldInTheOrderOfTheList() throws Exception {
        for (int i = 0; i < 30; i++) {
            createTemplate("Template " + i);
        }
        begin("ajo:template?operation=list&outputType=map&pageSize=100");
        List<String> order = poll();
        assertThat(order).hasSize(33);
        consumer.reset();
        context.getRouteController().stopRoute("source");
        context.removeRoute("source");
        simulator().latency(Duration.ofMillis(40));
        begin("ajo:template?operation=list&outputType=map&fetch=true&pageSize=100");
        assertThat(poll()).isEqualTo(order);
        assertThat(consumer.lastPoll().calls()).isEqualTo(34);
        // One after the other would take 34 times the latency.
        assertThat(consumer.lastPoll().duration()).isLessThan(Duration.ofMillis(34 * 40));
    }

    @Test
    void noMoreItemsAreReadThanOnePollMayTell() throws Exception {
        begin("ajo:template?operation=list&outputType=map&fetch=true&maxMessagesPerPoll=1");
        assertThat(poll()).hasSize(1);
        assertThat(consumer.lastPoll().calls()).isEqualTo(2);
    }

    @Test
    void aPollThatIsAskedForWhileOneRunsDoesNothing() throws Exception {
        begin("ajo:template?operation=list&outputType=map");
        AtomicInteger second = new AtomicInteger(-1);
        fails = exchange -> {
            second.set(CompletableFuture.supplyAsync(this::pollNow).join());
            return false;
        };
        assertThat(poll()).hasSize(3);
        assertThat(second).hasValue(0);
    }

    private int pollNow() {
        return pollNow(consumer);
    }

    private static int pollNow(AjoConsumer polled) {
        try {
            return polled.pollNow();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoeverLosesTheSourceDeliversNothingMore() throws Exception {
        begin("ajo:template?operation=list&outputType=map");
        fails = exchange -> {
            consumer.reset();
            return false;
        };
        assertThatThrownBy(this::poll).hasMessageContaining("source");
        fails = exchange -> false;
        assertThat(poll()).hasSize(3);
    }

    @Test
    void anItemThatIsMadeAndChangedBetweenTwoPollsIsCreatedOnce() throws Exception {
        begin("ajo:template?operation=list&outputType=map");
        poll();
        renameTemplate(createTemplate("At first"), "In the end");
        assertThat(poll()).containsExactly("created In the end");
        assertThat(poll()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aListIsReadToItsEndHoweverItsLastPageIsFilled(int pageSize) throws Exception {
        createTemplate("The fourth");
        begin("ajo:template?operation=list&outputType=map&pageSize=" + pageSize);
        assertThat(poll()).hasSize(4);
        assertThat(poll()).isEmpty();
    }

    @Test
    void aPositionThatBelongsToAnotherFilterIsRefusedWithTheWayOut() throws Exception {
        begin("ajo:template?operation=list&outputType=map&property=name~^Sample");
        poll();
        context.getRouteController().stopRoute("source");
        context.removeRoute("source");
        begin("ajo:template?operation=list&outputType=map");
        assertThatThrownBy(this::poll)
                .hasMessageContaining("The position of source test belongs to")
                .hasMessageContaining("[property]")
                .hasMessageContaining("Reset the position, or use another source id");
        assertThat(told).isEmpty();
        consumer.reset();
        assertThat(poll()).hasSize(3);
    }

    @Test
    void anItemThatChangesBetweenTheListAndItsOwnReadIsToldInItsLastStateInTheEnd() throws Exception {
        String id = createTemplate("Version 1");
        createTemplate("Another");
        begin("ajo:template?operation=list&outputType=map&fetch=true");
        AtomicInteger exchanges = new AtomicInteger();
        fails = exchange -> {
            if (exchanges.incrementAndGet() == 1) {
                renameTemplate(id, "Version 2");
            }
            return false;
        };
        List<String> all = new ArrayList<>(poll());
        all.addAll(poll());
        assertThat(all.stream().filter(change -> change.contains("Version")).reduce((before, after) -> after))
                .hasValueSatisfying(last -> assertThat(last).endsWith("Version 2"));
        assertThat(poll()).isEmpty();
    }

    @Test
    void aRouteThatChangesTheMessageChangesNothingOfThePosition() throws Exception {
        begin("ajo:template?operation=list&outputType=map&changes=created,updated,removed");
        fails = exchange -> {
            exchange.getMessage().setHeader(AjoConstants.ID, "another");
            exchange.getMessage().setHeader(AjoConstants.CHANGE, "removed");
            exchange.getMessage().removeHeader(AjoConstants.CHANGED_AT);
            exchange.getMessage().setBody(Map.of("id", "another"));
            return false;
        };
        assertThat(poll()).hasSize(3);
        assertThat(poll()).isEmpty();
        assertThat(poll()).isEmpty();
        assertThat(consumer.status().orElseThrow().items()).isEqualTo(3);
    }

    @Test
    void aFailureThatTheRouteHandlesCountsAsComplete() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true);
                from("ajo:template?operation=list&startScheduler=false&sourceId=test")
                        .routeId("source")
                        .process(exchange -> {
                            throw new IllegalStateException("on purpose");
                        });
            }
        });
        consumer = (AjoConsumer) context.getRoute("source").getConsumer();
        consumer.poll();
        assertThat(consumer.lastPoll().changes()).isEqualTo(3);
        assertThat(consumer.lastPoll().failed()).isZero();
        consumer.poll();
        assertThat(consumer.lastPoll().changes()).isZero();
    }

    @Test
    void anExchangeThatGoesOnInAnotherThreadHoldsThePosition() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ajo:template?operation=list&startScheduler=false&sourceId=test")
                        .routeId("source")
                        .to("seda:behind?waitForTaskToComplete=Never");
                from("seda:behind").process(exchange -> {
                    reached.countDown();
                    assertThat(free.await(30, TimeUnit.SECONDS)).isTrue();
                });
            }
        });
        consumer = (AjoConsumer) context.getRoute("source").getConsumer();
        CompletableFuture<Integer> poll = CompletableFuture.supplyAsync(this::pollNow);
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(consumer.status().orElseThrow().items()).isZero();
        assertThat(consumer.view().exchangeAge()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(poll).isNotDone();
        free.countDown();
        assertThat(poll.get(30, TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(consumer.status().orElseThrow().items()).isEqualTo(3);
    }

    @Test
    void aSecondRouteWithTheSameSourceFindsItTakenAndGoesOnWhereItStands() throws Exception {
        String uri = "ajo:template?operation=list&outputType=map";
        begin(uri);
        // Camel wants an endpoint of its own for each; the size of its pages does not make it another list.
        AjoConsumer other = begin("other", uri + "&pageSize=50");
        AtomicInteger ofTheOther = new AtomicInteger(-1);
        fails = exchange -> {
            ofTheOther.set(CompletableFuture.supplyAsync(() -> pollNow(other)).join());
            return false;
        };
        assertThat(poll()).hasSize(3);
        assertThat(ofTheOther).hasValue(0);
        fails = exchange -> false;
        createTemplate("New one");
        told.clear();
        assertThat(other.poll()).isEqualTo(1);
        assertThat(told).containsExactly("created New one");
        assertThat(poll()).isEmpty();
    }

    @Test
    void aStorageThatIsAwayFailsThePollAndLosesNothing() throws Exception {
        MemorySourceState state = new MemorySourceState();
        AtomicInteger away = new AtomicInteger(3);
        context.getRegistry()
                .bind(
                        "state",
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {SourceStorage.class},
                                (proxy, method, arguments) -> {
                                    if (method.getName().equals("open") && away.getAndDecrement() > 0) {
                                        throw new StoreException("The database is away");
                                    }
                                    return method.invoke(state, arguments);
                                }));
        begin("ajo:template?operation=list&outputType=map&sourceState=#state");
        for (int i = 1; i <= 3; i++) {
            assertThatThrownBy(this::poll).hasMessage("The database is away");
            assertThat(consumer.failuresInARow()).isEqualTo(i);
        }
        assertThat(poll()).hasSize(3);
        assertThat(consumer.failuresInARow()).isZero();
        assertThat(poll()).isEmpty();
    }

    @Test
    void aSourceWhosePositionIsInMemorySaysOnceWhatARestartMeans() throws Exception {
        try (LogCapture log = new LogCapture("io.github.camelajo.AjoConsumer", Level.INFO)) {
            begin("ajo:template?operation=list&outputType=map");
            poll();
            poll();
            assertThat(log.at(Level.INFO))
                    .filteredOn(line -> line.contains("keeps its position in memory"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("Source test", "after a restart it starts over, with startFrom=all");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ajo:template?operation=list&changes=made | changes is 'made', allowed",
                "ajo:template?operation=list&changes=all,removed | allowed: all, or any of",
                "ajo:template?operation=list&startFrom=yesterday | startFrom is 'yesterday', allowed: all, latest, or a date",
                "ajo:template?operation=list&onFailure=skip | onFailure is 'skip', allowed: stop, continue",
                "ajo:template?operation=list&removedLimit=101 | allowed: 0 to 100",
                "ajo:suppression-address?operation=list&fetch=true | fetch is not possible",
                "ajo:campaign?operation=listVersions | campaign.listVersions needs campaignId",
                "ajo:capping?operation=list&changes=all&greedy=true | greedy is not possible with changes=all",
                "ajo:loyalty-event?operation=list&startFrom=2026-01-01 | Adobe gives no dates in loyalty-event.list",
                "ajo:loyalty-reward-auth?operation=list&id=x | A route cannot begin with loyalty-reward-auth.list",
                "ajo:template?operation=create | A route cannot begin with template.create",
                "ajo:loyalty-challenge?operation=list | A route cannot begin with loyalty-challenge.list"
            })
    void whatCannotBeFollowedIsRefusedAtTheStart(String uri, String message) {
        assertThatThrownBy(() -> begin(uri)).hasStackTraceContaining(message);
    }
}
