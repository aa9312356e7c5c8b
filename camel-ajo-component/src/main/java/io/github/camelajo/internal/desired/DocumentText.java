package io.github.camelajo.internal.desired;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.RuntimeCamelException;

/** Writes documents so that they can live in a repository: equal documents give equal texts. */
public final class DocumentText {

    private DocumentText() {}

    /**
     * @throws IllegalArgumentException when the library for YAML is missing
     */
    public static String yaml(Map<String, Object> document) {
        return YamlText.write(document);
    }

    public static String json(Map<String, Object> document, ObjectMapper mapper) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new RuntimeCamelException("A document could not be written", e);
        }
    }
}
