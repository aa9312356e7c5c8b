package io.github.camelajo;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds unresolved placeholders. Spring Boot, for example, leaves {@code ${NAME}} unchanged if there is no such
 * variable. As a credential the text would be sent to the login, which would then report a wrong credential.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("[$#]\\{[^{}]*}|\\{\\{[^{}]*}}");
    private static final Pattern NAME = Pattern.compile("[$#{]+[\\w.:?/-]+}+");
    private static final Set<String> SECRETS = Set.of("clientSecret", "secondaryClientSecret");

    private Placeholders() {}

    /**
     * @param  option                   where the value comes from
     * @throws IllegalArgumentException when the value holds one
     */
    static void refuse(String option, String value) {
        Matcher found = value == null ? null : PLACEHOLDER.matcher(value);
        if (found == null || !found.find()) {
            return;
        }
        // Nothing of a secret is shown unless all of it is the name of a variable.
        boolean shown = !SECRETS.contains(option) || found.group().equals(value.strip());
        String name = shown && NAME.matcher(found.group()).matches() ? " " + found.group() : "";
        throw new IllegalArgumentException("The option " + option + " holds a placeholder" + name
                + " that was not replaced: no variable or property of that name has a value");
    }
}
