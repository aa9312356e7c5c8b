package io.github.camelajo.internal.storage;

import java.util.List;

/**
 * Items that are sent in one call. The request id belongs to exactly these items in this order.
 *
 * @param id        number of the batch
 * @param lane      its lane
 * @param requestId names the call; another composition has another one
 * @param owner     the instance that has claimed it
 * @param sends     how often this batch was claimed, this time included
 * @param items     in the order of the call
 */
public record OutboxBatch(long id, String lane, String requestId, String owner, int sends, List<ClaimedItem> items) {

    public OutboxBatch {
        items = List.copyOf(items);
    }
}
