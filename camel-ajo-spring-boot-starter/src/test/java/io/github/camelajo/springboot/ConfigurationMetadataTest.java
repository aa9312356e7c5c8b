package io.github.camelajo.springboot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.springboot.generator.Descriptor;
import io.github.camelajo.springboot.generator.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** IDEs show exactly the properties that the component has. */
class ConfigurationMetadataTest {

    private static final String PREFIX = "camel.component.ajo.";

    private static final String ORGANIZATIONS = PREFIX + "organizations";

    private static final JsonNode METADATA = read();
    private static final Map<String, JsonNode> PROPERTIES = byName(METADATA.path("properties"));
    private static final Map<String, JsonNode> HINTS = byName(METADATA.path("hints"));

    /** The file of this jar: the jars of Camel and Spring Boot have one with the same name. */
    private static JsonNode read() {
        try {
            for (URL file : Collections.list(ConfigurationMetadataTest.class
                    .getClassLoader()
                    .getResources("META-INF/spring-configuration-metadata.json"))) {
                JsonNode metadata = new ObjectMapper().readTree(file);
                if (metadata.toString().contains(AjoComponentConfiguration.class.getName())) {
                    return metadata;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("This jar has no spring-configuration-metadata.json");
    }

    private static Map<String, JsonNode> byName(JsonNode items) {
        Map<String, JsonNode> named = new TreeMap<>();
        items.forEach(item -> named.put(item.path("name").asText(), item));
        return named;
    }

    static List<Option> options() {
        return Descriptor.read().options();
    }

    @Test
    void thereIsAPropertyForEachOptionAndNoOther() {
        assertThat(PROPERTIES.keySet())
                .contains(PREFIX + "enabled", PREFIX + "customizer.enabled")
                .filteredOn(key -> key.startsWith(PREFIX) && !key.endsWith("enabled") && !key.equals(ORGANIZATIONS))
                .containsExactlyInAnyOrderElementsOf(options().stream()
                        .map(option -> PREFIX + option.key())
                        .filter(key -> !key.endsWith("enabled"))
                        .toList());
    }

    /** With this hint an IDE completes the options below the name of an organization. */
    @Test
    void organizationsAreAMapOfAllOptions() {
        assertThat(PROPERTIES.get(ORGANIZATIONS).path("type").asText())
                .isEqualTo("java.util.Map<java.lang.String,io.github.camelajo.springboot.AjoComponentConfiguration>");
        assertThat(PROPERTIES.get(ORGANIZATIONS).path("description").asText()).contains("ajo-emea");
    }

    @ParameterizedTest
    @MethodSource("options")
    void aPropertyHasTheTypeTheDefaultAndTheDescriptionOfItsOption(Option option) {
        JsonNode property = PROPERTIES.get(PREFIX + option.key());
        assertThat(property).as("property for the option " + option.name()).isNotNull();
        assertThat(property.path("type").asText()).isEqualTo(option.type().replace(", ", ","));
        assertThat(property.path("defaultValue").asText())
                .isEqualTo(
                        option.defaultValue() == null
                                ? ""
                                : option.defaultValue().toString());
        assertThat(property.path("description").asText())
                .isEqualToNormalizingWhitespace(option.description())
                .isNotEmpty();
        assertThat(property.path("deprecated").asBoolean()).isEqualTo(option.isDeprecated());
        assertThat(property.path("deprecation").path("reason").asText())
                .isEqualTo(option.isDeprecated() ? option.deprecationNote() : "");
    }

    @ParameterizedTest
    @MethodSource("options")
    void theValuesThatATextMayHaveAreProposed(Option option) {
        JsonNode hint = HINTS.get(PREFIX + option.key());
        List<String> proposed = hint == null
                ? List.of()
                : StreamSupport.stream(hint.path("values").spliterator(), false)
                        .map(value -> value.path("value").asText())
                        .toList();
        assertThat(proposed).isEqualTo(option.values());
    }

    @Test
    void springBootCanPassOverTheJarWithoutLoadingItsClasses() {
        assertThat(getClass().getResource("/META-INF/spring-autoconfigure-metadata.properties"))
                .isNotNull();
    }
}
