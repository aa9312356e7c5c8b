package io.github.camelajo.springboot;

import io.github.camelajo.AjoComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.ComponentConfigurationProperties;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Applies {@code camel.component.ajo.*} to the ajo component when the context creates it. Also creates and configures
 * the components of {@code camel.component.ajo.organizations.*}.
 */
@AutoConfiguration(after = {CamelAutoConfiguration.class, AjoComponentConverter.class})
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@EnableConfigurationProperties({
    ComponentConfigurationProperties.class,
    AjoComponentConfiguration.class,
    AjoOrganizationsProperties.class
})
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.ajo"})
public class AjoComponentAutoConfiguration {

    private static final String COMPONENT_NAME = "ajo";

    @Bean
    static AjoOrganizations ajoOrganizations(Environment environment) {
        return new AjoOrganizations(environment);
    }

    @Lazy
    @Bean
    ComponentCustomizer configureAjoComponent(
            ApplicationContext applicationContext,
            CamelContext camelContext,
            AjoComponentConfiguration ofAjo,
            AjoOrganizationsProperties organizations) {
        return new ComponentCustomizer() {

            /**
             * Selects the component by name, as Camel Main does: a second component exists because its credentials
             * differ.
             */
            private AjoComponentConfiguration propertiesOf(String name) {
                String organization = AjoOrganizations.organizationOf(name);
                return COMPONENT_NAME.equals(name)
                        ? ofAjo
                        : organization == null
                                ? null
                                : organizations.getOrganizations().get(organization);
            }

            @Override
            public boolean isEnabled(String name, Component target) {
                return target instanceof AjoComponent
                        && propertiesOf(name) != null
                        && HierarchicalPropertiesEvaluator.evaluate(
                                applicationContext, "camel.component.customizer", "camel.component.ajo.customizer");
            }

            @Override
            public void configure(String name, Component target) {
                AjoComponentConfiguration properties = propertiesOf(name);
                String prefix = COMPONENT_NAME.equals(name)
                        ? "camel.component.ajo"
                        : AjoOrganizations.PREFIX + "." + AjoOrganizations.organizationOf(name);
                if (properties.getConfiguration() != null) {
                    // This bean comes first, because the other properties set options of it. The order of the others
                    // does not matter.
                    ((AjoComponent) target).setConfiguration(properties.getConfiguration());
                }
                ListProperties.join(applicationContext.getEnvironment(), prefix, properties);
                CamelPropertiesHelper.copyProperties(camelContext, properties, target);
            }
        };
    }
}
