package io.github.camelajo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.camelajo.internal.state.MemorySourceState;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Routes that take changes of a list when they want them: {@code pollEnrich} and {@code poll}. */
class SourceEnrichTest extends SourceTestSupport {

    private static final String TEMPLATES =
            "ajo:template?operation=list&outputType=map&initialDelay=0&delay=10&sourceId=enrich";

    private final MemorySourceState state = new MemorySourceState();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getRegistry().bind("state", state);
        return context;
    }

    private void begin(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
    }

    /** A route with one source. */
    private void begin(String uri) throws Exception {
        begin(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:take").routeId("take").pollEnrich(uri, 20_000).setBody(header(AjoConstants.ID));
            }
        });
    }

    /** A route whose source is chosen by the message. */
    private void beginDynamic(String uri, int cacheSize) throws Exception {
        begin(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:take")
                        .pollEnrich()
                        .simple(uri)
                        .cacheSize(cacheSize)
                        .timeout(20_000)
                        .setBody(header(AjoConstants.ID));
            }
        });
    }

    private String take() {
        return template.requestBody("direct:take", null, String.class);
    }

    private List<String> take(int times) {
        return Stream.generate(() -> take()).limit(times).toList();
    }

    private String take(String header, String value) {
        return template.requestBodyAndHeader("direct:take", null, header, value, String.class);
    }

    /** The identifiers of a list as the list itself has them. */
    private List<String> identifiers(String api) {
        List<?> items =
                template.requestBody("ajo:" + api + "?operation=list&outputType=map&paging=all", null, List.class);
        return items.stream().map(item -> (String) ((Map<?, ?>) item).get("id")).toList();
    }

    private List<AjoEndpoint> endpoints() {
        return context.getEndpoints().stream()
                .filter(AjoEndpoint.class::isInstance)
                .map(AjoEndpoint.class::cast)
                .filter(endpoint -> endpoint.getEndpointUri().contains("initialDelay"))
                .toList();
    }

    @Test
    void pollEnrichTakesOneChangeAndTheNextTimeTheNextOne() throws Exception {
        List<String> expected = identifiers("template");
        begin(TEMPLATES);
        assertThat(take(expected.size())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void pollTakesOneChangeAndTheNextTimeTheNextOne() throws Exception {
        List<String> expected = identifiers("template");
        begin(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:take").poll(TEMPLATES, 20_000).setBody(header(AjoConstants.ID));
            }
        });
        assertThat(take(expected.size())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void oneExchangeTakesOneChangeBecauseTheNextOneWaitsForItsEnd() throws Exception {
        begin(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:take")
                        .pollEnrich(TEMPLATES, 20_000)
                        .setProperty("first", header(AjoConstants.ID))
                        .pollEnrich(TEMPLATES, 200)
                        .setProperty("second", body());
            }
        });
        Exchange one = template.request("direct:take", exchange -> {});
        Exchange two = template.request("direct:take", exchange -> {});
        assertThat(one.getProperty("second")).isNull();
        assertThat(two.getProperty("first")).isNotNull().isNotEqualTo(one.getProperty("first"));
    }

    @Test
    void onlyWhatTheRouteHasTakenMovesThePosition() throws Exception {
        List<String> expected = identifiers("template");
        begin(TEMPLATES + "&sourceState=#state");
        List<String> taken = new ArrayList<>();
        taken.add(take());
        // The next one waits already.
        await().until(() -> state.status("enrich").orElseThrow().items() == 1);
        context.getRouteController().stopRoute("take");
        assertThat(state.status("enrich").orElseThrow().items()).isEqualTo(1);

        context.getRouteController().startRoute("take");
        while (taken.size() < expected.size()) {
            taken.add(take());
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whatFailsBehindPollEnrichIsTakenAgain() throws Exception {
        begin(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:take").pollEnrich(TEMPLATES, 20_000).process(exchange -> {
                    if (exchange.getProperty("fails", false, Boolean.class)) {
                        throw new IllegalStateException("on purpose");
                    }
                });
            }
        });
        Object failed = template.request("direct:take", exchange -> exchange.setProperty("fails", true))
                .getMessage()
                .getHeader(AjoConstants.ID);
        assertThat(failed).isNotNull();
        assertThat(template.request("direct:take", exchange -> {}).getMessage().getHeader(AjoConstants.ID))
                .isEqualTo(failed);
    }

    @Test
    void pollEnrichFromSeveralThreadsGivesEachItemToOneOfThem() throws Exception {
        for (int i = 0; i < 5; i++) {
            createTemplate("Template " + i);
        }
        List<String> expected = identifiers("template");
        begin(TEMPLATES);
        List<CompletableFuture<String>> taken = expected.stream()
                .map(ignored -> template.asyncRequestBody("direct:take", null, String.class))
                .toList();
        assertThat(taken.stream().map(CompletableFuture::join)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void eachValueOfAUriFromTheMessageHasOneEndpointAndAPlaceOfItsOwn() throws Exception {
        List<String> templates = identifiers("template");
        List<String> fragments = identifiers("fragment");
        beginDynamic("ajo:${header.api}?operation=list&outputType=map&initialDelay=0&delay=10", 1000);
        List<String> taken = new ArrayList<>();
        for (String api : List.of("template", "fragment", "template", "fragment", "template")) {
            taken.add(take("api", api));
        }
        assertThat(taken).doesNotHaveDuplicates();
        assertThat(taken.subList(0, 1)).isSubsetOf(templates);
        assertThat(List.of(taken.get(0), taken.get(2), taken.get(4))).containsExactlyInAnyOrderElementsOf(templates);
        assertThat(List.of(taken.get(1), taken.get(3))).isSubsetOf(fragments);
        assertThat(endpoints()).hasSize(2);
    }

    @Test
    void sourcesOfOneListWithDifferentFiltersDoNotMeetThoughNobodyHasNamedThem() throws Exception {
        createTemplate("Spring sale");
        createTemplate("Summer sale");
        beginDynamic(
                "ajo:template?operation=list&outputType=map&initialDelay=0&delay=10&property=name~^${header.filter}",
                1000);
        assertThat(List.of(take("filter", "Spring"), take("filter", "Summer"))).doesNotHaveDuplicates();
        assertThat(endpoints()).hasSize(2).allSatisfy(endpoint -> assertThat(endpoint.getSourceFailuresInARow())
                .isZero());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void noMoreSourcesRunThanTheCacheHasRoomForAndNoneLosesItsPlace(int cacheSize) throws Exception {
        List<String> expected = identifiers("template");
        beginDynamic(TEMPLATES + "-${header.source}&sourceState=#state", cacheSize);
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            for (String source : List.of("a", "b", "c")) {
                taken.add(source + " " + take("source", source));
            }
        }
        assertThat(taken).doesNotHaveDuplicates().hasSize(3 * expected.size());
        await().untilAsserted(() -> assertThat(
                        endpoints().stream().flatMap(AjoEndpoint::sources).count())
                .isLessThanOrEqualTo(cacheSize));
    }
}
