package io.github.camelajo.internal.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the header {@code Retry-After}: seconds, or a date in one of the three forms of HTTP (RFC 9110, 5.6.7). Also takes what
 * real servers send beside the rule: a fraction of a second, and a unit as in {@code 300s}, which Adobe's gateway writes
 * (api-gateway-request-validation).
 */
public final class RetryAfter {

    private static final Pattern SECONDS =
            Pattern.compile("(\\d+)(?:\\.(\\d{1,9})\\d*)?\\s*s?", Pattern.CASE_INSENSITIVE);

    // A number of seconds above this is nonsense; it keeps the arithmetic of callers from overflowing.
    private static final long MAX_SECONDS = Duration.ofDays(3650).toSeconds();

    private static final List<DateTimeFormatter> OLD_DATES = List.of(
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH));

    private RetryAfter() {}

    /**
     * How long the header asks to wait, counted from {@code now}.
     *
     * @return zero for a date in the past; {@code null} without a header, or when it cannot be understood
     */
    public static Duration parse(String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            String digits = seconds.group(1);
            long whole = digits.length() > 18 ? MAX_SECONDS : Math.min(Long.parseLong(digits), MAX_SECONDS);
            // Rounded up: earlier than asked for would be another refusal.
            boolean fraction =
                    seconds.group(2) != null && seconds.group(2).chars().anyMatch(digit -> digit != '0');
            return Duration.ofSeconds(fraction ? whole + 1 : whole);
        }
        Instant date = date(text);
        if (date == null) {
            return null;
        }
        return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
    }

    /** The same, at most {@code cap}. */
    public static Duration parse(String header, Instant now, Duration cap) {
        Duration asked = parse(header, now);
        return asked != null && asked.compareTo(cap) > 0 ? cap : asked;
    }

    private static Instant date(String text) {
        String singleBlanks = text.replaceAll("\\s+", " ");
        try {
            return ZonedDateTime.parse(singleBlanks, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException notThisForm) {
            // The two forms that HTTP keeps for the sake of old servers.
        }
        for (DateTimeFormatter format : OLD_DATES) {
            try {
                return LocalDateTime.parse(singleBlanks, format).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException notThisForm) {
                // The next one.
            }
        }
        return null;
    }
}
