package io.github.camelajo.spi;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps items until they are delivered, and their outcomes. This is what operators see and do; the routes of an application add and
 * deliver. The component has one in memory, {@code camel-ajo-store} has one for databases. Safe for use by several threads.
 */
public interface OutboxStore extends AutoCloseable {

    /** Whether items outlive the process. */
    boolean isDurable();

    /** How many items there are in each state. May be some seconds old; see {@link OutboxCounts#countedAt()}. */
    OutboxCounts counts(String lane);

    /**
     * Items of a lane in one state, by id, without payloads.
     *
     * @param afterId 0 at first, then the id of the last one
     */
    List<OutboxEntry> list(String lane, OutboxState state, long afterId, int max);

    /** One item by its key. */
    Optional<OutboxEntry> find(String lane, String key);

    /**
     * Sends unknown or refused items again, in new batches with new request ids. Their attempts begin at zero.
     *
     * @return how many there were
     */
    int resend(String lane, Collection<Long> ids);

    /**
     * Gives up items in any state but <em>calling</em> and <em>sent</em>.
     *
     * @return how many there were
     */
    int discard(String lane, Collection<Long> ids);

    /**
     * Settles the outcome of an unknown item. The route is told again.
     *
     * @param  outcome {@link OutboxState#SENT} or {@link OutboxState#REFUSED}
     * @return         false if the item is not unknown
     */
    boolean settle(String lane, long id, ItemOutcome outcome);

    /** Stops claims in a lane, in all processes and across restarts. */
    void pause(String lane, String reason);

    /** Ends a pause, and a wait that was asked for. */
    void resume(String lane);

    /** Whether a lane is open, and if not, why. */
    LaneStatus lane(String lane);

    /** Ends this process's part. What it is still calling is taken over by another one. */
    @Override
    void close();
}
