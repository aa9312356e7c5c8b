package io.github.camelajo.docs.generator;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.control.ContentSamples;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.simulator.control.LoyaltySamples;
import io.github.camelajo.simulator.control.SampleIds;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.assertj.core.api.InstanceOfAssertFactories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How a route of the pages is tried: what there is before, what is sent, and what must have come of it.
 *
 * @param before prepares the simulator and gives the body to send; what it puts into the map becomes headers
 * @param after  looks at the exchange, which has not failed
 */
public record Scenario(Preparation before, Consumer<Exchange> after) {

    /** Gets things ready. */
    @FunctionalInterface
    public interface Preparation {
        Object prepare(AjoSimulator simulator, ProducerTemplate template, Map<String, Object> headers);
    }

    /** What the pages write where an organization id of your own belongs. */
    private static final String ORGANIZATION = "1234567890ABCDEF@AdobeOrg";

    /** By the name of the snippet. */
    public static final Map<String, Scenario> ALL = new HashMap<>();

    static {
        add("connection-verify", nothing(), done -> assertThat(map(done)).containsEntry("ok", true));
        add("adobe-first-example", nothing(), done -> {
            assertThat(map(done)).containsEntry("path", "/imp/");
            assertThat(simulator(done).requests()).last().satisfies(request -> {
                assertThat(request.toString()).isEqualTo("GET /imp/");
                assertThat(request.headers())
                        .containsKeys(
                                "Authorization", "X-Api-Key", "x-gw-ims-org-id", "Cache-Control", "x-sandbox-name");
            });
        });
        add(
                "json-body",
                (simulator, template, headers) -> {
                    headers.put("address", "jane@example.com");
                    return null;
                },
                done -> assertThat(template(done)
                                .requestBody(
                                        "ajo:suppression-address?operation=get&id=jane@example.com", null, Map.class))
                        .extracting("suppressed.comment")
                        .isEqualTo("by phone"));
        add("capping-create", sending("capping-body"), done -> assertThat(deployed(done, "ajo:capping?operation=get"))
                .isEqualTo("deployed"));
        add("state-plan", document(), done -> {
            assertThat(list(done)).hasSize(3).allSatisfy(change -> assertThat((Map<?, ?>) change)
                    .extracting("action")
                    .isEqualTo("create"));
            assertThat(simulator(done).requests())
                    .noneMatch(request -> request.method().equals("PUT"));
        });
        add("state-apply", document(), done -> {
            assertThat(done.getMessage().getHeader("CamelAjoChanges")).isEqualTo(5);
            Exchange again = template(done).request("ajo:state?operation=apply", sent -> sent.getMessage()
                    .setBody(Snippet.inPages("state-document", "yaml").text()));
            assertThat(again.getMessage().getHeader("CamelAjoChanges")).isEqualTo(0);
        });
        add("state-export", nothing(), done -> {
            Path exported = Path.of(done.getContext().resolvePropertyPlaceholders("{{reports}}"), "sandbox.yaml");
            assertThat(exported).content().startsWith("version: 1\n");
            assertThat(exported.toFile().delete()).isTrue();
        });
        add("capping-delete", Scenario::deployedCapping, done -> assertThat(
                        done.getMessage().getHeader("CamelAjoStatusCode"))
                .isEqualTo(200));
        add("throttling-put", sending("throttling-body"), done -> assertThat(
                        deployed(done, "ajo:throttling?operation=get&sandbox=prod"))
                .isEqualTo("deployed"));
        add("journey-all", nothing(), done -> assertThat(list(done)).hasSizeGreaterThan(1));
        add("journey-stream", nothing(), done -> assertThat(requests(done, "/ajo/journey"))
                .hasSize(3));
        add("journey-pages", nothing(), done -> assertThat(requests(done, "/ajo/journey"))
                .hasSize(5));
        add("journey-headers", Scenario::idOfAJourney, done -> assertThat(map(done))
                .containsEntry("sandboxName", "prod"));
        add("journey-dynamic", Scenario::idOfAJourneyHere, done -> assertThat(map(done))
                .containsKey("sandboxName"));
        add("message-send", Scenario::mail, done -> assertThat(simulator(done).messagesSent())
                .hasSize(1));
        add(
                "message-batch",
                (simulator, template, headers) -> parsed(mail(simulator, template, headers)),
                done -> await().untilAsserted(
                                () -> assertThat(simulator(done).messagesSent()).hasSize(1)));
        add("event-send", sending("event-body"), done -> assertThat(
                        simulator(done).events().started())
                .hasSize(1));
        add("event-batch", (simulator, template, headers) -> parsed(json("event-body")), done -> await().untilAsserted(
                        () -> assertThat(simulator(done).events().count()).isEqualTo(1)));
        add(
                "event-left",
                (simulator, template, headers) -> {
                    simulator.events().refuseNext(1, 400, "no");
                    return List.of(parsed(json("event-body")), parsed(json("event-body")));
                },
                done -> assertThat(simulator(done).events().count()).isEqualTo(1));
        add("package-promote", sending("promote-body"), done -> assertThat(
                        (Map<?, ?>) map(done).get("ids"))
                .hasSize(1));
        add("job-wait", (simulator, template, headers) -> json("audience-body"), done -> assertThat(
                        done.getMessage().getHeader("CamelAjoJobState"))
                .isEqualTo("Succeeded"));
        add("upload", Scenario::csv, done -> assertThat(done.getMessage().getHeader("CamelAjoJobState"))
                .isEqualTo("COMPLETE"));
        add("template-rename", Scenario::template, done -> assertThat(
                        done.getMessage().getHeader("CamelAjoStatusCode"))
                .isEqualTo(200));
        add("campaign-live", nothing(), done -> assertThat(list(done)).isNotEmpty());
        add("proof-send", withId(SampleIds.LIVE_CAMPAIGN, () -> json("proof-body")), done -> assertThat(
                        done.getMessage().getHeader("CamelAjoJobState"))
                .isEqualTo("SUBMITTED"));
        add("orchestrated-trigger", withId(SampleIds.LIVE_ORCHESTRATED_CAMPAIGN, () -> null), done -> assertThat(
                        simulator(done).orchestratedTriggers())
                .hasSize(1));
        add("challenge-publish", withId(LoyaltySamples.DRAFT_CHALLENGE, () -> null), done -> assertThat(template(done)
                        .requestBodyAndHeader(
                                "ajo:loyalty-challenge?operation=get",
                                null,
                                "CamelAjoId",
                                LoyaltySamples.DRAFT_CHALLENGE,
                                Map.class))
                .containsEntry("state", "published"));
        add("recipe-suppress", Scenario::csv, done -> assertThat(template(done)
                        .requestBodyAndHeader(
                                "ajo:suppression-address?operation=get", null, "CamelAjoId", "somebody@example.com"))
                .isNotNull());
        add("recipe-publish", (simulator, template, headers) -> ContentSamples.EXPRESSION_FRAGMENT, done -> assertThat(
                        map(done))
                .containsKey("fragment"));
        add("recipe-mails", Scenario::mail, done -> await().untilAsserted(
                        () -> assertThat(simulator(done).messagesSent()).hasSize(1)));
        add(
                "recipe-outbox",
                (simulator, template, headers) ->
                        mail(simulator, template, headers).replaceFirst("\\{", "{\"orderId\": 4711,"),
                done -> {
                    assertThat(done.getMessage().getHeader("CamelAjoOutboxResult"))
                            .isEqualTo("added");
                    await().untilAsserted(() ->
                            assertThat(simulator(done).messagesSent()).hasSize(1));
                });
        add("outbox-mails", Scenario::orderedMail, done -> {
            assertThat(done.getMessage().getHeader("CamelAjoOutboxResult")).isEqualTo("added");
            Path report = Path.of(done.getContext().resolvePropertyPlaceholders("{{reports}}"), "4711.csv");
            await().untilAsserted(() -> assertThat(report).content().startsWith("4711;sent;HUMA-"));
            assertThat(simulator(done).messagesSent()).hasSize(1);
            assertThat(report.toFile().delete()).isTrue();
        });
        add("recipe-inventory", Scenario::journeyWithAnAwkwardName, done -> {
            Path report = Path.of(done.getContext().resolvePropertyPlaceholders("{{reports}}"), "inventory.csv");
            assertThat(report)
                    .content()
                    .startsWith(
                            "kind;id;status;name\n\"journey\";\"j1\";\"live\";\"Spring; \"\"sale\"\", 20%\"\n\"campaign\";")
                    .contains("\n\"campaign\";\"" + SampleIds.LIVE_CAMPAIGN + "\";\"LIVE\";");
            assertThat(report.toFile().delete()).isTrue();
        });
        add(
                "recipe-unsubscribes",
                (simulator, template, headers) -> Map.of(
                        "id", 1, "entry", "{\"entity\":{\"type\":\"email\",\"entityValue\":\"row@example.com\"}}"),
                done -> assertThat(template(done)
                                .requestBodyAndHeader(
                                        "ajo:suppression-address?operation=get", null, "CamelAjoId", "row@example.com"))
                        .isNotNull());
        add(
                "recipe-nightly",
                (simulator, template, headers) -> {
                    headers.putAll(Map.of("CamelAjoId", "e1", "CamelAjoChange", "created"));
                    return Map.of("entity", Map.of("entityValue", "jane@example.com"));
                },
                done -> {
                    assertThat(emails(done)).containsExactly("jane@example.com");
                    template(done)
                            .sendBodyAndHeaders(
                                    "direct:snippet", null, Map.of("CamelAjoId", "e1", "CamelAjoChange", "removed"));
                    assertThat(emails(done)).isEmpty();
                });
        add(
                "recipe-dead-letter",
                (simulator, template, headers) -> {
                    simulator.failNext(1, 429);
                    return mail(simulator, template, headers);
                },
                done -> {
                    startRoute(done, "send-again");
                    ConsumerTemplate queue = done.getContext().createConsumerTemplate();
                    Exchange again = queue.receive("seda:mails", 10_000);
                    assertThat(again.getMessage().getHeader("why", String.class))
                            .contains("429");
                    assertThat(again.getMessage().getBody(String.class))
                            .isEqualTo(mail(simulator(done), null, Map.of()));
                    simulator(done).failNext(1, 500);
                    template(done).sendBody("direct:snippet", again.getMessage().getBody());
                    assertThat(queue.receive("seda:mails-to-check", 10_000)).isNotNull();
                });
        add(
                "recipe-outage",
                (simulator, template, headers) -> {
                    simulator.failNext(1, 503);
                    return json("event-body");
                },
                done -> {
                    assertThat(simulator(done).events().count()).isEqualTo(1);
                    simulator(done).failNext(1, 400);
                    template(done).sendBody("direct:snippet", json("event-body"));
                    assertThat(done.getContext().createConsumerTemplate().receive("seda:events-to-check", 10_000))
                            .isNotNull();
                });
        add(
                "recipe-kafka",
                (simulator, template, headers) -> {
                    headers.putAll(Map.of("kafka.TOPIC", "orders", "kafka.PARTITION", 0, "kafka.OFFSET", 4711L));
                    headers.put("CamelKafkaManualCommit", new Commit());
                    return json("event-body");
                },
                done -> {
                    assertThat(done.getMessage().getHeader("CamelKafkaManualCommit", Commit.class).done)
                            .isTrue();
                    await().untilAsserted(() ->
                            assertThat(simulator(done).events().started()).hasSize(1));
                });
        add("limits-as-json", nothing(), done -> assertThat(done.getMessage().getBody())
                .asInstanceOf(InstanceOfAssertFactories.STRING)
                .startsWith("["));
        add("raw-get", nothing(), done -> assertThat(done.getMessage().getHeader("CamelAjoStatusCode"))
                .isEqualTo(200));
        add(
                "raw-post",
                (simulator, template, headers) -> json("raw-body").replace(ORGANIZATION, simulator.organizationId()),
                done -> assertThat(map(done)).containsKey("uid"));
        add("error-retry", fault(Fault.ofStatus(1, 503)), done -> assertThat(requests(done, "/ajo/journey"))
                .hasSize(2));
        add("error-not-found", Scenario::unknownId, done -> assertThat(done.isFailed())
                .isFalse());
        add(
                "error-unknown-outcome",
                (simulator, template, headers) -> {
                    simulator.failNext(Fault.builder().count(1).reset().build());
                    return json("capping-body");
                },
                done -> assertThat(list(done)).isEmpty());
    }

