package io.github.camelajo.internal.storage;

import io.github.camelajo.spi.OutboxState;

/**
 * An item whose outcome has to be reported to the route.
 *
 * @param position from 0, its place in the batch; after it was told {@link OutboxStorage#told} takes one more than this
 * @param id       number of the item
 * @param key      its key in the lane
 * @param payload  as it was added; null if it was blanked since
 * @param state    {@link OutboxState#SENT}, {@link OutboxState#REFUSED} or {@link OutboxState#UNKNOWN}
 * @param attempts how often it was sent
 * @param outcome  Adobe's id of it, or null
 * @param text     the reason, or null
 */
public record ToldItem(
        int position,
        long id,
        String key,
        String payload,
        OutboxState state,
        int attempts,
        String outcome,
        String text) {

    /** Without the payload, which may hold personal data. */
    @Override
    public String toString() {
        return "ToldItem[" + id + ", " + key + ", " + state + "]";
    }
}
