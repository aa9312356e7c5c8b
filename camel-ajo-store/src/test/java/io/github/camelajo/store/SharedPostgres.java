package io.github.camelajo.store;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** One PostgreSQL server for all tests of a JVM. It stops with the JVM. */
final class SharedPostgres {

    private SharedPostgres() {}

    static int port() {
        return Holder.SERVER.getPort();
    }

    static PGConnectionPoolDataSource dataSource() {
        return dataSource(port());
    }

    /** For a process that the test has told the port. */
    static PGConnectionPoolDataSource dataSource(int port) {
        PGConnectionPoolDataSource dataSource = new PGConnectionPoolDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser("postgres");
        return dataSource;
    }

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
