package io.github.camelajo.kamelets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** All YAML in the repository that Camel runs: in the examples, the docs and the Kamelets. */
final class YamlFiles {

    private static final Pattern BLOCK = Pattern.compile("```ya?ml\n(.*?)\n```", Pattern.DOTALL);

    /** A piece of YAML and its place. */
    record Yaml(String where, JsonNode content) {

        @Override
        public String toString() {
            return where;
        }
    }

    private YamlFiles() {}

    /** Returns routes and Kamelets; a Kamelet is returned as its route template. */
    static List<Yaml> routes() {
        List<Yaml> routes = new ArrayList<>(
                all().stream().filter(yaml -> yaml.content().isArray()).toList());
        KameletFiles.all().forEach(file -> routes.add(new Yaml(KameletFiles.name(file), asTemplate(file))));
        return routes;
    }

    static List<Yaml> pipes() {
        return all().stream()
                .filter(yaml -> yaml.content().path("kind").asText().equals("Pipe"))
                .toList();
    }

    private static List<Yaml> all() {
        List<Yaml> found = new ArrayList<>();
        for (Path file : files("camel-ajo-examples", ".yaml")) {
            if (file.toString().contains("src/main/resources")) {
                found.add(new Yaml(relative(file), parse(KameletFiles.text(file))));
            }
        }
        tools().forEach(file -> found.add(new Yaml(relative(file), parse(KameletFiles.text(file)))));
        List<Path> pages = new ArrayList<>(files("docs", ".md"));
        pages.addAll(files("camel-ajo-examples", ".md"));
        pages.add(KameletFiles.REPOSITORY.resolve("README.md"));
        for (Path page : pages) {
            int number = 0;
            for (MatchResult block :
                    BLOCK.matcher(KameletFiles.text(page)).results().toList()) {
                found.add(new Yaml(relative(page) + ", block " + ++number, parse(block.group(1))));
            }
        }
        return found;
    }

    /** Returns the tools for AI agents. */
    static List<Path> tools() {
        return files("camel-ajo-kamelets/src/main/resources/ajo-tools", ".yaml");
    }

    private static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.walk(KameletFiles.REPOSITORY.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !file.toString().matches(".*/(target|node_modules)/.*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String relative(Path file) {
        return KameletFiles.REPOSITORY.relativize(file).toString();
    }

    static JsonNode parse(String yaml) {
        try {
            return KameletFiles.YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode asTemplate(Path kamelet) {
        ObjectNode template =
                (ObjectNode) KameletFiles.read(kamelet).at("/spec/template").deepCopy();
        template.put("id", KameletFiles.name(kamelet));
        return KameletFiles.YAML
                .createArrayNode()
                .add(KameletFiles.YAML.createObjectNode().set("routeTemplate", template));
    }
}
