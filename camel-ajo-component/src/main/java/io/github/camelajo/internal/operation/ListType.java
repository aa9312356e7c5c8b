package io.github.camelajo.internal.operation;

import java.util.Collection;

/**
 * A list.
 *
 * @param items what each item is
 * @param least fewest items
 * @param most  most items, {@link Integer#MAX_VALUE} for no limit
 */
public record ListType(BodyType items, int least, int most) implements BodyType {

    @Override
    public String complaint(Object value) {
        if (!(value instanceof Collection<?> list)) {
            return " must be a list";
        }
        if (list.size() < least || list.size() > most) {
            return " has " + list.size() + " items, allowed: " + range();
        }
        return complaintAboutItems(list);
    }

    /** How many items there may be, in words. */
    public String range() {
        if (least == most) {
            return "exactly " + most;
        }
        return most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
    }

    /** The first complaint about the items, naming its place, counted from 0; {@code null} for none. */
    String complaintAboutItems(Collection<?> list) {
        int place = 0;
        for (Object item : list) {
            String complaint = items.complaintAboutItem(item);
            if (complaint != null) {
                return "[" + place + "]" + complaint;
            }
            place++;
        }
        return null;
    }
}
