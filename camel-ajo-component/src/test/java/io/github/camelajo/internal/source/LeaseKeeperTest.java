package io.github.camelajo.internal.source;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import io.github.camelajo.internal.state.MemorySourceState;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.internal.storage.SourceRequest;
import io.github.camelajo.spi.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The lease lives as long as a poll, however long one of its exchanges takes. */
class LeaseKeeperTest {

    private static final Duration LEASE = Duration.ofMillis(30);

    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1);
    private final AtomicInteger renewals = new AtomicInteger();
    private final MemorySourceState state = new MemorySourceState();
    private final SourceRequest request = new SourceRequest("test", "scope", "owner", LEASE, true);

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    private SourceLease lease(BooleanSupplier renew) {
        SourceLease lease = state.open(request).orElseThrow();
        return LeaseProxy.of(lease, (method, arguments) -> {
            if (!method.equals("renew")) {
                return LeaseProxy.GO_ON;
            }
            renewals.incrementAndGet();
            return renew.getAsBoolean();
        });
    }

    @Test
    void aLeaseIsRenewedUntilThePollHasEnded() {
        try (LeaseKeeper keeper = new LeaseKeeper(lease(() -> true), LEASE, timer)) {
            assertThat(keeper).isNotNull();
            await().until(() -> renewals.get() >= 6);
        }
        assertThat(state.open(request)).as("freed at the end").isPresent();
    }

    @Test
    void aLeaseThatIsLostIsNotAskedForAgain() throws Exception {
        try (LeaseKeeper keeper = new LeaseKeeper(lease(() -> false), LEASE, timer)) {
            assertThat(keeper).isNotNull();
            await().until(() -> renewals.get() == 1);
            // Whatever comes after the first renewal would be carried out before this.
            timer.schedule(() -> {}, 3 * LEASE.toMillis(), TimeUnit.MILLISECONDS)
                    .get();
            assertThat(renewals).hasValue(1);
        }
    }

    @Test
    void aStorageThatIsAwayIsAskedAgain() {
        SourceLease lease = lease(() -> {
            if (renewals.get() < 4) {
                throw new StoreException("away");
            }
            return true;
        });
        try (LeaseKeeper keeper = new LeaseKeeper(lease, LEASE, timer)) {
            assertThat(keeper).isNotNull();
            await().until(() -> renewals.get() > 5);
        }
    }

    @Test
    void aStorageThatFailsInAnUnexpectedWayIsAskedAgain() {
        SourceLease lease = lease(() -> {
            if (renewals.get() == 1) {
                throw new IllegalStateException("no pool");
            }
            return true;
        });
        try (LeaseKeeper keeper = new LeaseKeeper(lease, LEASE, timer)) {
            assertThat(keeper).isNotNull();
            await().until(() -> renewals.get() > 2);
        }
    }

    @Test
    void aSourceIsFreeAtOnceWhenTheRouteHasStoppedSinceItWasLeased() {
        SourceRequest longLease = new SourceRequest("test", "scope", "owner", Duration.ofDays(1), true);
        SourceLease lease = state.open(longLease).orElseThrow();
        timer.shutdownNow();
        assertThatThrownBy(() -> new LeaseKeeper(lease, LEASE, timer)).isInstanceOf(RejectedExecutionException.class);
        assertThat(state.open(longLease)).isPresent();
    }
}
