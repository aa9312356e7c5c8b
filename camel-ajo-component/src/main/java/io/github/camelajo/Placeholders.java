package io.github.camelajo;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds placeholders that nobody has put a value for. Spring Boot, for one, leaves {@code ${NAME}} as it is when there is no
 * such variable, and as a credential the text would travel to the login, which then blames the credential.
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
        // Of a secret nothing is shown unless all of it is the name of a variable.
        boolean shown = !SECRETS.contains(option) || found.group().equals(value.strip());
        String name = shown && NAME.matcher(found.group()).matches() ? " " + found.group() : "";
        throw new IllegalArgumentException("The option " + option + " holds a placeholder" + name
                + " that was not replaced: no variable or property of that name has a value");
    }
}
