package io.github.camelajo.operation;

import java.util.Collection;
import java.util.function.Function;

/**
 * A field of a request body that is checked before the call, because Adobe's own refusal would come late or be unclear.
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

    /** A list that must have something in it. */
    public static BodyField nonEmptyList(String name, String what) {
        return new BodyField(
                name,
                value -> value instanceof Collection<?> list && !list.isEmpty() ? null : name + " is missing: " + what);
    }

    /** A whole number within limits. */
    public static BodyField number(String name, long least, long most, String unit) {
        return new BodyField(name, value -> {
            boolean whole = value instanceof Integer || value instanceof Long;
            if (whole && ((Number) value).longValue() >= least && ((Number) value).longValue() <= most) {
                return null;
            }
            return name + " is " + (value == null ? "missing" : value) + ", allowed: a whole number from " + least
                    + " to " + most + " " + unit;
        });
    }

    /** The same check with another one after it, which sees only values that passed the first. */
    public BodyField and(Function<Object, String> next) {
        return new BodyField(name, value -> {
            String complaint = check.apply(value);
            return complaint != null ? complaint : next.apply(value);
        });
    }
}
