package io.github.camelajo.springboot;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Organizations or credentials in addition to those of {@code camel.component.ajo}, each with a component of its own.
 */
@ConfigurationProperties(prefix = "camel.component.ajo")
public class AjoOrganizationsProperties {

    /**
     * Further components, by name: with the options of organizations.emea there is a component ajo-emea, for routes such as
     * ajo-emea:campaign?operation=list. Each has the options of camel.component.ajo, and takes none of their values.
     */
    private Map<String, AjoComponentConfiguration> organizations = new LinkedHashMap<>();

    public Map<String, AjoComponentConfiguration> getOrganizations() {
        return organizations;
    }

    public void setOrganizations(Map<String, AjoComponentConfiguration> organizations) {
        this.organizations = organizations;
    }
}
