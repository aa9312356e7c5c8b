package io.github.camelajo.kamelets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** The page about Kamelets: its tables, made from the Kamelets, and its snippets. */
final class KameletsPage {

    static final Path FILE = KameletFiles.REPOSITORY.resolve("docs/kamelets.md");

    /** The command that updates the page. */
    static final String COMMAND = "mvn -pl camel-ajo-kamelets -am test -Dtest=KameletsPageTest "
            + "-Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true";

    private static final Pattern REGION =
            Pattern.compile("<!-- kamelets:(\\w+) -->\n(.*?)<!-- /kamelets -->", Pattern.DOTALL);

    private static final Pattern SNIPPET =
            Pattern.compile("<!-- kamelet-snippet: (\\S+) -->\n\n```yaml\n(.*?\n)```", Pattern.DOTALL);

    private static final Set<String> COMMON = Set.of(
            "sandbox", "component", "clientId", "clientSecret", "organizationId", "scopes", "baseUrl", "tokenEndpoint");

    private KameletsPage() {}

    static String text() {
        return KameletFiles.text(FILE);
    }

    /** Returns the page with up-to-date tables. */
    static String rewritten() {
        return REGION.matcher(text())
                .replaceAll(region -> Matcher.quoteReplacement("<!-- kamelets:" + region.group(1) + " -->\n\n"
                        + part(region.group(1)).strip() + "\n\n<!-- /kamelets -->"));
    }

    /** Returns the YAML snippets by name. */
    static Map<String, String> snippets() {
        Map<String, String> snippets = new LinkedHashMap<>();
        SNIPPET.matcher(text()).results().forEach(block -> snippets.put(block.group(1), block.group(2)));
        return snippets;
    }

    private static String part(String name) {
        return switch (name) {
            case "common" -> table(KameletFiles.read("ajo-capping-list-action").at("/spec/definition"), true);
            case "each" -> each();
            default -> throw new IllegalStateException("There is no part " + name);
        };
    }

    private static String each() {
        StringBuilder text = new StringBuilder();
        for (Path file : KameletFiles.all()) {
            JsonNode definition = KameletFiles.read(file).at("/spec/definition");
            text.append("### ").append(KameletFiles.name(file)).append("\n\n");
            text.append(cell(definition.path("description").asText())).append("\n\n");
            String table = table(definition, false);
            if (!table.isEmpty()) {
                text.append(table).append('\n');
            }
        }
        return text.toString();
    }

    private static String table(JsonNode definition, boolean common) {
        List<String> required = new ArrayList<>();
        definition.path("required").forEach(name -> required.add(name.asText()));
        StringBuilder rows = new StringBuilder();
        definition.path("properties").properties().stream()
                .filter(property -> COMMON.contains(property.getKey()) == common)
                .forEach(property -> rows.append(row(property.getKey(), property.getValue(), required)));
        return rows.isEmpty() ? "" : "| Property | Meaning | Type | Default |\n|---|---|---|---|\n" + rows;
    }

    private static String row(String name, JsonNode facts, List<String> required) {
        String marks = (required.contains(name) ? " **Required.**" : "")
                + (facts.path("format").asText().equals("password") ? " **Secret.**" : "");
        String example =
                facts.has("example") ? " Example: `" + facts.path("example").asText() + "`." : "";
        return "| `" + name + "` | " + cell(facts.path("description").asText() + example) + marks + " | " + type(facts)
                + " | " + (facts.has("default") ? "`" + facts.path("default").asText() + "`" : "") + " |\n";
    }

    private static String type(JsonNode facts) {
        List<String> values = new ArrayList<>();
        facts.path("enum").forEach(value -> values.add("`" + value.asText() + "`"));
        return values.isEmpty() ? facts.path("type").asText() : String.join(", ", values);
    }

    private static String cell(String text) {
        return text.replace('\n', ' ').replace("|", "\\|");
    }
}
