package io.github.camelajo.internal.stats;

import java.util.Locale;

/** What became of an event. */
public enum EventFate {
    /** Adobe has received it. */
    TAKEN,
    /** Adobe has not taken it, or it could not be sent. */
    REFUSED,
    /** Nothing is proven. */
    UNKNOWN;

    /** For tags and tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
