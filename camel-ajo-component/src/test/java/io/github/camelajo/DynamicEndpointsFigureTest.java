package io.github.camelajo;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code toD} costs against a URI that stays the same, with as many different identifiers as {@code -Ddynamic.ids} says.
 * Calls are synchronous, so that the processor time of the calling thread is that of the call and has nothing of the server.
 */
@EnabledIfSystemProperty(named = "dynamic.ids", matches = "[0-9]+")
class DynamicEndpointsFigureTest {

    private static final Logger LOG = LoggerFactory.getLogger(DynamicEndpointsFigureTest.class);
    private static final int BLOCK = 1_000;
    private static final byte[] TOKEN =
            "{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":86399}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CAMPAIGN =
            "{\"campaignId\":\"c\",\"name\":\"Order shipped\",\"state\":\"live\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    @Timeout(900)
    void manyIdentifiersCostLittleMoreThanOneEndpoint() throws Exception {
        int ids = Integer.getInteger("dynamic.ids");
        // Or else each answer waits for an acknowledgement. Read when the first server is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/token", exchange -> answer(exchange, TOKEN));
        server.createContext("/", exchange -> answer(exchange, CAMPAIGN));
        server.start();
        try (DefaultCamelContext context = context(server.getAddress().getPort())) {
            context.start();
            measure(context, ids);
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static void measure(DefaultCamelContext context, int ids) {
        ProducerTemplate template = context.createProducerTemplate();
        for (int warm = 0; warm < 5; warm++) {
            block(template, "direct:static", 0);
            block(template, "direct:dynamic", 0);
        }
        long heapBefore = usedHeap();
        List<Long> fixed = new ArrayList<>();
        List<Long> dynamic = new ArrayList<>();
        for (int from = 0; from < ids; from += BLOCK) {
            if (from % (5 * BLOCK) == 0) {
                fixed.add(block(template, "direct:static", from));
            }
            dynamic.add(block(template, "direct:dynamic", from));
        }
        long heapMore = usedHeap() - heapBefore;
        long endpoints = context.getEndpoints().stream()
                .filter(AjoEndpoint.class::isInstance)
                .count();
        double ratio = (double) median(dynamic) / median(fixed);
        LOG.info(
                "{} identifiers: {} endpoints, {} KB more heap, {} us CPU a call by to, {} us by toD, ratio {}",
                ids,
                endpoints,
                heapMore / 1024,
                median(fixed) / BLOCK / 1000,
                median(dynamic) / BLOCK / 1000,
                String.format("%.2f", ratio));
        assertThat(endpoints).isEqualTo(1);
        assertThat(heapMore).isLessThan(5L * 1024 * 1024);
        assertThat(ratio).isLessThan(1.2);
    }

    /** Processor time of this thread in nanoseconds. */
    private static long block(ProducerTemplate template, String route, int from) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = from; i < from + BLOCK; i++) {
            String id = "3f2a-" + i;
            Exchange done =
                    template.request(route, exchange -> exchange.getMessage().setBody(id));
            assertThat(done.isFailed()).isFalse();
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
    }

    private static DefaultCamelContext context(int port) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        AjoComponent component = new AjoComponent();
        AjoConfiguration configuration = component.getConfiguration();
        configuration.setClientId("id");
        configuration.setClientSecret("secret");
        configuration.setOrganizationId("ORG@AdobeOrg");
        configuration.setSandbox("dev");
        configuration.setBaseUrl("http://localhost:" + port);
        configuration.setTokenEndpoint("http://localhost:" + port + "/token");
        context.addComponent("ajo", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:static")
                        .setHeader(AjoConstants.ID, body())
                        .to("ajo:campaign?operation=get&synchronous=true");
                from("direct:dynamic").toD("ajo:campaign?operation=get&synchronous=true&id=${body}");
            }
        });
        return context;
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            used = Math.min(
                    used,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return used;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
