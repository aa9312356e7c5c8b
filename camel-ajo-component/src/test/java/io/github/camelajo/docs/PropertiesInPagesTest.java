package io.github.camelajo.docs;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.camelajo.docs.generator.DocsFolder;
import io.github.camelajo.docs.generator.OptionTables;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PropertiesInPagesTest {

    private static final Pattern PROPERTY = Pattern.compile("camel\\.component\\.ajo\\.([a-zA-Z-]+)");

    /** Not of the component: switches and the map of Spring Boot. */
    private static final Set<String> SWITCHES = Set.of("enabled", "customizer", "organizations");

    @Test
    void everyPropertyThatAPageNamesIsAnOptionOfTheComponent() {
        Set<String> named = DocsFolder.pages().stream()
                .flatMap(page -> PROPERTY.matcher(DocsFolder.read(page)).results())
                .map(property -> StringHelper.dashToCamelCase(property.group(1)))
                .filter(name -> !SWITCHES.contains(name))
                .collect(Collectors.toSet());
        assertThat(named).isNotEmpty();
        assertThat(new OptionTables().componentOptions()).containsAll(named);
    }
}
