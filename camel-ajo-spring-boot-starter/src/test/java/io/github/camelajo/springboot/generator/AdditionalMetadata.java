package io.github.camelajo.springboot.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes the metadata that Spring Boot's processor cannot find in the class: defaults, and the allowed values of a
 * text.
 */
final class AdditionalMetadata {

    static final String PREFIX = "camel.component.ajo.";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("    ", "\n"))
            .withArrayIndenter(new DefaultIndenter("    ", "\n"));

    private final Descriptor descriptor;

    AdditionalMetadata(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    String text() {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode properties = json.putArray("properties");
        property(properties, "enabled")
                .put("type", "java.lang.Boolean")
                .put(
                        "description",
                        "Whether to enable auto configuration of the ajo component. This is enabled by default.")
                .put("defaultValue", true);
        property(properties, "customizer.enabled")
                .put("type", "java.lang.Boolean")
                .put("description", "Whether these properties are applied to the ajo component.")
                .put("defaultValue", true);
        ArrayNode hints = json.putArray("hints");
        for (Option option : descriptor.options()) {
            if (option.defaultValue() != null) {
                property(properties, option.key()).putPOJO("defaultValue", option.defaultValue());
            }
            if (!option.values().isEmpty()) {
                ArrayNode values =
                        hints.addObject().put("name", PREFIX + option.key()).putArray("values");
                option.values().forEach(value -> values.addObject().put("value", value));
            }
        }
        return written(json);
    }

    private static ObjectNode property(ArrayNode properties, String key) {
        return properties.addObject().put("name", PREFIX + key);
    }

    private static String written(ObjectNode json) {
        try {
            return JSON.writer(PRINTER).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
