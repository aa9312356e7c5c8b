package io.github.camelajo.springboot.generator;

import java.util.ArrayList;
import java.util.List;

import org.apache.camel.util.StringHelper;

import static io.github.camelajo.springboot.generator.JavaText.comment;
import static io.github.camelajo.springboot.generator.JavaText.simple;

/** Writes the class to which Spring Boot binds {@code camel.component.ajo.*}. */
final class ConfigurationClass {

    static final String NAME = "AjoComponentConfiguration";

    private final Descriptor descriptor;

    ConfigurationClass(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    String text() {
        StringBuilder text = new StringBuilder("package " + JavaText.PACKAGE + ";\n\n");
        text.append(JavaText.imports(types())).append('\n');
        text.append(comment(
                "",
                descriptor.description(),
                "What an application leaves out is null here, so that the component or its configuration bean decides. The "
                        + "defaults are in the metadata.",
                "Generated from the component's descriptor: do not edit."));
        text.append("@ConfigurationProperties(prefix = \"camel.component.ajo\")\n");
        text.append("public class " + NAME + " extends ComponentConfigurationPropertiesCommon {\n\n");
        descriptor.options().forEach(option -> field(text, option));
        descriptor.options().forEach(option -> accessors(text, option));
        return text.append("}\n").toString();
    }

    private List<String> types() {
        List<String> types = new ArrayList<>(List.of(
                "org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon",
                "org.springframework.boot.context.properties.ConfigurationProperties"));
        for (Option option : descriptor.options()) {
            types.add(option.type());
            if (option.isDuration()) {
                types.add("java.time.temporal.ChronoUnit");
                types.add("org.springframework.boot.convert.DurationUnit");
            }
            if (option.isDeprecated()) {
                types.add("org.springframework.boot.context.properties.DeprecatedConfigurationProperty");
            }
        }
        return types;
    }

    private static void field(StringBuilder text, Option option) {
        text.append(comment("    ", option.description()));
        if (option.isDuration()) {
            text.append("    @DurationUnit(ChronoUnit.MILLIS)\n");
        }
        text.append("    private " + simple(option.type()) + ' ' + option.name() + ";\n\n");
    }

    private static void accessors(StringBuilder text, Option option) {
        String name = StringHelper.capitalize(option.name());
        if (option.isDeprecated()) {
            text.append("    @Deprecated\n");
            text.append("    @DeprecatedConfigurationProperty(reason = \""
                    + option.deprecationNote().replace("\\", "\\\\").replace("\"", "\\\"") + "\")\n");
        }
        text.append("    public " + simple(option.type()) + " get" + name + "() {\n");
        text.append("        return " + option.name() + ";\n    }\n\n");
        if (option.isDeprecated()) {
            text.append("    @Deprecated\n");
        }
        text.append("    public void set" + name + "(" + simple(option.type()) + ' ' + option.name() + ") {\n");
        text.append("        this." + option.name() + " = " + option.name() + ";\n    }\n\n");
    }
}
