package io.github.camelajo.internal.operation;

import java.util.List;

/**
 * A path or query parameter of an operation.
 *
 * @param name         Adobe's name, also the name of the option that sets it
 * @param type         what values look like
 * @param required     whether the call makes no sense without it
 * @param allowed      the only values Adobe takes; empty when it is open
 * @param minimum      smallest number, {@code null} for none
 * @param maximum      largest number, {@code null} for none
 * @param defaultValue what Adobe does when it is left out, {@code null} when nothing is known
 * @param filling      what happens when nobody gives a value
 * @param separator    what Adobe wants between several values of one text, {@code null} when there is only one
 * @param description  help for a person who does not know AJO
 */
public record Parameter(
        String name,
        Type type,
        boolean required,
        List<String> allowed,
        Long minimum,
        Long maximum,
        String defaultValue,
        Filling filling,
        String separator,
        String description) {

    /** What values of a parameter look like. */
    public enum Type {
        STRING,
        INTEGER,
        BOOLEAN,
        /** Several values, sent as the same key again and again. */
        LIST
    }

    /** What happens when nobody gives a value. */
    public enum Filling {
        /** Nothing is sent. */
        NONE,
        /** The default value is sent, because what Adobe does by itself is not what its reference says. */
        DEFAULT,
        /** The organization id of the configuration is sent. */
        ORGANIZATION
    }

    public Parameter {
        allowed = List.copyOf(allowed);
    }

    public static Parameter string(String name, String description) {
        return new Parameter(name, Type.STRING, false, List.of(), null, null, null, Filling.NONE, null, description);
    }

    public static Parameter integer(String name, String description) {
        return new Parameter(name, Type.INTEGER, false, List.of(), null, null, null, Filling.NONE, null, description);
    }

    public static Parameter bool(String name, String description) {
        return new Parameter(name, Type.BOOLEAN, false, List.of(), null, null, null, Filling.NONE, null, description);
    }

    public static Parameter list(String name, String description) {
        return new Parameter(name, Type.LIST, false, List.of(), null, null, null, Filling.NONE, null, description);
    }

    public Parameter mandatory() {
        return new Parameter(
                name, type, true, allowed, minimum, maximum, defaultValue, filling, separator, description);
    }

    public Parameter oneOf(String... values) {
        return new Parameter(
                name, type, required, List.of(values), minimum, maximum, defaultValue, filling, separator, description);
    }

    public Parameter atLeast(long value) {
        return new Parameter(
                name, type, required, allowed, value, maximum, defaultValue, filling, separator, description);
    }

    public Parameter between(long least, long most) {
        return new Parameter(name, type, required, allowed, least, most, defaultValue, filling, separator, description);
    }

    public Parameter defaultsTo(String value) {
        return new Parameter(name, type, required, allowed, minimum, maximum, value, filling, separator, description);
    }

    /** Several values go into one text, with this between them. */
    public Parameter joinedBy(String between) {
        return new Parameter(
                name, type, required, allowed, minimum, maximum, defaultValue, filling, between, description);
    }

    /** Sends the default value when nobody gives another. */
    public Parameter alwaysSent() {
        return new Parameter(
                name, type, required, allowed, minimum, maximum, defaultValue, Filling.DEFAULT, separator, description);
    }

    /** Takes the organization id of the configuration when nobody gives another. */
    public Parameter filledWithOrganization() {
        return new Parameter(
                name,
                type,
                required,
                allowed,
                minimum,
                maximum,
                defaultValue,
                Filling.ORGANIZATION,
                separator,
                description);
    }

    /**
     * Says what is wrong with a value.
     *
     * @return the complaint, naming what is allowed, or {@code null} when the value is fine
     */
    public String complaint(String value) {
        return complaint(name, value);
    }

    /**
     * The same, with another name for the parameter.
     *
     * @param called what the reader of the complaint calls it
     */
    public String complaint(String called, String value) {
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            return called + " is '" + value + "', allowed: " + String.join(", ", allowed);
        }
        return switch (type) {
            case INTEGER -> complaintAboutNumber(called, value);
            case BOOLEAN ->
                "true".equals(value) || "false".equals(value)
                        ? null
                        : called + " is '" + value + "', allowed: true, false";
            case STRING, LIST -> null;
        };
    }

    private String complaintAboutNumber(String called, String value) {
        long number;
        try {
            number = Long.parseLong(value);
        } catch (NumberFormatException e) {
            return called + " is '" + value + "', allowed: a whole number" + range();
        }
        boolean tooSmall = minimum != null && number < minimum;
        boolean tooLarge = maximum != null && number > maximum;
        return tooSmall || tooLarge ? called + " is " + number + ", allowed: a whole number" + range() : null;
    }

    private String range() {
        if (minimum != null && maximum != null) {
            return " from " + minimum + " to " + maximum;
        }
        if (minimum != null) {
            return " of at least " + minimum;
        }
        return maximum != null ? " of at most " + maximum : "";
    }
}
