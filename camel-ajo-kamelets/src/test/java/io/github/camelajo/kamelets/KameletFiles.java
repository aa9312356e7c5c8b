package io.github.camelajo.kamelets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** The Kamelets of this module as files. */
final class KameletFiles {

    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** The folder of the module: Maven runs tests there, but an IDE may run them in the parent folder. */
    static final Path MODULE = Files.isDirectory(Path.of("camel-ajo-kamelets"))
            ? Path.of("camel-ajo-kamelets").toAbsolutePath()
            : Path.of("").toAbsolutePath();

    static final Path REPOSITORY = MODULE.getParent();

    private static final String SUFFIX = ".kamelet.yaml";

    private KameletFiles() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.list(MODULE.resolve("src/main/resources/kamelets"))) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names() {
        return all().stream().map(KameletFiles::name).toList();
    }

    static String name(Path file) {
        return file.getFileName().toString().replace(SUFFIX, "");
    }

    static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(String name) {
        return read(MODULE.resolve("src/main/resources/kamelets").resolve(name + SUFFIX));
    }

    static String text(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
