package io.github.camelajo.internal.storage;

import java.util.Optional;

import io.github.camelajo.spi.SourcePhase;
import io.github.camelajo.spi.SourceState;
import io.github.camelajo.spi.StoreException;
import io.github.camelajo.spi.StoreRefusedException;

/**
 * What sources need of their storage.
 *
 * <p>
 * A source is known by its id. One owner at a time holds its {@link SourceLease}; each lease has an <em>epoch</em>, and every
 * write is valid for that epoch only. Whoever takes a source over, resets it or moves its position raises the epoch, so an
 * owner that wakes up late cannot write any more. Safe for use by several threads.
 * </p>
 */
public interface SourceStorage extends SourceState {

    /**
     * The storage behind what an application has named.
     *
     * @throws IllegalArgumentException if there is none
     */
    static SourceStorage of(SourceState state) {
        if (state instanceof SourceStorage storage) {
            return storage;
        }
        throw new IllegalArgumentException(
                "sourceState is a " + state.getClass().getName()
                        + ", allowed: the sourceState() of an AjoStore of camel-ajo-store, itself and not a proxy of it");
    }

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
}
