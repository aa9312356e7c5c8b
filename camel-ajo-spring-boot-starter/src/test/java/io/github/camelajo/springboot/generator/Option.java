package io.github.camelajo.springboot.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.util.StringHelper;

/** One option of the component: as in its descriptor, and as Spring Boot needs it. */
public record Option(String name, JsonNode facts) {

    private static final Map<String, String> WRAPPERS = Map.of(
            "boolean", "java.lang.Boolean",
            "int", "java.lang.Integer",
            "long", "java.lang.Long",
            "double", "java.lang.Double");

    /** Returns the name below {@code camel.component.ajo}. */
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

    /** Returns whether it is a time: with a unit, or in milliseconds without one. */
    public boolean isDuration() {
        return "duration".equals(facts.path("type").asText());
    }

    /** Returns whether it can only be a reference to a bean. */
    public boolean isBean() {
        return "object".equals(facts.path("type").asText())
                && !facts.path("multiValue").asBoolean();
    }

    /** Returns the class with package and type arguments. */
    public String type() {
        if (isDuration()) {
            return "java.time.Duration";
        }
        String type = facts.path("javaType").asText();
        return WRAPPERS.getOrDefault(type, type);
    }

    /** Returns the class with package, without type arguments. */
    public String rawType() {
        return type().replaceFirst("<.*", "");
    }

    /** Returns the default for the metadata, or {@code null}. */
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

    /**
     * Returns the allowed values of a text. Empty if any text is allowed, and for a Java enum, which needs no metadata.
     */
    public List<String> values() {
        List<String> values = new ArrayList<>();
        if ("java.lang.String".equals(type())) {
            facts.path("enum").forEach(value -> values.add(value.asText()));
        }
        return values;
    }
}
