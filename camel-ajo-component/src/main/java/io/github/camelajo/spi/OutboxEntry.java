package io.github.camelajo.spi;

/**
 * An item as operators see it.
 *
 * @param id        number of the item
 * @param key       its key in the lane
 * @param state     its outcome
 * @param attempts  how often it was sent
 * @param requestId of the last call it was in, or null
 * @param outcome   Adobe's id of it, or null
 * @param text      the reason, or null
 * @param createdAt when it was added
 * @param changedAt when it last changed
 */
public record OutboxEntry(
        long id,
        String key,
        OutboxState state,
        int attempts,
        String requestId,
        String outcome,
        String text,
        long createdAt,
        long changedAt) {}
