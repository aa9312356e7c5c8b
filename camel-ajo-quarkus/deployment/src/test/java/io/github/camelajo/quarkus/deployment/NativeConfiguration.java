package io.github.camelajo.quarkus.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The configuration of reflection and resources that Quarkus writes into the jar of a native build. */
record NativeConfiguration(JsonNode reflection, JsonNode resources) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static NativeConfiguration read(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return new NativeConfiguration(json(zip, "reflect-config.json"), json(zip, "resource-config.json"));
        }
    }

    private static JsonNode json(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry("META-INF/native-image/" + name))) {
            return MAPPER.readTree(in);
        }
    }

    Set<String> classes() {
        return names(entry -> true);
    }

    Set<String> withMethodsFieldsAndConstructors() {
        return names(entry -> entry.path("allDeclaredMethods").asBoolean()
                && entry.path("allDeclaredFields").asBoolean()
                && entry.path("allDeclaredConstructors").asBoolean());
    }

    private Set<String> names(Predicate<JsonNode> wanted) {
        Set<String> names = new TreeSet<>();
        for (JsonNode entry : reflection) {
            if (wanted.test(entry)) {
                names.add(entry.path("name").asText());
            }
        }
        return names;
    }

    boolean hasResource(String name) {
        for (JsonNode include : resources.path("resources").path("includes")) {
            if (Pattern.matches(include.path("pattern").asText(), name)) {
                return true;
            }
        }
        return false;
    }
}
