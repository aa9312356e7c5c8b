package io.github.camelajo.internal.storage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.github.camelajo.spi.OutboxStore;
import io.github.camelajo.spi.StoreException;
import io.github.camelajo.spi.StoreRefusedException;
import io.github.camelajo.spi.TransactionRule;
import io.github.camelajo.spi.UnknownRule;

/**
 * What the outbox needs of its storage.
 *
 * <p>
 * Items wait in <em>lanes</em>. A worker {@linkplain #claim claims} a batch, which stores its request id and the state
 * <em>calling</em> before the call, calls, and stores the {@linkplain #outcome outcome}. Then the route is
 * {@linkplain #untold told}, and that it was told is stored too. Nothing is held open between these steps. An instance of this
 * type is one worker process: it proves by {@link #beat()} that it lives, and what belongs to an instance that does not is
 * {@linkplain #sweep swept}. Safe for use by several threads.
 * </p>
 */
public interface OutboxStorage extends OutboxStore {

    /**
     * The storage behind what an application has named.
     *
     * @throws IllegalArgumentException if there is none
     */
    static OutboxStorage of(OutboxStore store) {
        if (store instanceof OutboxStorage storage) {
            return storage;
        }
        throw new IllegalArgumentException(
                "outboxStore is a " + store.getClass().getName()
                        + ", allowed: the outbox() of an AjoStore of camel-ajo-store, itself and not a proxy of it");
    }

    /**
     * Adds items, in the caller's transaction if there is one: then they exist when the caller commits. Outside of one they are
     * stored when this method returns, all or none. A known key is never an exception of the database, so the caller's
     * transaction lives on.
     *
     * @return                       one result for each item, in order; only {@link AddResult#ADDED} has stored something
     * @throws StoreRefusedException if the rule requires a transaction and there is none
     * @throws StoreException        if the storage is away, or another open transaction has added the same key and has not ended
     *                               in time; the add may be repeated
     */
    List<AddResult> add(List<OutboxItem> items, TransactionRule rule);

    /**
     * Proves that this instance lives. To be called at least three times in the {@linkplain #lifetime() lifetime}, by a thread
     * that does nothing else.
     *
     * @return                false if the instance was taken for dead meanwhile: it has a new identity now, and the batches of
     *                        the old one must not be called any more; their outcomes are still welcome
     * @throws StoreException if the storage is away; nothing is claimed until a later call succeeds
     */
    boolean beat();

    /** How long this instance counts as alive after a {@link #beat()}. */
    Duration lifetime();

    /**
     * How many connections deliveries can use at a time, without the one for the {@linkplain #beat() sign of life}; empty if the
     * storage has no pool of them, or does not know.
     */
    default OptionalInt connections() {
        return OptionalInt.empty();
    }

    /**
     * Takes the next items that are due: one batch with a new request id, in state <em>calling</em>, attempts raised by one. To
     * be called only when a call can begin at once.
     *
     * @return                the batch; empty if nothing is due, the lane is paused or has to wait, or this instance cannot prove
     *                        that it lives
     * @throws StoreException if the storage is away. If it is not known whether a batch was claimed, the next call of this method
     *                        in the lane finds out and returns it
     */
    Optional<OutboxBatch> claim(ClaimRequest request);

    /**
     * Takes a batch to send it again, with the same request id and the same items: one of an instance that died while it called,
     * or one that was to be {@linkplain #resendLater resent later}. For lanes with {@link UnknownRule#RESEND}. A batch that has
     * lost an item meanwhile is parked instead.
     */
    Optional<OutboxBatch> takeOver(String lane);

    /**
     * Whether a call of this batch may begin now and last for the given time; to be asked right before the bytes go out. By a
     * monotonic clock, without the storage. If not, the batch has to be {@linkplain #giveBack given back}.
     */
    boolean mayCall(OutboxBatch batch, Duration deadline);

    /**
     * Returns a batch that was surely not sent this time. The attempt is not counted. Its items wait again; those of a batch that
     * was {@linkplain #takeOver taken over} stay together, because an earlier send may have been taken.
     *
     * @return false if the batch is not ours any more; nothing was changed
     */
    boolean giveBack(OutboxBatch batch);

    /**
     * Keeps a batch together that may have been taken, until {@link #takeOver} sends it again with the same request id. For lanes
     * with {@link UnknownRule#RESEND}.
     *
     * @param  delay how long to wait at least
     * @return       false if the batch is not ours any more; nothing was changed
     */
    boolean resendLater(OutboxBatch batch, Duration delay);

    /**
     * Stores the outcome of each item, and closes the batch. Also welcome when the batch was swept meanwhile: the truth
     * replaces <em>unknown</em>, and the route is told again.
     *
     * @return                          false if the batch belongs to another claim or was closed before; nothing was changed
     * @throws IllegalArgumentException if there is not one outcome for each item
     * @throws StoreException           if the storage is away. To be repeated until it is written: the answer is known only here
     */
    boolean outcome(OutboxBatch batch, BatchOutcome outcome);

    /**
     * Splits a batch of two or more, whose content was refused as a whole, into two new ones with request ids of their own.
     * Attempts are raised by one, as both will be sent.
     *
     * @return both halves in order, to be called next; empty if the batch is not ours any more
     */
    List<OutboxBatch> halve(OutboxBatch batch);

    /**
     * Closed batches that this instance has to tell the route about, oldest first.
     *
     * @param max how many batches at most
     */
    List<UntoldBatch> untold(String lane, int max);

    /**
     * Remembers that the first items of a batch were told.
     *
     * @param  upTo how many of all its items; never less than before
     * @return      false if there is something new to tell about the batch: it will come again
     */
    boolean told(UntoldBatch batch, int upTo);

    /**
     * Looks for instances that died. With {@link UnknownRule#PARK} the items they were calling become <em>unknown</em>, with
     * {@link UnknownRule#RESEND} they wait for {@link #takeOver}. What they had not told is told by this instance.
     */
    SweepResult sweep(String lane, UnknownRule rule);

    /**
     * Clears what is final, told and old, a bounded number at a time. To be called again while it has done something. Unknown
     * items stay.
     */
    CleanResult clean(CleanRule rule);
}
