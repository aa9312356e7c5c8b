package io.github.camelajo.store;

import org.junit.jupiter.api.Nested;

/** Problems around a database, on both databases. */
class JdbcTrapsTest {

    @Nested
    class InH2 extends JdbcTrapsContract {
        @Override
        JdbcBackend create() {
            return JdbcBackend.h2InMemory();
        }
    }

    @Nested
    class InPostgres extends JdbcTrapsContract {
        @Override
        JdbcBackend create() {
            return JdbcBackend.postgres();
        }
    }
}
