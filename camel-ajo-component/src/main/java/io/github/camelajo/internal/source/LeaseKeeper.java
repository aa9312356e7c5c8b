package io.github.camelajo.internal.source;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.github.camelajo.internal.storage.SourceLease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a lease during a poll, on a thread of its own, because an exchange can take longer than the lease lasts. */
public final class LeaseKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final SourceLease lease;
    private final ScheduledFuture<?> renewals;

    /**
     * @param leaseTime how long the lease holds; it is renewed three times as often
     * @throws RejectedExecutionException when the timer was shut down; the lease is closed then
     */
    public LeaseKeeper(SourceLease lease, Duration leaseTime, ScheduledExecutorService timer) {
        this.lease = lease;
        long period = Math.max(1, leaseTime.toMillis() / 3);
        try {
            this.renewals = timer.scheduleWithFixedDelay(this::renew, period, period, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The route has stopped meanwhile. Others would wait for the end of the lease.
            lease.close();
            throw e;
        }
    }

    private void renew() {
        try {
            if (!lease.renew()) {
                // The poll notices it at its next commit. Once the lease has expired nothing more is delivered.
                renewals.cancel(false);
            }
        } catch (RuntimeException e) {
            // Of any kind: a task that throws is not carried out again.
            LOG.warn(
                    "A lease could not be renewed and holds for {} ms more",
                    lease.remaining().toMillis(),
                    e);
        }
    }

    @Override
    public void close() {
        renewals.cancel(false);
        lease.close();
    }
}
