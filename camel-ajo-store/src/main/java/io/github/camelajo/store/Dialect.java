package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.SQLException;

/** The differences between the databases. */
interface Dialect {

    /** Returns the name of the folder with the scripts. */
    String name();

    /**
     * Returns an expression for the time of the statement, in milliseconds since the epoch. It is stable within a
     * statement, so that indexes can be used.
     */
    String now();

    /** Returns the condition for batches that the route was not told about yet, in the form that has an index. */
    String untold();

    /**
     * Returns the end of a select for a claim. It leaves out rows that others have locked, and does not wait for them.
     */
    String lockClaim();

    /**
     * Returns the end of a select that locks rows for sweeping or cleaning, and leaves out rows that others have
     * locked.
     */
    String skipLocked();

    /** Returns the type names for arrays of texts and of numbers. */
    String textType();

    String longType();

    String intType();

    /** Inserts an item of the outbox unless its key is known. {@link OutboxAdds} sets the parameters. */
    String insertItem();

    /** Returns whether the name of an index must include the schema. If not, the index is in the schema of its table. */
    boolean qualifiesIndexes();

    /** Refuses a database that is too old, and makes commits durable where they would not be. */
    void prepare(Connection connection) throws SQLException;

    /** Makes the commit of one of the store's own transactions durable. Called at the beginning of the transaction. */
    void begin(Connection connection) throws SQLException;

    /**
     * Returns whether a commit on this connection would be durable. Also called in transactions of the application,
     * which it does not affect.
     */
    boolean isDurable(Connection connection) throws SQLException;

    /** Keeps two claims apart where row locks do not. */
    void lockClaims(Connection connection, Sql sql) throws SQLException;

    /** Keeps two processes from creating tables at the same time. Holds until the transaction ends. */
    void lockSchema(Connection connection, String schemaTable) throws SQLException;
}
