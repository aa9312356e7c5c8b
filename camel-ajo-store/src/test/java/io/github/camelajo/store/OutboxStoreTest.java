package io.github.camelajo.store;

import java.nio.file.Path;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract of an outbox, for every storage. */
class OutboxStoreTest {

    @Nested
    class InMemory extends OutboxStoreContract {
        @Override
        Backend create() {
            return new MemoryBackend();
        }
    }

    @Nested
    class InH2InMemory extends OutboxStoreContract {
        @Override
        Backend create() {
            return JdbcBackend.h2InMemory();
        }
    }

    @Nested
    class InH2File extends OutboxStoreContract {
        @TempDir
        Path folder;

        @Override
        Backend create() {
            return JdbcBackend.h2File(folder);
        }
    }

    @Nested
    class InPostgres extends OutboxStoreContract {
        @Override
        Backend create() {
            return JdbcBackend.postgres();
        }
    }
}
