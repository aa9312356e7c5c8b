package io.github.camelajo.springboot;

import java.beans.PropertyDescriptor;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.camelajo.AjoComponent;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Registers a component for each organization in the properties, before any bean asks for one. */
final class AjoOrganizations implements BeanDefinitionRegistryPostProcessor {

    static final String PREFIX = "camel.component.ajo.organizations";

    private static final String COMPONENT_PREFIX = "ajo-";
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(PREFIX);
    private static final ConfigurationPropertyName COMPONENTS = ConfigurationPropertyName.of("camel.component");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final Environment environment;

    AjoOrganizations(Environment environment) {
        this.environment = environment;
    }

    /** Returns the organization of a component, or {@code null} if it has none. */
    static String organizationOf(String component) {
        return component.startsWith(COMPONENT_PREFIX) ? component.substring(COMPONENT_PREFIX.length()) : null;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        for (String organization : names(registry)) {
            String component = COMPONENT_PREFIX + organization;
            // A component that the application has created takes the properties as well.
            if (!registry.containsBeanDefinition(component)) {
                RootBeanDefinition definition = new RootBeanDefinition(AjoComponent.class, AjoComponent::new);
                definition.setLazyInit(true);
                registry.registerBeanDefinition(component, definition);
            }
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        // Does nothing: only bean definitions are needed.
    }

    /**
     * Returns the names of all organizations.
     *
     * @throws IllegalArgumentException when a name cannot be one of a component, or a property is no option
     */
    private Set<String> names(BeanDefinitionRegistry registry) {
        Set<String> names = new TreeSet<>();
        Set<String> options = options();
        ConfigurationPropertySources.get(environment).forEach(source -> {
            if (!(source instanceof IterableConfigurationPropertySource iterable)) {
                return;
            }
            // Environment variables have underscores for both dots and dashes, so they do not show where a name ends.
            boolean variables = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
            iterable.stream().filter(COMPONENTS::isAncestorOf).forEach(property -> checkComponent(property, registry));
            iterable.stream().filter(ROOT::isAncestorOf).forEach(property -> {
                String name = checkedName(property);
                names.add(name);
                if (!variables) {
                    checkOption(property, name, options);
                }
            });
        });
        return names;
    }

    /** Whoever names the component in the property, as other components of Camel have it, is told: nothing would read it. */
    private static void checkComponent(ConfigurationPropertyName property, BeanDefinitionRegistry registry) {
        String component = property.getElement(COMPONENTS.getNumberOfElements(), Form.ORIGINAL);
        String organization = organizationOf(component);
        if (organization != null && !registry.containsBeanDefinition(component)) {
            throw new IllegalArgumentException("No component takes " + COMPONENTS + "." + component
                    + ". The options of an organization stand below its name, for example "
                    + PREFIX + "." + organization + ".client-id");
        }
    }

    private static String checkedName(ConfigurationPropertyName property) {
        String name = property.getElement(ROOT.getNumberOfElements(), Form.ORIGINAL);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(PREFIX + " has the name '" + name
                    + "'. It becomes a part of the name of a component, so it takes lower case letters, digits and hyphens, "
                    + "and begins with a letter");
        }
        return name;
    }

    private static void checkOption(ConfigurationPropertyName property, String organization, Set<String> options) {
        int place = ROOT.getNumberOfElements() + 1;
        if (property.getNumberOfElements() <= place) {
            throw new IllegalArgumentException(PREFIX + "." + organization
                    + " is no option. The options of an organization stand below its name, for example " + PREFIX + "."
                    + organization + ".client-id");
        }
        if (!options.contains(property.getElement(place, Form.UNIFORM))) {
            throw new IllegalArgumentException("There is no option '" + property.getElement(place, Form.ORIGINAL)
                    + "' for " + PREFIX + "." + organization
                    + ". It takes the options of camel.component.ajo, written as client-id or clientId");
        }
    }

    private static Set<String> options() {
        Set<String> options = new TreeSet<>();
        for (PropertyDescriptor option : BeanUtils.getPropertyDescriptors(AjoComponentConfiguration.class)) {
            options.add(option.getName().toLowerCase(Locale.ROOT));
        }
        return options;
    }
}
