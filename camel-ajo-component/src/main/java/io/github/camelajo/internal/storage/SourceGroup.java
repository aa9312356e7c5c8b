package io.github.camelajo.internal.storage;

import java.util.List;
import java.util.Objects;

import io.github.camelajo.spi.SourcePosition;

/**
 * What one commit writes.
 *
 * @param position the new position, as a whole
 * @param items    new and changed ones, and known ones that were missing and are back; the last one of a key counts
 * @param missing  numbers of items that this complete read has missed for the first time; they get the run of the position
 * @param removed  numbers of items to forget, because their removal has been told
 */
public record SourceGroup(
        SourcePosition position, List<SourceItem> items, List<Integer> missing, List<Integer> removed) {

    public SourceGroup {
        Objects.requireNonNull(position, "position");
        items = List.copyOf(items);
        missing = List.copyOf(missing);
        removed = List.copyOf(removed);
    }

    /** Delivered items and the position behind them. */
    public static SourceGroup delivered(SourcePosition position, List<SourceItem> items) {
        return new SourceGroup(position, items, List.of(), List.of());
    }

    /** Items that were missed for the first time. */
    public static SourceGroup missing(SourcePosition position, List<Integer> numbers) {
        return new SourceGroup(position, List.of(), numbers, List.of());
    }

    /** Items whose removal has been told. */
    public static SourceGroup removed(SourcePosition position, List<Integer> numbers) {
        return new SourceGroup(position, List.of(), List.of(), numbers);
    }
}
