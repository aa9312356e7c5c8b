package io.github.camelajo.springboot;

import javax.sql.DataSource;

import io.github.camelajo.spi.OutboxStore;
import io.github.camelajo.spi.SourceState;
import io.github.camelajo.store.AjoStore;
import io.github.camelajo.store.PayloadCipher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Creates a store for outbox and sources over the application's {@code DataSource}, if {@code camel-ajo-store} is on
 * the class path. Adds join the application's transactions on the same data source. The ajo component uses the outbox
 * automatically; sources name {@code sourceState=#ajoSourceState}.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass({AjoStore.class, ConnectionHolder.class})
@ConditionalOnSingleCandidate(DataSource.class)
@ConditionalOnProperty(name = "camel.ajo.store.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AjoStoreProperties.class)
public class AjoStoreAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AjoStore ajoStore(
            DataSource dataSource,
            AjoStoreProperties properties,
            ObjectProvider<PayloadCipher> cipher,
            Environment environment) {
        DataSource plain = plain(dataSource);
        String label = properties.getLabel() == null
                ? environment.getProperty("spring.application.name", "unnamed")
                : properties.getLabel();
        return AjoStore.builder(plain)
                .tablePrefix(properties.getTablePrefix())
                .schema(properties.getSchema())
                .createTables(properties.isCreateTables())
                .lifetime(properties.getLifetime())
                .label(label)
                .cipher(cipher.getIfUnique())
                .callerTransaction(new SpringTransaction(plain))
                .build();
    }

    /** The store commits its own transactions, so it must not get a connection of a transaction of the application. */
    private static DataSource plain(DataSource dataSource) {
        DataSource plain = dataSource;
        while (plain instanceof TransactionAwareDataSourceProxy proxy && proxy.getTargetDataSource() != null) {
            plain = proxy.getTargetDataSource();
        }
        return plain;
    }

    @Bean(destroyMethod = "")
    @ConditionalOnBean(AjoStore.class)
    @ConditionalOnMissingBean
    OutboxStore ajoOutbox(AjoStore store) {
        return store.outbox();
    }

    @Bean(destroyMethod = "")
    @ConditionalOnBean(AjoStore.class)
    @ConditionalOnMissingBean
    SourceState ajoSourceState(AjoStore store) {
        return store.sourceState();
    }
}
