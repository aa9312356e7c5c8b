package io.github.camelajo.internal.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import io.github.camelajo.exception.AjoInvalidResponseException;
import io.github.camelajo.exception.ErrorDetails;
import io.github.camelajo.internal.operation.Changes.Incremental;
import io.github.camelajo.internal.storage.KnownItem;
import io.github.camelajo.internal.storage.LeaseLostException;
import io.github.camelajo.internal.storage.SourceGroup;
import io.github.camelajo.internal.storage.SourceItem;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.spi.SourcePhase;
import io.github.camelajo.spi.SourcePosition;
import io.github.camelajo.spi.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One read of a list: finds out what has changed, delivers it, and moves the position behind what is complete. For one thread.
 *
 * <p>Known items are compared by fingerprint, a group of them at a time, and only those that differ cost a write. An item
 * is removed when two complete reads in a row have not seen it.
 */
public final class SourcePoll {

    private static final Logger LOG = LoggerFactory.getLogger(SourcePoll.class);

    /** Items compared with one look-up. */
    private static final int GROUP = 100;

    /** So many older items in a row end a read from the newest end: one alone may stand in a wrong place. */
    private static final int OLDER = 20;

    /** Numbers of items that are told or marked at a time: bounds the memory. */
    private static final int ABSENT_GROUP = 500;

    /** No clock is wrong by more than that: a position beyond is a mistake. */
    private static final Duration FUTURE = Duration.ofDays(1);

    /** Stands for the fingerprint of an item whose exchange is not known to be complete. */
    private static final String ANNOUNCED = "announced";

    private static final Duration PROGRESS = Duration.ofSeconds(10);

    private final SourceSettings settings;
    private final SourceLease lease;
    private final ItemReader reader;
    private final ChangeSink sink;
    private final LongSupplier nanoTime;
    private final LongSupplier calls;
    private final long callsBefore;
    private final Instant begun;
    private final long begunNanos;
    private final BitSet seen = new BitSet();
    /** Keys of {@link #completed}: a list that shifts while it is read gives an item twice. */
    private final Set<String> uncommitted = new HashSet<>();

    private final List<SourceItem> completed = new ArrayList<>();
    private SourcePosition position;
    private Long newest;
    private long lastCommit;
    private long lastProgress;
    private long items;
    private long changes;
    private long failed;
    private boolean nameless;
    private boolean complete;
    private String held;

    /**
     * @param clock    tells when the poll begins
     * @param nanoTime tells how long things take
     * @param calls    counts the calls of the endpoint
     */
    public SourcePoll(
            SourceSettings settings,
            SourceLease lease,
            ItemReader reader,
            ChangeSink sink,
            InstantSource clock,
            LongSupplier nanoTime,
            LongSupplier calls) {
        this.settings = settings;
        this.lease = lease;
        this.reader = reader;
        this.sink = sink;
        this.nanoTime = nanoTime;
        this.calls = calls;
        this.callsBefore = calls.getAsLong();
        this.position = lease.position();
        this.begun = clock.instant();
        this.begunNanos = nanoTime.getAsLong();
        this.lastCommit = begunNanos;
        this.lastProgress = begunNanos;
    }

    /**
     * Reads the list once.
     *
     * @throws LeaseLostException when somebody else owns the source by now
     */
    public PollReport run() {
        int below = lease.nextItemNo();
        complete = readAndCommit() && (!settings.tellsRemovals() || tellRemovals(below));
        if (complete) {
            endOfRead();
        }
        return report();
    }

    /** What the poll has done so far, also when it failed. */
    public PollReport report() {
        return new PollReport(
                begun,
                Duration.ofNanos(nanoTime.getAsLong() - begunNanos),
                complete,
                calls.getAsLong() - callsBefore,
                items,
                changes,
                failed,
                held);
    }

