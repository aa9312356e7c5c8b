package io.github.camelajo.internal.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

import io.github.camelajo.internal.storage.SourceGroup;
import io.github.camelajo.internal.storage.SourceItem;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.spi.SourcePosition;

/** What a poll has completed and not stored yet, together with the position. */
final class OpenGroup {

    /** So many items are compared with one look-up, and stored with one commit at the latest. */
    static final int SIZE = 100;

    /** Stands for the fingerprint of an item whose exchange is not known to be complete. */
    static final String ANNOUNCED = "announced";

    private final SourceLease lease;
    private final long commitEvery;
    private final LongSupplier nanoTime;
    private final List<SourceItem> items = new ArrayList<>();
    /** A list that shifts while it is read gives an item twice. */
    private final Set<String> keys = new HashSet<>();

    private final List<Integer> removed = new ArrayList<>();
    private SourcePosition position;
    private long lastCommit;

    OpenGroup(SourceSettings settings, SourceLease lease, LongSupplier nanoTime) {
        this.lease = lease;
        this.commitEvery = settings.commitEvery().toNanos();
        this.nanoTime = nanoTime;
        this.position = lease.position();
        this.lastCommit = nanoTime.getAsLong();
    }

    SourcePosition position() {
        return position;
    }

    void add(ListedItem item) {
        items.add(new SourceItem(item.key(), item.fingerprint(), Fingerprint.VERSION));
        keys.add(item.key());
    }

    boolean contains(String key) {
        return keys.contains(key);
    }

    /** Adds an item whose removal was told. */
    void addRemoved(int itemNo) {
        removed.add(itemNo);
    }

    void commitIfDue() {
        int size = items.size() + removed.size();
        if (size >= SIZE || size > 0 && nanoTime.getAsLong() - lastCommit >= commitEvery) {
            commit();
        }
    }

    void commit() {
        if (!items.isEmpty() || !removed.isEmpty()) {
            lease.commit(new SourceGroup(position, items, List.of(), removed));
            items.clear();
            keys.clear();
            removed.clear();
        }
        lastCommit = nanoTime.getAsLong();
    }

    /**
     * Stores the keys of new items before they are told. Otherwise the route could have an item that nobody knows of after the
     * process was killed, and when it is deleted before the next poll, nobody would tell the route.
     */
    void announce(List<ListedItem> news) {
        if (!news.isEmpty()) {
            lease.commit(SourceGroup.delivered(
                    position,
                    news.stream()
                            .map(item -> new SourceItem(item.key(), ANNOUNCED, Fingerprint.VERSION))
                            .toList()));
        }
    }

    /** Stores which known items a complete read has missed for the first time. */
    void commitMissing(List<Integer> missing, long run) {
        if (!missing.isEmpty()) {
            position = position.withRun(run);
            lease.commit(SourceGroup.missing(position, missing));
        }
    }

    /** Stores a new position unless it is the old one. */
    void moveTo(SourcePosition next) {
        if (!next.equals(position)) {
            lease.commit(SourceGroup.delivered(next, List.of()));
            position = next;
        }
    }
}
