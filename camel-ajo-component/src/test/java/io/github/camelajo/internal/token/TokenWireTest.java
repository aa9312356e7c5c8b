package io.github.camelajo.internal.token;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelajo.exception.AjoTimeoutException;
import io.github.camelajo.internal.login.ClientCredentials;
import io.github.camelajo.internal.login.TokenTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** With many threads for requests, as Camel gives when it uses virtual threads. */
@SuppressWarnings("FutureReturnValueIgnored") // asking is the point, or which object it is
class TokenWireTest extends TokenTestSupport {

    private final ExecutorService manyThreads = Executors.newCachedThreadPool();
    private final List<Thread> workers = new CopyOnWriteArrayList<>();
    private final CountDownLatch sent = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger inTheAir = new AtomicInteger();
    private final AtomicInteger mostInTheAir = new AtomicInteger();

    @AfterEach
    void stop() {
        answer.countDown();
        manyThreads.shutdownNow();
    }

    private AccessTokenManager manager(TokenTransport transport) {
        TokenRuntime manual = world.runtime();
        return new AccessTokenManager(
                new ClientCredentials(ENDPOINT, "id", () -> SECRET, List.of("openid")),
                settings,
                () -> transport,
                new TokenRuntime(
                        world,
                        manual.nanoTime(),
                        manual.random(),
                        task -> manyThreads.execute(() -> {
                            workers.add(Thread.currentThread());
                            task.run();
                        }),
                        manual.timer(),
                        Runnable::run,
                        manual.stop()));
    }

    private TokenTransport.Response sendDeafly() {
        mostInTheAir.accumulateAndGet(inTheAir.incrementAndGet(), Math::max);
        try {
            requests.incrementAndGet();
            sent.countDown();
            boolean interrupted = false;
            while (answer.getCount() > 0) {
                try {
                    answer.await();
                } catch (InterruptedException deaf) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return new TokenTransport.Response(200, null, null, null, "{\"access_token\":\"t\",\"expires_in\":86399}");
        } finally {
            inTheAir.decrementAndGet();
        }
    }

    @Test
    void aRequestThatOutlivesItsTimeIsNotJoinedByAnotherOne() throws Exception {
        AccessTokenManager manager = manager((endpoint, form, timeout) -> sendDeafly());
        CompletableFuture<AccessToken> first = manager.token();
        sent.await();
        world.advance(Duration.ofSeconds(30));
        assertThatThrownBy(first::join).hasCauseInstanceOf(AjoTimeoutException.class);

        world.advance(Duration.ofSeconds(1));
        CompletableFuture<AccessToken> second = manager.token();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> workers.size() == 2 && workers.get(1).getState() == Thread.State.WAITING);
        assertThat(requests).hasValue(1);

        answer.countDown();
        await().atMost(Duration.ofSeconds(10)).until(second::isDone);
        assertThat(second).isCompleted();
        assertThat(mostInTheAir).hasValue(1);
        assertThat(manager.snapshot().mints())
                .as("what came too late does not count")
                .isEqualTo(1);
    }

    @Test
    void aRequestWhoseTimeIsOverIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        AccessTokenManager manager = manager((endpoint, form, timeout) -> {
            sent.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return new TokenTransport.Response(503, null, null, null, null);
        });
        manager.token();
        sent.await();

        world.advance(Duration.ofSeconds(30));

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
