package io.github.camelajo.kamelets;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpServer;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.internal.state.MemorySourceState;
import io.github.camelajo.internal.storage.SourceStorage;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class SourcesTest extends KameletTestSupport {

    private MockEndpoint out;

    private void start(String kamelet) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:" + kamelet).to("mock:out");
            }
        });
        out = context.getEndpoint("mock:out", MockEndpoint.class);
        context.start();
    }

    private List<String> bodies() {
        return out.getReceivedExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody(String.class))
                .toList();
    }

    private static long polls(String path) {
        return calls().stream()
                .filter(call -> call.startsWith("GET " + path) && !call.contains("page="))
                .count();
    }

    private void awaitPolls(String path, int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> polls(path) >= count);
    }

    @Test
    void emitsEachJourneyOfAllPagesOnceAsJson() throws Exception {
        start("ajo-journeys-source?sandbox=dev&period=50&fields=id,name");
        awaitPolls("/ajo/journey", 3);
        assertThat(bodies()).hasSize(250).doesNotHaveDuplicates();
        assertThat(json(bodies().get(0)).fieldNames()).toIterable().contains("id", "name");
    }

    @Test
    void readsOnlyWhatTheFilterLetsThrough() throws Exception {
        start("ajo-journeys-source?sandbox=dev&period=50&filter=RAW(status=live)");
        awaitPolls("/ajo/journey", 2);
        assertThat(bodies()).isNotEmpty().hasSizeLessThan(250);
        assertThat(calls()).allMatch(call -> call.contains("filter=status%3Dlive"));
    }

    @Test
    void emitsAllAgainWhenAskedTo() throws Exception {
        start("ajo-journeys-source?sandbox=dev&period=50&changes=all&fields=id");
        await().atMost(Duration.ofSeconds(60)).until(() -> out.getReceivedCounter() >= 500);
    }

    @Test
    void emitsEachCampaignOnce() throws Exception {
        start("ajo-campaigns-source?sandbox=dev&period=50");
        awaitPolls("/journey/campaigns/service/campaigns", 3);
        assertThat(bodies()).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(bodies())
                .extracting(body -> json(body).path("campaignId").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void readsOnlyTheCampaignsThatTheConditionLetsThrough() throws Exception {
        start("ajo-campaigns-source?sandbox=dev&period=50&property=RAW(status==LIVE)");
        awaitPolls("/journey/campaigns/service/campaigns", 2);
        assertThat(bodies()).isNotEmpty().allSatisfy(body -> assertThat(
                        json(body).path("status").asText())
                .isEqualTo("LIVE"));
    }

    @Test
    void keepsItsPositionInAStateOfTheApplication() throws Exception {
        MemorySourceState state = new MemorySourceState();
        context.getRegistry().bind("mine", state);
        start("ajo-campaigns-source?sandbox=dev&period=50&sourceState=mine&sourceId=campaigns");
        awaitPolls("/journey/campaigns/service/campaigns", 3);
        assertThat(state.status("campaigns").orElseThrow().items())
                .isEqualTo(out.getReceivedCounter())
                .isPositive();
    }

    @Test
    void aStateThatOutlivesTheProcessNeedsANameForThePosition() throws Exception {
        SourceStorage durable = (SourceStorage) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SourceStorage.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isDurable" -> true;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> "a state that outlives the process";
                    default -> null;
                });
        context.getRegistry().bind("mine", durable);
        assertThatThrownBy(() -> start("ajo-campaigns-source?sandbox=dev&sourceState=mine"))
                .hasStackTraceContaining("sourceId");
    }

    @Test
    void aStateThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> start("ajo-campaigns-source?sandbox=dev&sourceState=nobody&sourceId=x"))
                .hasStackTraceContaining("nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ajo-journeys", "ajo-campaigns", "ajo-suppressed-addresses", "ajo-templates"})
    void emitsNothingOfWhatIsThereWhenItBeginsWithTheLatest(String kamelet) throws Exception {
        start(kamelet + "-source?sandbox=dev&period=50&startFrom=latest");
        await().atMost(Duration.ofSeconds(60)).until(() -> calls().size() >= 8);
        assertThat(out.getReceivedCounter()).isZero();
    }

    @Test
    void emitsEachSuppressedAddressAndTheNewOnes() throws Exception {
        start("ajo-suppressed-addresses-source?sandbox=dev&period=50&startFrom=latest");
        awaitPolls("/ajo/config/suppression/addresses", 2);
        template.requestBody(
                "kamelet:ajo-suppress-address-sink?sandbox=dev",
                "{\"entity\":{\"type\":\"email\",\"entityValue\":\"jane@example.com\"}}");
        await().atMost(Duration.ofSeconds(60)).until(() -> out.getReceivedCounter() == 1);
        assertThat(bodies().get(0)).contains("jane@example.com");
    }

    @Test
    void emitsTemplatesWithTheirContentAndTellsTheirRemoval() throws Exception {
        start("ajo-templates-source?sandbox=dev&period=50&fetch=true&changes=created,removed");
        await().atMost(Duration.ofSeconds(60)).until(() -> out.getReceivedCounter() == 3);
        assertThat(bodies())
                .allSatisfy(body -> assertThat(json(body).has("template")).isTrue());
        String id = out.getReceivedExchanges().get(0).getMessage().getHeader("CamelAjoId", String.class);
        delete("/ajo/content/templates/" + id);
        await().atMost(Duration.ofSeconds(60)).until(() -> out.getReceivedCounter() == 4);
        assertThat(out.getReceivedExchanges().get(3).getMessage())
                .satisfies(message -> assertThat(message.getBody()).isNull())
                .satisfies(message -> assertThat(message.getHeaders())
                        .containsEntry("CamelAjoChange", "removed")
                        .containsEntry("CamelAjoId", id));
    }

    private void delete(String path) {
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setClientId(simulator().clientId());
        configuration.setClientSecret(simulator().clientSecret());
        configuration.setOrganizationId(simulator().organizationId());
        configuration.setScopes(simulator().scopes());
        configuration.setBaseUrl(simulator().baseUrl());
        configuration.setTokenEndpoint(simulator().tokenEndpoint());
        configuration.setSandbox("dev");
        context.addComponent("remover", component);
        template.requestBody(
                "remover:template?operation=delete&id=" + path.substring(path.lastIndexOf('/') + 1), (Object) null);
    }

    @Test
    void whatTheRouteFailedOnComesAgain() throws Exception {
        AtomicReference<String> failed = new AtomicReference<>();
        AtomicInteger seen = new AtomicInteger();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("kamelet:ajo-campaigns-source?sandbox=dev&period=50")
                        .process(exchange -> {
                            if (seen.incrementAndGet() == 1) {
                                failed.set(exchange.getMessage().getBody(String.class));
                                throw new IllegalStateException("the first one fails");
                            }
                        })
                        .to("mock:out");
            }
        });
        out = context.getEndpoint("mock:out", MockEndpoint.class);
        context.start();
        awaitPolls("/journey/campaigns/service/campaigns", 4);
        assertThat(bodies()).contains(failed.get()).doesNotHaveDuplicates();
        assertThat(seen).hasValue(out.getReceivedCounter() + 1);
    }

    @Test
    void pollsDoNotOverlap() throws Exception {
        simulator().latency(Duration.ofMillis(50));
        start("ajo-campaigns-source?sandbox=dev&period=1");
        awaitPolls("/journey/campaigns/service/campaigns", 3);
        List<Integer> pages = calls().stream().map(SourcesTest::page).toList();
        int last = Collections.max(pages);
        assertThat(last).isPositive();
        for (int i = 1; i < pages.size(); i++) {
            int expected = pages.get(i - 1) == last ? 0 : pages.get(i - 1) + 1;
            assertThat(pages.get(i)).as("pages as they were read: %s", pages).isEqualTo(expected);
        }
    }

    private static int page(String call) {
        return call.contains("page=") ? Integer.parseInt(call.replaceAll(".*page=(\\d+).*", "$1")) : 0;
    }

    /** The journeys of the simulator do not change by themselves, so a small server replaces it. */
    @Test
    void emitsAJourneyAgainWhenItHasChanged() throws Exception {
        AtomicReference<String> state = new AtomicReference<>("draft");
        AtomicInteger reads = new AtomicInteger();
        HttpServer server = journeys(state, reads);
        try {
            start("ajo-journeys-source?sandbox=dev&period=20&baseUrl=http://localhost:"
                    + server.getAddress().getPort());
            await().atMost(Duration.ofSeconds(60)).until(() -> reads.get() >= 3);
            assertThat(bodies()).hasSize(2);
            state.set("live");
            await().atMost(Duration.ofSeconds(60)).until(() -> out.getReceivedCounter() == 3);
            int before = reads.get();
            await().atMost(Duration.ofSeconds(60)).until(() -> reads.get() >= before + 3);
            assertThat(bodies()).hasSize(3);
            assertThat(json(bodies().get(2)).path("status").asText()).isEqualTo("live");
        } finally {
            context.stop();
            server.stop(0);
        }
    }

    private static HttpServer journeys(AtomicReference<String> state, AtomicInteger reads) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ajo/journey", exchange -> {
            reads.incrementAndGet();
            byte[] page = ("{\"results\":[{\"id\":\"1\",\"status\":\"" + state.get()
                            + "\"},{\"id\":\"2\",\"status\":\"live\"}],\"pagination\":{\"page\":0,\"pageSize\":100,"
                            + "\"totalPages\":1,\"totalElements\":2}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return server;
    }
}
