package io.github.camelajo.internal.operation;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A field of a request body that is checked before the call, because Adobe's own refusal would come late or be unclear.
 * Complaints never repeat what may be personal data.
 *
 * @param name  the field
 * @param check gives the complaint about a value ({@code null} when the field is missing), or {@code null} when it is fine
 */
public record BodyField(String name, Function<Object, String> check) {

    /** A text that must be there. */
    public static BodyField text(String name, String what) {
        return new BodyField(
                name, value -> value instanceof String text && !text.isBlank() ? null : name + " is missing: " + what);
    }

    /** A value that must be there, whatever its type. */
    public static BodyField present(String name, String what) {
        return new BodyField(
                name, value -> value == null || value.toString().isBlank() ? name + " is missing: " + what : null);
    }

    /** A field that must not be there. */
    public static BodyField absent(String name, String why) {
        return new BodyField(name, value -> value == null ? null : name + " is not allowed: " + why);
    }

    /** An object that must be there, with fields that are checked too. */
    public static BodyField object(String name, String what, BodyField... fields) {
        return new BodyField(name, value -> {
            if (!(value instanceof Map<?, ?> object)) {
                return name + " is missing: " + what;
            }
            String complaint = firstComplaint(object, List.of(fields));
            return complaint == null ? null : name + "." + complaint;
        });
    }

    /** A text that must be one of a few. */
    public static BodyField oneOf(String name, String... allowed) {
        return new BodyField(
                name,
                value -> value instanceof String && List.of(allowed).contains(value)
                        ? null
                        : name + " is " + (value instanceof String ? "'" + value + "'" : "missing") + ", allowed: "
                                + String.join(", ", allowed));
    }

    /** A list that must have something in it. */
    public static BodyField nonEmptyList(String name, String what) {
        return new BodyField(
                name,
                value -> value instanceof Collection<?> list && !list.isEmpty() ? null : name + " is missing: " + what);
    }

    /** A list that must have a certain number of items. */
    public static BodyField list(String name, int least, int most, String what) {
        return nonEmptyList(name, what).and(value -> {
            int size = ((Collection<?>) value).size();
            if (size >= least && size <= most) {
                return null;
            }
            return name + " has " + size + " items, allowed: "
                    + (least == most ? "exactly " + most : least + " to " + most);
        });
    }

    /** A whole number within limits, of whatever type. */
    public static BodyField number(String name, long least, long most, String unit) {
        String allowed = ", allowed: a whole number from " + least + " to " + most + " " + unit;
        return new BodyField(name, value -> {
            if (value == null) {
                return name + " is missing" + allowed;
            }
            if (!(value instanceof Number number)) {
                // A text may be anything, and is not repeated.
                return name + " must be a number" + (value instanceof CharSequence ? " and not a text" : "") + allowed;
            }
            BigInteger whole = whole(number);
            boolean fits = whole != null
                    && whole.compareTo(BigInteger.valueOf(least)) >= 0
                    && whole.compareTo(BigInteger.valueOf(most)) <= 0;
            return fits ? null : name + " is " + number + allowed;
        });
    }

    /** {@code null} for a number of a type that has fractions. */
    private static BigInteger whole(Number number) {
        if (number instanceof BigInteger big) {
            return big;
        }
        boolean integral = number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof AtomicInteger
                || number instanceof AtomicLong;
        return integral ? BigInteger.valueOf(number.longValue()) : null;
    }

    /** The same check with another one after it, which sees only values that passed the first. */
    public BodyField and(Function<Object, String> next) {
        return new BodyField(name, value -> {
            String complaint = check.apply(value);
            return complaint != null ? complaint : next.apply(value);
        });
    }

    /** The same check of a list, with checks of each of its items after it. */
    public BodyField each(BodyField... fields) {
        return and(value -> complaintAboutItems(name, (Collection<?>) value, List.of(fields)));
    }

    /** The first complaint about an object, or {@code null}. */
    static String firstComplaint(Map<?, ?> object, List<BodyField> fields) {
        for (BodyField field : fields) {
            String complaint = field.check().apply(object.get(field.name()));
            if (complaint != null) {
                return complaint;
            }
        }
        return null;
    }

    /** The first complaint about the objects of a list, naming its place, counted from 0; {@code null} for none. */
    static String complaintAboutItems(String list, Collection<?> items, List<BodyField> fields) {
        int place = 0;
        for (Object item : items) {
            String where = list + "[" + place++ + "]";
            if (!(item instanceof Map<?, ?> object)) {
                return where + " must be a JSON object";
            }
            String complaint = firstComplaint(object, fields);
            if (complaint != null) {
                return where + ": " + complaint;
            }
        }
        return null;
    }
}
