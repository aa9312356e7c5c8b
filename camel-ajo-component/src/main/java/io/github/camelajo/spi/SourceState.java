package io.github.camelajo.spi;

import java.util.Optional;

/**
 * Keeps where sources stand: the position, the items that a source has seen, and who polls it at the moment.
 *
 * <p>
 * This is what operators see and do. The component has one in memory, {@code camel-ajo-store} has one for databases. Safe for use by
 * several threads.
 * </p>
 */
public interface SourceState extends AutoCloseable {

    /** Whether the position outlives the process. */
    boolean isDurable();

    /** What is stored about a source; empty if nothing is. */
    Optional<SourceStatus> status(String sourceId);

    /**
     * Forgets position, scope and items of a source: its next poll is a first one. A poll that is under way loses its lease.
     * Items that belong to no source at all are deleted as well.
     *
     * @return false if there was nothing to forget
     */
    boolean reset(String sourceId);

    /**
     * Moves the lower bound of the next poll and keeps the known items. A poll that is under way loses its lease.
     *
     * @param  readFrom milliseconds since the epoch; null to read from the beginning
     * @return          false if the source is not known
     */
    boolean setPosition(String sourceId, Long readFrom);

    /**
     * Lets the removals that are held pass once. The poll that takes the permission clears it.
     *
     * @return false if nothing is held
     */
    boolean allowRemovals(String sourceId);

    /** Releases what the object itself has opened. Leases end by themselves. */
    @Override
    void close();
}
