package io.github.camelajo.store;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The identity of this process towards other processes. There is a new one for each start, and after others took this
 * one for dead. Other processes judge by the clock of the database whether it is alive; the process itself uses a
 * monotonic clock.
 */
final class Instance {

    // A lock instead of a monitor: with a monitor, a virtual thread that waits for the database would pin its carrier.
    private final ReentrantLock beating = new ReentrantLock();
    private final Sql sql;
    private final Transactions transactions;
    private final LongSupplier nanoTime;
    private final Duration lifetime;
    private final String label;

    private volatile State state = new State(UUID.randomUUID().toString(), false, 0);

    Instance(StoreContext context, Transactions transactions, Duration lifetime, String label) {
        this.sql = context.sql();
        this.transactions = transactions;
        this.nanoTime = context.nanoTime();
        this.lifetime = lifetime;
        this.label = label;
    }

    String id() {
        return state.id();
    }

    Duration lifetime() {
        return lifetime;
    }

    boolean beat() {
        beating.lock();
        try {
            return proveLife();
        } finally {
            beating.unlock();
        }
    }

    private boolean proveLife() {
        State before = state;
        long asked = nanoTime.getAsLong();
        String fresh = UUID.randomUUID().toString();
        boolean kept = transactions.run("prove that this instance lives", connection -> {
            int updated = sql.update(
                    connection,
                    "UPDATE ajo_instance SET alive_until = {now} + ? WHERE id = ? AND alive_until > {now}",
                    lifetime.toMillis(),
                    before.id());
            if (updated == 0) {
                sql.update(
                        connection,
                        "INSERT INTO ajo_instance (id, alive_until, label) VALUES (?, {now} + ?, ?)",
                        before.registered() ? fresh : before.id(),
                        lifetime.toMillis(),
                        label);
            }
            return updated > 0 || !before.registered();
        });
        state = new State(kept ? before.id() : fresh, true, asked + lifetime.toNanos());
        return kept;
    }

    boolean isAlive() {
        return livesFor(Duration.ZERO);
    }

    boolean livesFor(Duration time) {
        State now = state;
        return now.registered() && now.aliveUntil() - nanoTime.getAsLong() - time.toNanos() > 0;
    }

    /** Returns whether a call may begin that was claimed under this identity. */
    boolean mayCall(String owner, Duration deadline) {
        State now = state;
        return now.id().equals(owner) && livesFor(deadline);
    }

    void end() {
        State now = state;
        state = new State(now.id(), false, 0);
        if (now.registered()) {
            transactions.run(
                    "end this instance",
                    connection -> sql.update(connection, "DELETE FROM ajo_instance WHERE id = ?", now.id()));
        }
    }

    /** @param aliveUntil of the monotonic clock; counts once it is registered */
    private record State(String id, boolean registered, long aliveUntil) {}
}
