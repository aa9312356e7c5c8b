package io.github.camelajo.spi;

import java.util.OptionalLong;

/**
 * How many items of a lane are in which state.
 *
 * @param waiting       new ones
 * @param calling       in open batches
 * @param sent          in batches that were not cleaned yet
 * @param refused       refused ones
 * @param unknown       unknown ones
 * @param discarded     discarded ones
 * @param oldestWaiting when the oldest new item was added; empty if none waits
 * @param oldestUnknown when the oldest unknown item became so; empty if there is none
 * @param countedAt     when this was counted
 */
public record OutboxCounts(
        long waiting,
        long calling,
        long sent,
        long refused,
        long unknown,
        long discarded,
        OptionalLong oldestWaiting,
        OptionalLong oldestUnknown,
        long countedAt) {}
