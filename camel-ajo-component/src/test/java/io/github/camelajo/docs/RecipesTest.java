package io.github.camelajo.docs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.github.camelajo.docs.generator.Snippet;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.control.EventSamples;
import io.github.camelajo.simulator.control.Fault;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Recipes that begin by themselves or live in trouble, with what they begin from. */
class RecipesTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    private final AjoSimulator simulator = EXTENSION.simulator();

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml", "xml"})
    void aBadRowIsMarkedAndDoesNotStopTheOthers(String language) throws Exception {
        try (DefaultCamelContext context = context()) {
            JdbcTemplate tables = RecipeTables.bind(context);
            tables.update("INSERT INTO unsubscribe (id, email) VALUES (1, 'ann@example.com'),"
                    + " (2, 'no\"body'), (3, 'bob@example.com'), (4, 'late@example.com')");
            // The call for the first row: an outage refuses nobody.
            simulator.failNext(1, 503);
            load(context, "recipe-unsubscribes", language);

            await().untilAsserted(() ->
                    assertThat(states(tables)).isEqualTo(Map.of(1, "new", 2, "refused", 3, "done", 4, "done")));
            assertThat(tables.queryForObject("SELECT reason FROM unsubscribe WHERE id = 2", String.class))
                    .contains("ajo:suppression-address?operation=add");
            assertThat(suppressed(context)).contains("bob@example.com", "late@example.com");
        }
    }

    @Test
    void theTableFollowsTheListAndForgetsWhatWasTakenOffIt() throws Exception {
        try (DefaultCamelContext context = context()) {
            JdbcTemplate tables = RecipeTables.bind(context);
            load(context, "recipe-nightly", "yaml");
            await().untilAsserted(() -> assertThat(emails(tables)).isEqualTo(suppressed(context)));

            String gone = emails(tables).iterator().next();
            try (ProducerTemplate template = context.createProducerTemplate()) {
                template.requestBodyAndHeader("ajo:suppression-address?operation=delete", null, "CamelAjoId", gone);
            }

            await().untilAsserted(() -> assertThat(emails(tables)).isNotEmpty().doesNotContain(gone));
        }
    }

    @Test
    void anOutageIsToldInTwoLinesHoweverLongItLasts() throws Exception {
        WarningsOfTheRoute warnings = new WarningsOfTheRoute();
        Logger root = (Logger) LogManager.getRootLogger();
        warnings.start();
        root.addAppender(warnings);
        try (DefaultCamelContext context = context()) {
            load(context, "recipe-outage", "yaml");
            simulator.failNext(Fault.ofStatus(2, 503));
            try (ProducerTemplate template = context.createProducerTemplate()) {
                String event = Snippet.inPages("event-body", "json").text();
                template.sendBody("seda:orders", event);
                template.sendBody("seda:orders", event);
            }
            await().untilAsserted(() -> assertThat(simulator.events().count()).isEqualTo(2));
        } finally {
            root.removeAppender(warnings);
        }
        assertThat(warnings.lines).hasSizeLessThanOrEqualTo(1);
    }

    private static Map<Integer, String> states(JdbcTemplate tables) {
        return tables.queryForList("SELECT id, state FROM unsubscribe").stream()
                .collect(Collectors.toMap(row -> (Integer) row.get("id"), row -> (String) row.get("state")));
    }

    private static Set<String> emails(JdbcTemplate tables) {
        return Set.copyOf(tables.queryForList("SELECT email FROM suppressed", String.class));
    }

    private static Set<String> suppressed(DefaultCamelContext context) {
        List<?> items = context.createProducerTemplate()
                .requestBody(
                        "ajo:suppression-address?operation=list&paging=all&outputType=map", (Object) null, List.class);
        return items.stream()
                .map(item -> (Map<?, ?>) ((Map<?, ?>) item).get("entity"))
                .map(entity -> (String) entity.get("entityValue"))
                .collect(Collectors.toSet());
    }

    private DefaultCamelContext context() {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getPropertiesComponent().addOverrideProperty("events.connection", EventSamples.CONNECTION);
        context.getPropertiesComponent().addOverrideProperty("events.schema", EventSamples.SCHEMA);
        RouteSnippetsTest.configure(context, simulator);
        return context;
    }

    private static void load(DefaultCamelContext context, String name, String language) throws Exception {
        if (language.equals("java")) {
            context.addRoutes(JavaSnippets.ROUTES.get(name).get());
        } else {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(
                            "snippet." + language,
                            Snippet.inPages(name, language).text()));
        }
        context.start();
    }

    private static final class WarningsOfTheRoute extends AbstractAppender {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        WarningsOfTheRoute() {
            super("warnings", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            if (event.getLevel().isMoreSpecificThan(Level.WARN)) {
                lines.add(event.getMessage().getFormattedMessage());
            }
        }
    }
}
