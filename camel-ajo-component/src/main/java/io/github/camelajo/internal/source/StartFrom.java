package io.github.camelajo.internal.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What the first read of a source delivers.
 *
 * @param since items that were changed before are only taken note of, in milliseconds since the epoch
 */
public record StartFrom(long since) {

    private static final StartFrom ALL = new StartFrom(Long.MIN_VALUE);
    private static final StartFrom LATEST = new StartFrom(Long.MAX_VALUE);

    /**
     * Reads the option {@code startFrom}.
     *
     * @throws IllegalArgumentException naming what is allowed
     */
    public static StartFrom parse(String option) {
        String text = option.trim();
        if (text.equalsIgnoreCase("all")) {
            return ALL;
        }
        if (text.equalsIgnoreCase("latest")) {
            return LATEST;
        }
        try {
            return new StartFrom(time(text).toEpochMilli());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("startFrom is '" + option
                    + "', allowed: all, latest, or a date such as 2026-11-29 or 2026-11-29T10:00:00Z");
        }
    }

    private static Instant time(String text) {
        return text.length() == "2026-11-29".length()
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    /** Whether the dates of items decide. */
    public boolean isDate() {
        return since != Long.MIN_VALUE && since != Long.MAX_VALUE;
    }

    /** Whether a first read delivers an item. An item without a date is delivered only when everything is. */
    boolean tells(Long changedAt) {
        return since == Long.MIN_VALUE || changedAt != null && changedAt >= since;
    }
}
