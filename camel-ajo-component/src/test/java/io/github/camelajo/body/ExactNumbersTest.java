package io.github.camelajo.body;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.testkit.AjoTestSupport;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
}
