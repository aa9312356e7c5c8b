package io.github.camelajo.internal.storage;

import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.camelajo.spi.SourcePosition;
import io.github.camelajo.spi.StoreException;

/**
 * The right to poll a source. Used by the polling thread; {@link #renew()} and {@link #remaining()} may be called by another.
 *
 * <p>
 * A poll asks {@link #find} for each page, marks the numbers of known items in a {@link BitSet}, and commits completed
 * exchanges in groups. Unchanged items are not written. After a complete read {@link #absent} tells which items were not seen.
 * </p>
 */
public interface SourceLease extends AutoCloseable {

    /** The position as it was last committed. */
    SourcePosition position();

    /** The number in every write of this lease; grows with each owner, reset or moved position. */
    long epoch();

    /**
     * The number that the next new item will get. Taken at the start of a read it is the upper bound for {@link #absent}:
     * what is committed during the read has been seen.
     */
    int nextItemNo();

    /** How many items are known. */
    long items();

    /**
     * How long the lease surely holds without another {@link #renew()}, by a monotonic clock of this process; zero or less:
     * no exchange may be begun any more.
     */
    Duration remaining();

    /**
     * Extends the lease from now on. To be called every third of the lease time, by a thread of its own.
     *
     * @return                false if the source belongs to somebody else by now; the poll has to end
     * @throws StoreException if the storage is away; the lease holds for what {@link #remaining()} tells
     */
    boolean renew();

    /**
     * The known ones of these items, by key. One statement for a page.
     *
     * @throws StoreException if the storage is away
     */
    Map<String, KnownItem> find(Collection<String> keys);

    /**
     * Items that a complete read has not seen, in the order of their numbers. Costs nothing where all bits are set.
     *
     * @param  seen  bits of the numbers that were seen
     * @param  from  the smallest number to tell, 0 at first, then one more than the last one told
     * @param  below the number to stop before, see {@link #nextItemNo()}
     * @param  max   how many to tell at most; the bound of memory
     * @return       the next ones; empty at the end
     */
    List<KnownItem> absent(BitSet seen, int from, int below, int max);

    /**
     * Stores a group of completed items together with the position: all of it or nothing.
     *
     * @throws LeaseLostException if the source belongs to somebody else by now; nothing was written
     * @throws StoreException     if the storage is away; nothing was written
     */
    void commit(SourceGroup group);

    /**
     * Tells operators why removals are held back, until {@link #takeAllowance()} clears it, or the next call with {@code null}. A
     * permission that was not used ends with the reason. Where nothing is held, {@code null} costs no write.
     *
     * @param  reason             {@code null} when nothing is held any more
     * @throws LeaseLostException if the source belongs to somebody else by now
     */
    void hold(String reason);

    /**
     * Takes the permission of an operator to let held removals pass, and clears the reason.
     *
     * @return                    whether there was one
     * @throws LeaseLostException if the source belongs to somebody else by now
     */
    boolean takeAllowance();

    /** Frees the source for the next owner. Does nothing if it has another owner already, and never throws. */
    @Override
    void close();
}
