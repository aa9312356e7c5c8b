package io.github.camelajo.body;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.camelajo.internal.answer.ExactDecimals;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** JSON that is taken apart on its way back, and put together again, has the numbers that Adobe wrote. */
class ExactNumbersTest extends AjoTestSupport {

    private static final String ITEM =
            "{\"total\":12345678.90,\"price\":19.90,\"id\":12345678901234567.89,\"tiny\":0.0000001,\"whole\":5}";

    private static HttpServer server;

    @BeforeAll
    static void startServer() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = ("{\"items\":[" + ITEM + "," + ITEM + "],\"_page\":{\"count\":2},\"_links\":{}}")
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop(0);
    }

    @Override
    protected AjoComponent component() {
        AjoComponent component = super.component();
        component
                .getConfiguration()
                .setBaseUrl("http://127.0.0.1:" + server.getAddress().getPort());
        return component;
    }

    @Test
    void aWholeListAsJson() {
        assertThat(template.requestBody("ajo:template?operation=list&outputType=json&paging=all", null, String.class))
                .isEqualTo("[" + ITEM + "," + ITEM + "]");
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:items")
                        .to("ajo:template?operation=list&outputType=json&paging=iterator")
                        .split(body())
                        .to("mock:item");
                from("direct:compare")
                        .to("ajo:template?operation=list")
                        .choice()
                        .when(simple("${body[0][id]} > 19.5 && ${body[0][price]} > 19.5"))
                        .setBody(constant("dear"));
            }
        };
    }

    @Test
    void eachItemOfAListAsJson() throws Exception {
        MockEndpoint items = getMockEndpoint("mock:item");
        items.expectedBodiesReceived(ITEM, ITEM);
        template.sendBody("direct:items", null);
        items.assertIsSatisfied();
    }

    @Test
    void aMapHasADoubleWhereThatIsTheNumberAndADecimalWhereItWouldLoseDigits() {
        List<?> items = template.requestBody("ajo:template?operation=list", null, List.class);
        Map<?, ?> item = (Map<?, ?>) items.get(0);
        assertThat(item.get("price")).isEqualTo(19.9);
        assertThat(item.get("total")).isEqualTo(12_345_678.9);
        assertThat(item.get("tiny")).isEqualTo(0.0000001);
        assertThat(item.get("id")).isEqualTo(new BigDecimal("12345678901234567.89"));
        assertThat(item.get("whole")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e-400", "0.1000000000000000055511151231257827", "-98765432109876543.21", "1.10"})
    void noDecimalIsChangedOnItsWay(String number) throws Exception {
        ObjectMapper mapper = new ObjectMapper().registerModule(ExactDecimals.module());
        Object read = mapper.readValue("{\"list\":[" + number + "]}", Map.class).get("list");
        assertThat(new BigDecimal(((List<?>) read).get(0).toString())).isEqualByComparingTo(new BigDecimal(number));
    }

    @Test
    void decimalsOfMapsCompareInRoutesAsBefore() throws Exception {
        assertThat(template.requestBody("direct:compare", null, String.class)).isEqualTo("dear");
    }
}
