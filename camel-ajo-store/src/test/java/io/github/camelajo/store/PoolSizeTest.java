package io.github.camelajo.store;

import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;

import io.github.camelajo.internal.storage.OutboxStorage;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class PoolSizeTest {

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    @AfterEach
    void end() {
        pool.dispose();
    }

    /** Has the property of HikariCP. */
    public static final class Pool extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final int size;

        Pool(int size) {
            this.size = size;
        }

        public int getMaximumPoolSize() {
            return size;
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "-1, ", "0, "})
    void readsThePropertyOfThePool(int size, Integer expected) {
        assertThat(PoolSize.of(new Pool(size)))
                .isEqualTo(expected == null ? OptionalInt.empty() : OptionalInt.of(expected));
    }

    @Test
    void knowsNothingOfADataSourceWithoutAPool() {
        assertThat(PoolSize.of(new JdbcDataSource())).isEmpty();
    }

    private OptionalInt connections(DataSource ofBeats) {
        pool.setMaxConnections(8);
        AjoStore.Builder builder = AjoStore.builder(pool);
        if (ofBeats != null) {
            builder.beatDataSource(ofBeats);
        }
        try (AjoStore store = builder.build()) {
            return OutboxStorage.of(store.outbox()).connections();
        }
    }

    @Test
    void theSignOfLifeTakesOneConnectionUnlessItHasADataSourceOfItsOwn() {
        assertThat(connections(null)).hasValue(7);
        assertThat(connections(pool)).hasValue(7);
        assertThat(connections(new JdbcDataSource())).hasValue(8);
    }
}