    /** What is complete is stored also when the list cannot be read further: it must not come again at each attempt. */
    private boolean readAndCommit() {
        boolean toTheEnd;
        try {
            toTheEnd = readAll(reader.read(parameters()));
        } catch (LeaseLostException e) {
            throw e;
        } catch (RuntimeException e) {
            try {
                commit(List.of());
            } catch (StoreException unwritten) {
                e.addSuppressed(unwritten);
            }
            throw e;
        }
        commit(List.of());
        return toTheEnd;
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (!settings.readsIncrementally()) {
            return parameters;
        }
        Incremental incremental = settings.changes().incremental();
        parameters.put(incremental.orderParameter(), incremental.order());
        Long from = lowerBound();
        if (from != null && !incremental.newestFirst()) {
            parameters.put(incremental.conditionParameter(), incremental.condition() + Instant.ofEpochMilli(from));
        }
        return parameters;
    }

    /** From where on the list is read, {@code null} for all of it. */
    private Long lowerBound() {
        Long readFrom = position.phase() == SourcePhase.FOLLOW ? position.readFrom() : null;
        if (readFrom == null) {
            return null;
        }
        if (readFrom > begun.plus(FUTURE).toEpochMilli()) {
            throw new AjoInvalidResponseException(
                    "The position of source " + settings.request().sourceId() + " is in the future ("
                            + Instant.ofEpochMilli(readFrom) + ", now it is " + begun
                            + "), so no change would ever be found. Move it with setPosition",
                    ErrorDetails.none());
        }
        return readFrom - settings.changes().incremental().overlap().toMillis();
    }

    /** @return whether the list was read to its end */
    private boolean readAll(Iterator<?> list) {
        Long bound = settings.readsIncrementally() ? lowerBound() : null;
        boolean endsEarly = bound != null && settings.changes().incremental().newestFirst();
        Long before = null;
        List<ListedItem> group = new ArrayList<>(GROUP);
        int older = 0;
        while (list.hasNext()) {
            ListedItem item = ListedItem.of(list.next(), settings.changes());
            items++;
            if (item == null) {
                tellNameless();
                continue;
            }
            if (endsEarly && before != null && item.changedAt() != null && item.changedAt() > before) {
                tellUnsorted(item.changedAt(), before);
                endsEarly = false;
            }
            before = item.changedAt();
            older = endsEarly && item.changedAt() != null && item.changedAt() < bound ? older + 1 : 0;
            if (older == OLDER) {
                break;
            }
            group.add(item);
            if (group.size() == GROUP) {
                if (!compare(group) || !sink.mayGoOn()) {
                    return false;
                }
                group.clear();
            }
        }
        return compare(group);
    }

    /** A list that should have its newest item first and has not: what is new can stand anywhere in it. */
    private void tellUnsorted(long after, long before) {
        LOG.warn(
                "Source {}: the list is not in the order that was asked for, an item of {} comes behind one of {}. This poll"
                        + " reads all of it",
                settings.request().sourceId(),
                Instant.ofEpochMilli(after),
                Instant.ofEpochMilli(before));
    }

    /** Once a poll: a list of fields that leaves out the identifier makes all items so. */
    private void tellNameless() {
        if (!nameless) {
            nameless = true;
            LOG.warn(
                    "Source {}: an item has no {} and cannot be followed",
                    settings.request().sourceId(),
                    settings.changes().key());
        }
    }

    /** A read of minutes tells how far it is: asked after each item, as one exchange can take as long as many pages. */
    private void tellProgress() {
        long now = nanoTime.getAsLong();
        if (now - lastProgress >= PROGRESS.toNanos()) {
            lastProgress = now;
            LOG.info(
                    "Source {}: {} items read and {} changes delivered in {} s so far",
                    settings.request().sourceId(),
                    items,
                    changes,
                    Duration.ofNanos(now - begunNanos).toSeconds());
        }
    }

