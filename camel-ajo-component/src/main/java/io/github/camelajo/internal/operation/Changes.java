package io.github.camelajo.internal.operation;

import java.time.Duration;
import java.util.List;

/**
 * How a source finds out what has changed in a list. Fields of an item are named by dotted paths.
 *
 * @param key         field that identifies an item
 * @param fingerprint fields that mean something: an item has changed when one of them has. Empty: all fields
 * @param changedAt   field with the time of the last change, {@code null} when Adobe tells none
 * @param incremental how only what has changed is read, {@code null} when each read is a full one
 * @param getById     parameter that {@code get} names the item by, {@code null} when an item cannot be read alone
 */
public record Changes(String key, List<String> fingerprint, String changedAt, Incremental incremental, String getById) {

    /**
     * How only what has changed is read.
     *
     * @param conditionParameter query parameter with the condition, {@code null} when Adobe filters on no time and the list is
     *                           read from its newest end
     * @param condition          text in front of the time in the condition
     * @param orderParameter     query parameter of the order
     * @param order              value that sorts by the time of the last change: the oldest first with a condition, the newest
     *                           first without
     * @param overlap            how far a read goes back behind the last one: items become visible late, and clocks differ
     */
    public record Incremental(
            String conditionParameter, String condition, String orderParameter, String order, Duration overlap) {

        /** Whether the list is read from its newest end, up to what is known. */
        public boolean newestFirst() {
            return conditionParameter == null;
        }
    }
}
