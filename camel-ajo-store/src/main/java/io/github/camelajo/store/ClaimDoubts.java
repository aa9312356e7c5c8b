package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

import io.github.camelajo.internal.storage.OutboxBatch;
import io.github.camelajo.spi.StoreException;

/** Batches that may have been claimed: the connection was lost during the commit. The next claim of the lane finds out. */
final class ClaimDoubts {

    private final Transactions transactions;
    private final Queue<OutboxBatch> doubtful = new ConcurrentLinkedQueue<>();

    ClaimDoubts(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Runs work that claims batches. If the result of its commit is unknown, the batches are remembered. */
    <T> T remembering(String what, Function<Made, Transactions.Work<T>> work) {
        Made made = new Made();
        try {
            return transactions.run(what, connection -> {
                made.batches.clear();
                return work.apply(made).run(connection);
            });
        } catch (CommitUnknownException e) {
            made.batches.forEach(batch -> doubtful.add(batch));
            throw e;
        }
    }

    /**
     * Returns a batch whose claim turned out to be committed. No other process would take it, because this one is
     * alive.
     *
     * @param isOpen whether a batch is being called under its claim
     */
    Optional<OutboxBatch> settle(String lane, Check isOpen) {
        for (OutboxBatch batch : doubtful) {
            if (batch.lane().equals(lane) && doubtful.remove(batch)) {
                try {
                    boolean claimed =
                            transactions.run("look for a batch", connection -> isOpen.test(connection, batch));
                    if (claimed) {
                        return Optional.of(batch);
                    }
                } catch (StoreException e) {
                    doubtful.add(batch);
                    throw e;
                }
            }
        }
        return Optional.empty();
    }

    /** Looks at a batch in a transaction. */
    @FunctionalInterface
    interface Check {
        boolean test(Connection connection, OutboxBatch batch) throws SQLException;
    }

    /** Collects the batches of a transaction that has not been committed yet. */
    static final class Made {
        private final List<OutboxBatch> batches = new ArrayList<>();

        OutboxBatch add(OutboxBatch batch) {
            batches.add(batch);
            return batch;
        }
    }
}
