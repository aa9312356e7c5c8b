package io.github.camelajo.quarkus.deployment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.smallrye.config.SmallRyeConfig;
import org.apache.camel.util.StringHelper;
import org.eclipse.microprofile.config.ConfigProvider;

/** Properties of Camel at build time. Camel accepts two spellings of each name: client-id and clientId. */
final class CamelProperties {

    private CamelProperties() {}

    /**
     * Returns whether the application, its environment or the command line sets the property, even to an empty value.
     */
    static boolean isSet(String name) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        return spellings(name)
                .anyMatch(spelling -> config.getConfigValue(spelling).getSourceName() != null);
    }

    static Optional<String> find(String name) {
        return spellings(name)
                .flatMap(spelling -> ConfigProvider.getConfig().getOptionalValue(spelling, String.class).stream())
                .findFirst();
    }

    private static Stream<String> spellings(String name) {
        int option = name.lastIndexOf('.') + 1;
        return List.of(name, name.substring(0, option) + StringHelper.dashToCamelCase(name.substring(option))).stream()
                .distinct();
    }
}
