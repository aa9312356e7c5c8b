package io.github.camelajo.docs.generator;

import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.util.StringHelper;

import static io.github.camelajo.docs.generator.MarkdownTable.code;

/** The options of the component by the names that Spring Boot has for them. */
public final class SpringBootTable {

    private static final String PREFIX = "camel.component.ajo.";

    private SpringBootTable() {}

    public static String of(JsonNode componentOptions) {
        MarkdownTable table = new MarkdownTable("Property", "Environment variable", "Type", "Default");
        for (Map.Entry<String, JsonNode> option : componentOptions.properties()) {
            String key = StringHelper.camelCaseToDash(option.getKey());
            boolean several = option.getValue().path("multiValue").asBoolean();
            table.row(
                    code(PREFIX + key + (several ? ".*" : "")),
                    several ? "" : code((PREFIX + key).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")),
                    type(option.getValue()),
                    defaultValue(option.getValue()));
        }
        return table.toString();
    }

    private static String type(JsonNode option) {
        String type = option.path("type").asText();
        if (option.path("secret").asBoolean()) {
            return "text, secret";
        }
        return switch (type) {
            case "duration" -> "time";
            case "string" -> "text";
            case "object" -> option.path("multiValue").asBoolean() ? "text" : "bean";
            default -> type;
        };
    }

    private static String defaultValue(JsonNode option) {
        String value = option.path("defaultValue").asText();
        return code(option.path("type").asText().equals("duration") && !value.isEmpty() ? value + "ms" : value);
    }
}
