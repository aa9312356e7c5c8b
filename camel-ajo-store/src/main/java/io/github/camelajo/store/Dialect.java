package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the databases differ. */
interface Dialect {

    /** Names the folder of the scripts. */
    String name();

    /** The time of the statement in milliseconds since the epoch. Stable within it, so that indexes can be used. */
    String now();

    /** The condition for batches that are not told, in the form that has an index. */
    String untold();

    /** What a select for a claim ends with; the rows of others are left out, not waited for. */
    String lockClaim();

    /** What locks rows and leaves out those of others, for sweeping and cleaning. */
    String skipLocked();

    /** Type names for arrays of texts and numbers. */
    String textType();

    String longType();

    String intType();

    /** Inserts a row of the outbox unless its key is known. Parameters as {@link OutboxAdds} sets them. */
    String insertItem();

    /** Whether an index is created in the schema of its name, rather than in that of its table. */
    boolean qualifiesIndexes();

    /** Refuses versions that are too old, and makes commits durable where they would not be. */
    void prepare(Connection connection) throws SQLException;

    /** Makes the commit of an own transaction durable, at its begin. */
    void begin(Connection connection) throws SQLException;

    /** Whether a commit on this connection would be durable; asked in transactions of others, and without an effect on them. */
    boolean isDurable(Connection connection) throws SQLException;

    /** Keeps two claims apart where the locks of rows do not. */
    void lockClaims(Connection connection, Sql sql) throws SQLException;

    /** Keeps two processes from creating tables at once, until the transaction ends. */
    void lockSchema(Connection connection, String schemaTable) throws SQLException;
}
