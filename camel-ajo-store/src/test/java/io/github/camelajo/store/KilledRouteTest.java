package io.github.camelajo.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static io.github.camelajo.store.WorkerProcess.NO_POINT;
import static io.github.camelajo.store.WorkerProcess.awaitLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills a process whose route fills a table from a list, at named moments and at random moments, while the list
 * changes. In the end the table equals the list, and there are no more repeats than the open groups explain. {@code
 * -Dstore.route.kills} sets the number of kills of the slow test, {@code -Dstore.seed} repeats an order.
 */
@Timeout(300)
@Tag("store-slow")
class KilledRouteTest {

    private static final int KILLS = Integer.getInteger("store.route.kills", 50);
    private static final long SEED = Long.getLong("store.seed", System.nanoTime());

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource({
        "H2, page-read, 1",
        "H2, page-read, 2",
        "H2, exchange-open, 60",
        "H2, exchange-done, 60",
        "H2, position-written, 2",
        "PostgreSQL, page-read, 1",
        "PostgreSQL, page-read, 2",
        "PostgreSQL, exchange-open, 60",
        "PostgreSQL, exchange-done, 60",
        "PostgreSQL, position-written, 2"
    })
    void theTableIsTheListWhenTheProcessIsHaltedAt(String database, String point, int count) throws Exception {
        try (KilledRoute route = new KilledRoute(database, folder)) {
            Process halted = route.start(point, count);
            assertThat(halted.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(halted.exitValue()).isEqualTo(WorkerProcess.HALTED);
            route.change();

            route.finish();

            route.verify(1);
        }
    }

    @Test
    @Timeout(1800)
    void theTableIsTheListWhenTheProcessIsKilledOftenAtRandom() throws Exception {
        // Both run at the same time: most of the time they wait for leases and for processes to start.
        CompletableFuture<Void> postgres = killInBackground("PostgreSQL");
        CompletableFuture<Void> h2 = killInBackground("H2");
        CompletableFuture.allOf(postgres, h2).join();
    }

    private CompletableFuture<Void> killInBackground(String database) throws IOException {
        Path own = Files.createDirectory(folder.resolve(database));
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        killAtRandom(database, own, KILLS);
                    } catch (Exception e) {
                        throw new CompletionException(database, e);
                    }
                },
                task -> new Thread(task, "kills-" + database).start());
    }

    private static void killAtRandom(String database, Path folder, int kills) throws Exception {
        long from = System.nanoTime();
        try (KilledRoute route = new KilledRoute(database, folder)) {
            route.killAtRandom(kills, new Random(SEED));

            route.finish();

            route.verify(kills);
        }
        LoggerFactory.getLogger(KilledRouteTest.class)
                .info(
                        "{} kills on {} in {} s, seed {}",
                        kills,
                        database,
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from),
                        SEED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherProcessGoesOnWhenTheOwnerIsKilledOrPaused(boolean killed) throws Exception {
        try (KilledRoute route = new KilledRoute("PostgreSQL", folder)) {
            Process owner = route.start(NO_POINT, 0);
            awaitLines(owner, "step", 20);
            Process other = route.start(NO_POINT, 0);
            long from = System.nanoTime();
            if (killed) {
                WorkerProcess.kill(owner);
            } else {
                WorkerProcess.signal("-STOP", owner);
            }
            awaitLines(other, "step", 1);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
            route.awaitIdle(other);
            if (!killed) {
                WorkerProcess.signal("-CONT", owner);
                route.change();
                await().atMost(Duration.ofSeconds(60)).until(route::isCopied);
            }
            // The lease and a delay. The limit includes the start of the other process on a busy machine.
            assertThat(millis).isLessThan(60_000);
            route.verify(1);
        }
    }
}