    /** @return false when the poll ends here */
    private boolean compare(List<ListedItem> group) {
        if (group.isEmpty()) {
            return true;
        }
        Map<String, KnownItem> known = settings.tellsAll()
                ? Map.of()
                : lease.find(group.stream().map(ListedItem::key).toList());
        List<Found> found = new ArrayList<>(group.size());
        Set<String> keys = new HashSet<>();
        int toTell = 0;
        for (ListedItem item : group) {
            if (!settings.tellsAll() && (uncommitted.contains(item.key()) || !keys.add(item.key()))) {
                continue;
            }
            KnownItem before = known.get(item.key());
            if (before != null) {
                seen.set(before.itemNo());
            }
            ChangeKind kind = kind(item, before);
            boolean told = kind != null && settings.wanted().contains(kind) && !isOld(kind, item);
            SourceChange change = told ? new SourceChange(kind, item.key(), item.item(), item.changedAt()) : null;
            found.add(new Found(item, before, kind, change));
            toTell += told ? 1 : 0;
        }
        announce(found);
        sink.coming(found.stream()
                .filter(Found::told)
                .limit(settings.maxChanges() == 0 ? found.size() : settings.maxChanges() - changes - failed)
                .map(Found::change)
                .toList());
        int place = 0;
        for (Found one : found) {
            if (!take(one, place, toTell)) {
                return false;
            }
            place += one.told() ? 1 : 0;
        }
        return true;
    }

    /**
     * Stores the keys of new items before they are told. Otherwise the route could have an item that nobody knows of after the
     * process was killed, and when it is deleted before the next poll, nobody would tell the route.
     */
    private void announce(List<Found> found) {
        if (!settings.tellsRemovals()) {
            return;
        }
        List<SourceItem> news = found.stream()
                .filter(one -> one.told() && one.before() == null)
                .map(one -> new SourceItem(one.item().key(), ANNOUNCED, Fingerprint.VERSION))
                .toList();
        if (!news.isEmpty()) {
            lease.commit(SourceGroup.delivered(position, news));
        }
    }

    /** What became of a listed item: {@code kind} is {@code null} when nothing did, {@code change} when nobody is told. */
    private record Found(ListedItem item, KnownItem before, ChangeKind kind, SourceChange change) {

        boolean told() {
            return change != null;
        }

        boolean isToBeStored() {
            return kind != null
                    || before != null && (before.isMissing() || before.fingerprintVersion() != Fingerprint.VERSION);
        }
    }

    private boolean take(Found one, int place, int toTell) {
        ListedItem item = one.item();
        Outcome outcome = Outcome.DONE;
        if (one.told()) {
            outcome = deliver(one.change(), place, toTell);
            if (outcome == Outcome.ENDED) {
                return false;
            }
        }
        if (one.isToBeStored() && outcome == Outcome.DONE) {
            note(item);
        }
        noteTime(item);
        if (isCommitDue()) {
            commit(List.of());
        }
        tellProgress();
        return true;
    }

    /** {@code null} when nothing has happened to the item. */
    private ChangeKind kind(ListedItem item, KnownItem before) {
        if (settings.tellsAll()) {
            return ChangeKind.PRESENT;
        }
        if (before != null && !before.fingerprint().equals(ANNOUNCED)) {
            boolean sameFunction = before.fingerprintVersion() == Fingerprint.VERSION;
            return sameFunction && !before.fingerprint().equals(item.fingerprint()) ? ChangeKind.UPDATED : null;
        }
        return ChangeKind.CREATED;
    }

    /** What was there before the source began is only taken note of, unless the source begins with it. */
    private boolean isOld(ChangeKind kind, ListedItem item) {
        return kind == ChangeKind.CREATED
                && position.phase() == SourcePhase.BASELINE
                && !settings.startFrom().tells(item.changedAt());
    }

    private enum Outcome {
        /** The change is dealt with and need not come again. */
        DONE,
        /** There is nothing to tell any more. */
        GONE,
        /** The poll ends before it. */
        ENDED
    }

    private Outcome deliver(SourceChange change, int place, int toTell) {
        if (!sink.mayGoOn() || settings.maxChanges() > 0 && changes + failed >= settings.maxChanges()) {
            return Outcome.ENDED;
        }
        if (lease.remaining().isNegative() || lease.remaining().isZero()) {
            throw new LeaseLostException(
                    "The lease of source " + settings.request().sourceId()
                            + " was not renewed in time; the poll ends, and the next one goes on");
        }
        return switch (sink.deliver(change, place, toTell)) {
            case COMPLETED -> {
                changes++;
                yield Outcome.DONE;
            }
            case FAILED -> {
                failed++;
                yield settings.stopOnFailure() ? Outcome.ENDED : Outcome.DONE;
            }
            case UNFINISHED -> Outcome.ENDED;
            case GONE -> Outcome.GONE;
        };
    }

