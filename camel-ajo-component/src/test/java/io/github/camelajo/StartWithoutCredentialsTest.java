package io.github.camelajo;

import java.io.IOException;

import io.github.camelajo.exception.AjoException;
import io.github.camelajo.simulator.AjoSimulatorExtension;
import io.github.camelajo.simulator.control.Fault;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.InterceptSendToMockEndpointStrategy;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultAutoMockInterceptStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where nothing is sent to Adobe, nothing of what Adobe wants is needed. */
class StartWithoutCredentialsTest {

    @RegisterExtension
    static final AjoSimulatorExtension EXTENSION = AjoTestSupport.EXTENSION;

    private static final String LIST = "ajo:journey?operation=list&sandbox=dev";

    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    private void route(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("calls").to(uri);
            }
        });
    }

    private Exchange call() {
        try (FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            return template.to("direct:in").request(Exchange.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void endpointsBehindMocksThatSkipThemStart() throws Exception {
        context.getCamelContextExtension()
                .registerEndpointCallback(new InterceptSendToMockEndpointStrategy("ajo:*", true));
        route(LIST);
        context.start();
        MockEndpoint mock = context.getEndpoint("mock:ajo:journey", MockEndpoint.class);
        mock.expectedMessageCount(1);

        assertThat(call().getException()).isNull();
        mock.assertIsSatisfied();
    }

    /** What {@code @MockEndpointsAndSkip} adds to a context. */
    @Test
    void endpointsThatAnAnnotationOfATestSkipsStart() throws Exception {
        context.getCamelContextExtension()
                .registerAutoMockInterceptStrategy(new DefaultAutoMockInterceptStrategy("ajo:*", true));
        route(LIST);
        context.start();
        MockEndpoint mock = context.getEndpoint("mock:ajo:journey", MockEndpoint.class);
        mock.expectedMessageCount(1);

        assertThat(call().getException()).isNull();
        mock.assertIsSatisfied();
    }

    @Test
    void endpointsThatAnInterceptorSkipsStart() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                interceptSendToEndpoint("ajo:*").skipSendToOriginalEndpoint().setBody(constant("instead"));
                from("direct:in").to(LIST);
            }
        });
        context.start();

        assertThat(call().getMessage().getBody()).isEqualTo("instead");
    }

    @Test
    void routesThatAreAdvisedToMockThemStart() throws Exception {
        route(LIST);
        AdviceWith.adviceWith(context, "calls", advice -> advice.mockEndpointsAndSkip("ajo:*"));
        context.start();

        assertThat(call().getException()).isNull();
    }

    @Test
    void aProducerThatStartsLateFailsWithTheFirstMessageAndNotBefore() throws Exception {
        route(LIST + "&lazyStartProducer=true");
        context.start();

        assertThat(call().getException()).hasStackTraceContaining("has no clientId, clientSecret, organizationId");
    }

    @Test
    void aProducerThatStartsLateAsksForItsTokenThen() throws Exception {
        AjoComponent component = new AjoComponent();
        AjoTestSupport.configure(component);
        component.setTokenOnStart(true);
        context.addComponent("ajo", component);
        EXTENSION.simulator().failNextTokens(Fault.ofStatus(20, 400));
        route(LIST + "&lazyStartProducer=true");
        context.start();
        assertThat(EXTENSION.simulator().tokenRequests()).isEmpty();

        assertThat(call().getException()).hasRootCauseInstanceOf(AjoException.class);
        assertThat(EXTENSION.simulator().tokenRequests()).isNotEmpty();
        assertThat(EXTENSION.simulator().requests()).isEmpty();
    }

    @Test
    void withoutAnyOfThisTheContextDoesNotStart() throws Exception {
        route(LIST);

        assertThatThrownBy(context::start).hasStackTraceContaining("has no clientId, clientSecret, organizationId");
    }
}
