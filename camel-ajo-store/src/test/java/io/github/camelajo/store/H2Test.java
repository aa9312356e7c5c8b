package io.github.camelajo.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.github.camelajo.internal.storage.OutboxItem;
import io.github.camelajo.internal.storage.OutboxStorage;
import io.github.camelajo.spi.StoreRefusedException;
import io.github.camelajo.spi.TransactionRule;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Behaviour of H2 only. */
class H2Test {

    @TempDir
    Path folder;

    private JdbcConnectionPool pool(String user, String options) {
        return JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("db") + options, user, user);
    }

    private static int writeDelay(JdbcConnectionPool pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT MAX(CAST(setting_value AS INTEGER)) FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void writesAtOnceSoThatACrashForgetsNothing() throws SQLException {
        JdbcConnectionPool pool = pool("sa", "");
        assertThat(writeDelay(pool)).isPositive();

        AjoStore.builder(pool).build();

        assertThat(writeDelay(pool)).isZero();
        pool.dispose();
    }

    @Test
    void writesAtOnceInEachTransactionAlthoughH2ForgetsTheSettingWhenItCloses() throws SQLException {
        JdbcDataSource unpooled = new JdbcDataSource();
        unpooled.setUrl("jdbc:h2:file:" + folder.resolve("db"));
        unpooled.setUser("sa");
        unpooled.setPassword("sa");
        AjoStore.builder(unpooled).build();
        try (Connection connection = unpooled.getConnection()) {
            assertThat(new H2Dialect().isDurable(connection))
                    .as("of a database that was opened anew")
                    .isFalse();
        }

        boolean durable = new Transactions(unpooled, new H2Dialect())
                .run("look", connection -> new H2Dialect().isDurable(connection));

        assertThat(durable).isTrue();
    }

    @Test
    void refusesADatabaseThatWouldForgetAndCannotBeSet() throws SQLException {
        JdbcConnectionPool admin = pool("sa", "");
        AjoStore.builder(admin).build();
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 500");
            statement.execute("CREATE USER guest PASSWORD 'guest'");
            statement.execute("GRANT ALL ON SCHEMA PUBLIC TO guest");
        }
        JdbcConnectionPool guest = pool("guest", "");

        assertThatThrownBy(() -> AjoStore.builder(guest).build())
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("WRITE_DELAY=0");

        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
        }
        OutboxStorage outbox = OutboxStorage.of(AjoStore.builder(guest).build().outbox());
        outbox.add(List.of(OutboxItem.of("lane", "a", "{}")), TransactionRule.SUPPORTS);
        assertThat(outbox.find("lane", "a")).isPresent();
        guest.dispose();
        admin.dispose();
    }
}
