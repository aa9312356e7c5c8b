package io.github.camelajo.docs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelajo.AjoComponent;
import io.github.camelajo.docs.generator.Scenario;
import io.github.camelajo.docs.generator.Snippet;
import io.github.camelajo.simulator.AjoSimulator;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.control.EventSamples;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.FromDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every route that a page shows is loaded, started and sent a message, in each of its languages. */
class RouteSnippetsTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    private static final List<String> LANGUAGES = List.of("java", "yaml", "xml");

    @TempDir
    Path reports;

    static Stream<Snippet> routes() {
        return Snippet.inPages().stream()
                .filter(snippet -> LANGUAGES.contains(snippet.language()))
                .filter(snippet -> JavaSnippets.ROUTES.containsKey(snippet.name()));
    }

    /** Those that begin by themselves are tried by {@link SourceSnippetsTest}. */
    static Stream<Snippet> routesThatAreSentAMessage() {
        return routes().filter(snippet -> !snippet.name().startsWith("source-"));
    }

    @ParameterizedTest
    @MethodSource("routesThatAreSentAMessage")
    void theRouteDoesWhatThePageSays(Snippet snippet) throws Exception {
        Scenario scenario = Scenario.ALL.get(snippet.name());
        try (DefaultCamelContext context = context()) {
            load(context, snippet);
            // Whatever a route starts from, here it starts from the test. Nobody waits for an answer behind a queue.
            FromDefinition from = context.getRouteDefinitions().get(0).getInput();
            ExchangePattern pattern =
                    from.getEndpointUri().startsWith("seda:") ? ExchangePattern.InOnly : ExchangePattern.InOut;
            from.setUri("direct:snippet");
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            Map<String, Object> headers = new HashMap<>();
            Object body = scenario.before().prepare(EXTENSION.simulator(), template, headers);
            Exchange done = template.send("direct:snippet", pattern, exchange -> {
                exchange.getMessage().setBody(body);
                exchange.getMessage().setHeaders(headers);
            });
            assertThat(done.getException()).isNull();
            scenario.after().accept(done);
        }
    }

    @Test
    void everyRouteIsShownInEachLanguage() {
        for (String language : LANGUAGES) {
            assertThat(routes().filter(route -> route.language().equals(language)))
                    .as(language)
                    .extracting(Snippet::name)
                    .containsExactlyInAnyOrderElementsOf(JavaSnippets.ROUTES.keySet());
        }
    }

    private DefaultCamelContext context() {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("simulator", EXTENSION.simulator());
        RecipeTables.bind(context);
        context.getPropertiesComponent().addOverrideProperty("reports", reports.toString());
        context.getPropertiesComponent()
                .addOverrideProperty("cjm", EXTENSION.simulator().baseUrl());
        context.getPropertiesComponent().addOverrideProperty("reason", "by phone");
        context.getPropertiesComponent().addOverrideProperty("events.connection", EventSamples.CONNECTION);
        context.getPropertiesComponent().addOverrideProperty("events.schema", EventSamples.SCHEMA);
        context.getPropertiesComponent().addOverrideProperty("events.orderPlaced", EventSamples.EVENT_ID);
        // So that jobs are not waited for longer than a test likes.
        configure(context, EXTENSION.simulator()).getConfiguration().setAwaitDelay(10);
        return context;
    }

    /** Points the component of a context to the simulator. */
    static AjoComponent configure(DefaultCamelContext context, AjoSimulator simulator) {
        AjoComponent ajo = JavaSnippets.component(
                context,
                simulator.clientId(),
                simulator.clientSecret(),
                simulator.organizationId(),
                simulator.scopes());
        ajo.getConfiguration().setBaseUrl(simulator.baseUrl());
        ajo.getConfiguration().setEventUrl(simulator.baseUrl());
        ajo.getConfiguration().setTokenEndpoint(simulator.tokenEndpoint());
        return ajo;
    }

    static void load(DefaultCamelContext context, Snippet snippet) throws Exception {
        if (snippet.language().equals("java")) {
            context.addRoutes(JavaSnippets.ROUTES.get(snippet.name()).get());
            return;
        }
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString("snippet." + snippet.language(), snippet.text()));
    }
}
