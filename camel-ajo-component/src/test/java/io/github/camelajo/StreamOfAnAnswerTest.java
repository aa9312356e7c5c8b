package io.github.camelajo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** An unread answer holds a connection, so it has to end with its exchange, whatever becomes of that. */
@Timeout(60)
class StreamOfAnAnswerTest extends AjoTestSupport {

    private static final String SMALL = "ajo:journey?operation=list&outputType=stream&pageSize=1";
    private static final String LARGE = "ajo:journey?operation=list&outputType=stream&pageSize=100";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        AggregationStrategy fails = (original, resource) -> {
            throw new IllegalStateException("the strategy fails");
        };
        AggregationStrategy givesNothing = (original, resource) -> null;
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:failing").enrich(LARGE, fails);
                from("direct:nothing").enrich(LARGE, givesNothing);
                from("direct:uncached").noStreamCaching().enrich(LARGE + "&streamIdleTimeout=300", fails);
                from("direct:small").noStreamCaching().to(SMALL);
                from("direct:large").noStreamCaching().to(LARGE);
                from("direct:multicast").noStreamCaching().multicast().to(LARGE);
                from("direct:idle")
                        .noStreamCaching()
                        .to(LARGE + "&streamIdleTimeout=200")
                        .process(StreamOfAnAnswerTest::waitForTheLimit);
            }
        };
    }

    private static int inUse(Exchange exchange) {
        return exchange.getContext()
                .getComponent("ajo", AjoComponent.class)
                .transport()
                .connections()
                .inUse();
    }

    private int inUse() {
        return context.getComponent("ajo", AjoComponent.class)
                .transport()
                .connections()
                .inUse();
    }

    private static void waitForTheLimit(Exchange exchange) {
        await().atMost(Duration.ofSeconds(20)).until(() -> inUse(exchange) == 0);
        InputStream stream = exchange.getMessage().getBody(InputStream.class);
        assertThatThrownBy(stream::readAllBytes)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it was not read for 200 milliseconds (option streamIdleTimeout)");
        exchange.getMessage().setBody("told");
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:failing", "direct:nothing"})
    void anEnricherThatMakesNothingOfTheStreamKeepsNoConnection(String route) {
        for (int i = 0; i < 250; i++) {
            send(route, "body");
        }
        assertThat(inUse()).isZero();
    }

    @Test
    void aStreamThatNoExchangeClosesIsClosedByItsLimit() {
        for (int i = 0; i < 5; i++) {
            send("direct:uncached", "body");
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> inUse() == 0);
    }

    @Test
    void aStreamThatIsReadTooLateSaysThatItWasNotReadForTooLong() {
        assertThat(template.requestBody("direct:idle", null, String.class)).isEqualTo("told");
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:small", "direct:large", "direct:multicast", SMALL, LARGE})
    void aStreamThatIsReadAfterItsExchangeSaysWhyItCannotBe(String route) {
        InputStream stream = template.requestBody(route, null, InputStream.class);

        assertThatThrownBy(stream::readAllBytes)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its exchange has ended")
                .hasMessageContaining("outputType=json");
        assertThat(inUse()).isZero();
    }
}
