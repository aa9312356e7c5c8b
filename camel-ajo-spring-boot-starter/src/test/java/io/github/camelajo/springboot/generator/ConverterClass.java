package io.github.camelajo.springboot.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the class that converts {@code #bean:name} to the bean, for options that are objects. */
final class ConverterClass {

    static final String NAME = "AjoComponentConverter";

    private static final String TEXT = """
            package %1$s;

            %2$s
            %5$s@Configuration(proxyBeanMethods = false)
            @ConfigurationPropertiesBinding
            public class %3$s implements ConditionalGenericConverter {

                private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            %4$s);

                private final ApplicationContext applicationContext;

                public %3$s(ApplicationContext applicationContext) {
                    this.applicationContext = applicationContext;
                }

                @Override
                public Set<ConvertiblePair> getConvertibleTypes() {
                    return TYPES.values().stream()
                            .map(type -> new ConvertiblePair(String.class, type))
                            .collect(Collectors.toUnmodifiableSet());
                }

                @Override
                public boolean matches(TypeDescriptor sourceType, TypeDescriptor targetType) {
                    return TYPES.containsKey(targetType.getResolvableType().toString());
                }

                @Override
                public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
                    if (source == null || source.toString().isBlank()) {
                        return null;
                    }
                    String reference = source.toString().strip();
                    if (!reference.startsWith("#")) {
                        throw new IllegalArgumentException("Write #bean: and the name of a bean of type "
                                + targetType.getType().getName());
                    }
                    String bean = reference.startsWith("#bean:") ? reference.substring(6) : reference.substring(1);
                    return applicationContext.getBean(bean, targetType.getType());
                }
            }
            """;

    private final List<Option> beans;

    ConverterClass(Descriptor descriptor) {
        this.beans = descriptor.options().stream().filter(Option::isBean).toList();
    }

    String text() {
        List<String> used = new ArrayList<>(List.of(
                "java.util.Map",
                "java.util.Set",
                "java.util.stream.Collectors",
                "org.springframework.boot.context.properties.ConfigurationPropertiesBinding",
                "org.springframework.context.ApplicationContext",
                "org.springframework.context.annotation.Configuration",
                "org.springframework.core.convert.TypeDescriptor",
                "org.springframework.core.convert.converter.ConditionalGenericConverter"));
        beans.forEach(bean -> used.add(bean.rawType()));
        String comment = JavaText.comment(
                "",
                "Lets properties of the ajo component name beans of the application.",
                "Generated from the component's descriptor: do not edit.");
        return TEXT.formatted(JavaText.PACKAGE, JavaText.imports(used), NAME, entries(), comment);
    }

    private String entries() {
        return beans.stream()
                .map(bean ->
                        "            Map.entry(\"" + bean.type() + "\", " + JavaText.simple(bean.rawType()) + ".class)")
                .distinct()
                .collect(Collectors.joining(",\n"));
    }
}
