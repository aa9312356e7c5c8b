package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How an add finds the transaction of the calling thread, such as one of Spring or JTA. The store neither commits, rolls back nor
 * closes what it gets here.
 */
public interface CallerTransaction {

    /** There never is one: each add commits by itself. */
    CallerTransaction NONE = Optional::empty;

    /**
     * The connection of the transaction that the calling thread is in; empty if it is in none.
     *
     * @throws SQLException if there is a transaction that cannot be joined, such as one that has timed out
     */
    Optional<Connection> join() throws SQLException;

    /** Gives a joined connection back, without an effect on the transaction. */
    default void leave(Connection connection) throws SQLException {
        // The owner of the transaction closes it.
    }
}
