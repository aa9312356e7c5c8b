package io.github.camelajo.internal.desired;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.exception.AjoStateException;
import io.github.camelajo.model.StateChange.Action;
import io.github.camelajo.model.StateReport;
import io.github.camelajo.simulator.AjoSimulator;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine over a simulator, call by call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EngineTestSupport {

    static final StateOptions APPLY =
            new StateOptions(false, true, true, false, false, false, null, false, 10, false, Duration.ofMillis(1));
    static final StateOptions PRUNE =
            new StateOptions(false, true, true, true, false, false, null, true, 10, false, Duration.ofMillis(1));

    AjoSimulator simulator;
    DefaultCamelContext context;
    ProducerTemplate template;

    @BeforeAll
    void begin() {
        simulator = AjoSimulator.builder()
                .journeys(1)
                .campaigns(1)
                .suppressionEntries(9)
                .start();
    }

    /** With a context of its own: the simulator forgets its tokens too. */
    @BeforeEach
    void reset() {
        if (context != null) {
            context.stop();
        }
        simulator.reset();
        context = new DefaultCamelContext();
        AjoComponent ajo = new AjoComponent();
        ajo.getConfiguration().setClientId(simulator.clientId());
        ajo.getConfiguration().setClientSecret(simulator.clientSecret());
        ajo.getConfiguration().setOrganizationId(simulator.organizationId());
        ajo.getConfiguration().setScopes(simulator.scopes());
        ajo.getConfiguration().setBaseUrl(simulator.baseUrl());
        ajo.getConfiguration().setTokenEndpoint(simulator.tokenEndpoint());
        context.addComponent("ajo", ajo);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterAll
    void end() {
        context.stop();
        simulator.close();
    }

    TestCalls calls() {
        return new TestCalls(template, "prod");
    }

    static StateReport run(StateCalls calls, Object document, StateOptions options) {
        return new StateRun(calls, new ObjectMapper(), options, "state.apply", "prod")
                .apply(document, "state")
                .join();
    }

    StateReport apply(Object document) {
        return run(calls(), document, APPLY);
    }

    /** The end of a run that does not bring everything about. */
    static StateReport unfinished(StateCalls calls, Object document, StateOptions options) {
        try {
            return run(calls, document, options);
        } catch (CompletionException e) {
            return e.getCause() instanceof AjoStateException unlike ? unlike.getReport() : null;
        }
    }

    void settled(Object document, StateOptions options) {
        TestCalls calls = calls();
        StateReport report = run(calls, document, options);
        assertThat(report.changes())
                .allSatisfy(
                        change -> assertThat(change.action()).as(report.text()).isEqualTo(Action.UNCHANGED));
        assertThat(calls.writes()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(String api) {
        return template.requestBody("ajo:" + api + "?operation=list&sandbox=prod&paging=all", null, List.class);
    }

    static Map<String, Object> document(Object... sections) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", 1);
        document.put("name", "shop");
        for (int i = 0; i < sections.length; i += 2) {
            document.put((String) sections[i], sections[i + 1]);
        }
        return document;
    }

    static Map<String, Object> capping(String url, int calls) {
        return object(
                "url",
                url,
                "methods",
                List.of("POST", "GET", "PUT"),
                "services",
                Map.of("action", Map.of("rating", Map.of("maxCallsCount", calls, "periodInMs", 1000))));
    }

    static Map<String, Object> throttling(int throughput) {
        return object(
                "name",
                "Orders",
                "urlPattern",
                "https://api.example.com/*",
                "methods",
                List.of("POST"),
                "maxThroughput",
                throughput);
    }

    static Map<String, Object> template(String name, String html) {
        return object(
                "name", name, "templateType", "html", "channels", List.of("email"), "template", Map.of("html", html));
    }

    static Map<String, Object> fragment(String name, String content) {
        return object(
                "name", name, "type", "html", "channels", List.of("email"), "fragment", Map.of("content", content));
    }

    static Map<String, Object> address(String value) {
        return object("entity", Map.of("entityValue", value), "comment", "asked us to");
    }

    static Map<String, Object> object(Object... fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            object.put((String) fields[i], fields[i + 1]);
        }
        return object;
    }
}
