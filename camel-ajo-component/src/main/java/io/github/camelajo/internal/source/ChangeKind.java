package io.github.camelajo.internal.source;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What happened to an item of a list. */
public enum ChangeKind {
    CREATED,
    UPDATED,
    REMOVED,
    /** Every item at every poll, whether it changed or not. */
    PRESENT;

    private static final String ALL = "all";

    /** The value of the header. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the option {@code changes}.
     *
     * @throws IllegalArgumentException naming what is allowed
     */
    public static Set<ChangeKind> parse(String option) {
        Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        for (String word : option.split(",")) {
            String name = word.trim();
            if (name.equalsIgnoreCase(ALL)) {
                kinds.add(PRESENT);
                continue;
            }
            try {
                kinds.add(valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw unknown(option);
            }
        }
        if (kinds.contains(PRESENT) && (kinds.size() > 1 || !option.trim().equalsIgnoreCase(ALL))) {
            throw unknown(option);
        }
        return kinds;
    }

    private static IllegalArgumentException unknown(String option) {
        return new IllegalArgumentException("changes is '" + option
                + "', allowed: all, or any of created, updated and removed, separated by commas");
    }
}
