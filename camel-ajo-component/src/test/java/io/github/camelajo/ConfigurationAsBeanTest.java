package io.github.camelajo;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The configuration is one class to those outside, though its options are in hidden superclasses by subject. */
class ConfigurationAsBeanTest {

    private static final List<String> ONE_OF_EACH_SUBJECT = List.of(
            "operation",
            "clientId",
            "maxRetries",
            "pageSize",
            "awaitTimeout",
            "contentType",
            "schemaId",
            "maxRemovals");

    @Test
    void propertiesSetOptionsOfEachSubject() throws Exception {
        Main main = new Main();
        main.configure().withBasePackageScan("none");
        Properties properties = new Properties();
        properties.setProperty("camel.beans.own", "#class:" + AjoConfiguration.class.getName());
        properties.setProperty("camel.beans.own.clientId", "the-client");
        properties.setProperty("camel.beans.own.maxRetries", "3");
        properties.setProperty("camel.beans.own.schemaId", "the-schema");
        properties.setProperty("camel.component.ajo.configuration", "#bean:own");
        properties.setProperty("camel.beans.own.maxRemovals", "7");
        main.setInitialProperties(properties);
        main.start();
        try {
            AjoConfiguration configuration = main.getCamelContext()
                    .getComponent("ajo", AjoComponent.class)
                    .getConfiguration();
            assertThat(configuration.getClientId()).isEqualTo("the-client");
            assertThat(configuration.getMaxRetries()).isEqualTo(3);
            assertThat(configuration.getSchemaId()).isEqualTo("the-schema");
            assertThat(configuration.getMaxRemovals()).isEqualTo(7);
        } finally {
            main.stop();
        }
    }

    @Test
    void aBeanContainerSeesEachOptionAndMayCallIt() throws IntrospectionException {
        assertThat(Arrays.stream(
                                Introspector.getBeanInfo(AjoConfiguration.class).getPropertyDescriptors())
                        .filter(property -> property.getWriteMethod() != null)
                        .map(PropertyDescriptor::getName))
                .containsAll(ONE_OF_EACH_SUBJECT);
    }

    @Test
    void eachSetterIsCalledByReflectionFromOutside() throws ReflectiveOperationException {
        AjoConfiguration configuration = new AjoConfiguration();
        AjoConfiguration.class.getMethod("setMaxRetries", int.class).invoke(configuration, 5);
        assertThat(AjoConfiguration.class.getMethod("getMaxRetries").getDeclaringClass())
                .isEqualTo(AjoConfiguration.class);
        assertThat(configuration.getMaxRetries()).isEqualTo(5);
    }
}