    private static void add(String snippet, Preparation before, Consumer<Exchange> after) {
        ALL.put(snippet, new Scenario(before, after));
    }

    private static Preparation nothing() {
        return (simulator, template, headers) -> null;
    }

    /** A body that a page shows as JSON. */
    private static Preparation sending(String snippet) {
        return (simulator, template, headers) -> json(snippet);
    }

    /** The document that the page about desired state shows. */
    private static Preparation document() {
        return (simulator, template, headers) ->
                Snippet.inPages("state-document", "yaml").text();
    }

    /** Sends a body to what has this identifier. */
    private static Preparation withId(String id, Supplier<Object> body) {
        return (simulator, template, headers) -> {
            headers.put("CamelAjoId", id);
            return body.get();
        };
    }

    private static Object orderedMail(AjoSimulator simulator, ProducerTemplate template, Map<String, Object> headers) {
        headers.put("orderId", "4711");
        return mail(simulator, template, headers);
    }

    private static Object journeyWithAnAwkwardName(
            AjoSimulator simulator, ProducerTemplate template, Map<String, Object> headers) {
        simulator.failNext(Fault.builder()
                .status(200)
                .body(
                        "application/json",
                        "{\"results\":[{\"id\":\"j1\",\"status\":\"live\",\"name\":\"Spring; \\\"sale\\\", 20%\"}],\"page\":0,\"pages\":1}")
                .pathPrefix("/ajo/journey")
                .build());
        return null;
    }

