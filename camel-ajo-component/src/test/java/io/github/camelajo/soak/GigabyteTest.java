package io.github.camelajo.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelajo.AjoComponent;
import io.github.camelajo.AjoConfiguration;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A body of a gigabyte goes out, and an answer of a gigabyte comes in, through a process whose heap holds a small part of it. */
@Tag("soak")
class GigabyteTest {

    private static final long SIZE = 1L << 30;
    private static final String HEAP = "-Xmx48m";

    @Test
    void aSmallHeapIsEnoughInBothDirections() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Application.class.getName()));
        builder.redirectErrorStream(true);
        Process process = builder.start();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(said).contains("sent " + SIZE, "received " + SIZE);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The process with the small heap: the server is in it too, and keeps nothing. */
    public static final class Application {

        private static volatile long received;

        private Application() {}

        public static void main(String[] arguments) throws Exception {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ExecutorService threads = Executors.newCachedThreadPool();
            server.setExecutor(threads);
            server.createContext("/login", exchange -> {
                count(exchange.getRequestBody());
                json(exchange, "{\"access_token\":\"t\",\"expires_in\":86399}");
            });
            server.createContext("/in", exchange -> {
                received = count(exchange.getRequestBody());
                json(exchange, "{}");
            });
            server.createContext("/out", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream out = exchange.getResponseBody()) {
                    new Zeros().transferTo(out);
                }
            });
            server.start();
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                // As the docs say: the stream of an answer is not to be copied.
                context.setStreamCaching(false);
                context.addComponent(
                        "ajo",
                        component("http://127.0.0.1:" + server.getAddress().getPort()));
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:out").to("ajo:raw?httpMethod=POST&path=/in&contentType=application/octet-stream");
                        from("direct:in")
                                .to("ajo:raw?path=/out&outputType=stream")
                                .process(exchange -> exchange.getMessage()
                                        .setBody(count(exchange.getMessage().getBody(InputStream.class))));
                    }
                });
                context.start();
                ProducerTemplate template = context.createProducerTemplate();
                template.sendBody("direct:out", new Zeros());
                say("sent " + received);
                say("received " + template.requestBody("direct:in", null, Long.class));
            } finally {
                server.stop(0);
                threads.shutdown();
            }
        }

        private static void say(String line) {
            System.out.println(line);
        }

        private static AjoComponent component(String url) {
            AjoComponent component = new AjoComponent();
            AjoConfiguration options = component.getConfiguration();
            options.setClientId("id");
            options.setClientSecret("secret");
            options.setOrganizationId("1234567890ABCDEF@AdobeOrg");
            options.setSandbox("dev");
            options.setBaseUrl(url);
            options.setTokenEndpoint(url + "/login");
            return component;
        }

        private static void json(HttpExchange exchange, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        private static long count(InputStream in) throws IOException {
            try (in) {
                return in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** A gigabyte that nobody has. */
    private static final class Zeros extends InputStream {

        private long left = SIZE;

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int given = (int) Math.min(left, length);
            left -= given;
            return given;
        }
    }
}
