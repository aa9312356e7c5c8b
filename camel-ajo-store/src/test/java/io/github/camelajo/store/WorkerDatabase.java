package io.github.camelajo.store;

import java.nio.file.Path;
import javax.sql.DataSource;

import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The database of a process that a test starts. On the command line it is the JDBC URL of H2, or port and schema of PostgreSQL as
 * {@code port/schema}.
 *
 * @param schema {@code null} for H2
 */
record WorkerDatabase(DataSource dataSource, String schema) {

    /** H2 in a file, which one process at a time can open. */
    static String address(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("store");
    }

    /** The PostgreSQL of the test. */
    static String address(JdbcBackend postgres) {
        return SharedPostgres.port() + "/" + postgres.schema();
    }

    static WorkerDatabase open(String address) {
        if (address.startsWith("jdbc:h2:")) {
            return new WorkerDatabase(JdbcConnectionPool.create(address, "sa", ""), null);
        }
        int slash = address.indexOf('/');
        int port = Integer.parseInt(address.substring(0, slash));
        return new WorkerDatabase(
                JdbcConnectionPool.create(SharedPostgres.dataSource(port)), address.substring(slash + 1));
    }

    boolean isH2() {
        return schema == null;
    }

    /** What stands in front of the name of a table. */
    String prefix() {
        return schema == null ? "" : schema + ".";
    }
}
