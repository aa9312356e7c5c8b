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

/** Gives {@code camel.component.ajo.*} to the ajo component when the context makes it. */
@AutoConfiguration(after = {CamelAutoConfiguration.class, AjoComponentConverter.class})
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@EnableConfigurationProperties({ComponentConfigurationProperties.class, AjoComponentConfiguration.class})
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.ajo"})
public class AjoComponentAutoConfiguration {

    private static final String COMPONENT_NAME = "ajo";

    @Lazy
    @Bean
    ComponentCustomizer configureAjoComponent(
            ApplicationContext applicationContext, CamelContext camelContext, AjoComponentConfiguration properties) {
        return new ComponentCustomizer() {

            @Override
            public boolean isEnabled(String name, Component target) {
                // By name, as Camel Main does it: a second component is there because its credentials differ.
                return target instanceof AjoComponent
                        && COMPONENT_NAME.equals(name)
                        && HierarchicalPropertiesEvaluator.evaluate(
                                applicationContext, "camel.component.customizer", "camel.component.ajo.customizer");
            }

            @Override
            public void configure(String name, Component target) {
                if (properties.getConfiguration() != null) {
                    // First, as the order below is any: the other properties are options of this bean.
                    ((AjoComponent) target).setConfiguration(properties.getConfiguration());
                }
                ListProperties.join(applicationContext.getEnvironment(), properties);
                CamelPropertiesHelper.copyProperties(camelContext, properties, target);
            }
        };
    }
}
