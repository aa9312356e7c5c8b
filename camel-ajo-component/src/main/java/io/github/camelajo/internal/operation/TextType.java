package io.github.camelajo.internal.operation;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text.
 *
 * @param format  what kind of text
 * @param least   fewest characters
 * @param most    most characters, {@link Integer#MAX_VALUE} for no limit
 * @param allowed the values there are; empty for any
 * @param pattern what it must match as a whole, {@code null} for anything
 * @param rule    the complaint about a text that does not match, after its place; {@code null} without a pattern
 */
public record TextType(Format format, int least, int most, List<String> allowed, Pattern pattern, String rule)
        implements BodyType {

    /** Kinds of texts. */
    public enum Format {
        PLAIN,
        /** ISO 8601 with a zone. */
        DATE_TIME,
        /** ISO 8601, as Java's Period and Duration write them. */
        DURATION,
        UUID
    }

    private static final Pattern IS_UUID = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern IS_DURATION =
            Pattern.compile("P(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?");
    /** What can be repeated in a message: an identifier, not a sentence or an address. */
    private static final Pattern HARMLESS = Pattern.compile("[\\w./-]{1,40}");

    static final TextType ANY = of(Format.PLAIN);

    public TextType {
        allowed = List.copyOf(allowed);
    }

    static TextType of(Format format) {
        return new TextType(format, 0, Integer.MAX_VALUE, List.of(), null, null);
    }

    static TextType oneOf(String... allowed) {
        return new TextType(Format.PLAIN, 0, Integer.MAX_VALUE, List.of(allowed), null, null);
    }

    TextType withLength(int fewest, int longest) {
        return new TextType(format, fewest, longest, allowed, pattern, rule);
    }

    TextType matching(Pattern whole, String complaint) {
        return new TextType(format, least, most, allowed, whole, complaint);
    }

    @Override
    public String complaint(Object value) {
        if (!(value instanceof CharSequence characters)) {
            return " must be a text";
        }
        String text = characters.toString();
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            String shown = HARMLESS.matcher(text).matches() ? "'" + text + "'" : "something else";
            return " is " + shown + ", allowed: " + String.join(", ", allowed);
        }
        if (text.length() < least || text.length() > most) {
            return " has " + text.length() + " characters, allowed: " + range();
        }
        if (!isWellFormed(text)) {
            return " is not " + expected();
        }
        return pattern == null || pattern.matcher(text).matches() ? null : " " + rule;
    }

    private String range() {
        return most == Integer.MAX_VALUE ? "at least " + least : least == 0 ? "at most " + most : least + " to " + most;
    }

    private boolean isWellFormed(String text) {
        return switch (format) {
            case PLAIN -> true;
            case DATE_TIME -> isTime(text);
            case DURATION -> IS_DURATION.matcher(text).matches();
            case UUID -> IS_UUID.matcher(text).matches();
        };
    }

    private String expected() {
        return switch (format) {
            case PLAIN -> "a text";
            case DATE_TIME -> "a date and time with a zone, for example 2030-01-31T08:00:00Z";
            case DURATION -> "an ISO 8601 duration, for example PT30M";
            case UUID -> "a UUID, for example 507f1f77-bcf8-4cd7-9943-9011abcd1234";
        };
    }

    private static boolean isTime(String text) {
        try {
            return OffsetDateTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
