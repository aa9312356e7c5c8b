package io.github.camelajo.internal.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;

/** Points in time in the format of Adobe's APIs: ISO 8601 in UTC. */
public final class IsoTimes {

    private static final String SQL_DATE = "java.sql.Date";
    private static final String SQL_TIME = "java.sql.Time";

    private IsoTimes() {}

    /** The point in time that a value stands for, or {@code null}. A day has no time and gives {@code null}. */
    public static Instant instant(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (value instanceof Calendar calendar) {
            return calendar.toInstant();
        }
        return value instanceof Date date && !isDay(value) && !isWithoutZone(value) ? date.toInstant() : null;
    }

    /**
     * The text of a point in time or of a day; {@code null} for anything else.
     *
     * @return for example 2026-01-31T08:00:00Z, or 2026-01-31 for a day
     */
    public static String text(Object value) {
        if (isDay(value)) {
            return value.toString();
        }
        Instant instant = instant(value);
        return instant == null ? null : instant.toString();
    }

    /** Whether a value is a calendar day. A day needs no time zone: a birthday is the same everywhere. */
    public static boolean isDay(Object value) {
        return value instanceof LocalDate || isNamed(value, SQL_DATE);
    }

    /** Whether a value is a time without a zone. It could mean any of 27 points in time. */
    public static boolean isWithoutZone(Object value) {
        return value instanceof LocalDateTime || value instanceof LocalTime || isNamed(value, SQL_TIME);
    }

    /** By name: the module of these classes may be missing. */
    private static boolean isNamed(Object value, String type) {
        return value instanceof Date && value.getClass().getName().equals(type);
    }
}
