package io.github.camelajo.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelajo.store.WorkerProcess.NO_POINT;
import static io.github.camelajo.store.WorkerProcess.awaitLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two processes behind Camel's {@code master:} with a lock on a file, as the table of the page on sources has them. The lock says
 * who begins, the epoch of the position says who may write.
 */
@Timeout(120)
@Tag("store-slow")
class KilledLeaderTest {

    private static final int TEMPLATES = 80;

    /** The leader is killed or paused within this exchange; those before it are not stored yet. */
    private static final int EXCHANGES = 60;

    /**
     * Camel's cluster service misses five signs of life and looks once more, {@code master:} waits for a second, and the lease of the
     * leader runs out meanwhile.
     */
    private static final Duration STATED =
            Duration.ofMillis(6 * RouteWorker.LOCK_MILLIS + 1000 + RouteWorker.LEASE_MILLIS);

    /** What a busy machine may add. */
    private static final Duration SLACK = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    private Process leader;
    private Process follower;

    private void begin(KilledRoute route) throws Exception {
        leader = route.prepare(RouteWorker.WAIT + RouteWorker.EXCHANGE_OPEN, EXCHANGES);
        follower = route.prepare(NO_POINT, 0);
        KilledRoute.begin(leader);
        awaitLines(leader, "waiting", 1);
        KilledRoute.begin(follower);
        awaitLines(follower, "ready", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "H2"})
    void theOtherGoesOnWithinTheStatedTimeWhenTheLeaderIsKilled(String database) throws Exception {
        try (KilledRoute route = new KilledRoute(database, folder, TEMPLATES).withMaster()) {
            if (database.equals("H2")) {
                route.withSharedH2();
            }
            begin(route);
            long from = System.nanoTime();

            WorkerProcess.kill(leader);
            awaitLines(follower, "step", 1);

            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
            System.out.println("The leader was killed, and the other went on after " + millis + " ms, on " + database);
            assertThat(Duration.ofMillis(millis)).isLessThan(STATED.plus(SLACK));
            route.change();
            route.awaitIdle(follower);
            WorkerProcess.kill(follower);
            route.verify(1);
        }
    }

    @Test
    void aPausedLeaderIsWaitedForAndGoesOnWhenItWakesUp() throws Exception {
        try (KilledRoute route = new KilledRoute("PostgreSQL", folder, TEMPLATES).withMaster()) {
            begin(route);

            WorkerProcess.signal("-STOP", leader);
            await().during(STATED).atMost(STATED.plus(SLACK)).until(() -> route.toldBy(follower) == 0);
            KilledRoute.begin(leader);
            WorkerProcess.signal("-CONT", leader);

            route.awaitIdle(leader);
            route.change();
            route.awaitIdle(leader);
            assertThat(route.toldBy(follower)).isZero();
            route.verify(1);
        }
    }

    /** The lock is lost where somebody clears the folder, or where the file system of a network forgets it. */
    @Test
    void aPausedLeaderThatHasLostItsLockWritesNothingMoreWhenItWakesUp() throws Exception {
        try (KilledRoute route = new KilledRoute("PostgreSQL", folder, TEMPLATES).withMaster()) {
            begin(route);

            WorkerProcess.signal("-STOP", leader);
            route.forgetTheLock();
            route.awaitIdle(follower);
            KilledRoute.begin(leader);
            WorkerProcess.signal("-CONT", leader);

            awaitLines(leader, "refused", 1);
            assertThat(route.toldBy(leader))
                    .as("the one that it had begun is the last")
                    .isEqualTo(EXCHANGES);
            route.change();
            await().atMost(SLACK).until(route::isCopied);
            route.awaitIdle(follower);
            route.verify(1);
        }
    }
}
