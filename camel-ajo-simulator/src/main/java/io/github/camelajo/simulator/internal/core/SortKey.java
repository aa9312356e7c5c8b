package io.github.camelajo.simulator.internal.core;

/**
 * The position of an item in a sorted list: the value of the sort field, and a text that distinguishes items with the
 * same value.
 *
 * @param value a {@code Long} or a {@code String}, the same for all items of a list
 */
public record SortKey(Object value, String tie) implements Comparable<SortKey> {

    private static final String LAST = "\uffff";

    /**
     * Reads what {@link #cursor} wrote. A bare value, as in Adobe's samples, is the position before all items with that
     * value.
     *
     * @throws NumberFormatException if a number is expected and there is none
     */
    static SortKey parse(String cursor, boolean number, boolean unique, boolean descending) {
        if (unique) {
            return new SortKey(cursor, cursor);
        }
        int comma = cursor.lastIndexOf(',');
        String value = comma < 0 ? cursor : cursor.substring(0, comma);
        String tie = comma < 0 ? (descending ? LAST : "") : cursor.substring(comma + 1);
        return new SortKey(number ? (Object) Long.valueOf(value) : value, tie);
    }

    /** Returns a text for {@code _page.next}. It is just the value if values are unique. */
    public String cursor() {
        return value.equals(tie) ? tie : value + "," + tie;
    }

    @Override
    public int compareTo(SortKey other) {
        int difference = value instanceof Long number
                ? number.compareTo((Long) other.value)
                : value.toString().compareTo(other.value.toString());
        return difference != 0 ? difference : tie.compareTo(other.tie);
    }
}
