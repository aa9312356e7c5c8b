package io.github.camelajo.internal.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import io.github.camelajo.internal.source.Deliveries.Outcome;
import io.github.camelajo.internal.storage.KnownItem;
import io.github.camelajo.internal.storage.LeaseLostException;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.spi.SourcePhase;
import io.github.camelajo.spi.SourcePosition;
import io.github.camelajo.spi.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One read of a list: finds out what has changed, delivers it, and moves the position behind what is complete. For one thread.
 *
 * <p>Known items are compared by fingerprint, a group of them at a time, and only those that differ cost a write.
 */
public final class SourcePoll {

    private static final Logger LOG = LoggerFactory.getLogger(SourcePoll.class);

    private static final Duration PROGRESS = Duration.ofSeconds(10);

    private final SourceSettings settings;
    private final SourceLease lease;
    private final ItemReader reader;
    private final LongSupplier nanoTime;
    private final LongSupplier calls;
    private final long callsBefore;
    private final Instant begun;
    private final long begunNanos;
    private final BitSet seen = new BitSet();
    private final OpenGroup open;
    private final Deliveries deliveries;
    private final Removals removals;
    private Long newest;
    private long lastProgress;
    private long items;
    private boolean nameless;
    private boolean complete;

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
        this.nanoTime = nanoTime;
        this.calls = calls;
        this.callsBefore = calls.getAsLong();
        this.begun = clock.instant();
        this.begunNanos = nanoTime.getAsLong();
        this.lastProgress = begunNanos;
        this.open = new OpenGroup(settings, lease, nanoTime);
        this.deliveries = new Deliveries(settings, lease, sink);
        this.removals = new Removals(settings, lease, open, deliveries, seen, lease.nextItemNo());
    }

    /**
     * Reads the list once.
     *
     * @throws LeaseLostException when somebody else owns the source by now
     */
    public PollReport run() {
        complete = readAndCommit() && (!settings.tellsRemovals() || removals.tell());
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
                deliveries.changes(),
                deliveries.failed(),
                removals.held());
    }

    /** What is complete is stored also when the list cannot be read further: it must not come again at each attempt. */
    private boolean readAndCommit() {
        boolean toTheEnd;
        try {
            ReadRange range = new ReadRange(settings, open.position(), begun);
            toTheEnd = readAll(reader.read(range.parameters()), range);
        } catch (LeaseLostException e) {
            throw e;
        } catch (RuntimeException e) {
            try {
                open.commit();
            } catch (StoreException unwritten) {
                e.addSuppressed(unwritten);
            }
            throw e;
        }
        open.commit();
        return toTheEnd;
    }

    /** @return whether the list was read to its end */
    private boolean readAll(Iterator<?> list, ReadRange range) {
        List<ListedItem> group = new ArrayList<>(OpenGroup.SIZE);
        Fingerprint fingerprint = new Fingerprint(settings.changes().fingerprint());
        while (list.hasNext()) {
            ListedItem item = ListedItem.of(list.next(), settings.changes(), fingerprint);
            items++;
            if (item == null) {
                tellNameless();
                continue;
            }
            if (range.endsBefore(item)) {
                break;
            }
            group.add(item);
            if (group.size() == OpenGroup.SIZE) {
                if (!compare(group) || !deliveries.mayGoOn()) {
                    return false;
                }
                group.clear();
            }
        }
        return compare(group);
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
                    deliveries.changes(),
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
            if (!settings.tellsAll() && (open.contains(item.key()) || !keys.add(item.key()))) {
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
        if (settings.tellsRemovals()) {
            open.announce(found.stream()
                    .filter(one -> one.told() && one.before() == null)
                    .map(Found::item)
                    .toList());
        }
        deliveries.coming(found.stream().filter(Found::told).map(Found::change).toList());
        int place = 0;
        for (Found one : found) {
            if (!take(one, place, toTell)) {
                return false;
            }
            place += one.told() ? 1 : 0;
        }
        return true;
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
            outcome = deliveries.deliver(one.change(), place, toTell);
            if (outcome == Outcome.ENDED) {
                return false;
            }
        }
        if (one.isToBeStored() && outcome == Outcome.DONE && !settings.tellsAll()) {
            open.add(item);
        }
        noteTime(item);
        open.commitIfDue();
        tellProgress();
        return true;
    }

    /** {@code null} when nothing has happened to the item. */
    private ChangeKind kind(ListedItem item, KnownItem before) {
        if (settings.tellsAll()) {
            return ChangeKind.PRESENT;
        }
        if (before != null && !before.fingerprint().equals(OpenGroup.ANNOUNCED)) {
            boolean sameFunction = before.fingerprintVersion() == Fingerprint.VERSION;
            return sameFunction && !before.fingerprint().equals(item.fingerprint()) ? ChangeKind.UPDATED : null;
        }
        return ChangeKind.CREATED;
    }

    /** What was there before the source began is only taken note of, unless the source begins with it. */
    private boolean isOld(ChangeKind kind, ListedItem item) {
        return kind == ChangeKind.CREATED
                && open.position().phase() == SourcePhase.BASELINE
                && !settings.startFrom().tells(item.changedAt());
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

    private void endOfRead() {
        if (settings.tellsAll()) {
            return;
        }
        // What moved from page to page while this read ran may have been jumped over. So the next read begins where
        // this one began, or where the newest item of the read before was: everything is passed twice.
        SourcePosition position = open.position();
        open.moveTo(position.withPhase(SourcePhase.FOLLOW)
                .withReadFrom(max(position.readFrom(), position.cursorMax()))
                .withCursorMax(max(position.cursorMax(), newest)));
    }

    private static Long max(Long one, Long other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : Long.valueOf(Math.max(one, other));
    }
}
