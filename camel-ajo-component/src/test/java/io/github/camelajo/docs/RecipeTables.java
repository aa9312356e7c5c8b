package io.github.camelajo.docs;

import java.util.UUID;

import io.github.camelajo.internal.state.MemorySourceState;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceSupport;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables that recipes write of, in a database of the context's own. */
final class RecipeTables {

    private RecipeTables() {}

    /** Binds the database, and the state of sources as {@code state}. Both end with the context. */
    static JdbcTemplate bind(DefaultCamelContext context) {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        JdbcTemplate tables = new JdbcTemplate(pool);
        tables.execute("CREATE TABLE unsubscribe (id INT PRIMARY KEY, email VARCHAR(320),"
                + " state VARCHAR(10) DEFAULT 'new', reason VARCHAR(1000))");
        tables.execute("CREATE TABLE suppressed (id VARCHAR(100) PRIMARY KEY, email VARCHAR(320))");
        context.getRegistry().bind("database", pool);
        context.getRegistry().bind("state", new MemorySourceState());
        context.getPropertiesComponent().addOverrideProperty("nightly", "0/1 * * * * ?");
        try {
            context.addService(new ServiceSupport() {
                @Override
                protected void doStop() {
                    pool.dispose();
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return tables;
    }
}