    private static String mail(AjoSimulator simulator, ProducerTemplate template, Map<String, Object> headers) {
        return json("message-body");
    }

    private static Object csv(AjoSimulator simulator, ProducerTemplate template, Map<String, Object> headers) {
        return Snippet.inPages("upload-body", "csv").text();
    }

    private static List<Object> emails(Exchange done) {
        List<?> rows = template(done).requestBody("sql:SELECT email FROM suppressed", null, List.class);
        return rows.stream().<Object>map(row -> ((Map<?, ?>) row).get("email")).toList();
    }

    private static void startRoute(Exchange done, String id) {
        try {
            done.getContext().getRouteController().startRoute(id);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ProducerTemplate template(Exchange done) {
        return done.getContext().createProducerTemplate();
    }

    private static Object template(AjoSimulator simulator, ProducerTemplate template, Map<String, Object> headers) {
        headers.put("CamelAjoId", ContentSamples.HTML_TEMPLATE);
        return json("patch-body");
    }

    private static Preparation fault(Fault fault) {
        return (simulator, template, headers) -> {
            simulator.failNext(fault);
            return null;
        };
    }

    private static Object deployedCapping(
            AjoSimulator simulator, ProducerTemplate template, Map<String, Object> headers) {
        Map<?, ?> created = template.requestBody("ajo:capping?operation=create", json("capping-body"), Map.class);
        template.requestBody("ajo:capping?operation=deploy&id=" + created.get("uid"), (Object) null);
        headers.put("CamelAjoId", created.get("uid"));
        return null;
    }

    private static Object unknownId(AjoSimulator simulator, ProducerTemplate template, Map<String, Object> headers) {
        headers.put("CamelAjoId", "unknown");
        return null;
    }

    private static Object idOfAJourney(AjoSimulator simulator, ProducerTemplate template, Map<String, Object> headers) {
        Object journeys = template.requestBody("ajo:journey?operation=list&sandbox=prod&pageSize=1", (Object) null);
        return ((Map<?, ?>) ((List<?>) journeys).get(0)).get("id");
    }

    /** In the sandbox of the component. */
    private static Object idOfAJourneyHere(
            AjoSimulator simulator, ProducerTemplate template, Map<String, Object> headers) {
        Object journeys = template.requestBody("ajo:journey?operation=list&pageSize=1", (Object) null);
        return ((Map<?, ?>) ((List<?>) journeys).get(0)).get("id");
    }

    private static String json(String snippet) {
        return Snippet.inPages(snippet, "json").text();
    }

    private static Object parsed(String json) {
        try {
            return new ObjectMapper().readValue(json, Map.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Exchange done) {
        return done.getMessage().getBody(Map.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Exchange done) {
        return done.getMessage().getBody(List.class);
    }

    private static Object deployed(Exchange done, String uri) {
        ProducerTemplate template = done.getContext().createProducerTemplate();
        Object id = done.getMessage().getHeader("CamelAjoId");
        return template.requestBodyAndHeader(uri, null, "CamelAjoId", id, Map.class)
                .get("state");
    }

    private static AjoSimulator simulator(Exchange done) {
        return done.getContext().getRegistry().findSingleByType(AjoSimulator.class);
    }

    private static List<?> requests(Exchange done, String path) {
        return simulator(done).requests().stream()
                .filter(request -> request.path().equals(path))
                .toList();
    }

    /** What camel-kafka puts into a header, as far as a route sees it. */
    public static final class Commit {

        private boolean done;

        public void commit() {
            done = true;
        }
    }
}
