package io.github.camelajo.springboot.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.util.StringHelper;

/** One option of the component, as its descriptor has it and as Spring Boot shall have it. */
public record Option(String name, JsonNode facts) {

    private static final Map<String, String> WRAPPERS = Map.of(
            "boolean", "java.lang.Boolean",
            "int", "java.lang.Integer",
            "long", "java.lang.Long",
            "double", "java.lang.Double");

    /** The name below {@code camel.component.ajo}. */
    public String key() {
        return StringHelper.camelCaseToDash(name);
    }

    public String description() {
        return facts.path("description").asText();
    }

    public boolean isDeprecated() {
        return facts.path("deprecated").asBoolean();
    }

    public boolean isSecret() {
        return facts.path("secret").asBoolean();
    }

    public String deprecationNote() {
        return facts.path("deprecationNote").asText();
    }

    /** A time: with a unit, or in milliseconds without one. */
    public boolean isDuration() {
        return "duration".equals(facts.path("type").asText());
    }

    /** Can only be given as a reference to a bean. */
    public boolean isBean() {
        return "object".equals(facts.path("type").asText())
                && !facts.path("multiValue").asBoolean();
    }

    /** Class with package and type arguments. */
    public String type() {
        if (isDuration()) {
            return "java.time.Duration";
        }
        String type = facts.path("javaType").asText();
        return WRAPPERS.getOrDefault(type, type);
    }

    /** Class with package, without type arguments. */
    public String rawType() {
        return type().replaceFirst("<.*", "");
    }

    /** The default as the metadata shall have it, or {@code null}. */
    public Object defaultValue() {
        JsonNode value = facts.path("defaultValue");
        if (value.isMissingNode()) {
            return null;
        }
        if (isDuration()) {
            return value.asLong() + "ms";
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.numberValue() : value.asText();
    }

    /** The values that a text may have; empty for a text that may be any, and for an enum of Java, which tells itself. */
    public List<String> values() {
        List<String> values = new ArrayList<>();
        if ("java.lang.String".equals(type())) {
            facts.path("enum").forEach(value -> values.add(value.asText()));
        }
        return values;
    }
}
