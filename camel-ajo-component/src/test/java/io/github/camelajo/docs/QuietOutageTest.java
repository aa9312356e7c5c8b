package io.github.camelajo.docs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelajo.docs.generator.Snippet;
import io.github.camelajo.exception.AjoException;
import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** What an application logs in an outage with the error handlers of the page about observability, Camel's lines included. */
class QuietOutageTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = new AjoSimulatorExtension();

    private static final int FAILURES = 20;

    private final Warnings warnings = new Warnings();
    private final DefaultCamelContext context = new DefaultCamelContext();

    private static final class Handled extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:outage-handled
            from("timer:live-journeys?period=1000")
                    .errorHandler(deadLetterChannel("direct:failed"))
                    .to("ajo:journey?operation=list&filter=status=live")
                    .to("log:live-journeys?level=DEBUG");

            from("direct:failed").log(LoggingLevel.DEBUG, "${exception.message}");
            // end
        }
    }

    private static final class PassedOn extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:outage-passed-on
            from("direct:live-journeys")
                    .errorHandler(noErrorHandler())
                    .to("ajo:journey?operation=list&filter=status=live");
            // end
        }
    }

    private static final class Polls extends RouteBuilder {
        @Override
        public void configure() {
            // snippet:outage-source
            onException(AjoException.class).handled(true).log(LoggingLevel.DEBUG, "${exception.message}");

            from("ajo:template?operation=list&delay=1m&bridgeErrorHandler=true").to("log:templates?level=DEBUG");
            // end
        }
    }

    @BeforeEach
    void listen() {
        warnings.start();
        ((Logger) LogManager.getRootLogger()).addAppender(warnings);
        RouteSnippetsTest.configure(context, EXTENSION.simulator());
    }

    @AfterEach
    void end() throws Exception {
        context.close();
        ((Logger) LogManager.getRootLogger()).removeAppender(warnings);
    }

    private void load(RouteBuilder java, String snippet, String language) throws Exception {
        if (language.equals("java")) {
            context.addRoutes(java);
            return;
        }
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "snippet." + language,
                        Snippet.inPages(snippet, language).text()));
    }

    /** Adobe fails, then answers again. */
    private void outage() throws Exception {
        EXTENSION.simulator().failNext(FAILURES, 503);
        for (RouteDefinition route : context.getRouteDefinitions()) {
            String uri = route.getInput().getEndpointUri();
            // So that the test does not last as long as the outage.
            route.getInput()
                    .setUri(uri.replace("period=1000", "period=1&delay=0")
                            .replace("delay=1m", "delay=1&initialDelay=0"));
        }
        context.start();
    }

    private static int calls() {
        return EXTENSION.simulator().requests().size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml", "xml"})
    void aHandledFailureIsLoggedByNobodyButTheComponent(String language) throws Exception {
        load(new Handled(), "outage-handled", language);
        outage();
        await().until(() -> calls() > FAILURES);
        assertThat(warnings.lines).singleElement().asString().startsWith("Adobe cannot be used: 5 calls failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml", "xml"})
    void theCallerGetsAFailureThatIsNotLogged(String language) throws Exception {
        load(new PassedOn(), "outage-passed-on", language);
        outage();
        ProducerTemplate template = context.createProducerTemplate();
        for (int i = 0; i < FAILURES; i++) {
            assertThatExceptionOfType(CamelExecutionException.class)
                    .isThrownBy(() -> template.sendBody("direct:live-journeys", null))
                    .withCauseInstanceOf(AjoServerException.class);
        }
        assertThat(warnings.lines).singleElement().asString().startsWith("Adobe cannot be used: 5 calls failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "yaml", "xml"})
    void aPollThatFailsIsLoggedByNobodyButTheComponent(String language) throws Exception {
        load(new Polls(), "outage-source", language);
        outage();
        await().until(() -> calls() > FAILURES);
        assertThat(warnings.lines).singleElement().asString().startsWith("Adobe cannot be used: 5 calls failed");
    }

    /** Why the page says that a failure has to be handled: the timer logs as well, whatever the error handler does. */
    @Test
    void aFailureThatIsNotHandledIsLoggedByTheConsumerToo() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:live-journeys?period=1000")
                        .errorHandler(defaultErrorHandler()
                                .logExhaustedMessageHistory(false)
                                .logStackTrace(false))
                        .to("ajo:journey?operation=list");
            }
        });
        outage();
        await().untilAsserted(() -> assertThat(warnings.lines)
                .filteredOn(line -> line.startsWith("Error processing exchange"))
                .hasSize(FAILURES));
        assertThat(warnings.lines)
                .filteredOn(line -> line.startsWith("Failed delivery"))
                .as("one line each, as the page says of these two settings")
                .hasSize(FAILURES)
                .allSatisfy(line -> assertThat(line).doesNotContain("\n"));
    }

    private static final class Warnings extends AbstractAppender {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        Warnings() {
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
