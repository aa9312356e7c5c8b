package io.github.camelajo;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.camelajo.internal.text.NearestName;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * The options of a URI as they are written. For a wrong value Camel would only name a Java class, and for an unknown
 * option no alternative.
 */
final class WrittenOptions {

    /** Options whose values can contain an ampersand, which a URI takes for their end. The likeliest first. */
    private static final List<String> WITH_AMPERSAND = List.of("query", "filter", "property", "path");

    /** Options of other clients for credentials that Adobe has ended. */
    private static final Set<String> JWT_OPTIONS = Set.of(
            "jwt", "jwtToken", "privateKey", "privateKeyFile", "technicalAccountId", "metaScopes", "imsExchange");

    private WrittenOptions() {}

    /**
     * @throws IllegalArgumentException when there is an option of credentials that Adobe has ended
     */
    static void refuseJwt(Set<String> options) {
        for (String option : options) {
            if (JWT_OPTIONS.contains(option)) {
                throw new IllegalArgumentException(
                        "The option " + option + " belongs to JWT (Service Account) credentials, which Adobe "
                                + "has ended. Create an OAuth Server-to-Server credential in the Adobe Developer Console and set clientId, "
                                + "clientSecret, organizationId and scopes");
            }
        }
    }

    /**
     * Checks the values of options that have only certain ones.
     *
     * @throws IllegalArgumentException naming the option and what is allowed
     */
    static void checkChoices(PropertyConfigurer configurer, Map<String, Object> given) {
        PropertyConfigurerGetter types = (PropertyConfigurerGetter) configurer;
        given.forEach((option, value) -> {
            if (value instanceof String text && !text.startsWith("#")) {
                checkChoice(option, text.trim(), types.getOptionType(option, true));
            }
        });
    }

    /**
     * Checks the value of one option.
     *
     * @throws IllegalArgumentException naming the option and what is allowed
     */
    static void checkChoice(String option, String text, Class<?> type) {
        if (type != null && type.isEnum()) {
            List<String> allowed = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .toList();
            require(option, text, allowed);
        } else if (type == boolean.class || type == Boolean.class) {
            require(option, text, List.of("true", "false"));
        }
    }

    private static void require(String option, String text, List<String> allowed) {
        if (allowed.stream().noneMatch(text::equalsIgnoreCase)) {
            throw new IllegalArgumentException(option + " is '" + text + "', allowed: " + String.join(", ", allowed));
        }
    }

    /**
     * Refuses unknown options.
     *
     * @param  unknown                  those that are left when all others are taken
     * @param  known                    all names that there are
     * @param  all                      the names that the URI has
     * @throws IllegalArgumentException naming them, with the nearest right name of each
     */
    static void refuseUnknown(Set<String> unknown, Collection<String> known, Set<String> all) {
        if (unknown.isEmpty()) {
            return;
        }
        String names = new TreeSet<>(unknown)
                .stream()
                        .map(name -> "'" + name + "'" + suggestion(name, known))
                        .collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                (unknown.size() == 1 ? "There is no option " : "There are no options ") + names + ampersandHint(all));
    }

    /** Advice if an ampersand may have cut a value in two; otherwise empty. */
    static String ampersandHint(Set<String> all) {
        return WITH_AMPERSAND.stream()
                .filter(all::contains)
                .findFirst()
                .map(option -> ". If it is part of the value of " + option + ", write " + option
                        + "=RAW(...) around all of it")
                .orElse("");
    }

    private static String suggestion(String name, Collection<String> known) {
        String nearest = NearestName.of(name, known);
        return nearest == null ? "" : " (did you mean " + nearest + "?)";
    }
}
