package io.github.camelajo.docs.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static io.github.camelajo.docs.generator.MarkdownTable.code;

/** Tables of options and headers, from the description of the component that Camel's build plugin writes. */
public final class OptionTables {

    private static final String DESCRIPTION = "/META-INF/io/github/camelajo/ajo.json";

    /** Groups of options that stand for parameters of operations; others may have the same name by chance. */
    private static final Set<String> PARAMETER_GROUPS = Set.of("list", "producer");

    private static final JsonNode DESCRIBED = read();

    private final JsonNode component = DESCRIBED;

    private static JsonNode read() {
        try (InputStream json = OptionTables.class.getResourceAsStream(DESCRIPTION)) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of everything that can be set as {@code camel.component.ajo.NAME}. */
    public Set<String> componentOptions() {
        Set<String> names = new TreeSet<>();
        component.path("componentProperties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Whether a query parameter of that name has an option of its own. */
    public static boolean isOptionOfEndpoints(String name) {
        return PARAMETER_GROUPS.contains(group(name));
    }

    /** Also a part of the path: {@code connectionId} says more than {@code id}. */
    public static boolean isOptionOfEvents(String name) {
        return group(name).equals("event");
    }

    private static String group(String name) {
        return DESCRIBED.path("properties").path(name).path("group").asText();
    }

    public String ofEndpoints() {
        return tables(component.path("properties"), Set.of());
    }

    /** What endpoints have as well is left out: its meaning is the same. */
    public String ofTheComponentOnly() {
        Set<String> known = new TreeSet<>();
        component.path("properties").fieldNames().forEachRemaining(known::add);
        return tables(component.path("componentProperties"), known);
    }

    /** The names that Spring Boot has for all of them. */
    public String springBoot() {
        return SpringBootTable.of(component.path("componentProperties"));
    }

    private static String tables(JsonNode options, Set<String> known) {
        Map<String, List<Map.Entry<String, JsonNode>>> groups = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> option : options.properties()) {
            if (!known.contains(option.getKey())) {
                groups.computeIfAbsent(option.getValue().path("group").asText(), group -> new ArrayList<>())
                        .add(option);
            }
        }
        StringBuilder text = new StringBuilder();
        groups.forEach((group, members) -> {
            MarkdownTable table = new MarkdownTable("Option", "Meaning", "Type", "Default");
            members.forEach(member -> row(table, member.getKey(), member.getValue()));
            text.append("**").append(group).append("**\n\n").append(table).append('\n');
        });
        return text.toString();
    }

    private static void row(MarkdownTable table, String name, JsonNode option) {
        String shown =
                option.path("multiValue").asBoolean() ? option.path("prefix").asText() + "*" : name;
        String path = option.path("kind").asText().equals("path") ? " (first part of the URI)" : "";
        String mark = (option.path("required").asBoolean() ? " **Required.**" : "")
                + (option.path("secret").asBoolean() ? " **Secret.**" : "");
        table.row(
                code(shown) + path,
                option.path("description").asText() + mark,
                type(option),
                code(option.path("defaultValue").asText()));
    }

    private static String type(JsonNode option) {
        if (option.has("enum")) {
            List<String> values = new ArrayList<>();
            option.path("enum").forEach(value -> values.add(value.asText()));
            return MarkdownTable.codes(values);
        }
        String type = option.path("type").asText();
        return type.equals("object") ? simpleName(option.path("javaType").asText()) : type;
    }

    private static String simpleName(String javaType) {
        return code(javaType.replaceAll("[a-z]\\w*\\.", ""));
    }

    public String headers() {
        MarkdownTable table = new MarkdownTable("Header", "Java constant", "Type", "Meaning");
        for (Map.Entry<String, JsonNode> header : component.path("headers").properties()) {
            JsonNode facts = header.getValue();
            String constant = facts.path("constantName").asText();
            table.row(
                    code(header.getKey()),
                    code("AjoConstants." + constant.substring(constant.indexOf('#') + 1)),
                    simpleName(facts.path("javaType").asText()),
                    facts.path("description").asText());
        }
        return table.toString();
    }
}
