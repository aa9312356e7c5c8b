package io.github.camelajo.docs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.Fault;
import io.github.camelajo.simulator.ReceivedRequest;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How a route of the pages is tried: what there is before, what is sent, and what must have come of it.
 *
 * @param before prepares the simulator and gives the body to send; what it puts into the map becomes headers
 * @param after  looks at the exchange, which has not failed
 */
record Scenario(Preparation before, Consumer<Exchange> after) {

    /** Gets things ready. */
    @FunctionalInterface
    interface Preparation {
        Object prepare(AjoSimulator simulator, ProducerTemplate template, Map<String, Object> headers);
    }

    /** What the pages write where an organization id of your own belongs. */
    private static final String ORGANIZATION = "1234567890ABCDEF@AdobeOrg";

    /** By the name of the snippet. */
    static final Map<String, Scenario> ALL = new HashMap<>();

    static {
        add("connection-verify", nothing(), done -> assertThat(map(done)).containsEntry("ok", true));
        add("capping-create", sending("capping-body"), done -> assertThat(deployed(done, "ajo:capping?operation=get"))
                .isEqualTo("deployed"));
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
        // The simulator may not play these APIs; canned answers do for routes.
        add(
                "message-send",
                answering("message-body", "{\"executionId\":\"e-1\"}"),
                done -> assertThat(lastRequest(done)).contains("requestId").contains("4711"));
        add(
                "message-batch",
                (simulator, template, headers) -> {
                    simulator.failNext(answer("{\"executionId\":\"e-1\"}").build());
                    return parsed(json("message-body"));
                },
                done -> await().untilAsserted(
                                () -> assertThat(lastRequest(done)).contains("customer-17")));
        add(
                "job-wait",
                answering(
                        "audience-body",
                        "{\"executionId\":\"e-1\"}",
                        "{\"status\":\"InProgress\"}",
                        "{\"status\":\"Succeeded\"}"),
                done -> assertThat(done.getMessage().getHeader("CamelAjoJobState"))
                        .isEqualTo("Succeeded"));
        add(
                "upload",
                answering("upload-body", "{\"success\":{\"jobId\":\"j-1\"}}", "{\"status\":\"COMPLETE\"}"),
                done -> assertThat(done.getMessage().getHeader("CamelAjoJobState"))
                        .isEqualTo("COMPLETE"));
        add("template-rename", Scenario::template, done -> assertThat(
                        done.getMessage().getHeader("CamelAjoStatusCode"))
                .isEqualTo(200));
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

    /** Sends a body of a page, and has the next calls answered with these. */
    private static Preparation answering(String snippet, String... answers) {
        return (simulator, template, headers) -> {
            for (String answer : answers) {
                simulator.failNext(answer(answer).build());
            }
            return Snippet.inPages().stream()
                    .filter(candidate -> candidate.name().equals(snippet))
                    .findFirst()
                    .orElseThrow()
                    .text();
        };
    }

    private static Fault.Builder answer(String json) {
        return Fault.builder().count(1).status(200).body("application/json", json);
    }

    private static Object template(AjoSimulator simulator, ProducerTemplate template, Map<String, Object> headers) {
        headers.put("CamelAjoId", "t-1");
        simulator.failNext(answer("{}").header("ETag", "\"v1\"").build());
        simulator.failNext(answer("{}").build());
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

    private static String lastRequest(Exchange done) {
        List<ReceivedRequest> all = simulator(done).requests();
        return all.isEmpty() ? "" : all.get(all.size() - 1).bodyAsString();
    }

    private static AjoSimulator simulator(Exchange done) {
        return done.getContext().getRegistry().findSingleByType(AjoSimulator.class);
    }

    private static List<?> requests(Exchange done, String path) {
        return simulator(done).requests().stream()
                .filter(request -> request.path().equals(path))
                .toList();
    }
}
