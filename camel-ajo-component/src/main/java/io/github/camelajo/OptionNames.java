package io.github.camelajo;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelajo.internal.text.NearestName;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** Tells what is wrong with a URI in the words of its options, before Camel does it in those of Java. */
final class OptionNames {

    private OptionNames() {}

    /**
     * Checks options that have a few values only.
     *
     * @throws IllegalArgumentException naming the option and what is allowed
     */
    static void checkConstants(Map<String, Object> written, PropertyConfigurer configurer) {
        if (!(configurer instanceof PropertyConfigurerGetter options)) {
            return;
        }
        written.forEach((option, value) -> {
            Class<?> type = options.getOptionType(option, true);
            if (type != null && type.isEnum() && value instanceof String text) {
                checkConstant(option, text, type);
            }
        });
    }

    private static void checkConstant(String option, String value, Class<?> type) {
        if (value.startsWith("#")) {
            // A bean that Camel looks up.
            return;
        }
        String plain = plain(value);
        boolean known = Arrays.stream(type.getEnumConstants())
                .anyMatch(constant -> plain(((Enum<?>) constant).name()).equals(plain));
        if (!known) {
            throw new IllegalArgumentException(option + " is '" + value + "', allowed: "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** As Camel compares them. */
    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /**
     * Checks that Camel has found an option for each name.
     *
     * @param  left                     what there is no option for
     * @throws IllegalArgumentException naming the first one and the nearest option
     */
    static void checkAllKnown(Collection<String> left) {
        for (String name : left) {
            String nearest = NearestName.of(name, new AjoEndpointUriFactory().propertyNames());
            throw new IllegalArgumentException("There is no option " + name
                    + (nearest == null ? "." : "; is " + nearest + " meant?")
                    + " A parameter of Adobe's that has no option of its own is written param." + name);
        }
    }
}
