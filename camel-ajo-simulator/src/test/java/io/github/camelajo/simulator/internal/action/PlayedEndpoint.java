package io.github.camelajo.simulator.internal.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

/** An endpoint with prepared answers. Without one it answers 200 with an empty object. */
final class PlayedEndpoint implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    final List<Received> received = new CopyOnWriteArrayList<>();

    record Answer(int status, Map<String, String> headers, String body, boolean held) {}

    /** @param client the name in the client certificate; {@code null} for none */
    record Received(String method, String path, String query, Headers headers, String body, String client) {

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    PlayedEndpoint() {
        this(null, false);
    }

    /**
     * Starts an endpoint.
     *
     * @param tls        its certificate, and the client certificates that it trusts; {@code null} for plain HTTP
     * @param clientAuth whether it requires a client certificate
     */
    PlayedEndpoint(SSLContext tls, boolean clientAuth) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = tls == null ? HttpServer.create(address, 0) : HttpsServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (server instanceof HttpsServer secured) {
            secured.setHttpsConfigurator(new HttpsConfigurator(tls) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                    wanted.setNeedClientAuth(clientAuth);
                    parameters.setSSLParameters(wanted);
                }
            });
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String path) {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://localhost:" + server.getAddress().getPort() + path;
    }

    PlayedEndpoint answers(int... statuses) {
        for (int status : statuses) {
            answers.add(new Answer(status, Map.of(), "{}", false));
        }
        return this;
    }

    PlayedEndpoint answers(int status, String body) {
        answers.add(new Answer(status, Map.of(), body, false));
        return this;
    }

    PlayedEndpoint redirects(String location) {
        answers.add(new Answer(302, Map.of("Location", location), "", false));
        return this;
    }

    /** Does not answer the next call. */
    PlayedEndpoint holds() {
        answers.add(new Answer(200, Map.of(), "{}", true));
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    client(exchange)));
            Answer next = answers.poll();
            Answer answer = next == null ? new Answer(200, Map.of(), "{}", false) : next;
            if (answer.held()) {
                closed.await();
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String client(HttpExchange exchange) {
        try {
            return exchange instanceof HttpsExchange secured
                    ? secured.getSSLSession().getPeerPrincipal().getName()
                    : null;
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
