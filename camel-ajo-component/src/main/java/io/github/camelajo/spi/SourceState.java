package io.github.camelajo.spi;

import java.util.Optional;

/**
 * Keeps where sources stand: the position, the items that a source has seen, and who polls it at the moment.
 *
 * <p>
 * A source is known by its id. One owner at a time holds its {@link SourceLease}; each lease has an <em>epoch</em>, and every
 * write is valid for that epoch only. Whoever takes a source over, resets it or moves its position raises the epoch, so an
 * owner that wakes up late cannot write any more. Safe for use by several threads.
 * </p>
 */
public interface SourceState extends AutoCloseable {

    /** Whether the position outlives the process. */
    boolean isDurable();

    /**
     * Becomes the owner of a source, for the time of the request. A source that was never seen begins in
     * {@link SourcePhase#BASELINE} with an empty position.
     *
     * @return                       the lease, or empty if somebody else holds it
     * @throws StoreRefusedException if the stored position belongs to another scope, if it was written by a newer release, or if
     *                               there are items that belong to no position
     * @throws StoreException        if the storage is away
     */
    Optional<SourceLease> open(SourceRequest request);

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
