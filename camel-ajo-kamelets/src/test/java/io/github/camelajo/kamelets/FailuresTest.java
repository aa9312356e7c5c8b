package io.github.camelajo.kamelets;

import io.github.camelajo.exception.AjoServerException;
import io.github.camelajo.simulator.control.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.ProcessorDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which error handler gets the failure of a Kamelet. The page promises this for every line of Camel. */
class FailuresTest extends KameletTestSupport {

    private static final String ALONE = "&noErrorHandler=true";
    private static final String CONFIGURATIONS = "/journey/orchestration/endpointConfigs";

    /**
     * On Camel 4.18 a {@code kamelet} step gets the error handler of the route that was created last. It must not be
     * this one.
     */
    @BeforeEach
    void addTheRouteThatIsCreatedLast() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(deadLetterChannel("mock:other"));
                from("direct:other").startupOrder(2).to("mock:done");
            }
        });
    }

    @AfterEach
    void noOtherErrorHandlerWasAsked() {
        assertThat(context.getEndpoint("mock:other", MockEndpoint.class).getReceivedCounter())
                .isZero();
    }

    /** Lists once, which takes one call. */
    private static void list(ProcessorDefinition<?> route, boolean kameletStep, String options) {
        String kamelet = "ajo-capping-list-action?sandbox=dev" + options;
        if (kameletStep) {
            route.kamelet(kamelet);
        } else {
            route.to("kamelet:" + kamelet);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutAnErrorHandlerInsideItFailsLikeAnyOtherStep(boolean kameletStep) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(
                        deadLetterChannel("mock:failed").maximumRedeliveries(1).redeliveryDelay(0));
                list(from("direct:list").startupOrder(1), kameletStep, ALONE);
            }
        });
        context.start();

        simulator().failNext(1, 503);
        assertThat(send("list", null).getException()).isNull();
        assertThat(calls()).hasSize(2);

        simulator().failNext(2, 503);
        send("list", null);
        assertThat(calls()).hasSize(4);
        assertThat(context.getEndpoint("mock:failed", MockEndpoint.class).getExchanges())
                .singleElement()
                .extracting(failed -> failed.getProperty(Exchange.EXCEPTION_CAUGHT))
                .isInstanceOf(AjoServerException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutAnErrorHandlerInsideAnOnExceptionOfTheRouteSeesTheFailure(boolean kameletStep) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(AjoServerException.class).handled(true).setBody(constant("handled"));
                list(from("direct:list").startupOrder(1), kameletStep, ALONE);
            }
        });
        context.start();

        simulator().failNext(1, 503);
        Exchange done = send("list", null);
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody()).isEqualTo("handled");
    }

    @Test
    void calledWithToOnlyTheStepThatFailedIsRepeatedAndNothingIsDoneTwice() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(
                        deadLetterChannel("mock:failed").maximumRedeliveries(1).redeliveryDelay(0));
                from("direct:apply").startupOrder(1).to("kamelet:ajo-capping-apply-action?sandbox=dev");
            }
        });
        context.start();

        // Not the creation, whose path ends before the last slash, but the call after it.
        simulator()
                .failNext(Fault.builder()
                        .status(503)
                        .pathPrefix(CONFIGURATIONS + "/")
                        .build());
        assertThat(send("apply", CAPPING).getException()).isNull();
        assertThat(calls()).containsOnlyOnce("POST " + CONFIGURATIONS);
        // One failed attempt, and one more.
        assertThat(calls())
                .filteredOn(call -> call.startsWith("POST") && call.endsWith("/deploy"))
                .hasSize(2);
        assertThat(context.getEndpoint("mock:failed", MockEndpoint.class).getReceivedCounter())
                .isZero();
    }
}
