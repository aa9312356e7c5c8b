package io.github.camelajo.springboot;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Properties of the store over the application's {@code DataSource}. */
@ConfigurationProperties("camel.ajo.store")
public class AjoStoreProperties {

    /** Whether a store for outbox and sources is made, where camel-ajo-store and a DataSource are there. */
    private boolean enabled = true;

    /** What names of tables begin with. */
    private String tablePrefix = "ajo_";

    /** The schema of the tables; by default that of the connection. */
    private String schema;

    /** Whether missing tables are created and old ones migrated. */
    private boolean createTables = true;

    /** How long the process counts as alive after a sign of life. A call of the outbox lasts half of it at most. */
    private Duration lifetime = Duration.ofMinutes(2);

    /** How operators recognise the process; by default the name of the application. */
    private String label;

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public String getTablePrefix() {
        return tablePrefix;
    }

    public void setTablePrefix(String tablePrefix) {
        this.tablePrefix = tablePrefix;
    }

    public String getSchema() {
        return schema;
    }

    public void setSchema(String schema) {
        this.schema = schema;
    }

    public boolean isCreateTables() {
        return createTables;
    }

    public void setCreateTables(boolean createTables) {
        this.createTables = createTables;
    }

    public Duration getLifetime() {
        return lifetime;
    }

    public void setLifetime(Duration lifetime) {
        this.lifetime = lifetime;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }
}
