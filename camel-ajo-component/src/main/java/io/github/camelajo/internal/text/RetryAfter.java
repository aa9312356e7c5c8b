package io.github.camelajo.internal.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hc.client5.http.utils.DateUtils;

/**
 * Reads the header {@code Retry-After}: seconds, or a date in one of the three formats of HTTP (RFC 9110, 5.6.7). Also
 * accepts what real servers send: fractions of a second, and a unit as in {@code 300s}, which Adobe's gateway writes
 * (api-gateway-request-validation).
 */
public final class RetryAfter {

    private static final Pattern SECONDS =
            Pattern.compile("(\\d+)(?:\\.(\\d{1,9})\\d*)?\\s*s?", Pattern.CASE_INSENSITIVE);

    // More seconds than this make no sense. The limit keeps the arithmetic of callers from overflowing.
    private static final long MAX_SECONDS = Duration.ofDays(3650).toSeconds();

    // HttpClient's form of the third names no zone, so its parseStandardDate() makes no instant of such a date.
    private static final DateTimeFormatter[] DATES = {
        DateUtils.FORMATTER_RFC1123, DateUtils.FORMATTER_RFC1036, DateUtils.FORMATTER_ASCTIME.withZone(ZoneOffset.UTC)
    };

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
            // Rounded up: a request that comes too early would be refused again.
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

    /** {@code null} when it is no date of HTTP. */
    private static Instant date(String text) {
        return DateUtils.parseDate(text.replaceAll("\\s+", " "), DATES);
    }
}
