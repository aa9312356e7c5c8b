package io.github.camelajo.springboot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

import io.github.camelajo.store.CallerTransaction;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds the connection of the Spring transaction of the calling thread: one of a {@code DataSourceTransactionManager},
 * of a {@code JdbcTransactionManager}, or of a {@code JpaTransactionManager} that exposes its connection. It ignores a
 * transaction on another data source.
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
        // Throws if the transaction has timed out.
        if (holder.hasTimeout()) {
            holder.getTimeToLiveInMillis();
        }
        return Optional.of(holder.getConnection());
    }
}
