package io.github.camelajo.store;

import java.nio.file.Path;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract of positions, for every storage. */
class SourceStateTest {

    @Nested
    class InMemory extends SourceStateContract {
        @Override
        Backend create() {
            return new MemoryBackend();
        }
    }

    @Nested
    class InH2InMemory extends SourceStateContract {
        @Override
        Backend create() {
            return JdbcBackend.h2InMemory();
        }
    }

    @Nested
    class InH2File extends SourceStateContract {
        @TempDir
        Path folder;

        @Override
        Backend create() {
            return JdbcBackend.h2File(folder);
        }
    }

    @Nested
    class InPostgres extends SourceStateContract {
        @Override
        Backend create() {
            return JdbcBackend.postgres();
        }
    }
}
