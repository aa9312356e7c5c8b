package io.github.camelajo.internal.token;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.github.camelajo.internal.login.ClientCredentials;
import io.github.camelajo.internal.login.TokenTransport;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Real threads, real sockets: what the manual world of the other tests cannot show. */
@SuppressWarnings("FutureReturnValueIgnored") // asking is the point, or which object it is
class TokenOverSocketTest {

    private static final int CALLERS = 200;

    private final CamelContext context = new DefaultCamelContext();
    private final ExecutorService callers = Executors.newFixedThreadPool(32);
    private final ExecutorService serverThreads = Executors.newCachedThreadPool();
    private final AtomicInteger hits = new AtomicInteger();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(serverThreads);
        server.createContext("/ims/token/v3", exchange -> {
            int hit = hits.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] body = ("{\"access_token\":\"token-" + hit + "\",\"token_type\":\"bearer\",\"expires_in\":86399}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        context.start();
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        context.stop();
        server.stop(0);
        callers.shutdownNow();
        serverThreads.shutdownNow();
    }

    private TokenTransport.Response send(URI endpoint, String form, Duration timeout) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new TokenTransport.Response(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(null),
                    null,
                    null,
                    response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private AccessTokenManager manager(TokenSettings settings) {
        return manager(settings, this::send);
    }

    private AccessTokenManager manager(TokenSettings settings, TokenTransport transport) {
        URI endpoint = URI.create("http://localhost:" + server.getAddress().getPort() + "/ims/token/v3");
        ClientCredentials credentials = new ClientCredentials(endpoint, "id", () -> "secret", List.of("openid"));
        return AccessTokenManagerRegistry.of(context)
                .acquire(credentials, settings, transport)
                .manager();
    }

    @Test
    void twoHundredColdCallersCauseOneRequestAndHoldNoThreadMeanwhile() throws Exception {
        AccessTokenManager manager = manager(TokenSettings.defaults());
        List<Future<CompletableFuture<AccessToken>>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            calls.add(callers.submit(manager::token));
        }
        List<CompletableFuture<AccessToken>> tokens = new ArrayList<>();
        for (Future<CompletableFuture<AccessToken>> call : calls) {
            // 32 threads have returned 200 calls although there is no answer yet.
            tokens.add(call.get(10, TimeUnit.SECONDS));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> hits.get() == 1);
        assertThat(manager.snapshot().waiters()).isEqualTo(CALLERS);
        assertThat(tokens).noneMatch(CompletableFuture::isDone);

        mayAnswer.countDown();

        CompletableFuture.allOf(tokens.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
        AccessToken first = tokens.get(0).join();
        assertThat(tokens).allSatisfy(token -> assertThat(token.join()).isSameAs(first));
        assertThat(hits).hasValue(1);
    }

    @Test
    void aCallerThatBlocksInItsContinuationDoesNotHoldUpTheNextRequest() throws Exception {
        AccessTokenManager manager = manager(TokenSettings.defaults().withMinTokenAge(Duration.ZERO));
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<AccessToken> first = manager.token();
        CompletableFuture<Void> slow = first.thenAccept(token -> {
            blocked.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        mayAnswer.countDown();
        assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(manager.invalidate(first.join())).isTrue();
        assertThat(manager.token().get(10, TimeUnit.SECONDS).value()).isEqualTo("token-2");

        assertThat(slow).isNotDone();
        release.countDown();
    }

    @Test
    void manyThreadsThatUseAndDropTokensNeverCauseTwoRequestsAtATimeOrOneTooMany() throws Exception {
        AtomicInteger inTheAir = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();
        AccessTokenManager manager =
                manager(TokenSettings.defaults().withMinTokenAge(Duration.ZERO), (endpoint, form, timeout) -> {
                    most.accumulateAndGet(inTheAir.incrementAndGet(), Math::max);
                    String token = "token-" + sent.incrementAndGet();
                    inTheAir.decrementAndGet();
                    return new TokenTransport.Response(
                            200, null, null, null, "{\"access_token\":\"" + token + "\",\"expires_in\":86399}");
                });
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            boolean drops = i % 4 == 0;
            calls.add(callers.submit(() -> {
                for (int j = 0; j < 50; j++) {
                    AccessToken token = manager.token().join();
                    if (drops) {
                        manager.invalidate(token);
                    }
                }
            }));
        }
        for (Future<?> call : calls) {
            call.get(60, TimeUnit.SECONDS);
        }
        manager.token().join();

        TokenSnapshot end = manager.snapshot();
        assertThat(most).hasValue(1);
        assertThat(end.mints()).isEqualTo(sent.get()).isEqualTo(end.invalidations() + 1);
        assertThat(end.waiters()).isZero();
    }
}
