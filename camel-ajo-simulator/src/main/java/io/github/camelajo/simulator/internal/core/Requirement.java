package io.github.camelajo.simulator.internal.core;

import java.util.List;
import java.util.Set;

import io.github.camelajo.simulator.control.Permissions;

/**
 * The permissions that an operation requires.
 *
 * @param permissions names from {@link Permissions}
 * @param all         whether all of them are required, or only one
 */
public record Requirement(List<String> permissions, boolean all) {

    static final Requirement NONE = allOf();

    public static Requirement allOf(String... permissions) {
        return new Requirement(List.of(permissions), true);
    }

    public static Requirement anyOf(String... permissions) {
        return new Requirement(List.of(permissions), false);
    }

    boolean isMetBy(Set<String> granted) {
        return all ? granted.containsAll(permissions) : permissions.stream().anyMatch(granted::contains);
    }

    /** Returns the text for the error of a caller who lacks them. */
    public String message() {
        return "Missing permission: " + String.join(all ? " and " : " or ", permissions);
    }
}
