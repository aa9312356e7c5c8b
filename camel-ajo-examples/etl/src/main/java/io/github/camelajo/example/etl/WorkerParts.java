package io.github.camelajo.example.etl;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelajo.store.AjoStore;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.support.service.ServiceSupport;

/** Binds what the routes name with {@code #}. Camel finds this class and calls it before the routes are loaded. */
public final class WorkerParts implements CamelConfiguration {

    /** How long a process counts as alive after its last sign of life: longer than the longest call. */
    private static final String LIFETIME = "{{etl.lifetime:30000}}";

    private static final int CONNECTIONS = 8;

    @Override
    public void configure(CamelContext context) throws Exception {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(context.resolvePropertyPlaceholders("{{etl.database-url}}"));
        database.setUsername(context.resolvePropertyPlaceholders("{{etl.database-user}}"));
        database.setPassword(context.resolvePropertyPlaceholders("{{etl.database-password:}}"));
        database.setMaximumPoolSize(CONNECTIONS);
        AjoStore store = AjoStore.builder(database)
                .lifetime(Duration.ofMillis(Long.parseLong(context.resolvePropertyPlaceholders(LIFETIME))))
                .label(ManagementFactory.getRuntimeMXBean().getName())
                .build();
        ActiveMQConnectionFactory broker =
                new ActiveMQConnectionFactory(context.resolvePropertyPlaceholders("{{etl.broker-url}}"));
        context.getRegistry().bind("database", database);
        context.getRegistry().bind("outbox", store.outbox());
        context.getRegistry().bind("sourceState", store.sourceState());
        context.getRegistry().bind("broker", broker);
        context.getRegistry().bind("orders", new Orders(context.resolvePropertyPlaceholders("{{etl.campaign-id}}")));
        // Who leads: the bean "cluster" of the profile.
        context.addService(context.getRegistry().mandatoryFindSingleByType(CamelClusterService.class));
        // Stopped after the routes.
        context.addService(new ServiceSupport() {
            @Override
            protected void doStop() {
                broker.close();
                store.close();
                database.close();
            }
        });
    }
}
