package io.github.camelajo.store;

import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;

/** Asks a connection pool how many connections it may have. Pools have no common interface for it, but a property. */
final class PoolSize {

    /** Of HikariCP; DBCP 2; Tomcat JDBC; c3p0 and UCP; H2. */
    private static final List<String> GETTERS =
            List.of("getMaximumPoolSize", "getMaxTotal", "getMaxActive", "getMaxPoolSize", "getMaxConnections");

    private PoolSize() {}

    /** @return empty for a pool without a limit, or one that does not tell */
    static OptionalInt of(DataSource dataSource) {
        return GETTERS.stream()
                .map(getter -> ask(dataSource, getter))
                .filter(size -> size > 0)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private static int ask(DataSource dataSource, String getter) {
        try {
            return dataSource.getClass().getMethod(getter).invoke(dataSource) instanceof Integer size ? size : 0;
        } catch (ReflectiveOperationException e) {
            // It is another pool, or none.
            return 0;
        }
    }
}
