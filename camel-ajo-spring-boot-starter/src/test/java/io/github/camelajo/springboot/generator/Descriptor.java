package io.github.camelajo.springboot.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoComponent;

/** The description of the component, written by Camel's build plugin. */
public record Descriptor(String description, List<Option> options) {

    private static final String FILE = "/META-INF/io/github/camelajo/ajo.json";

    public static Descriptor read() {
        try (InputStream json = AjoComponent.class.getResourceAsStream(FILE)) {
            return of(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Descriptor of(JsonNode json) {
        return new Descriptor(
                json.path("component").path("description").asText(),
                json.path("componentProperties").properties().stream()
                        .map(option -> new Option(option.getKey(), option.getValue()))
                        .toList());
    }
}
