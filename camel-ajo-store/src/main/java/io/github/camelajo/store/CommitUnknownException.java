package io.github.camelajo.store;

import java.sql.SQLException;

import io.github.camelajo.spi.StoreException;

/** The connection was lost in a commit: the work may be stored or not. */
final class CommitUnknownException extends StoreException {

    private static final long serialVersionUID = 1L;

    CommitUnknownException(String message, SQLException cause) {
        super(message, new SQLException("SQLState " + cause.getSQLState(), cause.getSQLState(), cause.getErrorCode()));
    }
}
