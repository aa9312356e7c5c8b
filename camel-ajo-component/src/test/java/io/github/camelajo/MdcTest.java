package io.github.camelajo;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The thread that goes on with a route after a call knows whose exchange it has. */
class MdcTest extends AjoTestSupport {

    private final Map<String, String> seen = new ConcurrentHashMap<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        camel.setUseMDCLogging(true);
        camel.setMDCLoggingKeysPattern("order");
        return camel;
    }

    private void note(String when, Exchange exchange) {
        seen.put(when + ".thread", Thread.currentThread().getName());
        seen.put(when + ".own", String.valueOf(exchange.getExchangeId().equals(MDC.get("camel.exchangeId"))));
        seen.put(when + ".route", String.valueOf(MDC.get("camel.routeId")));
        seen.put(when + ".order", String.valueOf(MDC.get("order")));
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:mdc")
                        .routeId("the-route")
                        .process(e -> MDC.put("order", "4711"))
                        .process(e -> note("before", e))
                        .to("ajo:capping?operation=list")
                        .process(e -> note("after", e));
                from("direct:many")
                        .routeId("many")
                        .process(e -> MDC.put("order", e.getMessage().getHeader("order", String.class)))
                        .to("ajo:capping?operation=list")
                        .process(e -> seen.put(
                                e.getMessage().getHeader("order", String.class), String.valueOf(MDC.get("order"))));
            }
        };
    }

    @Test
    void camelsMdcSurvivesTheChangeOfThreads() {
        template.requestBody("direct:mdc", (Object) null);
        assertThat(seen.get("after.thread")).contains("AjoCall").isNotEqualTo(seen.get("before.thread"));
        assertThat(seen).containsEntry("before.own", "true").containsEntry("after.own", "true");
        assertThat(seen).containsEntry("after.route", "the-route").containsEntry("after.order", "4711");
    }

    @Test
    void noExchangeSeesTheValuesOfAnother() {
        for (int i = 0; i < 50; i++) {
            String order = "order-" + i;
            template.asyncSend("direct:many", e -> e.getMessage().setHeader("order", order));
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(seen).hasSize(50));
        assertThat(seen).allSatisfy((order, mdc) -> assertThat(mdc).isEqualTo(order));
    }

    @Test
    void theRequestIdIsOnTheMessage() {
        Exchange listed = send("ajo:capping?operation=list", null);
        assertThat(listed.getMessage().getHeader(AjoConstants.REQUEST_ID, String.class))
                .isNotBlank();
        Exchange failed = send("ajo:capping?operation=get&id=none", null);
        assertThat(failed.getMessage().getHeader(AjoConstants.REQUEST_ID, String.class))
                .isNotBlank();
    }
}