    private void note(ListedItem item) {
        if (!settings.tellsAll()) {
            completed.add(new SourceItem(item.key(), item.fingerprint(), Fingerprint.VERSION));
            uncommitted.add(item.key());
        }
    }

    private void noteTime(ListedItem item) {
        Long at = item.changedAt();
        // A date beyond the beginning of the poll does not move the position: an item with a wrong date would hide all
        // others.
        boolean sensible = at != null && at <= begun.toEpochMilli();
        if (sensible && (newest == null || at > newest)) {
            newest = at;
        }
    }

    private boolean isCommitDue() {
        return completed.size() >= GROUP
                || !completed.isEmpty()
                        && nanoTime.getAsLong() - lastCommit
                                >= settings.commitEvery().toNanos();
    }

    private void commit(List<Integer> removed) {
        if (!completed.isEmpty() || !removed.isEmpty()) {
            lease.commit(new SourceGroup(position, completed, List.of(), removed));
            completed.clear();
            uncommitted.clear();
        }
        lastCommit = nanoTime.getAsLong();
    }

    /**
     * Tells of items that two complete reads have not seen.
     *
     * @return whether all of them were told, or held back
     */
    private boolean tellRemovals(int below) {
        long missing = countMissingTwice(below);
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
        long run = position.run() + 1;
        int from = 0;
        while (true) {
            List<KnownItem> absent = lease.absent(seen, from, below, ABSENT_GROUP);
            if (absent.isEmpty()) {
                return true;
            }
            from = absent.get(absent.size() - 1).itemNo() + 1;
            List<Integer> first = new ArrayList<>();
            List<Integer> told = new ArrayList<>();
            boolean goesOn = true;
            int toTell = (int) absent.stream().filter(KnownItem::isMissing).count();
            for (KnownItem item : absent) {
                if (!item.isMissing()) {
                    first.add(item.itemNo());
                } else if (goesOn) {
                    SourceChange change = new SourceChange(ChangeKind.REMOVED, item.key(), null, null);
                    goesOn = deliver(change, told.size(), toTell) != Outcome.ENDED;
                    if (goesOn) {
                        told.add(item.itemNo());
                    }
                }
            }
            if (!first.isEmpty()) {
                position = position.withRun(run);
                lease.commit(SourceGroup.missing(position, first));
            }
            commit(told);
            if (!goesOn) {
                return false;
            }
        }
    }

    private long allowed() {
        return Math.max(SourceSettings.FEW_REMOVALS, (long) (lease.items() * settings.removedLimit()));
    }

    private long countMissingTwice(int below) {
        long count = 0;
        int from = 0;
        while (true) {
            List<KnownItem> absent = lease.absent(seen, from, below, ABSENT_GROUP);
            if (absent.isEmpty()) {
                return count;
            }
            count += absent.stream().filter(KnownItem::isMissing).count();
            from = absent.get(absent.size() - 1).itemNo() + 1;
        }
    }

    private void endOfRead() {
        if (settings.tellsAll()) {
            return;
        }
        // What moved from page to page while this read ran may have been jumped over. So the next read begins where
        // this one began, or where the newest item of the read before was: everything is passed twice.
        Long bound = max(position.readFrom(), position.cursorMax());
        SourcePosition next = position.withPhase(SourcePhase.FOLLOW)
                .withReadFrom(bound)
                .withCursorMax(max(position.cursorMax(), newest));
        if (!next.equals(position)) {
            lease.commit(SourceGroup.delivered(next, List.of()));
            position = next;
        }
    }

    private static Long max(Long one, Long other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : Long.valueOf(Math.max(one, other));
    }
}
