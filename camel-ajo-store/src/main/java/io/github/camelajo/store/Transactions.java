package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import io.github.camelajo.spi.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the store's own transactions. They are short, READ COMMITTED whatever the pool has set, on a connection of their
 * own, and repeated where the database asks for it.
 */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private static final int TRIES = 5;
    private static final int LONGEST_PAUSE_MILLIS = 40;

    /**
     * Serialization failure, deadlock, lock not available, H2's lock timeout, and a row that another process has just
     * inserted.
     */
    private static final Set<String> REPEATABLE = Set.of("40001", "40P01", "55P03", "HYT00", "23505");

    private static final String READ_ONLY = "25006";

    private final DataSource dataSource;
    private final Dialect dialect;

    Transactions(DataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    /**
     * Runs work in a transaction.
     *
     * @throws CommitUnknownException if the connection was lost in the commit
     * @throws StoreException         if it has failed; nothing was changed
     */
    <T> T run(String what, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(what, work);
            } catch (SQLException e) {
                if (attempt == TRIES || !isRepeatable(e)) {
                    throw failure(what, e);
                }
                pause();
            }
        }
    }

    private <T> T once(String what, Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            int isolation = connection.getTransactionIsolation();
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            connection.setAutoCommit(false);
            boolean committing = false;
            try {
                dialect.begin(connection);
                T result = work.run(connection);
                committing = true;
                connection.commit();
                restore(connection, autoCommit, isolation);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                if (abandon(connection, e)) {
                    restore(connection, autoCommit, isolation);
                }
                if (committing && e instanceof SQLException failed && isConnectionLost(failed)) {
                    throw new CommitUnknownException("The result of this commit is unknown: " + what, failed);
                }
                throw e;
            }
        }
    }

    /** @return whether the connection may be used on. If nothing was rolled back, to switch auto-commit on would commit it. */
    private static boolean abandon(Connection connection, Throwable cause) {
        try {
            connection.rollback();
            if (cause instanceof SQLException failed && READ_ONLY.equals(failed.getSQLState())) {
                // The server is not the primary any more. The pool has to open a new connection, perhaps to another
                // server.
                connection.abort(Runnable::run);
                return false;
            }
            return true;
        } catch (SQLException e) {
            cause.addSuppressed(e);
            return false;
        }
    }

    /** A courtesy to the pool. If a connection cannot be restored it is broken, and the pool will notice. */
    private static void restore(Connection connection, boolean autoCommit, int isolation) {
        try {
            if (connection.isClosed()) {
                return;
            }
            connection.setAutoCommit(autoCommit);
            if (isolation != Connection.TRANSACTION_READ_COMMITTED && isolation != Connection.TRANSACTION_NONE) {
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException e) {
            LOG.debug("A connection could not be put back as it was", e);
        }
    }

    static boolean isRepeatable(SQLException e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && REPEATABLE.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnectionLost(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        // Class 08, the shutdown of PostgreSQL, the closed or broken database of H2. An error without a state says
        // nothing.
        return e.getSQLState() == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("90");
    }

    /** Leaves out the text of the database, which may contain values of a row. */
    static StoreException failure(String what, SQLException e) {
        String message = "The database could not do this: " + what + " (SQLState " + e.getSQLState() + ")";
        return new StoreException(
                message, new SQLException("SQLState " + e.getSQLState(), e.getSQLState(), e.getErrorCode()));
    }

    private static void pause() {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(1 + ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS)));
    }

    /** The work of a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
