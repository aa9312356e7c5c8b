package io.github.camelajo.store;

import java.sql.SQLException;

import io.github.camelajo.spi.StoreException;

/** The connection was lost during a commit. The database may have stored the work or not. */
final class CommitUnknownException extends StoreException {

    private static final long serialVersionUID = 1L;

    CommitUnknownException(String message, SQLException cause) {
        super(message, new SQLException("SQLState " + cause.getSQLState(), cause.getSQLState(), cause.getErrorCode()));
    }
}
