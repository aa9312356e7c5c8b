package io.github.camelajo.internal.operation;

import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A number.
 *
 * @param whole whether it must be a whole one
 * @param least smallest value, {@link Long#MIN_VALUE} for no limit; only of a whole number
 * @param most  largest value, {@link Long#MAX_VALUE} for no limit; only of a whole number
 * @param unit  what is counted; empty when that is clear
 */
public record NumberType(boolean whole, long least, long most, String unit) implements BodyType {

    static final NumberType ANY = new NumberType(false, Long.MIN_VALUE, Long.MAX_VALUE, "");
    static final NumberType WHOLE = new NumberType(true, Long.MIN_VALUE, Long.MAX_VALUE, "");

    /** What is allowed, in words. */
    public String allowed() {
        StringBuilder text = new StringBuilder(whole ? "a whole number" : "a number");
        if (least != Long.MIN_VALUE && most != Long.MAX_VALUE) {
            text.append(" from ").append(least).append(" to ").append(most);
        } else if (least != Long.MIN_VALUE) {
            text.append(" of at least ").append(least);
        } else if (most != Long.MAX_VALUE) {
            text.append(" of at most ").append(most);
        }
        return unit.isEmpty() ? text.toString() : text.append(' ').append(unit).toString();
    }

    @Override
    public String complaint(Object value) {
        if (!(value instanceof Number number)) {
            // A text may be anything, and is not repeated.
            return " must be a number" + (value instanceof CharSequence ? " and not a text" : "") + ", allowed: "
                    + allowed();
        }
        return !whole || isWithin(whole(number)) ? null : " is " + number + ", allowed: " + allowed();
    }

    private boolean isWithin(BigInteger number) {
        return number != null
                && number.compareTo(BigInteger.valueOf(least)) >= 0
                && number.compareTo(BigInteger.valueOf(most)) <= 0;
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
}
