package io.github.camelajo.spi;

import java.util.Optional;

/**
 * What operators see of a source.
 *
 * @param sourceId        its id
 * @param scope           what the position belongs to; empty after a reset
 * @param position        where it stands
 * @param epoch           how often it had a new owner or was moved
 * @param owner           label of the owner; empty if nobody holds a valid lease
 * @param items           how many items are known
 * @param hold            why removals are held back; empty if they are not
 * @param removalsAllowed whether an operator lets them pass once
 * @param updatedAt       when the position was written last, in milliseconds of the storage's clock
 */
public record SourceStatus(
        String sourceId,
        Optional<String> scope,
        SourcePosition position,
        long epoch,
        Optional<String> owner,
        long items,
        Optional<String> hold,
        boolean removalsAllowed,
        long updatedAt) {}
