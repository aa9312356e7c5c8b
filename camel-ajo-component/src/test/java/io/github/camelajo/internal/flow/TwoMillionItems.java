package io.github.camelajo.internal.flow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Streams two million suppressed addresses through a route. {@link LongListTest} runs it in a process of its own with a
 * small heap, server included.
 */
final class TwoMillionItems {

    private static final int ITEMS = 2_000_000;

    private TwoMillionItems() {}

    public static void main(String[] arguments) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", TwoMillionItems::answer);
        server.start();
        AtomicLong count = new AtomicLong();
        DefaultCamelContext context = new DefaultCamelContext();
        context.addComponent(
                "ajo", component("http://localhost:" + server.getAddress().getPort()));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:walk")
                        .to("ajo:suppression-address?operation=list&paging=iterator&pageSize=1000&sandbox=dev")
                        .split(body())
                        .streaming()
                        .process(exchange -> count.incrementAndGet());
            }
        });
        context.start();
        context.createProducerTemplate().requestBody("direct:walk", (Object) null);
        context.stop();
        server.stop(0);
        System.out.println("items=" + count + " heap=" + Runtime.getRuntime().maxMemory() / 1024 / 1024 + "MB");
        System.exit(count.get() == ITEMS ? 0 : 1);
    }

    private static AjoComponent component(String url) {
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setClientId("client");
        configuration.setClientSecret("not-a-secret");
        configuration.setOrganizationId("org@AdobeOrg");
        configuration.setBaseUrl(url);
        configuration.setTokenEndpoint(url + "/ims/token/v3");
        return component;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = exchange.getRequestURI().getPath().contains("/ims/")
                ? "{\"access_token\":\"token\",\"token_type\":\"bearer\",\"expires_in\":86399}"
                : page(exchange.getRequestURI().getQuery());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String page(String query) {
        int start = 0;
        for (String parameter : query.split("&")) {
            if (parameter.startsWith("start=")) {
                start = Integer.parseInt(parameter.substring("start=".length()));
            }
        }
        int end = Math.min(start + 1000, ITEMS);
        StringBuilder page = new StringBuilder("{\"items\":[");
        for (int i = start; i < end; i++) {
            page.append(i > start ? "," : "")
                    .append("{\"id\":\"")
                    .append(i)
                    .append("\",\"entity\":{\"type\":\"email\",\"entityValue\":\"p")
                    .append(i)
                    .append("@example.com\"},\"status\":\"active\",\"listType\":\"client\"}");
        }
        page.append("],\"_page\":{\"count\":").append(end - start);
        if (end < ITEMS) {
            page.append(",\"next\":\"").append(end).append('"');
        }
        return page.append("}}").toString();
    }
}
