package io.github.camelajo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.internal.observe.AjoDevConsole;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A route that begins with a list. Polls are made by the test, so that nothing waits for a clock. */
class SourceTest extends CamelTestSupport {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    private final List<String> told = new ArrayList<>();
    private final List<Object> bodies = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private Predicate<Exchange> fails = exchange -> false;
    private AjoConsumer consumer;
    private boolean deleted;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        AjoSimulator simulator = EXTENSION.simulator();
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setClientId(simulator.clientId());
        configuration.setClientSecret(simulator.clientSecret());
        configuration.setOrganizationId(simulator.organizationId());
        configuration.setScopes(simulator.scopes());
        configuration.setBaseUrl(simulator.baseUrl());
        configuration.setTokenEndpoint(simulator.tokenEndpoint());
        configuration.setSandbox(AjoSimulator.DEVELOPMENT_SANDBOX);
        context.addComponent("ajo", component);
        return context;
    }

    private void begin(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(uri + "&startScheduler=false&sourceId=test")
                        .routeId("source")
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
        consumer = (AjoConsumer) context.getRoute("source").getConsumer();
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

    private String createTemplate(String name) {
        return template.requestBody("ajo:template?operation=create&outputType=map", body(name), Map.class)
                .get("id")
                .toString();
    }

    private static Map<String, Object> body(String name) {
        return Map.of(
                "name",
                name,
                "templateType",
                "html",
                "channels",
                List.of("email"),
                "template",
                Map.of("html", "<p>Hi</p>"));
    }

    @Test
    void theFirstPollTellsAllAndTheNextOnlyWhatHasChanged() throws Exception {
        begin("ajo:template?operation=list&outputType=map");
        assertThat(poll()).hasSize(3).allMatch(change -> change.startsWith("created "));
        assertThat(poll()).isEmpty();
        String id = createTemplate("New one");
        assertThat(poll()).containsExactly("created New one");
        template.requestBodyAndHeader(
                "ajo:template?operation=update&ifMatch=auto&id=" + id, body("Changed one"), "x", "y");
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
        template.requestBody("ajo:template?operation=delete&id=" + id, null, Object.class);
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
        template.requestBody("ajo:template?operation=delete&id=" + id, null, Object.class);
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
        ids.forEach(id -> template.requestBody("ajo:template?operation=delete&id=" + id, null, Object.class));
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
        int requests = EXTENSION.simulator().requests().size();
        template.requestBody(
                "ajo:suppression-address?operation=add",
                List.of(Map.of("entity", Map.of("type", "email", "entityValue", "jane@example.com"))));
        assertThat(poll()).hasSize(1);
        assertThat(times.get(0)).isPositive();
        assertThat(EXTENSION.simulator().requests().size() - requests).isLessThanOrEqualTo(4);
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
                EXTENSION.simulator().failNext(1, 500);
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
                template.requestBody("ajo:template?operation=delete&id=" + id, null, Object.class);
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
        assertThat(endpoint.getSourceLastPoll()).contains("3 items, 3 changes, 0 failed");
        assertThat(endpoint.getSourcePositionAgeMillis()).isNotNegative();
        AjoDevConsole console = new AjoDevConsole();
        console.setCamelContext(context);
        assertThat((String) console.call(DevConsole.MediaType.TEXT))
                .contains("sources:", "sourceId=test", "FOLLOW", "changes=3", "failedPollsInARow=0");
        assertThat(endpoint.resetPosition()).isTrue();
        assertThat(endpoint.pollNow()).isEqualTo(3);
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
        try {
            return consumer.pollNow();
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
