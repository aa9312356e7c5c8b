package io.github.camelajo.internal.storage;

/**
 * An item in a batch.
 *
 * @param id       number of the item
 * @param key      its key in the lane
 * @param payload  as it was added
 * @param attempts how often it was claimed, this time included
 */
public record ClaimedItem(long id, String key, String payload, int attempts) {

    /** Without the payload, which may contain personal data. */
    @Override
    public String toString() {
        return "ClaimedItem[" + id + ", " + key + ", attempts=" + attempts + "]";
    }
}
