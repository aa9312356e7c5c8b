package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Finds the transaction of the calling thread for an add, such as one of Spring or JTA. The store never commits, rolls
 * back or closes a connection that it gets from here.
 */
public interface CallerTransaction {

    /** Never finds a transaction: each add commits by itself. */
    CallerTransaction NONE = Optional::empty;

    /**
     * Returns the connection of the transaction that the calling thread takes part in; empty if there is no
     * transaction.
     *
     * @throws SQLException if there is a transaction that cannot be joined, such as one that has timed out
     */
    Optional<Connection> join() throws SQLException;

    /** Gives back a connection that {@link #join} returned. This must not affect the transaction. */
    default void leave(Connection connection) throws SQLException {
        // The owner of the transaction closes the connection.
    }
}
