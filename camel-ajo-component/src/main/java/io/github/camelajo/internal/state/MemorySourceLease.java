package io.github.camelajo.internal.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import io.github.camelajo.internal.storage.KnownItem;
import io.github.camelajo.internal.storage.LeaseLostException;
import io.github.camelajo.internal.storage.SourceGroup;
import io.github.camelajo.internal.storage.SourceItem;
import io.github.camelajo.internal.storage.SourceLease;
import io.github.camelajo.internal.storage.SourceRequest;
import io.github.camelajo.spi.SourcePosition;

/** A lease in memory. The lock of its state guards everything that it reads and writes. */
final class MemorySourceLease implements SourceLease {

    private final Object lock;
    private final MemorySource source;
    private final SourceRequest request;
    private final LongSupplier nanoTime;
    private final LongSupplier millis;
    private final long epoch;

    MemorySourceLease(
            Object lock, MemorySource source, SourceRequest request, LongSupplier nanoTime, LongSupplier millis) {
        this.lock = lock;
        this.source = source;
        this.request = request;
        this.nanoTime = nanoTime;
        this.millis = millis;
        this.epoch = source.epoch;
    }

    @Override
    public SourcePosition position() {
        synchronized (lock) {
            return source.position;
        }
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public int nextItemNo() {
        synchronized (lock) {
            return source.byNumber.size();
        }
    }

    @Override
    public long items() {
        synchronized (lock) {
            return source.known.size();
        }
    }

    @Override
    public Duration remaining() {
        synchronized (lock) {
            return isOurs() ? Duration.ofNanos(source.ownedUntil - nanoTime.getAsLong()) : Duration.ZERO;
        }
    }

    @Override
    public boolean renew() {
        synchronized (lock) {
            if (!isOurs()) {
                return false;
            }
            source.ownedUntil = nanoTime.getAsLong() + request.leaseTime().toNanos();
            return true;
        }
    }

    @Override
    public Map<String, KnownItem> find(Collection<String> keys) {
        synchronized (lock) {
            Map<String, KnownItem> found = new HashMap<>();
            for (String key : keys) {
                KnownItem item = source.known.get(key);
                if (item != null) {
                    found.put(key, item);
                }
            }
            return found;
        }
    }

    @Override
    public List<KnownItem> absent(BitSet seen, int from, int below, int max) {
        synchronized (lock) {
            List<KnownItem> absent = new ArrayList<>();
            int end = Math.min(below, source.byNumber.size());
            for (int i = seen.nextClearBit(from); i < end && absent.size() < max; i = seen.nextClearBit(i + 1)) {
                KnownItem item = source.byNumber.get(i);
                if (item != null) {
                    absent.add(item);
                }
            }
            return absent;
        }
    }

    @Override
    public void commit(SourceGroup group) {
        synchronized (lock) {
            checkOurs();
            for (SourceItem item : group.items()) {
                KnownItem before = source.known.get(item.key());
                int number = before == null ? source.byNumber.size() : before.itemNo();
                source.store(new KnownItem(item.key(), number, item.fingerprint(), item.fingerprintVersion(), 0));
            }
            group.missing()
                    .forEach(number -> source.miss(number, group.position().run()));
            group.removed().forEach(source::forget);
            source.position = group.position();
            source.updatedAt = millis.getAsLong();
        }
    }

    @Override
    public void hold(String reason) {
        synchronized (lock) {
            checkOurs();
            source.hold = reason;
            source.removalsAllowed &= reason != null;
        }
    }

    @Override
    public boolean takeAllowance() {
        synchronized (lock) {
            checkOurs();
            boolean allowed = source.removalsAllowed;
            if (allowed) {
                source.removalsAllowed = false;
                source.hold = null;
            }
            return allowed;
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (isOurs()) {
                source.owner = null;
            }
        }
    }

    private boolean isOurs() {
        return source.epoch == epoch && source.owner != null;
    }

    private void checkOurs() {
        if (!isOurs()) {
            throw new LeaseLostException(
                    "Source " + request.sourceId() + " has another owner, or was moved, since epoch " + epoch);
        }
    }
}
