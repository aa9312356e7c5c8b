package io.github.camelajo.internal.source;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

import io.github.camelajo.internal.source.Deliveries.Outcome;
import io.github.camelajo.internal.storage.KnownItem;
import io.github.camelajo.internal.storage.SourceLease;

/**
 * The known items that a complete read has not seen. One that is missed for the first time is only marked; it is removed when the
 * next complete read misses it, too. Too many removals are held back.
 */
final class Removals {

    /** Numbers of items that are told or marked at a time: bounds the memory. */
    private static final int STEP = 500;

    private final SourceSettings settings;
    private final SourceLease lease;
    private final OpenGroup group;
    private final Deliveries deliveries;
    private final BitSet seen;
    private final int below;
    private final long known;
    private String held;

    /**
     * To be made when the read begins.
     *
     * @param seen  gets the numbers of the items that the read has seen
     * @param below the number of the next new item
     */
    Removals(
            SourceSettings settings,
            SourceLease lease,
            OpenGroup group,
            Deliveries deliveries,
            BitSet seen,
            int below) {
        this.settings = settings;
        this.lease = lease;
        this.group = group;
        this.deliveries = deliveries;
        this.seen = seen;
        this.below = below;
        this.known = lease.items();
    }

    /** Why they are held back, {@code null} when they are not. */
    String held() {
        return held;
    }

    /**
     * Tells of them.
     *
     * @return whether all of them were told, or held back
     */
    boolean tell() {
        if (isComplete()) {
            lease.hold(null);
            return true;
        }
        long missing = countMissingTwice();
        boolean tooMany = missing > allowed() || missing > 1 && missing == lease.items();
        if (tooMany && !lease.takeAllowance()) {
            held = String.format(
                    Locale.ROOT,
                    "%d of %d items are gone, which is more than removedLimit allows. No removal is told until somebody"
                            + " calls allowRemovals or the items are back",
                    missing,
                    lease.items());
            lease.hold(held);
            return true;
        }
        if (!tooMany) {
            lease.hold(null);
        }
        // An idle poll writes nothing: a run in which nothing was missed need not be counted.
        long run = group.position().run() + 1;
        for (List<KnownItem> absent = absent(0); !absent.isEmpty(); absent = absent(behind(absent))) {
            boolean goesOn = tellOf(absent.stream().filter(KnownItem::isMissing).toList());
            group.commitMissing(
                    absent.stream()
                            .filter(item -> !item.isMissing())
                            .map(KnownItem::itemNo)
                            .toList(),
                    run);
            group.commit();
            if (!goesOn) {
                return false;
            }
        }
        return true;
    }

    /** Numbers of items that were removed are never seen again: without this, each poll would look for all of them. */
    private boolean isComplete() {
        return seen.get(0, below).cardinality() == known;
    }

    /** @return false when the poll ends here */
    private boolean tellOf(List<KnownItem> removed) {
        int place = 0;
        for (KnownItem item : removed) {
            SourceChange change = new SourceChange(ChangeKind.REMOVED, item.key(), null, null);
            if (deliveries.deliver(change, place++, removed.size()) == Outcome.ENDED) {
                return false;
            }
            group.addRemoved(item.itemNo());
            group.commitIfDue();
        }
        return true;
    }

    private long allowed() {
        return Math.max(SourceSettings.FEW_REMOVALS, (long) (lease.items() * settings.removedLimit()));
    }

    private long countMissingTwice() {
        long count = 0;
        for (List<KnownItem> absent = absent(0); !absent.isEmpty(); absent = absent(behind(absent))) {
            count += absent.stream().filter(KnownItem::isMissing).count();
        }
        return count;
    }

    private List<KnownItem> absent(int from) {
        return lease.absent(seen, from, below, STEP);
    }

    private static int behind(List<KnownItem> items) {
        return items.get(items.size() - 1).itemNo() + 1;
    }
}
