package io.github.camelajo.springboot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

import io.github.camelajo.store.CallerTransaction;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds the connection of the Spring transaction that the calling thread is in: one of a {@code DataSourceTransactionManager}, a
 * {@code JdbcTransactionManager}, or a {@code JpaTransactionManager} that tells its connection. Of a transaction over another
 * data source it knows nothing.
 */
final class SpringTransaction implements CallerTransaction {

    private final DataSource dataSource;

    SpringTransaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Connection> join() throws SQLException {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !(TransactionSynchronizationManager.getResource(dataSource) instanceof ConnectionHolder holder)) {
            return Optional.empty();
        }
        if (holder.isRollbackOnly()) {
            throw new SQLException("The transaction can only be rolled back, so nothing can be added in it");
        }
        // Throws when its time has run out.
        if (holder.hasTimeout()) {
            holder.getTimeToLiveInMillis();
        }
        return Optional.of(holder.getConnection());
    }
}
